import type { Address } from '../../domain/kernel/address.ts';
import { annualCycleOf, certificateOf, numberBookOf } from '../../domain/kernel/address.ts';
import type { Day } from '../../domain/kernel/instant.ts';
import { dayOf } from '../../domain/kernel/instant.ts';
import { committee, holding, producer, type engineActor } from './domain.ts';
import { act, commune, dossier, htx, place, province, received, supplementOf } from './product-cycle.ts';

/* Commands as a running engine gets them: to whom, what, by whom. Tests of the loop need few, and want them short. */

export interface Errand {
  to: Address;
  type: string;
  data: object;
  actor: typeof engineActor;
}
export const today = (): Day => dayOf(Date.now());
const country = holding('administrator', 'VN');

/** A province's year: many products may enrol, and without any of them it closes at once. */
export const yearOf = (id: string): Address => annualCycleOf(2026, id);
export const openYear = (id: string, on = today()): Errand => ({
  to: yearOf(id),
  type: 'openAnnualCycle',
  actor: country,
  data: { year: 2026, province: id, plan: 'kế hoạch', rounds: [], ...act(on) },
});
export const enrol = (id: string, cycle: string): Errand => ({
  to: yearOf(id),
  type: 'enrol',
  actor: country,
  data: { cycle, name: 'Trà Tân Phú', year: 2026, province: id },
});
export const closeYear = (id: string): Errand => ({ to: yearOf(id), type: 'closeAnnualCycle', actor: country, data: {} });

/** A dossier that owes an enrolment; received, it owes two numbers of its commune, each from one book. */
export const fileDossier = (id: string, at = place): Errand => ({
  to: { aggregate: 'product-cycle', id },
  type: 'fileDossier',
  actor: producer(htx.id),
  data: { ...dossier, place: at },
});
export const receive = (id: string, at = place): Errand => ({
  to: { aggregate: 'product-cycle', id },
  type: 'receive',
  actor: committee(at.commune),
  data: received,
});
export const serialsOf = (year: number, unit = commune): Address => numberBookOf('serial', unit, year);
export const formNumbersOf = (year: number, unit = commune): Address => numberBookOf('form', unit, year);

export const engine: typeof engineActor = { person: 'engine', roles: [{ role: 'engine', unit: '' }] };
export const allocateSerial = (book: Address, key: string): Errand => ({ to: book, type: 'allocateSerial', actor: engine, data: { key } });
export const issueCertificate = (id: string, effectiveOn: Day, issuedUnder = 'qd-26-2026'): Errand => ({
  to: certificateOf(id),
  type: 'issueCertificate',
  actor: engine,
  data: {
    productCycle: id,
    product: 'tra',
    name: 'Trà Tân Phú',
    star: 4,
    issuedUnder,
    producer: htx,
    place: { commune, province },
    issuer: province,
    level: 'province',
    ...act(effectiveOn, '100/QĐ-UBND'),
  },
});
export const requestSupplement = (id: string, by: Day, at = place): Errand => ({
  to: { aggregate: 'product-cycle', id },
  type: 'requestSupplement',
  actor: committee(at.commune),
  data: { ...supplementOf('câu chuyện'), by },
});
