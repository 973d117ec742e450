import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { equals, pageOf, type Page, type Paging } from './page.ts';
import { ofEvery, type StateView } from './projection.ts';

/** A command owed to another aggregate and not answered yet. `since`: the debtor's last commit. */
export interface ObligationRow {
  aggregate: string;
  id: string;
  key: string;
  to_aggregate: string;
  to_id: string;
  command: string;
  since: number;
}

export const obligation = {
  of: 'states',
  name: 'obligation',
  version: 1,
  columns: `aggregate text not null, id text not null, key text not null, to_aggregate text not null, to_id text not null,
    command text not null, since bigint not null, primary key (aggregate, id, key)`,
  indexes: ['(since, aggregate, id, key)', '(to_aggregate, to_id)'],
  rows: ofEvery((machine, state, { id, at }) =>
    machine.obligations(state, id).map(({ key, to, command }): ObligationRow => ({
      aggregate: machine.name,
      id,
      key,
      to_aggregate: to.aggregate,
      to_id: to.id,
      command: command.type,
      since: at,
    })),
  ),
} as const satisfies StateView;

/** `before`: the last instant since which something is owed, to find what hangs. */
export interface ObligationFilter {
  aggregate?: string | undefined;
  id?: string | undefined;
  toAggregate?: string | undefined;
  toId?: string | undefined;
  before?: number | undefined;
}
/** What has been owed longest first. */
export const listObligations = (db: Database, filter: ObligationFilter, paging: Paging): Promise<Page<ObligationRow>> =>
  pageOf<ObligationRow>(
    db,
    obligation,
    {
      where: [
        equals('aggregate', filter.aggregate),
        equals('id', filter.id),
        equals('to_aggregate', filter.toAggregate),
        equals('to_id', filter.toId),
        filter.before === undefined ? undefined : sql`since <= ${filter.before}`,
      ],
      order: sql`since, aggregate, id, key`,
    },
    paging,
  );
