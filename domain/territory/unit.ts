import { addDays, type Day } from '../kernel/instant.ts';
import { units, type Unit } from './units.data.ts';

/*
 * The unit answerable for a file is that of the day of the act (`territory.successor`). A unit that the table does not know is taken to be
 * there: the table holds what has changed, and a missing line must stop nobody.
 */

/** The whole country: the unit of the ministry, and of administrators who may act for every province. */
export const country = 'VN';

const isThere = ({ from, to }: Unit, day: Day): boolean => (from === null || from <= day) && (to === null || day <= to);
const linesOf = (code: string): readonly Unit[] => units.filter((unit) => unit.code === code);

/** The unit that had this code on the day; undefined where the table has none. A code may be used again by the unit that succeeds. */
export const unitOn = (code: string, day: Day): Unit | undefined => linesOf(code).find((unit) => isThere(unit, day));

/** The line that had ended before the day, where the code means no unit on it. */
const endedBefore = (code: string, day: Day): Unit | undefined =>
  unitOn(code, day) ? undefined : linesOf(code).findLast(({ to }) => to !== null && to < day);
/** Who answers on this day for what is this unit's; the unit itself while it is there. */
export const successorOn = (code: string, day: Day): string => {
  const ended = endedBefore(code, day);
  return ended?.successor == null ? code : successorOn(ended.successor, day);
};
/** The first day on which a unit that is gone was there no more. */
export const goneSince = (code: string, day: Day): Day | undefined => {
  const to = endedBefore(code, day)?.to;
  return to == null ? undefined : addDays(to, 1);
};
/** The first day on which this unit will be, or was, there no more. */
export const goneFrom = (code: string): Day | undefined => {
  const to = linesOf(code).findLast((unit) => unit.to !== null && unit.successor !== code)?.to;
  return to == null ? undefined : addDays(to, 1);
};

/** Who answers for it as far as the table reaches; the unit itself while nothing ends it. */
export const lastSuccessor = (code: string): string => {
  const from = goneFrom(code);
  return from === undefined ? code : lastSuccessor(successorOn(code, from));
};

/** What a code is called, with the code; a code that the table does not know stands alone. */
export const unitCalled = (code: string): string => {
  const name = linesOf(code).at(-1)?.name;
  return name === undefined ? code : `${name} (${code})`;
};

/** The unit with all that it has ever succeeded: what was recorded under any of them is found under it. */
export const withPredecessors = (code: string): readonly string[] => {
  const found = [code];
  for (const each of found) {
    const before = units.filter(({ successor, code: own }) => successor === each && !found.includes(own));
    found.push(...before.map((unit) => unit.code));
  }
  return found;
};
