import type { Call } from '../domain/annual-cycle/calls.ts';
import { roundsOfYear, type YearRound } from '../domain/annual-cycle/year-rounds.ts';
import type { Day } from '../domain/kernel/instant.ts';
import type { Database } from '../infra/db/database.ts';
import { listCalls } from './calls.ts';
import { findCycle, type CycleRow } from './cycle.ts';

/** What a commune would have in the year. */
export interface CommuneCalls {
  commune: string;
  products: number;
  certificates: number;
  enrols: number;
  problems: number;
}
/** What opening this year would do, or what would still be enrolled in it; nothing is written. */
export interface DryRun {
  id: string;
  year: number;
  province: string;
  stage: 'unborn' | CycleRow['stage'];
  openedOn: Day | null;
  rounds: readonly YearRound[];
  total: Omit<CommuneCalls, 'commune'>;
  communes: readonly CommuneCalls[];
  rows: readonly Call[];
}

const countsOf = (calls: readonly Call[]): DryRun['total'] => ({
  products: calls.filter(({ kind }) => kind === 'product').length,
  certificates: calls.filter(({ kind }) => kind === 'certificate').length,
  enrols: calls.filter(({ enrols }) => enrols).length,
  problems: calls.filter(({ problem }) => problem !== null).length,
});
/** `<year>-<province>`, as the address of an annual cycle has it; undefined when it is none. */
export const readCycleId = (id: string): { year: number; province: string } | undefined => {
  const [, year, province] = /^(20\d\d)-([\w-]+)$/.exec(id) ?? [];
  return year === undefined || province === undefined ? undefined : { year: Number(year), province };
};

export async function dryRunOf(db: Database, id: string): Promise<DryRun | undefined> {
  const named = readCycleId(id);
  if (named === undefined) return undefined;
  const { year, province } = named;
  const [row, rows] = await Promise.all([findCycle(db, id), listCalls(db, year, province)]);
  return {
    id,
    year,
    province,
    stage: row?.stage ?? 'unborn',
    openedOn: row?.opened_on ?? null,
    rounds: row?.rounds ?? roundsOfYear(year, [], `${year}-01-01`),
    total: countsOf(rows),
    communes: [...new Set(rows.map(({ commune }) => commune))].map((commune) => ({
      commune,
      ...countsOf(rows.filter((each) => each.commune === commune)),
    })),
    rows,
  };
}
