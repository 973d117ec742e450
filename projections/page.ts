import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { tableOf, type View } from './projection.ts';

/** `page` counts from 1. */
export interface Paging { page: number; size: number }
export interface Page<Row> { rows: Row[]; total: number; page: number; size: number }
export const pageSizeMax = 200;

/** One page of a view, with the number of all rows that fit. */
export async function pageOf<Row>(
  db: Database, view: View, conditions: readonly (RawBuilder<unknown> | undefined)[], order: RawBuilder<unknown>, { page, size }: Paging,
): Promise<Page<Row>> {
  const given = conditions.filter((condition) => condition !== undefined);
  const where = given.length === 0 ? sql`` : sql`where ${sql.join(given, sql` and `)}`;
  const { rows } = await sql<Row & { total: number }>`
    select *, count(*) over () as total from ${sql.table(tableOf(view))} ${where} order by ${order} limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { rows: rows.map(({ total: _, ...row }) => row as Row), total: rows[0]?.total ?? 0, page, size };
}
