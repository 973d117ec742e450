import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { foldName } from '../../projections/checkpoint.ts';
import { product } from '../../projections/product.ts';
import { tableOf } from '../../projections/projection.ts';
import { viewStatus } from '../../projections/status.ts';
import { Arrivals } from '../../projections/arrivals.ts';
import { eventually } from '../kit/eventually.ts';
import { manyIdeas } from './many-ideas.ts';
import { openLogSpace, projecting, reached, type LogSpace } from './log-space.ts';
import * as story from './story.ts';
import { World } from './world.ts';

let space: LogSpace;
let world: World;
let arrivals: Arrivals;
let running: ReturnType<typeof projecting>;
beforeAll(async () => {
  space = await openLogSpace();
  world = new World(space);
  arrivals = new Arrivals(inject('stack').postgres);
  running = projecting(space);
  await manyIdeas(world, 1);
  await reached(space.db, world.head);
});
afterEach(() => space.db.updateTable('checkpoint').set({ stopped: null }).execute());
afterAll(async () => {
  await arrivals.close();
  await running.stop();
  await space.close();
});
const timed = async <Answer>(asked: Promise<Answer>): Promise<[Answer, number]> => {
  const begun = Date.now();
  return [await asked, Date.now() - begun];
};
const waitFor = (position: number, names = ['product', 'timeline'], timeoutMs = 2_000) =>
  timed(arrivals.waitFor({ space: space.name, db: space.db, names, position, timeoutMs }));

test('what is there is told at once', async () => {
  expect((await waitFor(world.head))[0]).toBe('there');
});

test('what comes is told when it comes', async () => {
  const waiting = waitFor(world.head + 1);
  await story.proposed(world);
  const [answer, ms] = await waiting;
  expect(answer).toBe('there');
  expect(ms).toBeLessThan(1_000);
});

test('what does not come is late', async () => {
  const [answer, ms] = await waitFor(world.head + 1, ['product'], 300);
  expect(answer).toBe('late');
  expect(ms).toBeGreaterThanOrEqual(290);
});

test('a view that has stopped is told at once, whether it had stopped before or stops meanwhile', async () => {
  const stop = () =>
    space.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('checkpoint')
        .set({ stopped: JSON.stringify({ position: 3, reason: 'broken' }) })
        .where('name', '=', tableOf(product))
        .execute();
      await sql`select pg_notify('checkpoint', ${`${space.name} 3`})`.execute(tx);
    });
  const waiting = waitFor(world.head + 1);
  await stop();
  for (const [answer, ms] of [await waiting, await waitFor(world.head + 1)]) {
    expect(answer).toEqual({ stopped: 'product', position: 3, reason: 'broken' });
    expect(ms).toBeLessThan(900);
  }
  expect((await waitFor(world.head))[0], 'what it has taken in before is there').toBe('there');
  expect((await waitFor(world.head + 1, ['timeline'], 50))[0], 'others are not concerned').toBe('late');
});

test('where the fold has stopped no view will come', async () => {
  await space.db
    .updateTable('checkpoint')
    .set({ stopped: JSON.stringify({ position: 4, reason: 'gap' }) })
    .where('name', '=', foldName)
    .execute();
  expect((await waitFor(world.head + 1))[0]).toEqual({ stopped: foldName, position: 4, reason: 'gap' });
});

test('without its listening connection it looks by itself, and listens again later', async () => {
  const listening = async () =>
    (
      await sql<{
        pid: number;
      }>`select pid from pg_stat_activity where application_name = 'ocop arrivals' and query like 'listen%'`.execute(space.root)
    ).rows.map(({ pid }) => pid);
  await eventually(async () => (await listening()).length > 0);
  const before = await listening();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ocop arrivals'`.execute(space.root);
  const waiting = waitFor(world.head + 1);
  await manyIdeas(world, 1, 5);
  expect((await waiting)[0]).toBe('there');
  await eventually(async () => (await listening()).some((pid) => !before.includes(pid)));
});

test('a name that no view has is a mistake of the caller', async () => {
  await expect(arrivals.waitFor({ space: space.name, db: space.db, names: ['prodct'], position: 1 })).rejects.toThrow('no view prodct');
});

test('status tells how far each view is behind the log', async () => {
  await reached(space.db, world.head);
  const status = await viewStatus(space.db, world.head + 3);
  expect(status[0]).toEqual({ name: foldName, seq: world.head, lagEvents: 3, stopped: null });
  expect(status.map(({ name }) => name)).toEqual(expect.arrayContaining(['product', 'worklist', 'archive']));
  expect((await viewStatus(space.db))[1]?.lagEvents).toBeNull();
});
