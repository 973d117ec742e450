import { DefaultLogger, Runtime } from '@temporalio/worker';
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, inject } from 'vitest';
import type { Address } from '../../domain/kernel/address.ts';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import type { CommandMessage } from '../../domain/kernel/message.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { appendCommit } from '../../activities/append-commit.ts';
import { fulfil } from '../../activities/fulfil.ts';
import { commitsAfter, readStream } from '../../activities/read-stream.ts';
import { openDatabase, openPool, type Database } from '../../infra/db/database.ts';
import { connectLog, type Log } from '../../infra/log/connect.ts';
import { provisionSpace } from '../../infra/provision.ts';
import { streamOf, type Space } from '../../infra/space.ts';
import { connectTemporal, doorOf, taskQueueOf } from '../../infra/temporal/client.ts';
import { send, signal, type Door } from '../../infra/temporal/send.ts';
import { runWorkers } from '../../infra/temporal/worker.ts';
import type { FulfilActivities, LogActivities } from '../../workflows/activity-contracts.ts';
import { views } from '../../projections/index.ts';
import { project } from '../../projections/projector.ts';
import { eventually } from './eventually.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export interface TestSpace {
  space: Space;
  db: Database;
  root: Database;
  log: Log;
  door: Door;
  tell: (to: Address, type: string, data: object, actor: Actor, more?: Partial<CommandMessage>) => Promise<Ack>;
  signal: (to: Address, type: string, data: object, actor: Actor, more?: Partial<CommandMessage>) => Promise<void>;
  commits: (to: Address) => ReturnType<typeof commitsAfter>;
  /** Until every view has passed everything in the log, and nothing is owed any more. */
  settled: () => Promise<void>;
  worker: { stop: () => Promise<void> };
  /** What its worker runs. */
  activities: { log: LogActivities; fulfil: FulfilActivities };
}
export interface TestSpaceOptions {
  kind?: Space['kind'];
  rollAfter?: number;
  withWorker?: boolean;
  withProjector?: boolean;
  activities?: (real: LogActivities & FulfilActivities) => Partial<LogActivities & FulfilActivities>;
}

/** A space of its own on the shared stack, with a worker and a projector in this process; closed after the file's tests. */
export async function openTestSpace({
  kind = 'real',
  rollAfter,
  withWorker = true,
  withProjector = true,
  activities = () => ({}),
}: TestSpaceOptions = {}): Promise<TestSpace> {
  const stack = inject('stack');
  const root = openDatabase(openPool(stack.postgres, { max: 2 }));
  const log = await connectLog(stack.nats, 'test');
  const temporal = await connectTemporal(stack.temporal);
  const space = await provisionSpace({ root, log, temporal }, { name: `t${randomBytes(5).toString('hex')}`, kind }, false);
  const door = doorOf(temporal, space, rollAfter === undefined ? {} : { rollAfter });
  const real = { appendCommit: appendCommit(log, space.name), readStream: readStream(log, space.name), fulfil: fulfil(door) };
  const used = { ...real, ...activities(real) };
  const split = { log: { appendCommit: used.appendCommit, readStream: used.readStream }, fulfil: { fulfil: used.fulfil } };
  const worker = withWorker
    ? await runWorkers({
        address: stack.temporal,
        namespace: space.namespace,
        taskQueue: taskQueueOf(space.name),
        workflowBundle: { codePath: inject('bundlePath') },
        activities: split,
      })
    : { stop: () => Promise.resolve() };
  const db = openDatabase(openPool(stack.postgres, { max: 6, schema: space.name }));
  const abort = new AbortController();
  const projecting = withProjector ? project({ db, log, space: space.name, views, signal: abort.signal }) : Promise.resolve();
  projecting.catch(() => undefined);
  afterAll(async () => {
    await worker.stop();
    abort.abort();
    await projecting.catch(() => undefined);
    await Promise.all([db.destroy(), root.destroy(), temporal.close(), log.connection.close()]);
  });
  const message = (type: string, data: object, actor: Actor, more: Partial<CommandMessage>): CommandMessage => ({
    commandId: `c-${randomUUID()}`,
    type,
    data,
    actor,
    ...more,
  });
  return {
    space,
    db,
    root,
    log,
    door,
    worker,
    activities: split,
    tell: (to, type, data, actor, more = {}) => send(door, to, message(type, data, actor, more)),
    signal: (to, type, data, actor, more = {}) => signal(door, to, message(type, data, actor, more)),
    commits: ({ aggregate, id }) => commitsAfter(log, space.name, { aggregate, id, after: 0 }),
    settled: () =>
      eventually(async () => {
        const { state } = await log.manager.streams.info(streamOf(space.name));
        const behind = await db.selectFrom('checkpoint').select('name').where('seq', '<', state.last_seq).execute();
        const owed = await sql`select 1 from obligation_v1 limit 1`.execute(db);
        return behind.length === 0 && owed.rows.length === 0;
      }),
  };
}
