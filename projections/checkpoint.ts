import { sql, type Transaction } from 'kysely';
import type { Database, Stopped, Tables } from '../infra/db/database.ts';
import { tableOf, type View } from './projection.ts';

export interface FoldCheckpoint { seq: number; fence: number; hash: string; streamCreated: string | null }
export class Fenced extends Error {}
export type Tx = Transaction<Tables>;

/** Takes the fold over: whoever folded before hits no row with his older fence and stops. The lock spares work, the fence makes it safe. */
export async function takeOver(db: Database): Promise<FoldCheckpoint> {
  const row = await db.updateTable('checkpoint').set({ fence: sql<number>`fence + 1` }).where('name', '=', 'fold')
    .returning(['seq', 'fence', 'head_hash', 'stream_created']).executeTakeFirstOrThrow();
  return { seq: row.seq, fence: row.fence, hash: row.head_hash ?? '', streamCreated: row.stream_created };
}
/** First statement of each batch: its row lock orders projectors, and 0 rows mean that another one has taken over. */
export async function advance(tx: Tx, { seq, fence }: FoldCheckpoint, to: { seq: number; hash: string }): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('checkpoint').set({ seq: to.seq, head_hash: to.hash })
    .where('name', '=', 'fold').where('seq', '=', seq).where('fence', '=', fence).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Fenced(`another projector has taken over after position ${seq}`);
}
export const holdFence = (tx: Tx, checkpoint: FoldCheckpoint): Promise<void> => advance(tx, checkpoint, checkpoint);
export async function rememberStream(db: Database, created: string): Promise<void> {
  await db.updateTable('checkpoint').set({ stream_created: created }).where('name', '=', 'fold').execute();
}

/** The checkpoints of views: a new one begins at 0, a stopped one is tried again at each start. */
export async function openViews(db: Database, views: readonly View[]): Promise<Map<string, number>> {
  const names = views.map(tableOf);
  await db.insertInto('checkpoint').values(names.map((name) => ({ name, head_hash: null, stream_created: null, stopped: null }))).onConflict((conflict) => conflict.doNothing()).execute();
  const rows = await db.updateTable('checkpoint').set({ stopped: null }).where('name', 'in', names).returning(['name', 'seq']).execute();
  return new Map(rows.map(({ name, seq }) => [name, seq]));
}
export async function setViews(tx: Tx, names: readonly string[], seq: number): Promise<void> {
  if (names.length > 0) await tx.updateTable('checkpoint').set({ seq }).where('name', 'in', names).execute();
}
export async function stopView(db: Database, name: string, stopped: Stopped): Promise<void> {
  await db.updateTable('checkpoint').set({ stopped: JSON.stringify(stopped) }).where('name', '=', name).execute();
}
/** One channel a database; the payload names the space. */
export const channel = 'checkpoint';
export async function announce(tx: Tx, space: string, seq: number): Promise<void> {
  await sql`select pg_notify(${channel}, ${`${space} ${seq}`})`.execute(tx);
}
