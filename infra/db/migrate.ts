import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { readdir, readFile } from 'node:fs/promises';
import { DatabaseError } from 'pg';
import type { Database } from './database.ts';

/** Plain SQL, frozen once released: code drifts, a file does not. `:space` stands for the schema. */
async function migrationsIn(folder: 'public' | 'space', space: string): Promise<Record<string, Migration>> {
  const directory = new URL(`./migrations/${folder}/`, import.meta.url);
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    files.map(async (file): Promise<[string, Migration]> => {
      const text = (await readFile(new URL(file, directory), 'utf8')).replaceAll(':space', `"${space}"`);
      return [
        file.replace('.sql', ''),
        {
          up: async (db) => {
            await sql.raw(text).execute(db);
          },
        },
      ];
    }),
  );
  return Object.fromEntries(migrations);
}

// The migrator lists the tables of the whole database, and that list fails when another space drops or renames one meanwhile.
const undefinedTable = '42P01';
const attempts = 20;
const tablesMoved = (error: unknown): boolean => error instanceof DatabaseError && error.code === undefinedTable;

/** Forward only, under the migrator's lock: several processes may start at once. A migration is one transaction, so a repetition begins anew. */
async function migrate(db: Database, folder: 'public' | 'space', schema: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => migrationsIn(folder, schema) }, migrationTableSchema: schema });
  let { error } = await migrator.migrateToLatest();
  for (let attempt = 1; tablesMoved(error) && attempt < attempts; attempt += 1) ({ error } = await migrator.migrateToLatest());
  if (error !== undefined)
    throw new Error(`Migrating schema ${schema} failed: ${error instanceof Error ? error.message : 'unknown error'}`, { cause: error });
}
export const migrateDatabase = (db: Database): Promise<void> => migrate(db, 'public', 'public');
export const migrateSpace = (db: Database, space: string): Promise<void> => migrate(db, 'space', space);

/** Under this role alone the archive is written: it may add and read, nothing else. Asks for an administrator's connection, once a database. */
export async function createArchiver(admin: Database, owner: string): Promise<void> {
  await sql
    .raw(`do $$ begin
    if not exists (select from pg_roles where rolname = 'ocop_archiver') then create role ocop_archiver nologin; end if;
    grant ocop_archiver to "${owner}";
  end $$`)
    .execute(admin);
}
