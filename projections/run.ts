import { sql } from 'kysely';
import { classify } from '../domain/edition/classify.ts';
import { editions } from '../domain/edition/edition-for.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { showMean } from '../domain/kernel/exact.ts';
import type { Document } from '../domain/legal-act.ts';
import type { Run, Sheet } from '../domain/product-cycle/events.ts';
import { conclusionsOf } from '../domain/product-cycle/run.ts';
import { hasDossier, type Advice, type Dossier, type Gate, type Result } from '../domain/product-cycle/state.ts';
import type { Database } from '../infra/db/database.ts';
import { allOf, equals } from './page.ts';
import type { About, StateView } from './projection.ts';

/**
 * One run of a product's review, and what its council concluded: every run stays, also one that a later run has overtaken. `source`
 * 'paperMinutes': typed in from the minutes of a council that met on paper; then there is a scan, and no sheets.
 */
export interface RunRow {
  id: string;
  seq: number;
  level: string;
  n: number;
  role: string;
  mode: string | null;
  round: string | null;
  /** The round that the request came too late for. */
  missed: string | null;
  trigger: string;
  source: string | null;
  council: string | null;
  sitting: string | null;
  sheets: { readonly [member: string]: Sheet } | null;
  mean: string | null;
  star: number | null;
  /** The mean lies between two printed bands, and the lower one was taken. */
  gap: boolean;
  gate: string | null;
  reason: string | null;
  scan: string | null;
  effective_on: string | null;
  document: Document | null;
  /** What the advisory team and the agency found out for it. */
  advice: readonly Advised[];
  position: number;
  at: number;
}

type Advised = Omit<Advice, 'run'>;
const open = {
  source: null,
  council: null,
  sitting: null,
  sheets: null,
  mean: null,
  star: null,
  gap: false,
  gate: null,
  reason: null,
  scan: null,
  effective_on: null,
  document: null,
};
const concludedIn = (conclusion: Result | Gate | undefined, edition: Edition) => {
  if (!conclusion) return open;
  const { source, panel, sheets, scan, effectiveOn, document } = conclusion;
  return {
    source,
    council: panel?.council ?? null,
    sitting: panel?.sitting ?? null,
    sheets: panel && sheets,
    ...('mean' in conclusion
      ? {
          mean: showMean(conclusion.mean),
          star: conclusion.star,
          gap: classify(conclusion.mean, edition).betweenBands,
          gate: null,
          reason: null,
        }
      : { mean: null, star: null, gap: false, gate: conclusion.gate, reason: conclusion.reason }),
    scan: scan ?? null,
    effective_on: effectiveOn,
    document,
  };
};
/** In the order in which it was recorded. */
const advisedOn = ({ advice = [] }: Dossier, { level, n }: Run): readonly Advised[] =>
  advice.flatMap(({ run: on, ...advised }) => (on.level === level && on.n === n ? [advised] : []));
const rowOf = (state: Dossier, run: Run, conclusion: Result | Gate | undefined, { id, position, at }: About): RunRow => {
  const { level, n, role, mode, roundId: round, missed, trigger } = run;
  const [seq, advice] = [state.runs.indexOf(run) + 1, advisedOn(state, run)];
  const concluded = concludedIn(conclusion, editions[state.edition]);
  return { id, seq, level, n, role, mode, round, missed: missed?.roundId ?? null, trigger, ...concluded, advice, position, at };
};

export const run = {
  of: 'states',
  name: 'run',
  version: 3,
  columns: `id text not null, seq integer not null, level text not null, n integer not null, role text not null, mode text, round text, missed text,
    trigger text not null, source text, council text, sitting text, sheets jsonb, mean text, star integer, gap boolean not null, gate text, reason text,
    scan text, effective_on text, document jsonb, advice jsonb not null,
    position bigint not null, at bigint not null, primary key (id, seq)`,
  indexes: ['(council, sitting)'],
  rows: {
    'product-cycle': (state, about) => {
      if (!hasDossier(state)) return [];
      const conclusions = conclusionsOf(state);
      return state.runs.map((each) =>
        rowOf(
          state,
          each,
          conclusions.find(({ run: { level, n } }) => level === each.level && n === each.n),
          about,
        ),
      );
    },
  },
} as const satisfies StateView;

/** Every run of a product cycle, in the order in which they were opened. */
export const runsOf = (db: Database, productCycle: string): Promise<RunRow[]> =>
  allOf<RunRow>(db, run, { where: [equals('id', productCycle)], order: sql`seq` });
