import type { EditionId } from '../edition/edition.ts';
import { editions } from '../edition/edition-for.ts';
import { yearOf } from '../kernel/instant.ts';
import type { Place } from '../legal-act.ts';
import type { Receipt, Settled } from './state.ts';

interface Coded { edition: EditionId; place: Place; productCode?: string | undefined; receipts: readonly Receipt[]; settled: Settled }

/** The product code: unit codes, the commune's serial of the year and the year of the first receipt, in the order of the edition. Codes never change. */
export const productCodeOf = ({ edition, place, productCode, receipts, settled }: Coded): string | undefined => {
  if (productCode !== undefined) return productCode;
  const serial = settled['serial']?.value;
  const first = receipts[0];
  if (serial === undefined || first === undefined) return undefined;
  const parts = { province: place.province, district: place.district ?? '', commune: place.commune, serial: String(serial), year: String(yearOf(first.on)) };
  return editions[edition].productCode.value.segments.map(({ code, digits }) => parts[code].padStart(digits ?? 0, '0')).join('-');
};

/** `12-3/PĐK-34-28780-2027`: the commune's number, then the province's as soon as it has received the dossier. */
export const formNumberOf = ({ place, receipts, settled }: Omit<Coded, 'edition' | 'productCode'>): string | undefined => {
  const [commune, province] = [settled['form-number-commune']?.value, settled['form-number-province']?.value];
  const first = receipts[0];
  if (commune === undefined || first === undefined) return undefined;
  return `${commune}-${province ?? '…'}/PĐK-${place.province}-${place.commune}-${yearOf(first.on)}`;
};
