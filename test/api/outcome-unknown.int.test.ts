import { expect, inject, onTestFinished, test } from 'vitest';
import { runWorkers } from '../../infra/temporal/worker.ts';
import { openTestSpace } from '../kit/space.ts';
import { serveApi, tokenOf } from './serve.ts';

test(
  'while nobody decides, the sender is told to repeat the same id; repeated, the command is decided once',
  { timeout: 90_000 },
  async () => {
    const space = await openTestSpace({ withWorker: false });
    await space.settled();
    const api = await serveApi({ lan: [] });
    const idea = { place: { commune: '28780', province: '86' }, name: 'Trà', idea: 'trà của làng' };
    const propose = () =>
      api.post(`/s/${space.space.name}/product-cycle/late-1/proposeIdea`, { commandId: 'late', data: idea }, tokenOf('lan'), 'vi');

    const unknown = await propose();
    expect(unknown).toMatchObject({ status: 503, body: { code: 'outcome-unknown', data: { commandId: 'late' } } });
    expect(unknown.body['detail']).toContain('cùng mã yêu cầu');

    const workers = await runWorkers({
      address: inject('stack').temporal,
      namespace: space.space.namespace,
      taskQueue: space.door.taskQueue,
      workflowBundle: { codePath: inject('bundlePath') },
      activities: space.activities,
    });
    onTestFinished(workers.stop);
    expect(await propose()).toMatchObject({ status: 200 });
    expect(
      (await space.commits({ aggregate: 'product-cycle', id: 'late-1' })).filter(({ commandId }) => commandId === 'late'),
    ).toHaveLength(1);
  },
);
