import { sql, type Transaction } from 'kysely';
import type { Database, Stopped, Tables } from '../infra/db/database.ts';
import { tableOf, type View } from './projection.ts';

export interface FoldCheckpoint {
  seq: number;
  fence: number;
  /** Of the code that folded what the states hold. */
  version: number;
  hash: string;
  streamCreated: string | null;
}
export class Fenced extends Error {}
export type Tx = Transaction<Tables>;
/** The row of the fold itself, beside those of the views. */
export const foldName = 'fold';

/** Takes the fold over: whoever folded before hits no row with his older fence and stops. The lock spares work, the fence makes it safe. */
export async function takeOver(db: Database): Promise<FoldCheckpoint> {
  const row = await db
    .updateTable('checkpoint')
    .set({ fence: sql<number>`fence + 1`, stopped: null })
    .where('name', '=', foldName)
    .returning(['seq', 'fence', 'version', 'head_hash', 'stream_created'])
    .executeTakeFirstOrThrow();
  return { seq: row.seq, fence: row.fence, version: row.version, hash: row.head_hash ?? '', streamCreated: row.stream_created };
}
/** First statement of each batch: its row lock orders projectors, and 0 rows mean that another one has taken over. */
export async function advance(tx: Tx, { seq, fence }: FoldCheckpoint, to: { seq: number; hash: string }): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('checkpoint')
    .set({ seq: to.seq, head_hash: to.hash })
    .where('name', '=', foldName)
    .where('seq', '=', seq)
    .where('fence', '=', fence)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Fenced(`another projector has taken over after position ${seq}`);
}
export async function holdFence(tx: Tx, { seq, fence }: FoldCheckpoint): Promise<void> {
  const held = await tx
    .selectFrom('checkpoint')
    .select('name')
    .where('name', '=', foldName)
    .where('seq', '=', seq)
    .where('fence', '=', fence)
    .forUpdate()
    .execute();
  if (held.length !== 1) throw new Fenced(`another projector has taken over after position ${seq}`);
}
export async function rememberStream(db: Database, fold: FoldCheckpoint, created: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdFence(tx, fold);
    await tx.updateTable('checkpoint').set({ stream_created: created }).where('name', '=', foldName).execute();
  });
}

/** The checkpoints of views: a new one begins at 0, a stopped one is tried again at each start. */
export async function openViews(db: Database, fold: FoldCheckpoint, views: readonly View[]): Promise<Map<string, number>> {
  if (views.length === 0) return new Map();
  const names = views.map(tableOf);
  return db.transaction().execute(async (tx) => {
    await holdFence(tx, fold);
    await tx
      .insertInto('checkpoint')
      .values(names.map((name) => ({ name, head_hash: null, stream_created: null, stopped: null })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = await tx.updateTable('checkpoint').set({ stopped: null }).where('name', 'in', names).returning(['name', 'seq']).execute();
    return new Map(rows.map(({ name, seq }) => [name, seq]));
  });
}
export async function setViews(tx: Tx, names: readonly string[], seq: number): Promise<void> {
  if (names.length > 0) await tx.updateTable('checkpoint').set({ seq }).where('name', 'in', names).execute();
}
/** Whoever waits for a view learns at once that it has stopped. */
export async function markStopped(
  db: Database,
  space: string,
  fold: FoldCheckpoint,
  { name, ...stopped }: Stopped & { name: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdFence(tx, fold);
    await tx
      .updateTable('checkpoint')
      .set({ stopped: JSON.stringify(stopped) })
      .where('name', '=', name)
      .execute();
    await announce(tx, space, fold.seq);
  });
}

/** One channel a database; the payload names the space. */
export const channel = 'checkpoint';
export async function announce(tx: Tx, space: string, seq: number): Promise<void> {
  await sql`select pg_notify(${channel}, ${`${space} ${seq}`})`.execute(tx);
}
