import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { tableOf, type View } from './projection.ts';

/** `page` counts from 1. */
export interface Paging {
  page: number;
  size: number;
}
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  size: number;
}
export const pageSizeMax = 200;

export type Condition = RawBuilder<unknown> | undefined;
/** A filter that was not given is no condition. */
export const equals = (column: string, value: string | number | undefined): Condition =>
  value === undefined ? undefined : sql`${sql.ref(column)} = ${value}`;
/** One of several values; no filter, no condition. */
export const among = (column: string, values: readonly string[] | undefined): Condition =>
  values === undefined ? undefined : sql`${sql.ref(column)} = any(${values})`;
const whereAll = (conditions: readonly Condition[]): RawBuilder<unknown> => {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? sql`` : sql`where ${sql.join(given, sql` and `)}`;
};
/** As the database hands it back, but for `owner`, the projector's own column. */
const shown = <Row>(stored: Stored): Row => {
  const { owner: _, total: __, ...row } = stored;
  return row as Row;
};
/** Which rows, in which order. */
interface Selection {
  where: readonly Condition[];
  order: RawBuilder<unknown>;
}
interface Stored {
  owner: string;
  total: number;
}

/** One page of a view, with the number of all rows that fit. `order` must leave no ties, or a row would be on two pages. */
export async function pageOf<Row>(db: Database, view: View, { where, order }: Selection, { page, size }: Paging): Promise<Page<Row>> {
  const { rows } = await sql<Stored>`
    select *, count(*) over () as total from ${sql.table(tableOf(view))} ${whereAll(where)}
    order by ${order} limit ${size} offset ${(page - 1) * size}`.execute(db);
  const total = rows[0]?.total ?? (page > 1 ? await countOf(db, view, where) : 0);
  return { rows: rows.map((row) => shown<Row>(row)), total, page, size };
}
async function countOf(db: Database, view: View, conditions: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${sql.table(tableOf(view))} ${whereAll(conditions)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Every row that fits: only where an aggregate or a person bounds their number. */
export async function allOf<Row>(db: Database, view: View, { where, order }: Selection): Promise<Row[]> {
  const { rows } = await sql<Stored>`select * from ${sql.table(tableOf(view))} ${whereAll(where)} order by ${order}`.execute(db);
  return rows.map((row) => shown<Row>(row));
}
export async function oneOf<Row>(db: Database, view: View, id: string): Promise<Row | undefined> {
  const {
    rows: [row],
  } = await sql<Stored>`select * from ${sql.table(tableOf(view))} where id = ${id}`.execute(db);
  return row === undefined ? undefined : shown<Row>(row);
}
