import { sql } from 'kysely';
import { aggregates } from '../domain/aggregates.ts';
import type { Duty } from '../domain/kernel/command.ts';
import type { Due } from '../domain/kernel/due.ts';
import type { Assignment } from '../domain/people/actor.ts';
import { productCodeOf } from '../domain/product-cycle/product-code.ts';
import { superiorOf } from '../domain/product-cycle/superior.ts';
import { hasDossier, type ProductCycle } from '../domain/product-cycle/state.ts';
import type { Database } from '../infra/db/database.ts';
import { equals, pageOf, type Page, type Paging } from './page.ts';
import type { About, StateView } from './projection.ts';
import { pattern, searchable } from './searchable.ts';

/**
 * One duty: whom a command of an aggregate awaits, and until when. `since`: the aggregate's last commit. `oversees`: the superior, who sees
 * what is overdue and is not to do it himself.
 */
export interface WorklistRow {
  aggregate: string;
  id: string;
  n: number;
  name: string;
  command: string;
  role: string;
  unit: string;
  person: string | null;
  due_day: string | null;
  due: Due | null;
  oversees: boolean;
  since: number;
  province: string | null;
  commune: string | null;
  producer_name: string | null;
  product_code: string | null;
  stage: string;
}
type Subject = Pick<WorklistRow, 'aggregate' | 'name' | 'province' | 'commune' | 'producer_name' | 'product_code' | 'stage'>;

interface Task extends Duty {
  command: string;
  oversees?: boolean;
}
const rowsFor = (subject: Subject, duties: readonly Task[], { id, at }: About): (WorklistRow & { search: string })[] =>
  duties.map(({ command, role, unit, person, due, oversees = false }, n) => ({
    ...subject,
    id,
    n,
    command,
    role,
    unit,
    person: person ?? null,
    due_day: due?.day ?? null,
    due: due ?? null,
    oversees,
    since: at,
    search: searchable(subject.name, id, subject.producer_name, subject.product_code),
  }));

/** Whatever is due by a clock that has run out is his to see. */
const withSuperior = (state: ProductCycle): Task[] => {
  const duties = aggregates['product-cycle'].worklist(state);
  const superior = superiorOf(state);
  if (superior === undefined) return [...duties];
  return [...duties, ...duties.filter(({ due }) => due !== undefined).map((duty) => ({ ...duty, ...superior, oversees: true }))];
};

export const worklist = {
  of: 'states',
  name: 'worklist',
  version: 2,
  columns: `aggregate text not null, id text not null, n integer not null, name text not null, command text not null,
    role text not null, unit text not null, person text, due_day text, due jsonb, oversees boolean not null, since bigint not null, province text,
    commune text, producer_name text, product_code text, stage text not null, search text not null,
    primary key (aggregate, id, n)`,
  indexes: ['(role, unit) where person is null', '(person)', '(due_day nulls last, since, aggregate, id, n)', '(province)'],
  rows: {
    'product-cycle': (state, about) =>
      !('place' in state)
        ? []
        : rowsFor(
            {
              aggregate: 'product-cycle',
              name: state.name,
              stage: state.stage,
              province: state.place.province,
              commune: state.place.commune,
              producer_name: 'producer' in state ? state.producer.name : null,
              product_code: (hasDossier(state) ? productCodeOf(state) : undefined) ?? null,
            },
            withSuperior(state),
            about,
          ),
    'council': (state, about) =>
      state.stage !== 'formed'
        ? []
        : rowsFor(
            {
              aggregate: 'council',
              name: state.name,
              stage: state.stage,
              province: aggregates.council.facets(state, about.id).province ?? null,
              commune: null,
              producer_name: null,
              product_code: null,
            },
            aggregates.council.worklist(state),
            about,
          ),
    'certificate': (state, about) =>
      state.stage !== 'in-force'
        ? []
        : rowsFor(
            {
              aggregate: 'certificate',
              name: state.certificate.name,
              stage: state.stage,
              province: state.certificate.place.province,
              commune: state.certificate.place.commune,
              producer_name: state.certificate.producer.name,
              product_code: state.certificate.productCode ?? null,
            },
            aggregates.certificate.worklist(state),
            about,
          ),
  },
} as const satisfies StateView;

export interface WorklistFilter {
  /** His own queue: what names him, and what awaits whoever holds one of `units`. What names another is not his. */
  person?: string | undefined;
  units?: readonly Assignment[] | undefined;
  role?: string | undefined;
  unit?: string | undefined;
  province?: string | undefined;
  command?: string | undefined;
  aggregate?: string | undefined;
  id?: string | undefined;
  /** The last due day that is still shown. */
  dueBy?: string | undefined;
  text?: string | undefined;
}

const mine = ({ person, units }: WorklistFilter) => {
  if (person === undefined && units === undefined) return undefined;
  const [roles, held] = [(units ?? []).map(({ role }) => role), (units ?? []).map(({ unit }) => unit)];
  return sql`(person = ${person ?? null}
    or (person is null and (role, unit) in (select * from unnest(${roles}::text[], ${held}::text[]))))`;
};
const conditionsOf = (filter: WorklistFilter) => [
  mine(filter),
  equals('role', filter.role),
  equals('unit', filter.unit),
  equals('province', filter.province),
  equals('command', filter.command),
  equals('aggregate', filter.aggregate),
  equals('id', filter.id),
  filter.dueBy === undefined ? undefined : sql`due_day <= ${filter.dueBy}`,
  filter.text === undefined ? undefined : sql`search like ${pattern(filter.text)}`,
];

/** Soonest due first, then what has waited longest. */
export const listWorklist = (db: Database, filter: WorklistFilter, paging: Paging): Promise<Page<WorklistRow>> =>
  pageOf<WorklistRow>(db, worklist, { where: conditionsOf(filter), order: sql`due_day nulls last, since, aggregate, id, n` }, paging);
