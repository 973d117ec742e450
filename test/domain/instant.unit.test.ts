import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, endOf, isDay, showDay, startOf, weekday, yearOf } from '../../domain/kernel/instant.ts';

const seed = 20260522;
const serial = fc.integer({ min: -250_000, max: 700_000 });
const anyDay = serial.map((days) => addDays('1970-01-01', days));

test('a day in Hanoi begins seven hours before the day in Greenwich', () => {
  expect(startOf('2026-05-22')).toBe(Date.UTC(2026, 4, 21, 17));
  expect(endOf('2026-05-22')).toBe(Date.UTC(2026, 4, 22, 17) - 1);
  expect(dayOf(startOf('2026-05-22') - 1)).toBe('2026-05-21');
});

test(`a day and its instants lead back to each other (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 86_399_999 }), (day, ms) => {
      expect(isDay(day)).toBe(true);
      expect(dayOf(startOf(day) + ms)).toBe(day);
      expect(endOf(day) + 1).toBe(startOf(addDays(day, 1)));
    }),
    { seed },
  );
});

test(`days agree with the calendar of the platform (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = new Date(`${day}T00:00:00Z`);
      expect(startOf(day)).toBe(date.getTime() - 7 * 3_600_000);
      expect(weekday(day) % 7).toBe(date.getUTCDay());
      expect(yearOf(day)).toBe(date.getUTCFullYear());
    }),
    { seed },
  );
});

test(`adding days and counting them are each other's inverse (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
      expect(addDays(addDays(day, days), -days)).toBe(day);
    }),
    { seed },
  );
});

test('months end on the same date, or on the last day of a shorter month', () => {
  expect(addMonths('2026-08-05', 36)).toBe('2029-08-05');
  expect(addMonths('2028-02-29', 36)).toBe('2031-02-28');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-11-30', 1)).toBe('2026-12-30');
});

test(`months keep the date or clip it, and never change the number of months (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const later = addMonths(day, months);
      const monthOf = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
      expect(monthOf(later) - monthOf(day)).toBe(months);
      const kept = later.slice(8) === day.slice(8);
      expect(kept || addDays(later, 1).slice(8) === '01').toBe(true);
    }),
    { seed },
  );
});

test('only real days of the calendar are days', () => {
  const real = ['2028-02-29', '2026-12-31', '2000-02-29'];
  const unreal = ['2027-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-3', '05/08/2026', '2026-08-05T00', ''];
  expect(real.filter((text) => !isDay(text))).toEqual([]);
  expect(unreal.filter((text) => isDay(text))).toEqual([]);
});

test('arithmetic on what is no day is a defect, not a wrong day', () => {
  expect(() => addDays('2027-02-29', 1)).toThrow('2027-02-29');
});

test('a day is shown as an office writes it', () => {
  expect(showDay('2029-08-05')).toBe('05/08/2029');
});
