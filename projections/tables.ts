import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { tableOf, type View } from './projection.ts';

/** Tables that are there stay as they are: a changed one is a new version. Durable tables come with the migrations. */
export async function createTables(db: Database, views: readonly View[]): Promise<void> {
  for (const view of views) {
    if (view.of === 'events' && view.durable) continue;
    const table = tableOf(view);
    await sql.raw(`create table if not exists ${table} (owner text not null, ${view.columns})`).execute(db);
    await sql.raw(`create index if not exists ${table}_owner on ${table} (owner)`).execute(db);
    for (const [at, index] of (view.indexes ?? []).entries()) await sql.raw(`create index if not exists ${table}_${at} on ${table} ${index}`).execute(db);
  }
}
