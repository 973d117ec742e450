import { expect, test } from 'vitest';
import { classify, forwardsOn, sentDown } from '../../domain/edition/classify.ts';
import { editions } from '../../domain/edition/edition-for.ts';
import { levelCertifying } from '../../domain/edition/level.ts';
import { roundFor } from '../../domain/edition/rounds.ts';
import { nextStep, route } from '../../domain/edition/route.ts';
import { extensionEnd, lastValidDay, reminderDays, renewalWindow } from '../../domain/edition/validity.ts';
import { readMean, type Mean } from '../../domain/kernel/exact.ts';
import { invariant } from '../../domain/kernel/invariant.ts';
import { invented } from '../kit/invented-edition.ts';

const law = editions['qd-26-2026'];
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
