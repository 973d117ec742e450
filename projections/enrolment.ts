import { sql } from 'kysely';
import type { Database } from '../infra/db/database.ts';
import { equals, pageOf, type Page, type Paging } from './page.ts';
import type { EventView } from './projection.ts';
import { fieldOf } from './timeline.ts';

/** A product cycle that was enrolled in a province's year, or a certificate that called for one, under the id of the cycle that earned it. */
export interface EnrolmentRow {
  cycle: string;
  product_cycle: string;
  name: string;
  is_certificate: boolean;
  position: number;
  at: number;
}

/** Of events, because a year of thousands of products would else be written anew with each of them. */
export const enrolment = {
  of: 'events',
  name: 'enrolment',
  version: 2,
  columns: `cycle text not null, product_cycle text not null, name text not null, is_certificate boolean not null,
    position bigint not null, at bigint not null,
    primary key (cycle, product_cycle)`,
  indexes: ['(product_cycle)'],
  rows: ({ commit: { id, position, at, events } }) =>
    events
      .filter(({ type }) => type === 'ProductEnrolled')
      .map(({ data }) => ({
        cycle: id,
        product_cycle: fieldOf(data, 'cycle'),
        name: fieldOf(data, 'name'),
        is_certificate: fieldOf(data, 'certificate') !== undefined,
        position,
        at,
      })),
} as const satisfies EventView;

export interface EnrolmentFilter {
  cycle?: string | undefined;
  productCycle?: string | undefined;
}
export const listEnrolments = (db: Database, { cycle, productCycle }: EnrolmentFilter, paging: Paging): Promise<Page<EnrolmentRow>> =>
  pageOf<EnrolmentRow>(
    db,
    enrolment,
    { where: [equals('cycle', cycle), equals('product_cycle', productCycle)], order: sql`position, product_cycle` },
    paging,
  );
