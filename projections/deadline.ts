import { sql } from 'kysely';
import { dayOf } from '../domain/kernel/instant.ts';
import type { Database } from '../infra/db/database.ts';
import { allOf, equals, pageOf, type Page, type Paging } from './page.ts';
import { ofEvery, type StateView } from './projection.ts';

/** An open deadline: at its instant the aggregate records the event by itself. */
export interface DeadlineRow {
  aggregate: string;
  id: string;
  key: string;
  at: number;
  day: string;
  event: string;
}

export const deadline = {
  of: 'states',
  name: 'deadline',
  version: 1,
  columns: `aggregate text not null, id text not null, key text not null, at bigint not null, day text not null,
    event text not null, primary key (aggregate, id, key)`,
  indexes: ['(at, aggregate, id, key)'],
  rows: ofEvery((machine, state, { id }) =>
    machine
      .deadlines(state)
      .map(({ key, at, event }): DeadlineRow => ({ aggregate: machine.name, id, key, at, day: dayOf(at), event: event.type })),
  ),
} as const satisfies StateView;

/** `until`: the last instant that is still shown. */
export interface DeadlineFilter {
  until?: number | undefined;
  aggregate?: string | undefined;
  id?: string | undefined;
}
const order = sql`at, aggregate, id, key`;
export const listDeadlines = (db: Database, { until, aggregate, id }: DeadlineFilter, paging: Paging): Promise<Page<DeadlineRow>> =>
  pageOf<DeadlineRow>(
    db,
    deadline,
    { where: [until === undefined ? undefined : sql`at <= ${until}`, equals('aggregate', aggregate), equals('id', id)], order },
    paging,
  );
export async function earliestDeadline(db: Database): Promise<DeadlineRow | undefined> {
  const {
    rows: [first],
  } = await listDeadlines(db, {}, { page: 1, size: 1 });
  return first;
}
export const deadlinesOf = (db: Database, aggregate: string, id: string): Promise<DeadlineRow[]> =>
  allOf<DeadlineRow>(db, deadline, { where: [equals('aggregate', aggregate), equals('id', id)], order });
