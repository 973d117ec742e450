import type { Day } from '../kernel/instant.ts';
import type { Edition } from './edition.ts';
import { qd1048 } from './qd-1048-2019.ts';
import { qd148 } from './qd-148-2023.ts';
import { qd1489 } from './qd-1489-2025.ts';
import { qd26 } from './qd-26-2026.ts';
import type { EditionId } from './terms.ts';

export const editions: Readonly<Record<EditionId, Edition>> = {
  'qd-1048-2019': qd1048,
  'qd-148-2023': qd148,
  'qd-1489-2025': qd1489,
  'qd-26-2026': qd26,
};
const oldestFirst: readonly Edition[] = [qd1048, qd148, qd1489, qd26];

const takesDossiers = ({ newDossiersFrom: { value: from }, newDossiersUntil: { value: until } }: Edition, day: Day) =>
  from <= day && (until === null || day <= until);

/**
 * The edition that a dossier filed on this day is pinned to. By the days it takes new dossiers, never by its days in force: in 2026 two
 * are in force at once. Undefined before 21/8/2019.
 */
export const editionFor = (filed: Day): Edition | undefined => oldestFirst.find((edition) => takesDossiers(edition, filed));

/**
 * The rules of the day for what pins no edition: councils, annual cycles, and every act on a certificate (`certificate.rulesOf`). The
 * newest edition that has begun; before the first one, the first.
 */
export const lawOn = (day: Day): Edition => oldestFirst.findLast(({ effectiveFrom }) => effectiveFrom.value <= day) ?? qd1048;
