import { sql } from 'kysely';
import type { Counts } from '../domain/annual-cycle/counts.ts';
import { roundsOfYear, type YearRound } from '../domain/annual-cycle/year-rounds.ts';
import type { Database } from '../infra/db/database.ts';
import { equals, oneOf, pageOf, type Page, type Paging } from './page.ts';
import type { StateView } from './projection.ts';

/**
 * One province's year. `rounds`: those of the law and those of its own in one list. `answered`: how many products have told the closing year
 * how they stand.
 */
export interface CycleRow {
  id: string;
  year: number;
  province: string;
  stage: 'open' | 'paused' | 'closing' | 'closed';
  opened_on: string;
  paused_on: string | null;
  plan: string;
  rounds: readonly YearRound[];
  enrolled: number;
  /** Of those enrolled: certificates due for renewal in whose stead no dossier stands yet. */
  called: number;
  answered: number;
  counts: Counts | null;
  position: number;
  at: number;
}

export const cycle = {
  of: 'states',
  name: 'cycle',
  version: 2,
  columns: `id text primary key, year integer not null, province text not null, stage text not null, opened_on text not null,
    paused_on text, plan text not null, rounds jsonb not null, enrolled integer not null, called integer not null,
    answered integer not null, counts jsonb,
    position bigint not null, at bigint not null`,
  indexes: ['(year, province)'],
  rows: {
    'annual-cycle': (state, { id, position, at }) => {
      if (state.stage === 'unborn') return [];
      const { year, province, stage, openedOn, plan, rounds, enrolled } = state;
      const row: CycleRow = {
        id,
        year,
        province,
        stage,
        opened_on: openedOn,
        paused_on: state.stage === 'paused' ? state.pausedOn : null,
        plan,
        rounds: roundsOfYear(year, rounds, openedOn),
        enrolled: enrolled.length,
        called: enrolled.filter(({ certificate }) => certificate !== undefined).length,
        answered: 'settled' in state ? Object.keys(state.settled).length : 0,
        counts: state.stage === 'closed' ? state.counts : null,
        position,
        at,
      };
      return [row];
    },
  },
} as const satisfies StateView;

export interface CycleFilter {
  year?: number | undefined;
  province?: string | undefined;
  stage?: string | undefined;
}
/** The latest year first. */
export const listCycles = (db: Database, { year, province, stage }: CycleFilter, paging: Paging): Promise<Page<CycleRow>> =>
  pageOf<CycleRow>(
    db,
    cycle,
    { where: [equals('year', year), equals('province', province), equals('stage', stage)], order: sql`year desc, province, id` },
    paging,
  );
export const findCycle = (db: Database, id: string): Promise<CycleRow | undefined> => oneOf<CycleRow>(db, cycle, id);
