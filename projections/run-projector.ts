import { sql, type Kysely } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tables } from '../infra/db/database.ts';
import { project, type ProjectorOptions } from './projector.ts';
import { isWeather } from './weather.ts';

export interface RunOptions extends ProjectorOptions {
  /** This process folds from now on; before, it stood by. */
  onFolding?: () => void;
  /** Weather: tried again after a pause. */
  onRetry?: (error: unknown) => void;
}
const standByMs = 500;
const pauseMaxMs = 10_000;
/** A run that held so long has proved that the weather is over. */
const settledMs = 60_000;

/**
 * Keeps the views of a space until the signal. Any number may run: who holds the lock folds, the others stand by and take over when he
 * dies. Tries again after weather; throws `Fenced` when another one has taken over, and the fault when the log cannot be followed.
 */
export async function runProjector(options: RunOptions): Promise<void> {
  const { signal } = options;
  const isOver = () => signal.aborted; // asked anew each time: it changes while one waits
  for (let attempt = 0; !isOver(); attempt++) {
    const begun = Date.now();
    try {
      await underLock(options);
    } catch (error) {
      if (isOver()) return;
      if (!isWeather(error)) throw error;
      options.onRetry?.(error);
      if (Date.now() - begun > settledMs) attempt = 0;
      await pause(Math.min(100 * 2 ** attempt, pauseMaxMs) * (0.5 + Math.random() / 2), signal);
    }
  }
}

/** A connection of its own holds the lock, so that the server frees it when this process dies. */
const underLock = (options: RunOptions): Promise<void> =>
  options.db.connection().execute(async (held) => {
    const { space, signal } = options;
    while (!(await tryLock(held, space))) {
      await pause(standByMs, signal);
      if (signal.aborted) return;
    }
    try {
      options.onFolding?.();
      await project(options);
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${space}, 0))`.execute(held).catch(() => undefined);
    }
  });
async function tryLock(held: Kysely<Tables>, space: string): Promise<boolean> {
  const {
    rows: [row],
  } = await sql<{ isMine: boolean }>`select pg_try_advisory_lock(hashtextextended(${space}, 0)) as "isMine"`.execute(held);
  return row?.isMine === true;
}
const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);
