import { sql } from 'kysely';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { views } from '../../projections/index.ts';
import { seedOfRun } from '../kit/seed-of-run.ts';
import { seeded } from '../kit/seeded.ts';
import { actualRows, expectedRows, wholeLog } from './expected.ts';
import { checkpointOf, openLogSpace, projectTo } from './log-space.ts';
import { manyIdeas } from './many-ideas.ts';
import { World } from './world.ts';

const chance = seeded(seedOfRun());
const batchesCut = 4;
const killsMax = 40;
const ideasEach = 100;
const batchMsMax = 20;
const space = await openLogSpace();
const world = new World(space);
const name = `killed ${space.name}`;

const startProjector = async (): Promise<ChildProcess> => {
  const { postgres, nats } = inject('stack');
  const child = spawn(process.execPath, [fileURLToPath(new URL('hold-projector.ts', import.meta.url)), postgres, nats, space.name, name]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
};
/** Whether the process is inside a transaction that has written: some of its batch is there, none of it is kept yet. */
const isInBatch = async (): Promise<boolean> => {
  const { rows } = await sql`
    select from pg_stat_activity where application_name = ${name} and backend_xid is not null
  `.execute(space.root);
  return rows.length > 0;
};
const seqOf = async (): Promise<number> => (await checkpointOf(space.db, 'fold'))?.seq ?? 0;

/** Lets it live until it is inside a batch, and a little longer; true when what it had written was lost with it. */
async function killInBatch(child: ChildProcess): Promise<boolean> {
  while (!(await isInBatch()) && (await seqOf()) < world.head);
  await sleep(chance.below(batchMsMax));
  const [wasInBatch, before] = [await isInBatch(), await seqOf()];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return wasInBatch && (await seqOf()) === before;
}

test('a projector killed (-9) in mid-batch again and again neither loses nor doubles anything', async () => {
  for (let kill = 0, cut = 0; cut < batchesCut; kill++) {
    expect(kill, 'batches were cut too seldom to prove anything').toBeLessThan(killsMax);
    await manyIdeas(world, ideasEach, kill * ideasEach);
    if (await killInBatch(await startProjector())) cut++;
  }
  await projectTo(space, world.head);
  const log = await wholeLog(space);
  expect(log.length).toBe(world.head);
  for (const view of views) expect(await actualRows(space, view), view.name).toEqual(expectedRows(view, log));
});
