import type { Database } from '../infra/db/database.ts';
import type { Log } from '../infra/log/connect.ts';
import { readLog, type Entry } from '../infra/log/consume.ts';
import { advance, announce, foldName, markStopped, openViews, setViews, takeOver, type FoldCheckpoint, type Tx } from './checkpoint.ts';
import { catchUpView } from './catch-up.ts';
import { isFault, UnfoldableCommit, WrongLog } from './faults.ts';
import { foldCommits, loadStates, saveStates, type Folded } from './fold.ts';
import { tableOf, type View } from './projection.ts';
import { foldVersion, refold } from './refold.ts';
import { addRows, replaceRows } from './rows.ts';
import { createTables } from './tables.ts';
import { verified } from './verified.ts';
import { ViewFailed } from './view-failed.ts';

export interface ProjectorOptions {
  /** With the space's schema. */
  db: Database;
  log: Log;
  space: string;
  views: readonly View[];
  signal: AbortSignal;
  onStopped?: (view: string, reason: string) => void;
}

/**
 * Folds the log with the aggregates' own `apply`, keeps each state, and replaces the rows of every view whose aggregate moved: state,
 * rows and checkpoint commit together, so the effect of each commit is there exactly once. Ends with the signal; throws for weather,
 * for a lost fence, and for a log that cannot be followed, which is then told at the checkpoint.
 */
export async function project(options: ProjectorOptions): Promise<void> {
  const { db, log, space, views, signal } = options;
  await createTables(db, views);
  if (signal.aborted) return; // a successor may have taken over already
  const folding = new Folding(options, await takeOver(db));
  try {
    await folding.open();
    for await (const batch of readLog(log, space, folding.seq, signal)) await folding.take(batch);
  } catch (error) {
    throw isFault(error) ? await folding.stopFold(error) : error;
  }
}

/** One run of the fold: where it stands, and which views go with it. */
class Folding {
  private readonly options: ProjectorOptions;
  private readonly stopped = new Set<string>();
  private fold: FoldCheckpoint;

  constructor(options: ProjectorOptions, fold: FoldCheckpoint) {
    this.options = options;
    this.fold = fold;
  }

  get seq(): number {
    return this.fold.seq;
  }
  private get running(): View[] {
    return this.options.views.filter((view) => !this.stopped.has(tableOf(view)));
  }

  /** The fold is of this log and of this code, and every view stands where it stands, or has stopped. */
  async open(): Promise<void> {
    const { db, log, space, views, signal } = this.options;
    this.fold = await verified(db, log, space, this.fold);
    if (this.fold.version !== foldVersion) this.fold = await refold({ db, log, space, views, fold: this.fold, signal });
    if (!signal.aborted) await this.catchUp();
  }
  private async catchUp(): Promise<void> {
    const { db, log, space, views, signal } = this.options;
    const places = await openViews(db, this.fold, views);
    for (const view of views) {
      if (signal.aborted) return;
      const from = places.get(tableOf(view)) ?? 0;
      if (from > this.fold.seq) throw new WrongLog(`View ${tableOf(view)} is at ${from}, ahead of the fold at ${this.fold.seq}.`);
      if (from < this.fold.seq) await this.orStop(catchUpView({ db, log, space, view, fold: this.fold, from, signal }));
    }
  }

  /** A view that fails is left out, and the batch is done again without it; before a poisoned commit everything good is kept. */
  async take(batch: readonly Entry[]): Promise<void> {
    for (let isDone = false; !isDone;) {
      try {
        isDone = await this.orStop(this.commit(batch));
      } catch (error) {
        const fault = unkeepable(error, batch);
        const good = fault instanceof UnfoldableCommit ? batch.filter(({ commit }) => commit.position < fault.position) : [];
        if (good.length > 0) await this.take(good);
        if (fault !== 'somewhere') throw fault;
        for (const entry of batch) await this.take([entry]); // one by one, up to the commit that it is
        isDone = true;
      }
    }
  }

  /** One batch, one transaction: the fold's checkpoint first, then states, rows and the views' checkpoints. */
  private async commit(batch: readonly Entry[]): Promise<void> {
    const { db, space } = this.options;
    const head = batch.at(-1)?.commit;
    if (!head) return;
    const views = this.running;
    await db.transaction().execute(async (tx) => {
      await advance(tx, this.fold, { seq: head.position, hash: head.hash });
      const folded = foldCommits(await loadStates(tx, batch), batch);
      await saveStates(tx, folded);
      for (const view of views) await refresh(tx, view, folded, batch);
      await setViews(tx, views.map(tableOf), head.position);
      await announce(tx, space, head.position);
    });
    this.fold = { ...this.fold, seq: head.position, hash: head.hash };
  }

  private async orStop(work: Promise<void>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      if (!(error instanceof ViewFailed)) throw error;
      const { db, space, onStopped } = this.options;
      await markStopped(db, space, this.fold, { name: error.view, position: this.fold.seq, reason: error.message });
      this.stopped.add(error.view);
      onStopped?.(error.view, error.message);
      return false;
    }
  }

  /** The log cannot be followed: said where the views' readers look. */
  async stopFold(fault: Error): Promise<Error> {
    const { db, space } = this.options;
    await markStopped(db, space, this.fold, { name: foldName, position: this.fold.seq, reason: fault.message });
    return fault;
  }
}

/** What PostgreSQL cannot keep of a state (class 22, a NUL in a text) is a fault of the commit that brought it. */
const unkeepable = (error: unknown, [first, ...rest]: readonly Entry[]): unknown => {
  const isData = error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');
  if (!isData || !first) return error;
  return rest.length > 0 ? 'somewhere' : new UnfoldableCommit(first.commit.position, error.message, error);
};

async function refresh(tx: Tx, view: View, folded: readonly Folded[], batch: readonly Entry[]): Promise<void> {
  try {
    await (view.of === 'states' ? replaceRows(tx, view, folded) : addRows(tx, view, batch));
  } catch (error) {
    throw ViewFailed.unlessWeather(tableOf(view), error);
  }
}
