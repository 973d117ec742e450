import { sql } from 'kysely';
import type { Entry } from '../infra/log/consume.ts';
import type { Tx } from './checkpoint.ts';
import { ownerOf, type Folded } from './fold.ts';
import { rowsOf, tableOf, type EventView, type Row, type StateView, type States } from './projection.ts';

const rowsAtOnce = 500;

/** The rows of a moved state take the place of those of the state before. */
export async function replaceRows(tx: Tx, view: StateView, folded: readonly Folded[]): Promise<void> {
  const shown = folded.filter(({ aggregate }) => view.rows[aggregate] !== undefined);
  if (shown.length === 0) return;
  const owners = shown.map(({ aggregate, id }) => ownerOf(aggregate, id));
  await sql`delete from ${sql.table(tableOf(view))} where owner = any(${owners})`.execute(tx);
  const rows = shown.flatMap(({ aggregate, id, position, at, state }) =>
    rowsOf(view, aggregate, state as States[typeof aggregate], { id, position, at }).map((row) => ({
      owner: ownerOf(aggregate, id),
      ...row,
    })),
  );
  await insert(tx, tableOf(view), rows);
}

export async function addRows(tx: Tx, view: EventView, batch: readonly Entry[]): Promise<void> {
  const rows = batch.flatMap((entry) =>
    view.rows(entry).map((row) => (view.durable === true ? row : { owner: ownerOf(entry.commit.aggregate, entry.commit.id), ...row })),
  );
  if (view.role === undefined) {
    await insert(tx, tableOf(view), rows);
    return;
  }
  await sql.raw(`set local role ${view.role}`).execute(tx);
  await insert(tx, tableOf(view), rows);
  await sql.raw('reset role').execute(tx);
}

/** The column lists of views differ, so the names come with the rows; objects are stored as JSON. */
async function insert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows
      .slice(from, from + rowsAtOnce)
      .map((row) => sql`(${sql.join(columns.map((column) => asParameter(Reflect.get(row, column))))})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(tx);
  }
}
const asParameter = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array)
    ? JSON.stringify(value)
    : (value ?? null);
