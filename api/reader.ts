import type { Bearer } from '../infra/tokens.ts';
import { seatsOf } from '../projections/council.ts';
import type { CertificateRow } from '../projections/certificate.ts';
import type { ProductRow } from '../projections/product.ts';
import type { RunRow } from '../projections/run.ts';
import type { TimelineRow } from '../projections/timeline.ts';
import type { WorklistFilter } from '../projections/worklist.ts';
import type { OpenSpace } from './spaces.ts';

/**
 * Who reads. An official, who holds any office or seat, sees what the space holds. Anybody else sees what is public, the dossiers of his producers and
 * those on which he has acted himself; how single members scored and what was advised to them is nobody's of these.
 */
export interface Reader {
  person: string;
  isOfficial: boolean;
  producers: readonly string[];
}

export async function readerOf({ space, db }: OpenSpace, { person, roles, isDriver }: Bearer): Promise<Reader> {
  const drives = isDriver && space.kind === 'rehearsal';
  const isOfficial = drives || roles.some(({ role }) => role !== 'producer') || (await seatsOf(db, person)).length > 0;
  return { person, isOfficial, producers: roles.flatMap(({ role, unit }) => (role === 'producer' ? [unit] : [])) };
}

export const isHis = ({ isOfficial, producers }: Reader, { producer }: Pick<CertificateRow, 'producer'>): boolean =>
  isOfficial || producers.includes(producer);
/** What awaits him, whatever he asks for. */
export const queueOf = ({ person, producers }: Reader): WorklistFilter => ({
  person,
  units: producers.map((unit) => ({ role: 'producer', unit })),
});

const hasActed = ({ person }: Reader, timeline: readonly TimelineRow[]): boolean => timeline.some((row) => row.person === person);
export const mayReadProduct = (reader: Reader, { producer }: Pick<ProductRow, 'producer'>, timeline: readonly TimelineRow[]): boolean =>
  reader.isOfficial || (producer !== null && reader.producers.includes(producer)) || hasActed(reader, timeline);

/** A mean is known to nobody outside before the council has reported it. */
export const productFor = ({ isOfficial }: Reader, product: ProductRow): ProductRow =>
  isOfficial || product.stage !== 'scored' ? product : { ...product, mean: null };
const ofTheCouncil = ['SheetSubmitted', 'MemberRecused', 'DossierAssessed', 'SiteVisited', 'TestsRequested'];
export const factsFor = ({ isOfficial }: Reader, timeline: readonly TimelineRow[]): readonly TimelineRow[] =>
  isOfficial ? timeline : timeline.filter(({ event }) => !ofTheCouncil.includes(event));
export const runsFor = ({ isOfficial }: Reader, runs: readonly RunRow[]): readonly RunRow[] =>
  isOfficial ? runs : runs.map((run) => ({ ...run, sheets: null, advice: [] }));
