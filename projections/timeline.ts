import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { tableOf, type EventView } from './projection.ts';

/** One fact: who, what, when it took effect and when it was recorded, on which paper. `data` is the event's own. */
export interface TimelineRow {
  position: number;
  index: number;
  aggregate: string;
  id: string;
  at: number;
  person: string;
  on_behalf_of: string | null;
  event: string;
  effective_on: string | null;
  document: { authority: string; number: string; signedOn: string; signatory: string } | null;
  data: unknown;
}
export const fieldOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined;

export const timeline = {
  of: 'events',
  name: 'timeline',
  version: 1,
  columns: `position bigint not null, index integer not null, aggregate text not null, id text not null, at bigint not null,
    person text not null, on_behalf_of text, event text not null, effective_on text, document jsonb, data jsonb not null,
    primary key (position, index)`,
  indexes: ['(aggregate, id, position)'],
  rows: ({ commit: { position, aggregate, id, at, actor, events } }) =>
    events.map(({ type, data }, index) => ({
      position,
      index,
      aggregate,
      id,
      at,
      person: actor.person,
      on_behalf_of: actor.onBehalfOf ?? null,
      event: type,
      effective_on: fieldOf(data, 'effectiveOn') ?? null,
      document: fieldOf(data, 'document') ?? null,
      data,
    })),
} as const satisfies EventView;

/** What happened to an aggregate, oldest first. */
export async function timelineOf(db: Database, aggregate: string, id: string, limit = 1_000): Promise<TimelineRow[]> {
  const { rows } = await sql<TimelineRow>`
    select position, index, aggregate, id, at, person, on_behalf_of, event, effective_on, document, data
    from ${sql.table(tableOf(timeline))} where aggregate = ${aggregate} and id = ${id} order by position, index limit ${limit}`.execute(db);
  return rows;
}
