import { sql } from 'kysely';
import { outcomeOf, sumOf } from '../domain/annual-cycle/counts.ts';
import type { Database } from '../infra/db/database.ts';
import { certificate } from './certificate.ts';
import { findCycle, type CycleRow } from './cycle.ts';
import { product } from './product.ts';
import { tableOf } from './projection.ts';
import { stateOf } from './state.ts';

/** One product of the year. `outcome`: what it has answered the closing year; `stage`: where its dossier is today. */
export interface ReportRow {
  cycle: string;
  name: string;
  commune: string | null;
  producer: string | null;
  isCertificate: boolean;
  stage: string | null;
  outcome: string | null;
}
/** A year's report: final once it has closed, and until then how far it is. */
export interface CycleReport {
  cycle: CycleRow;
  /** Of the counts; null while none are recorded. It is the number enrolled. */
  sum: number | null;
  rows: readonly ReportRow[];
}
interface Where {
  id: string;
  commune: string;
  producer: string | null;
  stage: string;
}

export async function reportOf(db: Database, id: string): Promise<CycleReport | undefined> {
  const [row, state] = [await findCycle(db, id), await stateOf(db, 'annual-cycle', id)];
  if (row === undefined || state === undefined || state.stage === 'unborn') return undefined;
  const ids = state.enrolled.map(({ cycle }) => cycle);
  const found = async (view: typeof product | typeof certificate, stage: 'stage' | 'state') =>
    new Map(
      (
        await sql<Where>`select id, commune, producer_name as producer, ${sql.ref(stage)} as stage from ${sql.table(tableOf(view))}
          where id = any(${ids})`.execute(db)
      ).rows.map((each) => [each.id, each]),
    );
  const [products, certificates] = [await found(product, 'stage'), await found(certificate, 'state')];
  const settled = 'settled' in state ? state.settled : undefined;
  return {
    cycle: row,
    sum: row.counts === null ? null : sumOf(row.counts),
    rows: state.enrolled.map((each) => {
      const isCertificate = each.certificate !== undefined;
      const where = (isCertificate ? certificates : products).get(each.cycle);
      return {
        cycle: each.cycle,
        name: each.name,
        commune: where?.commune ?? null,
        producer: where?.producer ?? null,
        isCertificate,
        stage: where?.stage ?? null,
        outcome: outcomeOf(each, settled),
      };
    }),
  };
}
