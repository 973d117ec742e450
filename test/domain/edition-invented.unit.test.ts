import { expect, test } from 'vitest';
import { classify, forwardsOn, sentDown } from '../../domain/edition/classify.ts';
import { article, unstated } from '../../domain/edition/clause.ts';
import { editions } from '../../domain/edition/edition-for.ts';
import type { Edition, RouteStep } from '../../domain/edition/edition.ts';
import { levelCertifying } from '../../domain/edition/level.ts';
import { roundFor } from '../../domain/edition/rounds.ts';
import { nextStep, route } from '../../domain/edition/route.ts';
import { extensionEnd, lastValidDay, reminderDays, renewalWindow } from '../../domain/edition/validity.ts';
import { readMean, type Mean } from '../../domain/kernel/exact.ts';
import { invariant } from '../../domain/kernel/invariant.ts';

/*
 * A text that nobody has written: the commune has a council and certifies three stars, the province is gone, the ministry certifies four and
 * five; other bands, other months, another window, one round a year. The code that decides under the real editions decides under it as it is.
 */

const law = editions['qd-26-2026'];
const commune = { vi: 'UBND cấp xã', en: "commune People's Committee" };
const ministry = { vi: 'Bộ', en: 'ministry' };
const localPlan = unstated<RouteStep['clock']['value']>({ runs: 'local-plan' });

const invented: Edition = {
  ...law,
  title: { vi: 'Quyết định bịa', en: 'An invented decision' },
  decision: '1/2040/QĐ-TTg',
  issuedOn: '2040-01-01',
  effectiveFrom: article('9.1', '2040-01-01'),
  newDossiersFrom: article('9.2', '2040-02-01'),
  levels: [
    {
      level: 'commune',
      name: { vi: 'cấp xã', en: 'commune' },
      role: 'council',
      committee: commune,
      receivedBy: 'committee',
      authority: commune,
      certifies: article('2.1', [3]),
      forwards: article('2.2', { when: 'mean', to: 'central', min: 80, max: 100 }),
      sendsDown: unstated([]),
    },
    {
      level: 'central',
      name: { vi: 'cấp trung ương', en: 'central' },
      role: 'council',
      committee: ministry,
      receivedBy: 'ocopAgency',
      authority: ministry,
      certifies: article('2.3', [4, 5]),
      forwards: article('2.3', { when: 'never' }),
      sendsDown: article('2.4', [{ min: 60, below: 80, to: 'commune', answers: ['acceptCentralResult'] }]),
    },
  ],
  routes: [
    {
      kinds: ['first', 'renewal'],
      heldStars: [0, 3],
      steps: [
        { level: 'commune', role: 'council', mode: 'written', when: 'filed', clock: localPlan, basis: { article: '3.1' } },
        { level: 'central', role: 'council', mode: 'meeting', when: 'forwarded', clock: localPlan, basis: { article: '3.2' } },
      ],
    },
  ],
  bands: article('4', [
    { star: 5, min: 95, max: 100, maxInclusive: true },
    { star: 4, min: 80, max: 95, maxInclusive: false },
    { star: 3, min: 60, max: 80, maxInclusive: false },
    { star: 2, min: 40, max: 60, maxInclusive: false },
    { star: 1, min: 0, max: 40, maxInclusive: false },
  ]),
  certificate: { ...law.certificate, months: article('5', 24) },
  renewal: {
    ...law.renewal,
    window: article('6', { earliestDaysBefore: 100, latestDaysBefore: 50 }),
    extensionDays: { lateFiling: article('6.2', 10), decisionPending: unstated(null) },
  },
  rounds: {
    minPerYear: article('7', 1),
    extraAllowed: article('7', false),
    cutoffInclusive: article('7', true),
    missedCutoff: article('7', 'refuse'),
    cutoffs: [
      {
        level: 'central',
        no: 1,
        requestedBy: 'commune',
        requestsBefore: '05-31',
        resultsBefore: '08-31',
        cycleYearOffset: 0,
        basis: { article: '7' },
      },
    ],
  },
};

const stated = (text: string): Mean => {
  const mean = readMean(text);
  invariant(mean, text);
  return mean;
};
const steps = route(invented, 'first', 0);

test('its route is walked: two councils, the first in writing, and no level between', () => {
  expect(steps.map(({ level, mode, certifies }) => [level, mode, certifies])).toEqual([
    ['commune', 'written', [3]],
    ['central', 'meeting', [4, 5]],
  ]);
  expect(nextStep(steps, 'commune')?.level).toBe('central');
  expect(nextStep(steps, 'province')).toBeUndefined();
  expect(route(invented, 'upgrade', 3)).toEqual([]);
  expect(([3, 4, 5] as const).map((star) => levelCertifying(invented, star).level)).toEqual(['commune', 'central', 'central']);
});

test('its bands and thresholds decide', () => {
  const stars = ['95', '94.99', '80', '79.99', '60', '59.99', '39'].map((text) => classify(stated(text), invented).star);
  expect(stars).toEqual([5, 4, 4, 3, 3, 2, 1]);
  const [first] = steps;
  invariant(first, 'a first step');
  expect(['79.99', '80', '100'].map((text) => forwardsOn(first, stated(text)))).toEqual([false, true, true]);
  expect(sentDown(invented, 'central', stated('70'))).toMatchObject({ to: 'commune', answers: ['acceptCentralResult'] });
  expect(sentDown(invented, 'central', stated('80'))).toBeUndefined();
});

test('its months, window, extension, reminders and round decide', () => {
  const last = lastValidDay('2040-03-15', invented);
  expect(last).toBe('2042-03-15');
  expect(renewalWindow(last, invented)).toEqual({ opens: '2041-12-05', closes: '2042-01-24' });
  expect(extensionEnd(last, invented)).toBe('2042-03-25');
  expect(extensionEnd(last, invented, 'decisionPending')).toBeUndefined();
  expect(reminderDays(last, invented).map(({ step, topic }) => `${step} ${topic}`)).toContain('-90 still-time');
  expect(['2040-05-31', '2040-06-01'].map((day) => roundFor(invented, 'central', day)?.roundId)).toEqual([
    'central-1-2040',
    'central-1-2041',
  ]);
  expect(roundFor(invented, 'province', '2040-05-31')).toBeUndefined();
});

test('the editions that are law know nothing of it', () => {
  expect(Object.values(editions)).not.toContain(invented);
  expect(lastValidDay('2040-03-15', law)).toBe('2043-03-15');
});
