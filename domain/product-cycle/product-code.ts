import type { EditionId } from '../edition/edition.ts';
import { editions } from '../edition/edition-for.ts';
import { yearOf } from '../kernel/instant.ts';
import type { Place } from '../legal-act.ts';
import type { Settled } from '../kernel/settlement.ts';
import type { Receipt } from './state.ts';

interface Coded {
  edition: EditionId;
  place: Place;
  productCode?: string | undefined;
  receipts: readonly Receipt[];
  settled: Settled;
}

/** The product code: unit codes, the commune's serial of the year and the year of the first receipt, in the order of the edition. Codes never change. */
export const productCodeOf = ({ edition, place, productCode, receipts, settled }: Coded): string | undefined => {
  if (productCode !== undefined) return productCode;
  const serial = settled['serial']?.value;
  const first = receipts[0];
  if (serial === undefined || first === undefined) return undefined;
  const { province, district = '', commune } = first.place ?? place;
  const parts = {
    province,
    district,
    commune,
    serial: String(serial),
    year: String(yearOf(first.on)),
  };
  return editions[edition].productCode.value.segments.map(({ code, digits }) => parts[code].padStart(digits ?? 0, '0')).join('-');
};

/** `12-3/PĐK-34-28780-2027`: the first desk's number, then the next one's as soon as it has received the dossier; in the pattern of the edition. */
export const formNumberOf = ({ edition, place, receipts, settled }: Omit<Coded, 'productCode'>): string | undefined => {
  const form = editions[edition].formNumber.value;
  const first = receipts[0];
  const given = form?.givenBy.map((level) => settled[`form-number-${level}`]?.value) ?? [];
  if (!form || first === undefined || given[0] === undefined) return undefined;
  const { province, commune } = first.place ?? place;
  const parts = [...given.map((number) => String(number ?? '…')), province, commune, String(yearOf(first.on))];
  return form.pattern.replaceAll(/…|\([^)]*\)/g, () => parts.shift() ?? '');
};
