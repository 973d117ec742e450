import { sql } from 'kysely';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { migrateSpace } from '../../infra/db/migrate.ts';
import { openLogSpace } from './log-space.ts';

const space = await openLogSpace({ withStream: false });

test('a space is migrated while the tables of another come and go', async () => {
  let over = false;
  const comingAndGoing = async (table: string): Promise<void> => {
    while (!over) {
      await setTimeout(2);
      await sql`create table ${sql.table(`${space.name}.${table}`)} (a int, b int, c int, d int)`.execute(space.root);
      await sql`drop table ${sql.table(`${space.name}.${table}`)}`.execute(space.root);
    }
  };
  const others = ['one', 'another'].map(comingAndGoing);
  const migrations = Array.from({ length: 40 }, () => () => migrateSpace(space.db, space.name));
  try {
    for (const migrate of migrations) await migrate();
  } finally {
    over = true;
    await Promise.all(others);
  }
  expect(await space.db.selectFrom('checkpoint').select('seq').execute()).toEqual([{ seq: 0 }]);
});
