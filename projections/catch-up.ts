import type { Database } from '../infra/db/database.ts';
import type { Log } from '../infra/log/connect.ts';
import { readLog } from '../infra/log/consume.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import { holdFence, setViews, type FoldCheckpoint } from './checkpoint.ts';
import { tableOf, type EventView, type StateView, type View } from './projection.ts';
import { ViewFailed } from './view-failed.ts';
import { addRows, replaceRows } from './rows.ts';

interface Lagging {
  db: Database;
  log: Log;
  space: string;
  view: View;
  fold: FoldCheckpoint;
  from: number;
  signal: AbortSignal;
}
const statesAtOnce = 1_000;

/**
 * A view that is new, was stopped or lags: between batches, under the fold's own fence, it is filled from the states changed since its
 * checkpoint (a view of events from the log), and stands where the fold stands when this returns.
 */
export async function catchUpView(lagging: Lagging): Promise<void> {
  const { view } = lagging;
  await (view.of === 'states' ? fromStates(lagging, view) : fromLog(lagging, view));
}

async function fromStates({ db, fold, from }: Lagging, view: StateView): Promise<void> {
  for (let place = from; place < fold.seq;) {
    const states = await db
      .selectFrom('aggregate_state')
      .select(['aggregate', 'id', 'position', 'hash', 'at', 'state'])
      .where('position', '>', place)
      .orderBy('position')
      .limit(statesAtOnce)
      .execute();
    const reached = states.length < statesAtOnce ? fold.seq : (states.at(-1)?.position ?? fold.seq);
    await guarded(view, () =>
      db.transaction().execute(async (tx) => {
        await holdFence(tx, fold);
        await replaceRows(
          tx,
          view,
          states.map((row) => ({ ...row, aggregate: row.aggregate as AggregateName })),
        );
        await setViews(tx, [tableOf(view)], reached);
      }),
    );
    place = reached;
  }
}

async function fromLog({ db, log, space, fold, from, signal }: Lagging, view: EventView): Promise<void> {
  if (from >= fold.seq) return;
  for await (const batch of readLog(log, space, from, signal)) {
    const known = batch.filter(({ commit }) => commit.position <= fold.seq);
    const reached = known.at(-1)?.commit.position ?? fold.seq;
    await guarded(view, () =>
      db.transaction().execute(async (tx) => {
        await holdFence(tx, fold);
        await addRows(tx, view, known);
        await setViews(tx, [tableOf(view)], reached);
      }),
    );
    if (reached >= fold.seq) return;
  }
}

async function guarded(view: View, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw ViewFailed.unlessWeather(tableOf(view), error);
  }
}
