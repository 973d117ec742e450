import { sql } from 'kysely';
import type { Sheet } from '../domain/product-cycle/events.ts';
import { awaitedMembers } from '../domain/product-cycle/sheets.ts';
import type { ProductCycle } from '../domain/product-cycle/state.ts';
import { showMean } from '../domain/kernel/exact.ts';
import type { Database } from '../infra/db/database.ts';
import { allOf, equals, oneOf } from './page.ts';
import type { About, StateView } from './projection.ts';

/** A product before the council of its run. Points are shown when scoring has closed: while it is open one sees only who has submitted. */
export interface ScoringRow {
  id: string;
  council: string;
  sitting: string;
  name: string;
  stage: string;
  level: string;
  on_day: string | null;
  chair: string | null;
  secretary: string | null;
  members: readonly string[];
  submitted: readonly string[];
  awaited: readonly string[];
  recused: readonly string[];
  sheets: { readonly [member: string]: Sheet } | null;
  mean: string | null;
  star: number | null;
  position: number;
  at: number;
}
type Judged = Extract<ProductCycle, { agenda: unknown } | { panel: unknown }>;

const nobody = { chair: null, secretary: null, members: [], submitted: [], awaited: [], recused: [], sheets: null };
const panelOf = (state: Judged) => {
  if (!('panel' in state)) return nobody;
  const {
    panel: { chair, secretary, members, recused },
    sheets,
  } = state;
  const isOpen = state.stage === 'scoring';
  return {
    chair,
    secretary,
    members,
    submitted: Object.keys(sheets).toSorted(),
    awaited: isOpen ? awaitedMembers(state) : [],
    recused,
    sheets: isOpen ? null : sheets,
  };
};
const resultOf = (state: Judged) => {
  if ('result' in state) return { mean: showMean(state.result.mean), star: state.result.star };
  return { mean: state.stage === 'scored' ? showMean(state.mean) : null, star: null };
};
const rowOf = (state: Judged, { id, position, at }: About): ScoringRow => {
  const { council, sitting } = 'panel' in state ? state.panel : state.agenda;
  return {
    id,
    council,
    sitting,
    name: state.name,
    stage: state.stage,
    level: state.run.level,
    on_day: 'agenda' in state ? state.agenda.on : null,
    ...panelOf(state),
    ...resultOf(state),
    position,
    at,
  };
};

export const scoring = {
  of: 'states',
  name: 'scoring',
  version: 1,
  columns: `id text primary key, council text not null, sitting text not null, name text not null, stage text not null,
    level text not null, on_day text, chair text, secretary text, members jsonb not null, submitted jsonb not null,
    awaited jsonb not null, recused jsonb not null, sheets jsonb, mean text, star integer, position bigint not null,
    at bigint not null`,
  indexes: ['(council, sitting)'],
  rows: { 'product-cycle': (state, about) => ('agenda' in state || 'panel' in state ? [rowOf(state, about)] : []) },
} as const satisfies StateView;

export const findScoring = (db: Database, productCycle: string): Promise<ScoringRow | undefined> =>
  oneOf<ScoringRow>(db, scoring, productCycle);
export const scoringsOf = (db: Database, council: string): Promise<ScoringRow[]> =>
  allOf<ScoringRow>(db, scoring, [equals('council', council)], sql`sitting, id`);
