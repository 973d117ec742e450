import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { views } from '../../projections/index.ts';
import { product } from '../../projections/product.ts';
import { tableOf } from '../../projections/projection.ts';
import { foldVersion } from '../../projections/refold.ts';
import { runProjector } from '../../projections/run-projector.ts';
import { eventually } from '../kit/eventually.ts';
import { actualRows, expectedRows, wholeLog } from './expected.ts';
import { manyIdeas } from './many-ideas.ts';
import { checkpointOf, openLogSpace, projecting, projectTo, reached } from './log-space.ts';
import { World } from './world.ts';

const space = await openLogSpace();
const world = new World(space);
const versionOf = async () =>
  (await space.db.selectFrom('checkpoint').select('version').where('name', '=', 'fold').executeTakeFirstOrThrow()).version;
/** As an installation stands whose states another version has folded, into another shape. */
async function foldedByAnother(): Promise<void> {
  await space.db
    .updateTable('checkpoint')
    .set({ version: foldVersion - 1 })
    .where('name', '=', 'fold')
    .execute();
  await sql`update aggregate_state set state = '{"stage":"of another shape"}'`.execute(space.db);
  await sql`update ${sql.table(tableOf(product))} set stage = 'of another shape'`.execute(space.db);
}
async function foldAnew(): Promise<void> {
  const running = projecting(space, {}, runProjector); // what was cut off is tried again
  await eventually(async () => (await versionOf()) === foldVersion);
  await reached(space.db, world.head, tableOf(product));
  expect(await running.stop()).toBe('ended');
}
async function expectWhole(): Promise<void> {
  const log = await wholeLog(space);
  expect(log.length).toBe(world.head);
  for (const view of views) expect(await actualRows(space, view), view.name).toEqual(expectedRows(view, log));
}

test('states that another version has folded are folded anew from the log, and every view stands as if it had always been so', async () => {
  await manyIdeas(world, 200);
  await projectTo(space, world.head);
  expect(await versionOf()).toBe(foldVersion);
  await foldedByAnother();
  await manyIdeas(world, 20, 200); // written while no projector ran
  await foldAnew();
  await expectWhole();
});

test('a projector that dies while it folds anew goes on where it was, and readers see whole states meanwhile', async () => {
  await foldedByAnother();
  await space.root.transaction().execute(async (reading) => {
    // Somebody reads the states that are to be replaced, so that everything is folded and the last step waits.
    await sql`lock table ${sql.table(`${space.name}.aggregate_state`)} in access share mode`.execute(reading);
    const running = projecting(space);
    await reached(space.db, world.head, `refold_v${foldVersion}`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${space.name}`.execute(reading);
    await running.ended;
    expect(await checkpointOf(space.db, `refold_v${foldVersion}`)).toBeDefined();
  });
  await foldAnew();
  expect(await checkpointOf(space.db, `refold_v${foldVersion}`)).toBeUndefined();
  await expectWhole();
});
