import { sql } from 'kysely';
import { callsFor, type Call, type CertificateStanding, type DossierStanding, type YearPlace } from '../domain/annual-cycle/calls.ts';
import { yearOf } from '../domain/kernel/instant.ts';
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
  carried: readonly number[];
  settled: Readonly<Record<string, { ok: boolean; code?: string }>>;
}
const refusedIn = (settled: DossierRow['settled']): Record<number, string> =>
  Object.fromEntries(
    Object.entries(settled).flatMap(([key, { ok, code }]): [number, string][] =>
      key.startsWith('enrol-') && !ok && code !== undefined ? [[Number(key.slice('enrol-'.length)), code]] : [],
    ),
  );
/** By the province of birth: that is where a cycle enrols, whatever has happened to units since. */
async function dossiersIn(db: Database, province: string): Promise<DossierStanding[]> {
  const { rows } = await sql<DossierRow>`
    select p.id, p.name, p.commune, p.producer_name as producer, p.stage, s.state->'birth'->>'on' as born, s.state->'carriedTo' as carried,
      s.state->'settled' as settled
    from ${sql.table(tableOf(product))} p join aggregate_state s on s.aggregate = 'product-cycle' and s.id = p.id
    where s.state->'birth'->>'province' = ${province}`.execute(db);
  return rows.map(({ id, name, commune, producer, stage, born, carried, settled }) => ({
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
async function certificatesIn(db: Database, province: string): Promise<CertificateStanding[]> {
  const { rows } = await sql<CertificateStanding>`
    select id as cycle, name, commune, producer_name as producer, window_opens as opens, window_closes as closes, last_day as "lastDay",
      renewal, issued_under as "issuedUnder"
    from ${sql.table(tableOf(certificate))}
    where province = ${province} and state = 'in-force' and window_opens is not null and window_closes is not null`.execute(db);
  return rows;
}
async function enrolledIn(db: Database, province: string): Promise<YearPlace[]> {
  const { rows } = await sql<YearPlace>`
    select e.product_cycle as cycle, c.year, c.stage = 'closed' as "isClosed"
    from ${sql.table(tableOf(enrolment))} e join ${sql.table(tableOf(cycle))} c on c.id = e.cycle
    where c.province = ${province}`.execute(db);
  return rows;
}

/** What would be enrolled in this year, and what would not and why; nothing is written. Bounded by the products of one province. */
export async function listCalls(db: Database, year: number, province: string): Promise<readonly Call[]> {
  const [dossiers, certificates, enrolled] = await Promise.all([
    dossiersIn(db, province),
    certificatesIn(db, province),
    enrolledIn(db, province),
  ]);
  return callsFor(year, { dossiers, certificates, enrolled });
}

/** One certificate, as an administrator enrols it afterwards. */
export async function findDueCertificate(db: Database, province: string, id: string): Promise<CertificateStanding | undefined> {
  return (await certificatesIn(db, province)).find((held) => held.cycle === id);
}
