import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { readLog, type Entry } from '../infra/log/consume.ts';
import type { Log } from '../infra/log/connect.ts';
import { foldName, holdFence, type FoldCheckpoint, type Tx } from './checkpoint.ts';
import { foldCommits, loadStates, saveStates } from './fold.ts';
import { tableOf, type View } from './projection.ts';

/**
 * The version of the fold. Whoever changes what an event does to a state, or what a state holds, raises it: states that another version has
 * folded are then folded anew from the log before anything else, and every view of states is filled from them.
 */
export const foldVersion = 3;
const refoldName = `refold_v${foldVersion}`;

interface Refolding {
  db: Database;
  log: Log;
  space: string;
  views: readonly View[];
  fold: FoldCheckpoint;
  signal: AbortSignal;
}

/**
 * Beside the states that are read meanwhile, in batches with a checkpoint of their own, so that a projector that dies goes on where it was.
 * With the last batch the new states take the place of the old, and the views of states begin anew; views of events stand as they are.
 */
export async function refold(refolding: Refolding): Promise<FoldCheckpoint> {
  const { db, log, space, fold, signal } = refolding;
  if (fold.seq === 0) return db.transaction().execute((tx) => named(tx, fold)); // nothing was folded yet
  let from = await begin(db, fold);
  if (from < fold.seq) {
    for await (const batch of readLog(log, space, from, signal)) {
      from = await take(db, fold, batch);
      if (from >= fold.seq) break;
    }
  }
  return signal.aborted ? fold : finish(refolding);
}

const begin = (db: Database, fold: FoldCheckpoint): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await holdFence(tx, fold);
    const begun = await tx.selectFrom('checkpoint').select('seq').where('name', '=', refoldName).executeTakeFirst();
    if (begun) return begun.seq;
    await sql`drop table if exists aggregate_state_next`.execute(tx);
    await sql`create table aggregate_state_next (like aggregate_state including all)`.execute(tx);
    await tx.deleteFrom('checkpoint').where('name', 'like', 'refold%').execute();
    await tx.insertInto('checkpoint').values({ name: refoldName, head_hash: null, stream_created: null, stopped: null }).execute();
    return 0;
  });

const take = (db: Database, fold: FoldCheckpoint, batch: readonly Entry[]): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await holdFence(tx, fold);
    const known = batch.filter(({ commit }) => commit.position <= fold.seq);
    await saveStates(tx, foldCommits(await loadStates(tx, known, 'aggregate_state_next'), known), 'aggregate_state_next');
    const seq = known.at(-1)?.commit.position ?? fold.seq;
    await tx.updateTable('checkpoint').set({ seq }).where('name', '=', refoldName).execute();
    return seq;
  });

const finish = ({ db, views, fold }: Refolding): Promise<FoldCheckpoint> =>
  db.transaction().execute(async (tx) => {
    await holdFence(tx, fold);
    await swap(tx);
    const ofStates = views.filter(({ of }) => of === 'states').map(tableOf);
    if (ofStates.length > 0) await tx.updateTable('checkpoint').set({ seq: 0 }).where('name', 'in', ofStates).execute();
    await tx.deleteFrom('checkpoint').where('name', '=', refoldName).execute();
    return named(tx, fold);
  });
async function named(tx: Tx, fold: FoldCheckpoint): Promise<FoldCheckpoint> {
  await holdFence(tx, fold);
  await tx.updateTable('checkpoint').set({ version: foldVersion }).where('name', '=', foldName).execute();
  return { ...fold, version: foldVersion };
}
async function swap(tx: Tx): Promise<void> {
  await sql`drop table aggregate_state`.execute(tx);
  await sql`alter table aggregate_state_next rename to aggregate_state`.execute(tx);
}
