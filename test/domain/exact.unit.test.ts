import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWith, isAtLeast, meanOf, readMean, showMean } from '../../domain/kernel/exact.ts';

const seed = 20260522;
const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });

test('89.5 stays below 90, though it shows as 90 without decimals', () => {
  const mean = meanOf([89, 90, 89, 90]);
  expect(compareWith(mean, 90)).toBe(-1);
  expect(showMean(mean)).toBe('89.50');
  expect(showMean(mean, 0)).toBe('90');
});

test('a mean is shown with two decimals, half up', () => {
  expect(showMean(meanOf([90, 91, 91, 91]))).toBe('90.75');
  expect(showMean({ sum: 1349, count: 15 })).toBe('89.93');
  expect(showMean({ sum: 209, count: 3 })).toBe('69.67');
  expect(showMean({ sum: 371, count: 5 })).toBe('74.20');
  expect(showMean({ sum: 1, count: 8 }, 2)).toBe('0.13');
  expect(showMean({ sum: 100, count: 1 })).toBe('100.00');
  expect(showMean({ sum: 1, count: 200 })).toBe('0.01');
});

test('a mean of paper minutes is read exactly', () => {
  expect(readMean('69.99')).toEqual({ sum: 6999, count: 100 });
  expect(readMean('90')).toEqual({ sum: 90, count: 1 });
  expect(['', '-1', '100.01', '101', '74,2', '7.4.2', 'abc', '1e2'].map(readMean)).toEqual(Array.from({ length: 8 }, () => undefined));
});

test(`a mean lies between its lowest and highest total, and exactly on equal ones (seed ${seed})`, () => {
  fc.assert(
    fc.property(totals, (all) => {
      const mean = meanOf(all);
      expect(isAtLeast(mean, Math.min(...all))).toBe(true);
      expect(compareWith(mean, Math.max(...all))).toBeLessThanOrEqual(0);
      expect(compareWith(meanOf(all.map(() => 70)), 70)).toBe(0);
    }),
    { seed },
  );
});

test(`the order of sheets does not matter, and doubling every sheet changes nothing (seed ${seed})`, () => {
  fc.assert(
    fc.property(totals, fc.integer({ min: 0, max: 100 }), (all, limit) => {
      expect(meanOf(all.toReversed())).toEqual(meanOf(all));
      expect(compareWith(meanOf([...all, ...all]), limit)).toBe(compareWith(meanOf(all), limit));
    }),
    { seed },
  );
});

test(`what is shown reads back within half a hundredth (seed ${seed})`, () => {
  fc.assert(
    fc.property(totals, (all) => {
      const mean = meanOf(all);
      const shown = readMean(showMean(mean));
      expect(shown).toBeDefined();
      const apart = Math.abs((shown?.sum ?? 0) * mean.count - mean.sum * (shown?.count ?? 1));
      expect(apart * 200).toBeLessThanOrEqual(mean.count * (shown?.count ?? 1));
    }),
    { seed },
  );
});

test('a mean of no sheets is a defect', () => {
  expect(() => meanOf([])).toThrow('0 sheets');
});
