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
type Scored = Extract<ProductCycle, { panel: unknown }>;
type Judged = Extract<ProductCycle, { agenda: unknown } | { run: unknown; result: unknown } | { gate: unknown }>;

const nobody = { chair: null, secretary: null, members: [], submitted: [], awaited: [], recused: [], sheets: null };
const panelOf = ({ panel, sheets }: Pick<Scored, 'panel' | 'sheets'>) => {
  const { chair, secretary, members, recused } = panel;
  return { chair, secretary, members, submitted: Object.keys(sheets).toSorted(), awaited: [], recused, sheets };
};
/** Where a council judges or has judged on sheets. One that met on paper has neither panel nor sheets here: see the run. */
const boardOf = (state: Judged) => {
  if ('panel' in state) {
    const { panel, agenda } = state;
    const open = state.stage === 'scoring' ? { awaited: awaitedMembers(state), sheets: null } : {};
    return { council: panel.council, sitting: panel.sitting, on_day: agenda.on, ...panelOf(state), ...open };
  }
  if ('agenda' in state) return { council: state.agenda.council, sitting: state.agenda.sitting, on_day: state.agenda.on, ...nobody };
  const { panel, sheets } = 'result' in state ? state.result : state.gate;
  return panel && { council: panel.council, sitting: panel.sitting, on_day: null, ...panelOf({ panel, sheets }) };
};
const resultOf = (state: Judged) => {
  if ('result' in state) return { mean: showMean(state.result.mean), star: state.result.star };
  return { mean: state.stage === 'scored' ? showMean(state.mean) : null, star: null };
};
const rowsOf = (state: Judged, { id, position, at }: About): ScoringRow[] => {
  const board = boardOf(state);
  if (!board) return [];
  return [{ id, name: state.name, stage: state.stage, level: state.run.level, ...board, ...resultOf(state), position, at }];
};
const isJudged = (state: ProductCycle): state is Judged => 'agenda' in state || 'result' in state || 'gate' in state;

export const scoring = {
  of: 'states',
  name: 'scoring',
  version: 1,
  columns: `id text primary key, council text not null, sitting text not null, name text not null, stage text not null,
    level text not null, on_day text, chair text, secretary text, members jsonb not null, submitted jsonb not null,
    awaited jsonb not null, recused jsonb not null, sheets jsonb, mean text, star integer, position bigint not null,
    at bigint not null`,
  indexes: ['(council, sitting)'],
  rows: { 'product-cycle': (state, about) => (isJudged(state) ? rowsOf(state, about) : []) },
} as const satisfies StateView;

export const findScoring = (db: Database, productCycle: string): Promise<ScoringRow | undefined> =>
  oneOf<ScoringRow>(db, scoring, productCycle);
export const scoringsOf = (db: Database, council: string): Promise<ScoringRow[]> =>
  allOf<ScoringRow>(db, scoring, { where: [equals('council', council)], order: sql`sitting, id` });
