import { editions, lawOn } from '../edition/edition-for.ts';
import type { EditionId, Level } from '../edition/terms.ts';
import { productOf } from '../kernel/address.ts';
import type { Day } from '../kernel/instant.ts';
import { unitOn } from '../territory/unit.ts';
import type { Events } from './events.ts';
import { fallsInYear } from './enrolment.ts';

/*
 * What calls for a place in a province's year: unfinished dossiers, those that found no open year, certificates due for renewal. The dry run
 * lists the calls and opening the year takes in those that nothing hinders, so that both say the same.
 */

/** `not-enrolled`: of this very year, but it was not open or was on hold. `unfinished`: of an earlier year that never took it in. */
export type Reason = 'window-opens' | 'window-still-open' | 'carried-over' | 'not-enrolled' | 'unfinished';
/** The first two keep it out: another year, or its own dossier, has it. `former-unit`: enrolled; whether its commune is still there nobody knows. */
export type Hindrance = 'year-not-closed' | 'renewal-filed' | 'former-unit';
export interface Call {
  kind: 'product' | 'certificate';
  cycle: string;
  name: string;
  commune: string;
  producer: string | null;
  reason: Reason;
  /** Why it was refused before. */
  refused: string | null;
  problem: Hindrance | null;
  enrols: boolean;
  certificate: Events['ProductEnrolled']['certificate'] | null;
}
interface Named {
  cycle: string;
  name: string;
  commune: string;
  producer: string | null;
}
/** Where a cycle, or a certificate, is enrolled. */
export interface YearPlace {
  cycle: string;
  year: number;
  isClosed: boolean;
}
/** A product cycle, as the views know it. `refused`: by year, the code of a refused enrolment. */
export interface DossierStanding extends Named {
  isOpen: boolean;
  bornIn: number;
  carriedTo: readonly number[];
  refused: Readonly<Record<number, string>>;
}
export interface CertificateStanding extends Named {
  opens: Day;
  closes: Day;
  lastDay: Day;
  renewal: string | null;
  issuedUnder: EditionId;
  /** Of another book, typed in by the province with the units of its own day. */
  isTakenOver: boolean;
}
const call = ({ cycle, name, commune, producer }: Named, more: Pick<Call, 'kind' | 'reason'> & Partial<Call>): Call => ({
  cycle,
  name,
  commune,
  producer,
  refused: null,
  problem: null,
  enrols: true,
  certificate: null,
  ...more,
});

const ofDossier = (dossier: DossierStanding, year: number, enrolled: readonly YearPlace[]): Call | undefined => {
  const places = enrolled.filter(({ cycle }) => cycle === dossier.cycle);
  if (places.some((place) => place.year === year)) return undefined;
  const refused = dossier.refused[year] ?? null;
  const years = [dossier.bornIn, ...dossier.carriedTo];
  // One that has ended since is counted in its year all the same.
  if (years.includes(year) && (dossier.isOpen || refused !== null))
    return call(dossier, { kind: 'product', refused, reason: dossier.bornIn === year ? 'not-enrolled' : 'carried-over' });
  const last = Math.max(...years);
  if (!dossier.isOpen || last >= year) return undefined;
  const isHeld = places.some((place) => place.year === last && !place.isClosed);
  return call(dossier, { kind: 'product', reason: 'unfinished', ...(isHeld && { problem: 'year-not-closed', enrols: false }) });
};

/** Levels come and go with editions, and with a level its units. */
const isLevelIn = (level: Level, year: number): boolean => lawOn(`${year}-12-31`).levels.some((each) => each.level === level);
const ofCertificate = (held: CertificateStanding, year: number, enrolled: readonly YearPlace[]): Call | undefined => {
  const { opens, closes, lastDay, renewal } = held;
  const isIn = enrolled.some((place) => place.year === year && productOf(place.cycle) === productOf(held.cycle));
  if (isIn || !fallsInYear(held, year)) return undefined;
  // Of communes the table holds few; of one that it knows the certificate has gone to the successor.
  const isKnown = held.isTakenOver || unitOn(held.commune, `${year}-01-01`) !== undefined;
  const isFormer = !isKnown && editions[held.issuedUnder].levels.some(({ level }) => !isLevelIn(level, year));
  return call(held, {
    kind: 'certificate',
    reason: opens < `${year}-01-01` ? 'window-still-open' : 'window-opens',
    certificate: { opens, closes, lastDay },
    ...(renewal !== null ? { problem: 'renewal-filed', enrols: false } : isFormer ? { problem: 'former-unit' } : {}),
  });
};

export interface Standings {
  dossiers: readonly DossierStanding[];
  certificates: readonly CertificateStanding[];
  enrolled: readonly YearPlace[];
}
const order = (one: Call, other: Call): number =>
  one.commune === other.commune ? (one.cycle < other.cycle ? -1 : 1) : one.commune < other.commune ? -1 : 1;
/** By commune, each product once: a dossier stands before the certificate that it renews. */
export const callsFor = (year: number, { dossiers, certificates, enrolled }: Standings): readonly Call[] => {
  const products = dossiers.flatMap((dossier) => ofDossier(dossier, year, enrolled) ?? []);
  const filed = new Set(products.filter(({ enrols }) => enrols).map(({ cycle }) => productOf(cycle)));
  const due = certificates
    .flatMap((held) => ofCertificate(held, year, enrolled) ?? [])
    .map((each) => (filed.has(productOf(each.cycle)) ? { ...each, problem: 'renewal-filed' as const, enrols: false } : each));
  return [...products, ...due].toSorted(order);
};
/** What opening the year records. */
export const enrolling = (calls: readonly Call[]): readonly Events['ProductEnrolled'][] =>
  calls.filter(({ enrols }) => enrols).map(({ cycle, name, certificate }) => ({ cycle, name, ...(certificate && { certificate }) }));
