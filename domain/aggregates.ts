import { annualCycle } from './annual-cycle/index.ts';
import { certificate } from './certificate/index.ts';
import { council } from './council/index.ts';
import type { AggregateName } from './kernel/address.ts';
import { numberBook } from './number-book/index.ts';
import { productCycle } from './product-cycle/index.ts';

export const aggregates = {
  'product-cycle': productCycle,
  council,
  certificate,
  'annual-cycle': annualCycle,
  'number-book': numberBook,
} as const;
export const aggregateNames: readonly AggregateName[] = ['product-cycle', 'council', 'certificate', 'annual-cycle', 'number-book'];
export const isAggregate = (name: string): name is AggregateName => Object.hasOwn(aggregates, name);

/** Who may tell whom what: the whole traffic between aggregates. Everything else people see by a query over views. */
export const traffic: { readonly [From in AggregateName]: { readonly [To in AggregateName]?: readonly string[] } } = {
  'council': { 'product-cycle': ['placeOnAgenda', 'openScoring', 'changePanel', 'recuse'] },
  'product-cycle': {
    'number-book': ['allocateFormNumber', 'allocateSerial', 'allocateCertificateNumber'],
    'certificate': ['issueCertificate', 'noteRenewal', 'concludeRenewal', 'concludeRedo', 'supersede'],
    'annual-cycle': ['enrol'],
  },
  'annual-cycle': { 'product-cycle': ['carryOver'] },
  'certificate': {},
  'number-book': {},
};
