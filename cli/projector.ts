import type { Addresses } from '../infra/config.ts';
import type { Logger } from '../infra/logger.ts';
import { openDatabase, openPool } from '../infra/db/database.ts';
import { connectLog } from '../infra/log/connect.ts';
import { checkNats } from '../infra/servers/nats.ts';
import type { Space } from '../infra/space.ts';
import { views } from '../projections/index.ts';
import { runProjector } from '../projections/run-projector.ts';

export interface RunningProjector {
  stop: () => Promise<void>;
  ended: Promise<void>;
}

/** Keeps the views of one space. Any number may run: one folds, the others stand by. */
export async function startProjector(addresses: Addresses, space: Space, log: Logger): Promise<RunningProjector> {
  await checkNats(addresses.natsMonitor);
  const events = await connectLog(addresses.nats, `projector ${space.name}`);
  const db = openDatabase(openPool(addresses.postgres, { max: 4, name: `projector ${space.name}`, schema: space.name }));
  const abort = new AbortController();
  log.info({ space: space.name }, 'standing by until no other projector holds the space');
  const ended = runProjector({
    db,
    log: events,
    space: space.name,
    views,
    signal: abort.signal,
    onFolding: () => {
      log.info({ space: space.name }, 'following the log');
    },
    onRetry: (error) => {
      log.warn({ err: error }, 'trying again');
    },
    onStopped: (view, reason) => {
      log.error({ view, reason }, 'a view has stopped; the others go on');
    },
  });
  return {
    ended,
    stop: async () => {
      abort.abort();
      await ended.catch(() => undefined);
      await db.destroy();
      await events.connection.drain();
    },
  };
}
