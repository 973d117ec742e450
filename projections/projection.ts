import { aggregates } from '../domain/aggregates.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import type { Aggregate } from '../domain/kernel/aggregate.ts';
import type { Entry } from '../infra/log/consume.ts';

export type States = { [A in AggregateName]: (typeof aggregates)[A] extends Aggregate<infer State> ? State : never };
/** Where a folded state stands: the position of its last commit and that commit's instant. */
export interface About {
  id: string;
  position: number;
  at: number;
}
export type Row = object;
export type RowsOf = { readonly [A in AggregateName]?: (state: States[A], about: About) => readonly Row[] };

interface Table {
  /** `<name>_v<version>`: a changed table is a new version, filled beside the old. */
  name: string;
  version: number;
  /** The columns, as SQL, without the projector's own `owner`. */
  columns: string;
  indexes?: readonly string[];
}
/** A view of domain state: pure `rows` of one aggregate's folded state, replaced whenever that state moves. It has no clock. */
export interface StateView extends Table {
  of: 'states';
  rows: RowsOf;
}
/** A view of events: rows of one commit, only ever added. */
export interface EventView extends Table {
  of: 'events';
  rows: (entry: Entry) => readonly Row[];
  role?: string;
  durable?: boolean;
}
export type View = StateView | EventView;
export const tableOf = ({ name, version }: Pick<Table, 'name' | 'version'>): string => `${name}_v${version}`;

/** Rows of any aggregate's state, by its name. */
export function rowsOf<Name extends AggregateName>(
  { rows }: StateView,
  aggregate: Name,
  state: States[Name],
  about: About,
): readonly Row[] {
  return rows[aggregate]?.(state, about) ?? [];
}

/** What every aggregate answers alike is shown of every aggregate alike. */
export const ofEvery = (rows: <State>(machine: Aggregate<State>, state: State, about: About) => readonly Row[]) =>
  ({
    'product-cycle': (state, about) => rows(aggregates['product-cycle'], state, about),
    'council': (state, about) => rows(aggregates.council, state, about),
    'certificate': (state, about) => rows(aggregates.certificate, state, about),
    'annual-cycle': (state, about) => rows(aggregates['annual-cycle'], state, about),
    'number-book': (state, about) => rows(aggregates['number-book'], state, about),
  }) as const satisfies { readonly [A in AggregateName]: RowsOf[A] };
