import { pino } from 'pino';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { resetStuckRuns } from '../../infra/temporal/stuck-runs.ts';
import { bundle, runWorkers } from '../../infra/temporal/worker.ts';
import { eventually } from '../kit/eventually.ts';
import { enrol, openYear, yearOf } from '../kit/programme.ts';
import { give, giveSignal } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false });
const told: string[] = [];
const log = pino({}, { write: (line) => void told.push(line) });
const commandIds = async (id: string) => (await space.commits(yearOf(id))).map(({ commandId }) => commandId);

async function release(): Promise<void> {
  await space.worker.stop();
  const workers = await runWorkers({
    address: inject('stack').temporal,
    namespace: space.space.namespace,
    taskQueue: space.door.taskQueue,
    workflowBundle: await bundle(fileURLToPath(new URL('another-release.ts', import.meta.url))),
    activities: space.activities,
  });
  onTestFinished(() => workers.stop());
}

test('runs of an earlier release that cannot be repeated begin anew from the log: no signal is lost, nothing is done twice', async () => {
  const years = ['one', 'two', 'three'];
  const opened = await Promise.all(years.map((id) => give(space, openYear(id), { commandId: `open-${id}` })));
  await Promise.all(years.map((id) => give(space, enrol(id, 'tra-1'), { commandId: `enrol-${id}` })));
  await release();
  await Promise.all(years.map((id) => giveSignal(space, enrol(id, 'tra-2'), { commandId: `signal-${id}` })));

  await eventually(async () => {
    await resetStuckRuns(space.door.client, log);
    return (await Promise.all(years.map(commandIds))).every((ids) => ids.length === 3);
  });
  expect(told.length).toBeGreaterThanOrEqual(years.length);

  expect(await Promise.all(years.map((id) => give(space, openYear(id), { commandId: `open-${id}` })))).toEqual(opened);
  const later = await Promise.all(years.map((id) => give(space, enrol(id, 'tra-3'))));
  expect(later.map(({ ok }) => ok)).toEqual([true, true, true]);
  for (const id of years) expect((await commandIds(id)).slice(0, 3)).toEqual([`open-${id}`, `enrol-${id}`, `signal-${id}`]);
});
