import { addDays, weekday, yearOf, type Day } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { version, years, type CalendarYear } from './holidays.data.ts';

/*
 * Terms in working days. A year outside the calendar is refused, never guessed (`calendar.outsideRange`), and a term that rests on a
 * provisional year says so. The calendar comes as an argument: a decision replayed under a later calendar must be able to name the one it
 * was made with.
 */

/** The working calendar of administrative offices: years by number, and the version that a deadline keeps. */
export interface Calendar {
  readonly version: string;
  readonly years: Readonly<Record<number, CalendarYear>>;
}
export const officialCalendar: Calendar = { version, years };

/** The resolved day with what its computation rests on: `skipped` are the days off, other than ordinary rest days, that lay in the way. */
export interface WorkingDay {
  readonly day: Day;
  readonly provisional: boolean;
  /** Version of the calendar. */
  readonly calendar: string;
  readonly skipped: readonly Day[];
}
export interface YearWithoutCalendar {
  readonly yearWithoutCalendar: number;
}

/** Monday to Friday and no day off, or a made-up working day; undefined in a year without calendar. */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean | undefined => {
  const year = calendar.years[yearOf(day)];
  return year && worksIn(year, day);
};

/**
 * So many working days after `from`, which is not counted itself (Civil Code 147) and need not be a working day; before it when negative,
 * as the lead of a dispatch or a step of the work ladder. None at all is `from` as it stands.
 */
export const addWorkingDays = (from: Day, count: number, calendar: Calendar): WorkingDay | YearWithoutCalendar => {
  invariant(Number.isSafeInteger(count), `${count} working days`);
  return walk(from, { count: Math.abs(count), step: count < 0 ? -1 : 1 }, calendar);
};

/** The day itself if it is worked, else the next that is: an authority's term never ends on a day off (Civil Code 148). */
export const rollToWorkingDay = (day: Day, calendar: Calendar): WorkingDay | YearWithoutCalendar =>
  walk(addDays(day, -1), { count: 1, step: 1 }, calendar);

const isRestDay = (day: Day) => weekday(day) > 5;
const worksIn = (year: CalendarYear, day: Day): boolean =>
  year.madeUpWorkingDays.includes(day) || (!isRestDay(day) && year.daysOff[day] === undefined);

const walk = (from: Day, { count, step }: { count: number; step: 1 | -1 }, calendar: Calendar): WorkingDay | YearWithoutCalendar => {
  const skipped: Day[] = [];
  let [day, left, provisional] = [from, count, false];
  while (left > 0) {
    day = addDays(day, step);
    const year = calendar.years[yearOf(day)];
    if (year === undefined) return { yearWithoutCalendar: yearOf(day) };
    if (year.status === 'provisional') provisional = true;
    if (worksIn(year, day)) left -= 1;
    else if (year.daysOff[day] !== undefined && !isRestDay(day)) skipped.push(day);
  }
  return { day, provisional, calendar: calendar.version, skipped };
};
