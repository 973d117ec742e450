import type { Place } from '../domain/legal-act.ts';
import { unitCalled } from '../domain/territory/unit.ts';

/** The units of a place by name and code, the lowest first; names of units are the same in every language. */
export const unitsOf = ({ commune, district, province }: Place): string =>
  [commune, ...(district === undefined ? [] : [district]), province].map(unitCalled).join(', ');
