import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify, forwardsOn, sentDown } from '../../domain/edition/classify.ts';
import { editions } from '../../domain/edition/edition-for.ts';
import type { Edition, Level } from '../../domain/edition/edition.ts';
import { route } from '../../domain/edition/route.ts';
import { compareWith, meanOf, readMean, type Mean } from '../../domain/kernel/exact.ts';
import { invariant } from '../../domain/kernel/invariant.ts';

const seed = 20260522;
const law = editions['qd-26-2026'];
const former = editions['qd-1048-2019'];
const of148 = editions['qd-148-2023'];
const of1489 = editions['qd-1489-2025'];
const anyEdition = fc.constantFrom(...Object.values(editions));
const anyMean = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 15 }).map(meanOf);

const stated = (text: string): Mean => {
  const mean = readMean(text);
  invariant(mean, text);
  return mean;
};
const starOf = (mean: Mean, edition: Edition) => classify(mean, edition).star;
const goesUp = (edition: Edition, level: Level, mean: Mean) => {
  const step = route(edition, 'first', 0).find((station) => station.level === level);
  invariant(step, level);
  return forwardsOn(step, mean);
};

test('89.5 is four stars and stays at the province, under 1048 with a note', () => {
  const mean = meanOf([89, 90, 89, 90]);
  expect(classify(mean, law)).toEqual({ star: 4, betweenBands: false, certifiable: true });
  expect(goesUp(law, 'province', mean)).toBe(false);
  expect(classify(mean, former)).toEqual({ star: 4, betweenBands: true, certifiable: true });
});

test('90.75 goes up to the ministry', () => {
  const mean = meanOf([90, 91, 91, 91]);
  expect(starOf(mean, law)).toBe(5);
  expect(goesUp(law, 'province', mean)).toBe(true);
});

test('a mean is never rounded into a band', () => {
  expect(starOf({ sum: 1349, count: 15 }, law)).toBe(4);
  expect(starOf({ sum: 209, count: 3 }, law)).toBe(3);
});

test('the limits belong to the higher band', () => {
  const stars = ['90', '70', '50', '30', '29.99', '100', '0'].map((text) => starOf(stated(text), law));
  expect(stars).toEqual([5, 4, 3, 2, 1, 5, 1]);
});

test('91 at the province and 88.25 at the centre is sent back for recognition or a new evaluation', () => {
  expect(goesUp(law, 'province', stated('91'))).toBe(true);
  const central = meanOf([88, 89, 88, 88]);
  expect(starOf(central, law)).toBe(4);
  expect(sentDown(law, 'central', central)).toMatchObject({ to: 'province', answers: ['acceptCentralResult', 'evaluateAgain'] });
  expect(sentDown(law, 'central', stated('49.99'))).toMatchObject({ to: 'province', answers: ['evaluateAgain'] });
  expect(sentDown(law, 'central', stated('90'))).toBeUndefined();
});

test('47.6 is two stars: a notice, no decision and no certificate', () => {
  expect(classify(stated('47.6'), law)).toEqual({ star: 2, betweenBands: false, certifiable: false });
});

test('the chain of the seeds runs: district 52, province 91.5, centre 92 are five stars', () => {
  expect(goesUp(former, 'district', stated('52'))).toBe(true);
  expect(goesUp(former, 'province', stated('91.5'))).toBe(true);
  expect(starOf(stated('92'), former)).toBe(5);
});

test('the chain of the seeds ends where it should: province 71 is four stars, district 49 goes nowhere', () => {
  expect(goesUp(former, 'district', stated('56'))).toBe(true);
  expect(goesUp(former, 'province', stated('71'))).toBe(false);
  expect(starOf(stated('71'), former)).toBe(4);
  expect(goesUp(former, 'district', stated('49'))).toBe(false);
  expect(goesUp(former, 'district', stated('49.99'))).toBe(false);
  expect(goesUp(former, 'province', stated('90'))).toBe(true);
});

test('the chain of 148: district 66 is three stars there, 72 goes up and 75 at the province is four stars', () => {
  expect([goesUp(of148, 'district', stated('66')), starOf(stated('66'), of148)]).toEqual([false, 3]);
  expect([goesUp(of148, 'district', stated('69.99')), goesUp(of148, 'district', stated('70'))]).toEqual([false, true]);
  expect(goesUp(of148, 'district', stated('72'))).toBe(true);
  expect([goesUp(of148, 'province', stated('75')), starOf(stated('75'), of148)]).toEqual([false, 4]);
  expect(sentDown(of148, 'province', stated('75'))).toBeUndefined();
});

test('the chain of 148: district 72 and province 66 go back to the district, which recognises three stars', () => {
  expect(starOf(stated('66'), of148)).toBe(3);
  expect(sentDown(of148, 'province', stated('66'))).toEqual({ min: 50, below: 70, to: 'district', answers: ['acceptCentralResult'] });
  expect(sentDown(of148, 'province', stated('49.99')), 'nobody certifies two stars').toBeUndefined();
});

test('the chain of 148: district 88, province 91.5 and centre 69.99 go back to the district, 70 to the province', () => {
  expect([goesUp(of148, 'district', stated('88')), goesUp(of148, 'province', stated('91.5'))]).toEqual([true, true]);
  expect(starOf(stated('69.99'), of148)).toBe(3);
  expect(sentDown(of148, 'central', stated('69.99'))).toMatchObject({ to: 'district', answers: ['acceptCentralResult'] });
  expect(sentDown(of148, 'central', stated('70'))).toMatchObject({ to: 'province', answers: ['acceptCentralResult', 'evaluateAgain'] });
  expect(sentDown(of148, 'central', stated('49.99'))).toMatchObject({ to: 'province', answers: ['evaluateAgain'] });
  expect(sentDown(of148, 'central', stated('90'))).toBeUndefined();
});

test('the chain of 1489: every report goes up, 75 is four stars of the province, 90 goes to the ministry', () => {
  const [report] = route(of1489, 'first', 0);
  expect(report && forwardsOn(report, null)).toBe(true);
  expect([goesUp(of1489, 'province', stated('75')), starOf(stated('75'), of1489)]).toEqual([false, 4]);
  expect([goesUp(of1489, 'province', stated('89.99')), goesUp(of1489, 'province', stated('90'))]).toEqual([false, true]);
  expect(sentDown(of1489, 'central', stated('69.99'))).toMatchObject({ to: 'province', answers: ['acceptCentralResult', 'evaluateAgain'] });
});

test('a commune report goes up whatever it says, without any mean', () => {
  const [report] = route(law, 'first', 0);
  expect(report && forwardsOn(report, null)).toBe(true);
});

test('a council without a mean sends nothing up', () => {
  const council = route(law, 'first', 0)[1];
  expect(council && forwardsOn(council, null)).toBe(false);
});

test(`every mean has exactly one star under every edition (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyEdition, anyMean, (edition, mean) => {
      const bands = edition.bands.value.filter(
        ({ min, max, maxInclusive }) =>
          compareWith(mean, min) >= 0 && (maxInclusive ? compareWith(mean, max) <= 0 : compareWith(mean, max) < 0),
      );
      const { star, betweenBands } = classify(mean, edition);
      expect(bands.map((band) => band.star)).toEqual(betweenBands ? [] : [star]);
    }),
    { seed },
  );
});

test(`more points never mean fewer stars, and never keep a product down (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyEdition, anyMean, anyMean, (edition, one, other) => {
      const isLess = one.sum * other.count <= other.sum * one.count;
      const [lower, higher] = isLess ? [one, other] : [other, one];
      expect(starOf(lower, edition)).toBeLessThanOrEqual(starOf(higher, edition));
      expect(!goesUp(edition, 'province', lower) || goesUp(edition, 'province', higher)).toBe(true);
    }),
    { seed },
  );
});

test(`only 1048 leaves means between its bands (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyMean, (mean) => {
      expect([of148, of1489, law].map((edition) => classify(mean, edition).betweenBands)).toEqual([false, false, false]);
      expect(starOf(mean, former)).toBe(starOf(mean, law));
    }),
    { seed },
  );
});
