import { sql } from 'kysely';
import { callsFor, type Call, type CertificateStanding, type DossierStanding, type YearPlace } from '../domain/annual-cycle/calls.ts';
import { yearOf } from '../domain/kernel/instant.ts';
import { successorOn, withPredecessors } from '../domain/territory/unit.ts';
import type { Database } from '../infra/db/database.ts';
import { certificate } from './certificate.ts';
import { cycle } from './cycle.ts';
import { enrolment } from './enrolment.ts';
import { isOpen, product } from './product.ts';
import { tableOf } from './projection.ts';

interface DossierRow {
  id: string;
  name: string;
  commune: string;
  producer: string | null;
  stage: string;
  born: string;
  bornAt: string;
  carried: readonly number[];
  settled: Readonly<Record<string, { ok: boolean; code?: string }>>;
}
const successorIn = (year: number, province: string): string => successorOn(province, `${year}-01-01`);
const refusedIn = (settled: DossierRow['settled']): Record<number, string> =>
  Object.fromEntries(
    Object.entries(settled).flatMap(([key, { ok, code }]): [number, string][] =>
      key.startsWith('enrol-') && !ok && code !== undefined ? [[Number(key.slice('enrol-'.length)), code]] : [],
    ),
  );
/** In the year of its birth a cycle enrols in the province that it was born in, in later ones with whoever has succeeded that. */
async function dossiersIn(db: Database, year: number, province: string): Promise<DossierStanding[]> {
  const { rows } = await sql<DossierRow>`
    select p.id, p.name, p.commune, p.producer_name as producer, p.stage, s.state->'birth'->>'on' as born, s.state->'birth'->>'province' as "bornAt", s.state->'carriedTo' as carried,
      s.state->'settled' as settled
    from ${sql.table(tableOf(product))} p join aggregate_state s on s.aggregate = 'product-cycle' and s.id = p.id
    where s.state->'birth'->>'province' = any(${withPredecessors(province)})`.execute(db);
  const here = rows.filter(({ born, bornAt }) => (yearOf(born) === year ? bornAt : successorIn(year, bornAt)) === province);
  return here.map(({ id, name, commune, producer, stage, born, carried, settled }) => ({
    cycle: id,
    name,
    commune,
    producer,
    isOpen: isOpen({ stage }),
    bornIn: yearOf(born),
    carriedTo: carried,
    refused: refusedIn(settled),
  }));
}
async function certificatesIn(db: Database, year: number, province: string): Promise<CertificateStanding[]> {
  const { rows } = await sql<CertificateStanding & { province: string }>`
    select id as cycle, name, commune, producer_name as producer, window_opens as opens, window_closes as closes, last_day as "lastDay",
      renewal, issued_under as "issuedUnder", source is not null as "isTakenOver", province
    from ${sql.table(tableOf(certificate))}
    where province = any(${withPredecessors(province)}) and state = 'in-force' and window_opens is not null
      and window_closes is not null`.execute(db);
  return rows.flatMap(({ province: at, ...held }) => (successorIn(year, at) === province ? [held] : []));
}
async function enrolledIn(db: Database, province: string): Promise<YearPlace[]> {
  const { rows } = await sql<YearPlace>`
    select e.product_cycle as cycle, c.year, c.stage = 'closed' as "isClosed"
    from ${sql.table(tableOf(enrolment))} e join ${sql.table(tableOf(cycle))} c on c.id = e.cycle
    where c.province = any(${withPredecessors(province)})`.execute(db);
  return rows;
}

/** What would be enrolled in this year, and what would not and why; nothing is written. Bounded by the products of one province. */
export async function listCalls(db: Database, year: number, province: string): Promise<readonly Call[]> {
  const [dossiers, certificates, enrolled] = await Promise.all([
    dossiersIn(db, year, province),
    certificatesIn(db, year, province),
    enrolledIn(db, province),
  ]);
  return callsFor(year, { dossiers, certificates, enrolled });
}

/** One certificate, as an administrator enrols it afterwards. */
export async function findDueCertificate(
  db: Database,
  { year, province }: { year: number; province: string },
  id: string,
): Promise<CertificateStanding | undefined> {
  return (await certificatesIn(db, year, province)).find((held) => held.cycle === id);
}
