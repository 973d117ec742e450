import { sql } from 'kysely';
import { productOf } from '../domain/kernel/address.ts';
import { showMean } from '../domain/kernel/exact.ts';
import { latestCertificate } from '../domain/product-cycle/certificate-key.ts';
import { formNumberOf, productCodeOf } from '../domain/product-cycle/product-code.ts';
import { publishedOn } from '../domain/product-cycle/publication.ts';
import { hasDossier, type ProductCycle } from '../domain/product-cycle/state.ts';
import { levelOf } from '../domain/product-cycle/stations.ts';
import { withPredecessors } from '../domain/territory/unit.ts';
import type { Database } from '../infra/db/database.ts';
import { allOf, among, equals, oneOf, pageOf, type Page, type Paging } from './page.ts';
import type { About, StateView } from './projection.ts';
import { pattern, searchable } from './searchable.ts';

/** One product cycle: where it is, what it is, what came out. */
export interface ProductRow {
  id: string;
  product: string;
  name: string;
  stage: string;
  province: string;
  commune: string;
  kind: string | null;
  edition: string | null;
  set: number | null;
  producer: string | null;
  producer_name: string | null;
  level: string | null;
  mean: string | null;
  star: number | null;
  /** Whether the mean was counted on sheets, or typed in from the minutes of a council that met on paper. */
  source: string | null;
  round: string | null;
  product_code: string | null;
  form_number: string | null;
  published_on: string | null;
  certificate: string | null;
  position: number;
  at: number;
}

const dossierColumns = (state: Extract<ProductCycle, { run: unknown }>) => ({
  kind: state.kind,
  edition: state.edition,
  set: state.set,
  producer: state.producer.id,
  producer_name: state.producer.name,
  level: levelOf(state),
  round: state.run.roundId,
  mean: 'result' in state ? showMean(state.result.mean) : 'mean' in state ? showMean(state.mean) : null,
  star: 'result' in state ? state.result.star : null,
  source: 'result' in state ? state.result.source : 'gate' in state ? state.gate.source : null,
  product_code: productCodeOf(state) ?? null,
  form_number: formNumberOf(state) ?? null,
  published_on: publishedOn(state) ?? null,
});
const noDossier = {
  kind: null,
  edition: null,
  set: null,
  level: null,
  round: null,
  mean: null,
  star: null,
  source: null,
  product_code: null,
  form_number: null,
  published_on: null,
};

const rowOf = (state: Extract<ProductCycle, { place: unknown }>, { id, position, at }: About): ProductRow => ({
  id,
  product: productOf(id),
  name: state.name,
  stage: state.stage,
  province: state.place.province,
  commune: state.place.commune,
  producer: 'producer' in state ? state.producer.id : null,
  producer_name: 'producer' in state ? state.producer.name : null,
  ...(hasDossier(state) ? dossierColumns(state) : noDossier),
  certificate: hasDossier(state) ? (latestCertificate(state, id) ?? null) : null,
  position,
  at,
});
const searchOf = ({ name, id, producer_name: producer, product_code: code }: ProductRow) => searchable(name, id, producer, code);

export const product = {
  of: 'states',
  name: 'product',
  version: 3,
  columns: `id text primary key, product text not null, name text not null, stage text not null, province text not null,
    commune text not null, kind text, edition text, set integer, producer text, producer_name text, level text, mean text,
    star integer, source text, round text, product_code text, form_number text, published_on text,
    certificate text, position bigint not null,
    at bigint not null, search text not null`,
  indexes: ['(province, stage)', '(product)', '(commune)', '(producer)', '(position)'],
  rows: {
    'product-cycle': (state, about) => {
      if (!('place' in state)) return [];
      const row = rowOf(state, about);
      return [{ ...row, search: searchOf(row) }];
    },
  },
} as const satisfies StateView;

export interface ProductFilter {
  province?: string | undefined;
  commune?: string | undefined;
  stage?: string | undefined;
  star?: number | undefined;
  producer?: string | undefined;
  producers?: readonly string[] | undefined;
  product?: string | undefined;
  text?: string | undefined;
}

/** Newest first. Under a unit stand also the products of those it has succeeded. `text` is sought in name, producer, id and product code, without diacritics. */
export const listProducts = (db: Database, filter: ProductFilter, paging: Paging): Promise<Page<ProductRow>> =>
  pageOf<ProductRow>(
    db,
    product,
    {
      where: [
        among('province', filter.province === undefined ? undefined : withPredecessors(filter.province)),
        among('commune', filter.commune === undefined ? undefined : withPredecessors(filter.commune)),
        equals('stage', filter.stage),
        equals('star', filter.star),
        equals('producer', filter.producer),
        among('producer', filter.producers),
        equals('product', filter.product),
        filter.text === undefined ? undefined : sql`search like ${pattern(filter.text)}`,
      ],
      order: sql`position desc`,
    },
    paging,
  );
export const findProduct = (db: Database, id: string): Promise<ProductRow | undefined> => oneOf<ProductRow>(db, product, id);
/** The cycles of a product, oldest first: its last one says what comes next. */
export const cyclesOf = (db: Database, productId: string): Promise<ProductRow[]> =>
  allOf<ProductRow>(db, product, { where: [equals('product', productId)], order: sql`length(id), id` });
export const isOpen = ({ stage }: Pick<ProductRow, 'stage'>): boolean =>
  !['recognised', 'not-passed', 'rejected', 'stopped', 'returned', 'withdrawn', 'closed-by-transition'].includes(stage);
