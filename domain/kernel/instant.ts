import { invariant } from './invariant.ts';

/*
 * Days and instants of Vietnam, by integer arithmetic alone. Hanoi has kept UTC+7 without summer time since 1975, so a day needs no
 * time-zone table, and a workflow that replays this in ten years gets the same answer. Working days are another matter:
 * `calendar/working-days.ts`.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A calendar day in Hanoi, 'YYYY-MM-DD'; texts of this form sort and compare as the days do. */
export type Day = string;

const dayMs = 86_400_000;
const hanoiMs = 7 * 3_600_000;

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const write = (year: number, month: number, date: number): Day => `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
const divide = (value: number, by: number) => Math.floor(value / by);

// Years begin in March in both conversions below, so that the leap day is the last of its year (H. Hinnant's civil-from-days).
const fromCivil = (year: number, month: number, date: number): number => {
  const marchYear = month > 2 ? year : year - 1;
  const era = divide(marchYear, 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = divide(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + divide(yearOfEra, 4) - divide(yearOfEra, 100) + dayOfYear - 719_468;
};

const toCivil = (serial: number): { year: number; month: number; date: number } => {
  const shifted = serial + 719_468;
  const era = divide(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = divide(dayOfEra - divide(dayOfEra, 1460) + divide(dayOfEra, 36_524) - divide(dayOfEra, 146_096), 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + divide(yearOfEra, 4) - divide(yearOfEra, 100));
  const marchMonth = divide(5 * dayOfYear + 2, 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - divide(153 * marchMonth + 2, 5) + 1;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, date };
};

const fromSerial = (serial: number): Day => {
  const { year, month, date } = toCivil(serial);
  return write(year, month, date);
};

const partsOf = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) });
const serialOf = (day: Day): number => {
  invariant(isDay(day), `'${day}' is no calendar day`);
  const { year, month, date } = partsOf(day);
  return fromCivil(year, month, date);
};

/** Whether the text is a real day of the calendar: '2028-02-29' is, '2027-02-29' is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, date } = partsOf(text);
  return month >= 1 && month <= 12 && fromSerial(fromCivil(year, month, date)) === text;
}

/** The day in Hanoi on which the instant falls. */
export const dayOf = (instant: Instant): Day => fromSerial(divide(instant + hanoiMs, dayMs));

/** Midnight in Hanoi that begins the day. */
export const startOf = (day: Day): Instant => serialOf(day) * dayMs - hanoiMs;

/** The last millisecond of the day in Hanoi. */
export const endOf = (day: Day): Instant => startOf(day) + dayMs - 1;

/** So many days later, or earlier when negative. The first day is not counted (Civil Code 147). */
export const addDays = (day: Day, days: number): Day => fromSerial(serialOf(day) + days);

/** The same date so many months later, or the last day of that month where it has no such date (Civil Code 148). */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, date } = toCivil(serialOf(day));
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [divide(count, 12), count - divide(count, 12) * 12 + 1];
  const firstOfNext = toMonth === 12 ? fromCivil(toYear + 1, 1, 1) : fromCivil(toYear, toMonth + 1, 1);
  return write(toYear, toMonth, Math.min(date, toCivil(firstOfNext - 1).date));
};

/** Days from the first to the second; negative when the second comes before. */
export const daysBetween = (from: Day, to: Day): number => serialOf(to) - serialOf(from);

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => {
  const sinceMonday = serialOf(day) + 3; // 1970-01-01 was a Thursday
  return sinceMonday - divide(sinceMonday, 7) * 7 + 1;
};

export const yearOf = (day: Day): number => toCivil(serialOf(day)).year;
/** 1 … 31. */
export const dateOf = (day: Day): number => toCivil(serialOf(day)).date;

/** As a Vietnamese office writes it: 05/08/2029. */
export const showDay = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
