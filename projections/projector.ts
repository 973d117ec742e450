import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import type { Log } from '../infra/log/connect.ts';
import { readLog, type Entry } from '../infra/log/consume.ts';
import { checkStream } from '../infra/log/stream.ts';
import { advance, announce, openViews, rememberStream, setViews, stopView, takeOver, type FoldCheckpoint, type Tx } from './checkpoint.ts';
import { catchUpView } from './catch-up.ts';
import { foldCommits, loadStates, saveStates, type Folded } from './fold.ts';
import { tableOf, type View } from './projection.ts';
import { addRows, replaceRows } from './rows.ts';
import { ViewFailed } from './view-failed.ts';

export interface ProjectorOptions { db: Database; log: Log; space: string; views: readonly View[]; signal: AbortSignal; onStopped?: (view: string, reason: string) => void }

/**
 * Folds the log with the aggregates' own `apply`, keeps each state, and replaces the rows of every view whose aggregate moved: state, rows and
 * checkpoint commit together, so the effect of each commit is there exactly once. `db` has the space's schema.
 */
export async function project({ db, log, space, views, signal, onStopped }: ProjectorOptions): Promise<void> {
  await createTables(db, views);
  const places = await openViews(db, views);
  let fold = await verified(db, log, space, await takeOver(db));
  const stopped = new Set<string>();
  const stop = async (view: string, reason: string) => {
    stopped.add(view);
    await stopView(db, view, { position: fold.seq, reason });
    onStopped?.(view, reason);
  };
  const catchUp = async () => {
    for (const view of views) {
      const name = tableOf(view);
      if (stopped.has(name) || places.get(name) === fold.seq) continue;
      await catchUpView({ db, log, space, view, fold, from: places.get(name) ?? 0, signal }).then(
        () => { places.set(name, fold.seq); },
        async (error: unknown) => { if (!(error instanceof ViewFailed)) throw error; await stop(name, error.message); },
      );
    }
  };
  await catchUp();
  for await (const batch of readLog(log, space, fold.seq, signal)) {
    for (let done = false; !done;) {
      const running = views.filter((view) => !stopped.has(tableOf(view)));
      try {
        fold = await apply(db, space, batch, fold, running);
        for (const view of running) places.set(tableOf(view), fold.seq);
        done = true;
      } catch (error) {
        if (!(error instanceof ViewFailed)) throw error;
        await stop(error.view, error.message);
      }
    }
    if (signal.aborted) return;
  }
}

/** One batch, one transaction: the fold's checkpoint first, then states, rows and the views' checkpoints. */
async function apply(db: Database, space: string, batch: readonly Entry[], fold: FoldCheckpoint, views: readonly View[]): Promise<FoldCheckpoint> {
  const head = batch.at(-1)?.commit;
  if (!head) return fold;
  await db.transaction().execute(async (tx) => {
    await advance(tx, fold, { seq: head.position, hash: head.hash });
    const folded = foldCommits(await loadStates(tx, batch), batch);
    await saveStates(tx, folded);
    for (const view of views) await refresh(tx, view, folded, batch);
    await setViews(tx, views.map(tableOf), head.position);
    await announce(tx, space, head.position);
  });
  return { ...fold, seq: head.position, hash: head.hash };
}

async function refresh(tx: Tx, view: View, folded: readonly Folded[], batch: readonly Entry[]): Promise<void> {
  try {
    await (view.of === 'states' ? replaceRows(tx, view, folded) : addRows(tx, view, batch));
  } catch (error) {
    throw ViewFailed.unlessWeather(tableOf(view), error);
  }
}

/** Before resuming: the stream is the one we read, it is not shorter than our checkpoint, and it has our head. */
async function verified(db: Database, log: Log, space: string, fold: FoldCheckpoint): Promise<FoldCheckpoint> {
  const { created, state, config } = await checkStream(log, space);
  if (fold.streamCreated === null) await rememberStream(db, created);
  else if (fold.streamCreated !== created) throw new Error(`Stream ${config.name} was created ${created}, the views follow the one of ${fold.streamCreated}. Restore by the procedure, or rebuild the views.`);
  if (state.last_seq < fold.seq) throw new Error(`Stream ${config.name} ends at ${state.last_seq}, the views are at ${fold.seq}: the log has lost its end.`);
  if (fold.seq > 0) {
    const head = await log.manager.streams.getMessage(config.name, { seq: fold.seq });
    if (head?.header.get('Ev-Hash') !== fold.hash) throw new Error(`Position ${fold.seq} of ${config.name} is not the commit that the views have folded.`);
  }
  return { ...fold, streamCreated: created };
}

async function createTables(db: Database, views: readonly View[]): Promise<void> {
  for (const view of views) {
    if (view.of === 'events' && view.durable) continue;
    const table = tableOf(view);
    await sql.raw(`create table if not exists ${table} (owner text not null, ${view.columns})`).execute(db);
    await sql.raw(`create index if not exists ${table}_owner on ${table} (owner)`).execute(db);
    for (const [at, index] of (view.indexes ?? []).entries()) await sql.raw(`create index if not exists ${table}_${at} on ${table} ${index}`).execute(db);
  }
}
