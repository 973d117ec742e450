import type { AggregateName } from '../domain/kernel/address.ts';
import type { Database } from '../infra/db/database.ts';
import type { States } from './projection.ts';

/** The folded state of one aggregate, with all that no view shows. */
export async function stateOf<Name extends AggregateName>(db: Database, aggregate: Name, id: string): Promise<States[Name] | undefined> {
  const row = await db
    .selectFrom('aggregate_state')
    .select('state')
    .where('aggregate', '=', aggregate)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state as States[Name] | undefined;
}
