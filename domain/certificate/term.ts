import { editions } from '../edition/edition-for.ts';
import type { EditionId } from '../edition/edition.ts';
import { lastValidDay, readingOf, type ExpiryReading } from '../edition/validity.ts';
import type { Day } from '../kernel/instant.ts';
import { provinceOrMinistry, type InForce } from './state.ts';

type Dated = Pick<InForce['certificate'], 'place' | 'level' | 'effectiveOn'>;
interface TermOf {
  lastDay: Day;
  reading?: Partial<ExpiryReading>;
}
/**
 * 36 months from the effective day, as the province of the issuer reads them; the ministry has a reading of its own. An own reading is kept in
 * the event that used it.
 */
export const termOf = (certificate: Dated, issuedUnder: EditionId): TermOf => {
  const reading = readingOf(provinceOrMinistry(certificate));
  const lastDay = lastValidDay(certificate.effectiveOn, editions[issuedUnder], reading);
  return Object.keys(reading).length === 0 ? { lastDay } : { lastDay, reading };
};
