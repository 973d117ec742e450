import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, officialCalendar, rollToWorkingDay } from '../../domain/calendar/working-days.ts';
import { addDays, daysBetween, isDay, weekday, yearOf, type Day } from '../../domain/kernel/instant.ts';

const seed = 20260522;
const inRange = fc.integer({ min: 0, max: daysBetween('2019-01-01', '2030-10-01') }).map((days) => addDays('2019-01-01', days));
const after = (from: Day, count: number) => addWorkingDays(from, count, officialCalendar);
const dayAfter = (from: Day, count: number) => {
  const end = after(from, count);
  return 'day' in end ? end.day : undefined;
};

test('fifteen working days end on the days that were computed by hand', () => {
  expect(after('2026-04-22', 15)).toMatchObject({
    day: '2026-05-18',
    provisional: false,
    skipped: ['2026-04-27', '2026-04-30', '2026-05-01'],
  });
  expect(after('2026-12-24', 15)).toMatchObject({ day: '2027-01-15', skipped: ['2027-01-01'] });
  expect(after('2026-07-06', 15)).toMatchObject({ day: '2026-07-27', provisional: false, skipped: [] });
  expect(after('2027-03-01', 15)).toMatchObject({ day: '2027-03-22', provisional: true, skipped: [] });
});

test('a receipt after a supplement starts a new clock of full length', () => {
  expect(dayAfter('2026-07-06', 15)).toBe('2026-07-27');
  expect(dayAfter('2026-07-15', 15)).toBe('2026-08-05');
});

test('a term that rests on a provisional year says so, with the version of its calendar', () => {
  expect(after('2026-12-24', 15)).toMatchObject({ provisional: true, calendar: officialCalendar.version });
  expect(after('2026-12-24', 3)).toMatchObject({ day: '2026-12-29', provisional: false });
});

test('a made-up Saturday is worked and the day it stands for is not', () => {
  expect(weekday('2026-01-10')).toBe(6);
  expect(isWorkingDay('2026-01-10', officialCalendar)).toBe(true);
  expect(isWorkingDay('2026-01-02', officialCalendar)).toBe(false);
  expect(dayAfter('2026-08-21', 1)).toBe('2026-08-22');
});

test('a year without calendar is refused in both directions, never guessed', () => {
  expect(after('2030-12-20', 15)).toEqual({ yearWithoutCalendar: 2031 });
  expect(after('2019-01-02', -3)).toEqual({ yearWithoutCalendar: 2018 });
  expect(rollToWorkingDay('2031-01-01', officialCalendar)).toEqual({ yearWithoutCalendar: 2031 });
  expect(isWorkingDay('2031-01-02', officialCalendar)).toBeUndefined();
});

test('a term of an authority that ends on a day off ends on the next working day', () => {
  expect(rollToWorkingDay('2026-06-21', officialCalendar)).toMatchObject({ day: '2026-06-22' });
  expect(rollToWorkingDay('2026-04-30', officialCalendar)).toMatchObject({ day: '2026-05-04', skipped: ['2026-04-30', '2026-05-01'] });
  expect(rollToWorkingDay('2026-06-22', officialCalendar)).toMatchObject({ day: '2026-06-22', skipped: [] });
});

test('the first day is not counted, and need not be a working day', () => {
  expect(dayAfter('2026-07-04', 1)).toBe('2026-07-06');
  expect(dayAfter('2026-07-06', 0)).toBe('2026-07-06');
  expect(dayAfter('2026-07-06', -2)).toBe('2026-07-02');
});

test(`working days lead there and back again (seed ${seed})`, () => {
  fc.assert(
    fc.property(inRange, fc.integer({ min: 1, max: 40 }), (from, count) => {
      fc.pre(isWorkingDay(from, officialCalendar) === true);
      const there = dayAfter(from, count);
      fc.pre(there !== undefined);
      expect(there && dayAfter(there, -count)).toBe(from);
    }),
    { seed },
  );
});

test(`between a day and its term lie exactly so many working days (seed ${seed})`, () => {
  fc.assert(
    fc.property(inRange, fc.integer({ min: 1, max: 30 }), (from, count) => {
      const end = after(from, count);
      fc.pre('day' in end);
      const passed = Array.from({ length: daysBetween(from, end.day) }, (_, index) => addDays(from, index + 1));
      expect(passed.filter((day) => isWorkingDay(day, officialCalendar) === true)).toHaveLength(count);
      expect(isWorkingDay(end.day, officialCalendar)).toBe(true);
      expect(end.skipped.every((day) => isWorkingDay(day, officialCalendar) === false && weekday(day) <= 5)).toBe(true);
      expect(end.provisional).toBe(passed.some((day) => yearOf(day) >= 2027));
    }),
    { seed },
  );
});

test('the table holds real days of its own years, and a made-up day is a Saturday that stands for a day off', () => {
  const years = Object.entries(officialCalendar.years);
  expect(years.map(([year]) => Number(year))).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]);
  const days = years.flatMap(([year, { daysOff, madeUpWorkingDays }]) =>
    [...Object.keys(daysOff), ...madeUpWorkingDays].map((day) => ({ day, year })),
  );
  expect(days.filter(({ day, year }) => !isDay(day) || !day.startsWith(year))).toEqual([]);
  expect(years.flatMap(([, { madeUpWorkingDays }]) => madeUpWorkingDays).filter((day) => weekday(day) !== 6)).toEqual([]);
  expect(years.filter(([year, { status }]) => Number(year) >= 2027 !== (status === 'provisional'))).toEqual([]);
});
