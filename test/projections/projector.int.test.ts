import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Fenced } from '../../projections/checkpoint.ts';
import { views } from '../../projections/index.ts';
import { product } from '../../projections/product.ts';
import { tableOf, type EventView, type StateView } from '../../projections/projection.ts';
import { runProjector } from '../../projections/run-projector.ts';
import { ViewFailed } from '../../projections/view-failed.ts';
import { eventually } from '../kit/eventually.ts';
import { manyIdeas } from './many-ideas.ts';
import { actualRows, expectedRows, wholeLog } from './expected.ts';
import { checkpointOf, openLogSpace, projecting, projectTo, reached, type LogSpace } from './log-space.ts';
import * as story from './story.ts';
import { World } from './world.ts';

let space: LogSpace;
let world: World;
beforeAll(async () => {
  space = await openLogSpace();
  world = new World(space);
});
afterAll(() => space.close());

async function expectWhole(more: readonly (StateView | EventView)[] = []): Promise<void> {
  const log = await wholeLog(space);
  expect(log.length).toBe(world.head);
  for (const view of [...views, ...more]) expect(await actualRows(space, view), view.name).toEqual(expectedRows(view, log));
}

describe('a projector', () => {
  test('follows an empty stream, and ends at once when nothing comes', async () => {
    const running = projecting(space);
    await eventually(async () => (await checkpointOf(space.db, 'archive_v1')) !== undefined);
    const begun = Date.now();
    expect(await running.stop()).toBe('ended');
    expect(Date.now() - begun).toBeLessThan(500);
    const never = projecting(space);
    never.abort();
    expect(await never.ended).toBe('ended');
  });

  test('of two that follow one space the older is fenced, and nothing is lost or doubled', async () => {
    await manyIdeas(world, 40);
    const older = projecting(space);
    await reached(space.db, 1);
    const younger = projecting(space, { db: space.another() });
    const writing = manyIdeas(world, 40, 60);
    expect(await older.ended).toBeInstanceOf(Fenced);
    await writing;
    await reached(space.db, world.head);
    expect(await younger.stop()).toBe('ended');
    await expectWhole();
  });

  test('stands by while another folds, and takes over when that one dies', async () => {
    const held = spawn(process.execPath, [
      fileURLToPath(new URL('hold-projector.ts', import.meta.url)),
      inject('stack').postgres,
      inject('stack').nats,
      space.name,
    ]);
    await once(held.stdout, 'data');
    const folding: string[] = [];
    const standby = projecting(space, {}, (options) =>
      runProjector({
        ...options,
        onFolding: () => {
          folding.push('standby');
        },
      }),
    );
    const writing = manyIdeas(world, 120, 1_000);
    await eventually(async () => ((await checkpointOf(space.db, 'fold'))?.seq ?? 0) > 450);
    expect(folding).toEqual([]);
    held.kill('SIGKILL');
    const { fence = 0 } = (await checkpointOf(space.db, 'fold')) ?? {};
    await writing;
    await reached(space.db, world.head);
    expect(folding).toEqual(['standby']);
    expect((await checkpointOf(space.db, 'fold'))?.fence).toBe(fence + 1);
    expect(await standby.stop()).toBe('ended');
    await expectWhole();
  });

  test('tries again after its connections were cut', async () => {
    const retries: unknown[] = [];
    const running = projecting(space, {}, (options) =>
      runProjector({
        ...options,
        onRetry: (error) => {
          retries.push(error);
        },
      }),
    );
    const writing = manyIdeas(world, 100, 2_000);
    for (let cut = 0; cut < 4; cut++) {
      await reached(space.db, world.head - 20);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${space.name}`.execute(space.root);
    }
    await writing;
    await reached(space.db, world.head);
    expect(await running.stop()).toBe('ended');
    expect(retries.length).toBeGreaterThan(0);
    await expectWhole();
  });

  test('goes on without a view that throws, which catches up after it has been mended', async () => {
    const fragile = (rows: StateView['rows']): StateView => ({
      of: 'states',
      name: 'fragile',
      version: 1,
      columns: 'id text primary key, stage text not null',
      rows,
    });
    const rowOf = (state: { stage: string }, { id }: { id: string }) => [{ id, stage: state.stage }];
    const broken = fragile({
      'product-cycle': (state, about) => {
        if (about.id === 'nem-1') throw new Error('nem is too spicy');
        return rowOf(state, about);
      },
    });
    const refused: EventView = {
      of: 'events',
      name: 'refused',
      version: 1,
      columns: 'position bigint check (position < 0)',
      rows: ({ commit: { position } }) => [{ position }],
    };
    const stopped: string[] = [];
    const running = projecting(space, {
      views: [...views, broken, refused],
      onStopped: (view) => {
        stopped.push(view);
      },
    });
    await reached(space.db, world.head, 'fragile_v1');
    await story.proposed(world);
    await reached(space.db, world.head, tableOf(product));
    await running.stop();
    expect(stopped).toEqual(['refused_v1', 'fragile_v1']);
    expect((await checkpointOf(space.db, 'fragile_v1'))?.stopped).toMatchObject({ position: world.head - 1, reason: 'nem is too spicy' });
    await expectWhole();

    const mended = fragile({ 'product-cycle': rowOf });
    const whole: EventView = { ...refused, name: 'refused', columns: 'position bigint' };
    await sql`alter table refused_v1 drop constraint refused_v1_position_check`.execute(space.db);
    await projectTo(space, world.head, { views: [...views, mended, whole] }, 'refused_v1');
    expect((await checkpointOf(space.db, 'fragile_v1'))?.stopped).toBeNull();
    await expectWhole([mended, whole]);
  });

  test('fills a new version of a view beside the old one', async () => {
    const next: StateView = { ...product, version: product.version + 1 };
    const again: EventView = {
      of: 'events',
      name: 'again',
      version: 1,
      columns: 'position bigint primary key',
      rows: ({ commit: { position } }) => [{ position }],
    };
    const running = projecting(space, { views: [...views, next, again] });
    await reached(space.db, world.head, tableOf(next));
    await reached(space.db, world.head, 'again_v1');
    await running.stop();
    await expectWhole([next, again]);
  });

  test('cut off while it fills a view, fills the rest at the next start', async () => {
    const slow: EventView = {
      of: 'events',
      name: 'slow',
      version: 1,
      columns: 'position bigint primary key',
      rows: ({ commit: { position } }) => [{ position }],
    };
    const running = projecting(space, { views: [...views, slow] });
    await reached(space.db, 1, 'slow_v1');
    await running.stop();
    await projectTo(space, world.head, { views: [...views, slow] }, 'slow_v1');
    expect((await checkpointOf(space.db, 'slow_v1'))?.seq).toBe(world.head);
    await expectWhole([slow]);
  });

  test('a fault of the database is no view’s fault', () => {
    const broken = Object.assign(new Error('terminating connection'), { code: '57P01' });
    expect(ViewFailed.unlessWeather(tableOf(product), broken)).toBe(broken);
    expect(ViewFailed.unlessWeather(tableOf(product), new Error('a defect'))).toBeInstanceOf(ViewFailed);
  });
});
