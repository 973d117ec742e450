import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase, openPool, type Database } from '../../infra/db/database.ts';
import { migrateSpace } from '../../infra/db/migrate.ts';
import { connectLog, type Log } from '../../infra/log/connect.ts';
import { createStream } from '../../infra/log/stream.ts';
import { views } from '../../projections/index.ts';
import { project, type ProjectorOptions } from '../../projections/projector.ts';
import { eventually } from '../kit/eventually.ts';

/** A space of its own with log and schema alone: commits are appended straight, so that no worker is needed. */
export interface LogSpace {
  name: string;
  db: Database;
  root: Database;
  log: Log;
  /** Another pool, as another process would have it. */
  another: () => Database;
  close: () => Promise<void>;
}

export async function openLogSpace({ withStream = true } = {}): Promise<LogSpace> {
  const stack = inject('stack');
  const name = `p${randomBytes(5).toString('hex')}`;
  const pools: Database[] = [];
  const open = (schema?: string): Database => {
    const pool = openPool(stack.postgres, schema === undefined ? { max: 2 } : { max: 4, schema, name: schema });
    pool.on('connect', (client) => {
      client.on('error', () => undefined);
    }); // backends are terminated here on purpose
    const db = openDatabase(pool);
    pools.push(db);
    return db;
  };
  const root = open();
  const log = await connectLog(stack.nats, `test ${name}`);
  await migrateSpace(root, name);
  if (withStream) await createStream(log, name);
  return {
    name,
    root,
    log,
    db: open(name),
    another: () => open(name),
    close: async () => {
      await Promise.all(pools.map((db) => db.destroy()));
      await log.connection.close();
    },
  };
}

/** A projector in this process. `ended` never rejects: it tells how it ended. */
export function projecting(
  space: LogSpace,
  more: Partial<ProjectorOptions> = {},
  run: (options: ProjectorOptions) => Promise<void> = project,
) {
  const abort = new AbortController();
  const options = { db: space.db, log: space.log, space: space.name, views, signal: abort.signal, ...more };
  const ended: Promise<unknown> = run(options).then(
    () => 'ended',
    (error: unknown) => error,
  );
  return {
    ended,
    abort: () => {
      abort.abort();
    },
    stop: async () => {
      abort.abort();
      return ended;
    },
  };
}

export const checkpointOf = async (db: Database, name: string) =>
  db.selectFrom('checkpoint').select(['seq', 'fence', 'stopped']).where('name', '=', name).executeTakeFirst();
/** Until fold and views have taken in a position. */
export const reached = (db: Database, position: number, name = 'fold'): Promise<void> =>
  eventually(async () => ((await checkpointOf(db, name))?.seq ?? 0) >= position);
/** Takes everything in and ends. */
export async function projectTo(space: LogSpace, position: number, more: Partial<ProjectorOptions> = {}, view = 'fold'): Promise<void> {
  const running = projecting(space, more);
  await Promise.race([reached(space.db, position, view), running.ended]);
  const how = await running.stop();
  if (how !== 'ended') throw how;
}
