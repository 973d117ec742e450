import * as z from 'zod';
import { addWorkingDays, rollToWorkingDay, type Calendar } from '../calendar/working-days.ts';
import type { Basis, Clause } from '../edition/edition.ts';
import { addDays, isDay, type Day } from './instant.ts';

const day = z.string().refine(isDay, 'a day yyyy-mm-dd');
const basis = z.union([
  z.strictObject({ article: z.string() }),
  z.strictObject({ councilRegulation: z.string() }),
  z.strictObject({ setting: z.string() }),
  z.strictObject({ silent: z.literal(true) }),
]);
const due = z.strictObject({
  day,
  clause: z.string(),
  basis,
  from: day,
  count: z.int(),
  unit: z.enum(['working-days', 'days', 'fixed']),
  skipped: z.array(day),
  provisional: z.boolean(),
});
export const shape = Object.freeze({ day, due });

/**
 * A day until which something must be done, with the whole computation, so that anybody can check it: counted from `from` (not counted itself)
 * over `count` days of a unit, stepping over the `skipped` holidays. `provisional`: it rests on a year without official calendar.
 */
export interface Due extends z.infer<typeof due> {}
export const dueInDays = (from: Day, count: number, clause: Clause, basis: Basis): Due => ({
  day: addDays(from, count),
  clause,
  basis,
  from,
  count,
  unit: 'days',
  skipped: [],
  provisional: false,
});
/** A term that an authority has: it does not end on a day off, and beyond the years of the calendar there is none (Civil Code 148). */
export const dueInOfficeDays = (plain: Due, calendar: Calendar): Due | { yearWithoutCalendar: number } => {
  const end = rollToWorkingDay(plain.day, calendar);
  return 'yearWithoutCalendar' in end ? end : { ...plain, day: end.day, skipped: [...end.skipped], provisional: end.provisional };
};
export const dueOn = (day: Day, from: Day, clause: Clause, basis: Basis): Due => ({
  day,
  clause,
  basis,
  from,
  count: 0,
  unit: 'fixed',
  skipped: [],
  provisional: false,
});

/** A duty with its day, where it has one. */
export const untilDay = <Duty extends object>(duty: Duty, due: Due | null | undefined): Duty & { due?: Due } => ({
  ...duty,
  ...(due && { due }),
});

/** Beyond the years of the calendar there is no such day: a command that would start this clock is refused (`YearWithoutCalendar`). */
export const dueInWorkingDays = (
  from: Day,
  count: number,
  clause: Clause,
  basis: Basis,
  calendar: Calendar,
): Due | { yearWithoutCalendar: number } => {
  const end = addWorkingDays(from, count, calendar);
  return 'yearWithoutCalendar' in end
    ? end
    : { day: end.day, clause, basis, from, count, unit: 'working-days', skipped: [...end.skipped], provisional: end.provisional };
};
