import { sql } from 'kysely';
import { certificate as machine } from '../domain/certificate/index.ts';
import type { Certificate, InForce } from '../domain/certificate/state.ts';
import type { Due } from '../domain/kernel/due.ts';
import type { Document } from '../domain/legal-act.ts';
import { withPredecessors } from '../domain/territory/unit.ts';
import type { Database } from '../infra/db/database.ts';
import { allOf, among, equals, oneOf, pageOf, type Page, type Paging } from './page.ts';
import type { About, StateView } from './projection.ts';
import { pattern, searchable } from './searchable.ts';
import { timeline, type TimelineRow } from './timeline.ts';

/** A certificate: its paper, its term, and how it stands. `next_*`: what its law says today of days that lie ahead. */
export interface CertificateRow {
  id: string;
  product: string;
  name: string;
  producer: string;
  producer_name: string;
  province: string;
  commune: string;
  star: number;
  signed_on: string;
  effective_on: string;
  last_day: string;
  /** While a renewal is awaited: the last day on which it lives on at most, and why. */
  extended_until: string | null;
  extension: 'lateFiling' | 'decisionPending' | null;
  /** Article or setting on which it rests. */
  extended_by: string | null;
  state: 'in-force' | 'ended';
  how: Ended['end']['how'] | null;
  ground: string | null;
  ended_on: string | null;
  replaced_by: string | null;
  window_stage: 'ahead' | 'open' | 'closed' | null;
  window_opens: string | null;
  window_closes: string | null;
  reminded: readonly string[];
  next_reminder: string | null;
  renewal: string | null;
  replaces: string | null;
  number: string | null;
  product_code: string | null;
  /** A unit's code; of a certificate that was taken over, the issuer as printed. */
  issuer: string;
  /** Where the record of a certificate that was taken over comes from. */
  source: string | null;
  level: string;
  issued_under: string;
  document: Document;
  position: number;
  at: number;
}

type Ended = Extract<Certificate, { stage: 'ended' }>;
/** The days of the whole life, as the aggregate itself would have them ahead of it. */
const daysOf = (state: InForce) => {
  const all = machine.deadlines({ stage: 'in-force', ...state, window: 'ahead' });
  const days = (type: string) =>
    all
      .filter(({ event }) => event.type === type)
      .flatMap(({ event: { data } }) =>
        typeof data === 'object' && data !== null && 'day' in data && typeof data.day === 'string' ? [data.day] : [],
      );
  return { opens: days('RenewalWindowOpened'), closes: days('RenewalWindowClosed'), reminders: days('HolderReminded').toSorted() };
};
const standing = (state: InForce) => {
  const { opens, closes, reminders } = daysOf(state);
  return {
    how: null,
    ground: null,
    extended_until: state.extension?.until.day ?? null,
    extension: state.extension?.reason ?? null,
    extended_by: state.extension === null ? null : placeOf(state.extension.until),
    ended_on: null,
    replaced_by: null,
    window_stage: state.window,
    window_opens: opens[0] ?? null,
    window_closes: closes[0] ?? null,
    reminded: state.reminded,
    next_reminder: reminders[0] ?? null,
    renewal: state.renewal?.cycle ?? null,
  };
};
const ending = ({ end }: Ended) => ({
  how: end.how,
  ground: end.how === 'revoked' ? end.ground : null,
  extended_until: null,
  extension: null,
  extended_by: null,
  ended_on: end.on,
  replaced_by: end.how === 'superseded' ? end.by : null,
  window_stage: null,
  window_opens: null,
  window_closes: null,
  reminded: [],
  next_reminder: null,
  renewal: null,
});
const rowOf = (state: Extract<Certificate, { certificate: unknown }>, { id, position, at }: About): CertificateRow => {
  const { product, name, producer, place, star, document, effectiveOn, lastDay, issuer, level, issuedUnder, ...paper } = state.certificate;
  return {
    id,
    product,
    name,
    producer: producer.id,
    producer_name: producer.name,
    province: place.province,
    commune: place.commune,
    star,
    signed_on: document.signedOn,
    effective_on: effectiveOn,
    last_day: lastDay,
    state: state.stage,
    ...(state.stage === 'in-force' ? standing(state) : ending(state)),
    replaces: paper.replaces ?? null,
    number: paper.certificateNumber ?? null,
    product_code: paper.productCode ?? null,
    issuer,
    source: paper.source ?? null,
    level,
    issued_under: issuedUnder,
    document,
    position,
    at,
  };
};
const placeOf = ({ basis }: Due): string | null => {
  const [place] = Object.values<string | true>(basis);
  return typeof place === 'string' ? place : null;
};
const searchOf = ({ name, id, producer_name: producer, product_code: code, number }: CertificateRow) =>
  searchable(name, id, producer, code, number);

export const certificate = {
  of: 'states',
  name: 'certificate',
  version: 3,
  columns: `id text primary key, product text not null, name text not null, producer text not null, producer_name text not null,
    province text not null, commune text not null, star integer not null, signed_on text not null,
    effective_on text not null, last_day text not null, extended_until text, extension text, extended_by text, state text not null, how text, ground text,
    ended_on text, replaced_by text,
    window_stage text, window_opens text, window_closes text, reminded jsonb not null, next_reminder text, renewal text,
    replaces text, number text, product_code text, issuer text not null, source text, level text not null, issued_under text not null,
    document jsonb not null, position bigint not null, at bigint not null, search text not null`,
  indexes: ['(last_day, id)', '(product)', '(province, state)'],
  rows: {
    certificate: (state, about) => {
      if (state.stage === 'unborn') return [];
      const row = rowOf(state, about);
      return [{ ...row, search: searchOf(row) }];
    },
  },
} as const satisfies StateView;

/**
 * `endsBefore`: the last day on which a certificate that is still shown ends at the latest. A unit's certificates are also those of the units
 * that it has succeeded: their papers keep the names of their day.
 */
export interface CertificateFilter {
  state?: 'in-force' | 'ended' | undefined;
  star?: number | undefined;
  province?: string | undefined;
  commune?: string | undefined;
  producer?: string | undefined;
  product?: string | undefined;
  endsBefore?: string | undefined;
  text?: string | undefined;
}
/** What ends soonest first. */
export const listCertificates = (db: Database, filter: CertificateFilter, paging: Paging): Promise<Page<CertificateRow>> =>
  pageOf<CertificateRow>(
    db,
    certificate,
    {
      where: [
        equals('state', filter.state),
        equals('star', filter.star),
        among('province', filter.province === undefined ? undefined : withPredecessors(filter.province)),
        among('commune', filter.commune === undefined ? undefined : withPredecessors(filter.commune)),
        equals('producer', filter.producer),
        equals('product', filter.product),
        filter.endsBefore === undefined ? undefined : sql`last_day < ${filter.endsBefore}`,
        filter.text === undefined ? undefined : sql`search like ${pattern(filter.text)}`,
      ],
      order: sql`last_day, id`,
    },
    paging,
  );
export const findCertificate = (db: Database, id: string): Promise<CertificateRow | undefined> =>
  oneOf<CertificateRow>(db, certificate, id);
/** Newest first: the first one is what the product holds. */
export const certificatesOfProduct = (db: Database, product: string): Promise<CertificateRow[]> =>
  allOf<CertificateRow>(db, certificate, { where: [equals('product', product)], order: sql`effective_on desc, length(id) desc, id desc` });

const told = ['HolderReminded', 'RenewalWindowOpened', 'RenewalWindowClosed', 'ValidityExtended', 'CertificateEnded'];
/** What the holder had to be told, oldest first, as it was recorded. */
export const remindersOf = (db: Database, id: string): Promise<TimelineRow[]> =>
  allOf<TimelineRow>(db, timeline, {
    where: [equals('aggregate', 'certificate'), equals('id', id), sql`event = any(${told})`],
    order: sql`position, index`,
  });
