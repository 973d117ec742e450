import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { taskQueueOf } from '../../infra/temporal/client.ts';
import { runWorkers } from '../../infra/temporal/worker.ts';
import { enrol, openYear } from '../kit/programme.ts';
import { give, giveSignal } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withWorker: false, withProjector: false });
const sentMs = 500;

test('a command sent after a signal is decided after it, also when one new run finds both waiting', async () => {
  await giveSignal(space, openYear('both'));
  const enrolled = give(space, enrol('both', 'tra-1'));
  await sleep(sentMs);
  const { stop } = await runWorkers({
    address: inject('stack').temporal,
    namespace: space.space.namespace,
    taskQueue: taskQueueOf(space.space.name),
    workflowBundle: { codePath: inject('bundlePath') },
    activities: space.activities,
  });
  afterAll(stop);
  expect(await enrolled).toMatchObject({ ok: true, events: [{ type: 'ProductEnrolled' }] });
});
