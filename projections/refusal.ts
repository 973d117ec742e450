import { sql } from 'kysely';
import { commandRefused } from '../domain/kernel/decide.ts';
import type { Database } from '../infra/db/database.ts';
import { equals, pageOf, type Page, type Paging } from './page.ts';
import type { EventView } from './projection.ts';
import { fieldOf } from './timeline.ts';

/** A signalled command that was refused: nobody had waited for the answer, so it can be read here. */
export interface RefusalRow {
  aggregate: string;
  id: string;
  position: number;
  at: number;
  person: string;
  command: string;
  command_id: string;
  code: string;
  clause: string | null;
  basis: object | null;
  data: unknown;
}

export const refusal = {
  of: 'events',
  name: 'refusal',
  version: 1,
  columns: `aggregate text not null, id text not null, position bigint primary key, at bigint not null, person text not null,
    command text not null, command_id text not null, code text not null, clause text, basis jsonb, data jsonb`,
  indexes: ['(aggregate, id, position)', '(person, position)', '(command_id)'],
  rows: ({ commit: { aggregate, id, position, at, actor, events } }) =>
    events
      .filter(({ type }) => type === commandRefused)
      .map(({ data }) => ({
        aggregate,
        id,
        position,
        at,
        person: actor.person,
        command: fieldOf(data, 'type'),
        command_id: fieldOf(data, 'commandId'),
        code: fieldOf(data, 'code'),
        clause: fieldOf(data, 'clause') ?? null,
        basis: fieldOf(data, 'basis') ?? null,
        data: fieldOf(data, 'data') ?? null,
      })),
} as const satisfies EventView;

export interface RefusalFilter {
  aggregate?: string | undefined;
  id?: string | undefined;
  person?: string | undefined;
  commandId?: string | undefined;
}
/** The latest first. */
export const listRefusals = (
  db: Database,
  { aggregate, id, person, commandId }: RefusalFilter,
  paging: Paging,
): Promise<Page<RefusalRow>> =>
  pageOf<RefusalRow>(
    db,
    refusal,
    {
      where: [equals('aggregate', aggregate), equals('id', id), equals('person', person), equals('command_id', commandId)],
      order: sql`position desc`,
    },
    paging,
  );
