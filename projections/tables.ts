import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { tableOf, type View } from './projection.ts';

/** Tables that are there stay as they are: a changed one is a new version. Durable tables come with the migrations. */
export async function createTables(db: Database, views: readonly View[]): Promise<void> {
  const missing = views.filter((view) => !(view.of === 'events' && view.durable === true));
  await sql.raw(missing.flatMap(statementsOf).join(';\n')).execute(db);
}
const statementsOf = (view: View): string[] => {
  const table = tableOf(view);
  return [
    `create table if not exists ${table} (owner text not null, ${view.columns})`,
    `create index if not exists ${table}_owner on ${table} (owner)`,
    ...(view.indexes ?? []).map((index, at) => `create index if not exists ${table}_${at} on ${table} ${index}`),
  ];
};
