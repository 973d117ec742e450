import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, officialCalendar } from '../../domain/calendar/working-days.ts';
import { editions, lawOn } from '../../domain/edition/edition-for.ts';
import { roundFor, roundsOfCycle } from '../../domain/edition/rounds.ts';
import { setting } from '../../domain/edition/settings.ts';
import { extensionEnd, lastValidDay, reminderDays, renewalWindow } from '../../domain/edition/validity.ts';
import { addDays, daysBetween, yearOf } from '../../domain/kernel/instant.ts';

const seed = 20260522;
const law = editions['qd-26-2026'];
const former = editions['qd-1048-2019'];
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2019-01-01', days));

test('a certificate of 05/8/2026 is valid to its anniversary, with its window and extension', () => {
  const last = lastValidDay('2026-08-05', law);
  expect(last).toBe('2029-08-05');
  expect(renewalWindow(last, law)).toEqual({ opens: '2029-02-06', closes: '2029-04-07' });
  expect(extensionEnd(last, law)).toBe('2030-02-01');
  expect(extensionEnd(last, law, 'decisionPending')).toBe('2030-02-01');
});

test('a province that reads the day before the anniversary has everything a day earlier', () => {
  const last = lastValidDay('2026-08-05', law, { lastValidDay: 'day-before-anniversary' });
  expect(last).toBe('2029-08-04');
  expect(renewalWindow(last, law)).toEqual({ opens: '2029-02-05', closes: '2029-04-06' });
  expect(extensionEnd(last, law)).toBe('2030-01-31');
});

test('a certificate of a leap day ends with February', () => {
  expect(lastValidDay('2028-02-29', law)).toBe('2031-02-28');
  expect(lastValidDay('2028-02-29', law, { lastValidDay: 'day-before-anniversary' })).toBe('2031-02-27');
  expect(lastValidDay('2028-02-29', law, { lastValidDay: 'day-before-anniversary', leapDay: 'subtract-then-clip' })).toBe('2031-02-28');
  expect(lastValidDay('2025-03-01', law, { lastValidDay: 'day-before-anniversary', leapDay: 'subtract-then-clip' })).toBe('2028-02-29');
});

test('a renewal of a certificate to 05/8/2029 is early, in time, late or a first evaluation by the day it is filed', () => {
  const last = '2029-08-05';
  const judge = (filed: string) => {
    const window = renewalWindow(last, law);
    if (window === undefined || filed > last) return 'first evaluation';
    return filed < window.opens ? 'refused' : filed <= window.closes ? 'in time' : 'late';
  };
  expect(['2029-02-05', '2029-02-06', '2029-04-07', '2029-04-08', '2029-08-05', '2029-08-06'].map(judge)).toEqual([
    'refused',
    'in time',
    'in time',
    'late',
    'late',
    'first evaluation',
  ]);
});

test('an older certificate has the window of the law of the day of the act', () => {
  expect(lastValidDay('2024-07-24', former)).toBe('2027-07-24');
  expect(renewalWindow('2027-07-24', law)).toEqual({ opens: '2027-01-25', closes: '2027-03-26' });
  expect(renewalWindow('2027-07-24', former)).toBeUndefined();
  expect(extensionEnd('2027-07-24', former)).toBeUndefined();
});

test('148 and 1489 know no window, no term and no extension, but a warning of the issuer', () => {
  for (const edition of [editions['qd-148-2023'], editions['qd-1489-2025']]) {
    expect(renewalWindow('2026-05-21', edition)).toBeUndefined();
    expect([extensionEnd('2026-05-21', edition), extensionEnd('2026-05-21', edition, 'decisionPending')]).toEqual([undefined, undefined]);
    expect(edition.renewal.issuerWarnsDaysBefore.value).toBe(30);
    expect(reminderDays('2026-05-21', edition).map(({ step }) => step)).toContain(-30);
    expect(roundsOfCycle(edition, 2025)).toEqual([]);
  }
});

test('the window of a certificate is that of the law of the day of the act: none until 21/5/2026, one from 22/5/2026', () => {
  const last = '2026-12-01';
  const on = (day: string) => renewalWindow(last, lawOn(day));
  expect(['2023-03-01', '2025-07-05', '2025-07-06', '2026-05-21'].map(on)).toEqual([undefined, undefined, undefined, undefined]);
  expect(['2026-05-22', '2026-07-21', '2026-07-22'].map(on)).toEqual(
    ['', '', ''].map(() => ({ opens: '2026-06-04', closes: '2026-08-03' })),
  );
});

test('of a certificate that ends on 19/9/2026 one day of the window is left when the text begins', () => {
  expect(renewalWindow('2026-09-18', law)?.closes).toBe('2026-05-21');
  expect(renewalWindow('2026-09-19', law)?.closes).toBe('2026-05-22');
});

test('the reminders follow the ladder of the settings and say what each is about', () => {
  const reminders = reminderDays('2029-08-05', law);
  expect(reminders.map(({ step }) => step)).toEqual(setting('reminders.ladderDays', law));
  expect(reminders.map(({ topic }) => topic)).toEqual([
    'prepare',
    'window-opens',
    'still-time',
    'window-closes',
    'last-filing-day',
    'lapsing',
    'lapsing',
    'lapsing',
    'ended',
  ]);
  expect(reminders[1]?.day).toBe('2029-02-06');
  expect(reminders[4]?.day).toBe('2029-04-07');
  expect(reminders.at(-1)?.day).toBe('2029-08-05');
});

test('without a window the shorter ladder runs', () => {
  expect(reminderDays('2022-12-23', former).map(({ day, topic }) => `${day} ${topic}`)).toEqual([
    '2022-09-24 lapsing',
    '2022-11-23 lapsing',
    '2022-12-16 lapsing',
  ]);
});

test(`a window lies inside the term, and its days are as far from the end as the text says (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyDay, (issued) => {
      const last = lastValidDay(issued, law);
      const window = renewalWindow(last, law);
      expect(window && [daysBetween(window.opens, last), daysBetween(window.closes, last)]).toEqual([180, 120]);
      expect(window && issued < window.opens && window.opens < window.closes && window.closes < last).toBe(true);
      expect([1095, 1096]).toContain(daysBetween(issued, last));
    }),
    { seed },
  );
});

test('a request before the cut-off is in the round, one on the day itself in the next', () => {
  const ids = (level: 'province' | 'central', days: readonly string[]) => days.map((day) => roundFor(law, level, day)?.roundId);
  expect(ids('province', ['2027-01-01', '2027-04-29', '2027-04-30', '2027-10-29', '2027-10-30', '2027-12-31'])).toEqual([
    'province-1-2027',
    'province-1-2027',
    'province-2-2027',
    'province-2-2027',
    'province-1-2028',
    'province-1-2028',
  ]);
  expect(ids('central', ['2027-07-29', '2027-07-30', '2028-01-29', '2028-01-30', '2028-12-31'])).toEqual([
    'central-1-2027',
    'central-2-2027',
    'central-2-2027',
    'central-1-2028',
    'central-2-2028',
  ]);
});

test("the ministry's second round is early next year and belongs to the cycle year of the round that feeds it", () => {
  expect(roundFor(law, 'central', '2027-12-20')).toMatchObject({
    roundId: 'central-2-2027',
    cycleYear: 2027,
    requestBefore: '2028-01-30',
    resultBefore: '2028-03-30',
    lastRequestDay: '2028-01-29',
    lastResultDay: '2028-03-29',
  });
  expect(roundsOfCycle(law, 2027).map(({ roundId }) => roundId)).toEqual([
    'province-1-2027',
    'province-2-2027',
    'central-1-2027',
    'central-2-2027',
  ]);
});

test('where local plans set the rounds, and at a level that has none, no round is invented', () => {
  expect(roundFor(former, 'province', '2020-05-01')).toBeUndefined();
  expect(roundFor(law, 'commune', '2027-05-01')).toBeUndefined();
  expect(roundsOfCycle(former, 2020)).toEqual([]);
});

test(`a request always finds a round that is not over, and never skips one (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom('province' as const, 'central' as const), (day, level) => {
      const round = roundFor(law, level, day);
      expect(round && day <= round.lastRequestDay && round.lastRequestDay < round.lastResultDay).toBe(true);
      const open = [-1, 0, 1]
        .flatMap((years) => roundsOfCycle(law, yearOf(day) + years))
        .filter((other) => other.level === level && day <= other.lastRequestDay);
      expect(open.every((other) => round !== undefined && round.lastRequestDay <= other.lastRequestDay)).toBe(true);
    }),
    { seed },
  );
});

test('one product passes through a year: filed 01/3/2027, certified 20/9/2027', () => {
  const report = addWorkingDays('2027-03-01', 15, officialCalendar);
  expect(report).toMatchObject({ day: '2027-03-22' });
  expect(roundFor(law, 'province', '2027-03-22')).toMatchObject({
    roundId: 'province-1-2027',
    requestBefore: '2027-04-30',
    resultBefore: '2027-06-30',
  });
  expect(roundFor(law, 'central', '2027-06-29')).toMatchObject({
    roundId: 'central-1-2027',
    requestBefore: '2027-07-30',
    resultBefore: '2027-09-30',
  });
  const last = lastValidDay('2027-09-20', law);
  expect(last).toBe('2030-09-20');
  expect(renewalWindow(last, law)).toEqual({ opens: '2030-03-24', closes: '2030-05-23' });
  expect(extensionEnd(last, law)).toBe('2031-03-19');
});

test('one product that is filed late in October waits for the next year', () => {
  const until = (filed: string) => addWorkingDays(filed, 15, officialCalendar);
  expect(until('2027-10-20')).toMatchObject({ day: '2027-11-10' });
  expect(roundFor(law, 'province', '2027-11-10')?.roundId).toBe('province-1-2028');
  expect([until('2027-10-09'), until('2027-10-10')]).toMatchObject([{ day: '2027-10-29' }, { day: '2027-10-29' }]);
  expect(until('2027-10-11')).toMatchObject({ day: '2027-11-01' });
  expect(roundFor(law, 'province', '2027-10-29')?.roundId).toBe('province-2-2027');
});
