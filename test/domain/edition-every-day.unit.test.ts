import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { classify, forwardsOn, isCertified, sentDown } from '../../domain/edition/classify.ts';
import { unstated } from '../../domain/edition/clause.ts';
import { editionFor, editions, lawOn } from '../../domain/edition/edition-for.ts';
import type { Edition, Level } from '../../domain/edition/edition.ts';
import { findLevel } from '../../domain/edition/level.ts';
import { roundFor, roundsOfCycle } from '../../domain/edition/rounds.ts';
import { route } from '../../domain/edition/route.ts';
import { extensionEnd, lastValidDay, reminderDays, renewalWindow } from '../../domain/edition/validity.ts';
import { addDays, dayOf, type Day } from '../../domain/kernel/instant.ts';
import { at } from '../kit/domain.ts';
import { invented } from '../kit/invented-edition.ts';

/* Not samples but every day of twelve years, every mean of up to fifteen sheets and every edition, the invented one with them: no silent hole in the law. */

const every: readonly Edition[] = [...Object.values(editions), invented];
const nameOf = (edition: Edition) => edition.decision;
const firstDay = '2019-01-01';
const days: readonly Day[] = Array.from({ length: 4_383 }, (_, index) => addDays(firstDay, index));
const means = Array.from({ length: 15 }, (_, index) => index + 1).flatMap((count) =>
  Array.from({ length: 100 * count + 1 }, (_, sum) => ({ sum, count })),
);
const ascending = (texts: readonly string[]) => texts.every((text, index) => index === 0 || (texts[index - 1] ?? '') < text);
/** Only what fails is collected: a hundred thousand assertions would be slow, and one list says more. */
const failing = <Item>(items: readonly Item[], holds: (item: Item) => boolean, show: (item: Item) => string) =>
  items
    .filter((item) => !holds(item))
    .map(show)
    .slice(0, 10);

test('the twelve years end with 2030', () => {
  expect([days[0], days.at(-1)]).toEqual(['2019-01-01', '2030-12-31']);
});

test('every day has one law, and every day from 21/8/2019 on exactly one edition that takes dossiers', () => {
  const takes = (day: Day) =>
    Object.values(editions).filter(
      ({ newDossiersFrom, newDossiersUntil }) =>
        newDossiersFrom.value <= day && (newDossiersUntil.value === null || day <= newDossiersUntil.value),
    );
  expect(failing(days, (day) => takes(day).length === (day < '2019-08-21' ? 0 : 1) && takes(day)[0] === editionFor(day), String)).toEqual(
    [],
  );
  const order = Object.values(editions);
  const laws = days.map((day) => order.indexOf(lawOn(day)));
  expect(
    laws.every((law, index) => law >= 0 && law >= (laws[index - 1] ?? 0)),
    'the law of a day is never older than that of the day before',
  ).toBe(true);
  expect(order.map(({ clauses }) => Object.keys(clauses).toSorted())).toEqual(
    order.map(() => Object.keys(lawOn(firstDay).clauses).toSorted()),
  );
});

test.each(every.map((edition) => [nameOf(edition), edition] as const))(
  '%s: window, reminders and extension agree with the end of a certificate of any day',
  (_, edition) => {
    const holds = (issued: Day) => {
      const last = lastValidDay(issued, edition);
      const window = renewalWindow(last, edition);
      const reminders = reminderDays(last, edition);
      const topicDay = (topic: string) => reminders.find((reminder) => reminder.topic === topic)?.day;
      const ends = (['lateFiling', 'decisionPending'] as const).map((reason) => extensionEnd(last, edition, reason));
      return (
        issued < last &&
        (window === undefined || (issued < window.opens && window.opens < window.closes && window.closes < last)) &&
        ends.every((end) => end === undefined || end > last) &&
        ascending(reminders.map(({ day }) => day)) &&
        reminders.every(({ day, step }) => issued < day && day <= last && addDays(last, step) === day) &&
        [undefined, window?.opens].includes(topicDay('window-opens')) &&
        [undefined, window?.closes].includes(topicDay('last-filing-day'))
      );
    };
    expect(failing(days, holds, (day) => `${day}: ${lastValidDay(day, edition)}`)).toEqual([]);
  },
);

const paper = {
  productCycle: 'tra-1',
  product: 'tra',
  name: 'Trà',
  star: 4,
  producer: { id: 'htx', name: 'HTX', kind: 'cooperative' },
  place: { commune: '28780', province: '86' },
  issuer: '86',
  level: 'province',
  document: { authority: 'UBND', number: '1', signedOn: '2019-01-01', signatory: 'A' },
};
test('whatever laws a certificate outlives, its deadlines end with its end, and its window closes before', { timeout: 60_000 }, () => {
  const holds = (effectiveOn: Day) => {
    const issuedUnder = lawOn(effectiveOn);
    const lastDay = lastValidDay(effectiveOn, issuedUnder);
    const event = { type: 'CertificateIssued', data: { ...paper, issuedUnder: issuedUnder.id, effectiveOn, lastDay } };
    const state = certificate.apply(certificate.unborn, event, at(effectiveOn));
    const all = certificate.deadlines(state);
    const dayOfEvent = (type: string) => all.filter(({ event }) => event.type === type).map((due) => dayOf(due.at));
    const [ended] = dayOfEvent('CertificateEnded');
    const [opens] = dayOfEvent('RenewalWindowOpened');
    const [closes] = dayOfEvent('RenewalWindowClosed');
    return (
      ended === addDays(lastDay, 1) &&
      all.every((due) => dayOf(due.at) > effectiveOn && dayOf(due.at) <= ended) &&
      dayOfEvent('HolderReminded').length > 0 &&
      (opens === undefined) === (closes === undefined) &&
      (opens === undefined || closes === undefined || (opens < closes && closes <= lastDay))
    );
  };
  expect(failing(days, holds, String)).toEqual([]);
});

/** Means after which nothing follows, or two things: up, recognised here, sent down, or not certified at all. What follows is a matter of the level. */
const undecided = (edition: Edition): readonly string[] => {
  const kinds = edition.routes.flatMap(({ kinds: names, heldStars }) =>
    names.flatMap((kind) => heldStars.map((star) => [kind, star] as const)),
  );
  const steps = kinds.flatMap(([kind, star]) => route(edition, kind, star)).filter(({ role }) => role === 'council');
  const councils = [...new Map(steps.map((step) => [step.level, step])).values()];
  return councils.flatMap((step) => {
    const outcomes = (mean: (typeof means)[number]) => {
      const { star } = classify(mean, edition);
      const [goesUp, down] = [forwardsOn(step, mean), sentDown(edition, step.level, mean)];
      const certifies = (level: Level) => findLevel(edition, level)?.certifies.value.some((certified) => certified === star) === true;
      return [
        goesUp,
        !goesUp && step.certifies.some((certified) => certified === star),
        down !== undefined && (down.answers.includes('evaluateAgain') || certifies(down.to)),
        !goesUp && down === undefined && !isCertified(edition, star),
      ];
    };
    return failing(
      means,
      (mean) => outcomes(mean).filter(Boolean).length === 1,
      ({ sum, count }) => `${step.level} ${sum}/${count}`,
    );
  });
};
test.each(every.map((edition) => [nameOf(edition), edition] as const))(
  '%s: every mean of every council has one star, and exactly one thing follows',
  (_, edition) => {
    expect(undecided(edition)).toEqual([]);
  },
);
test('a gap that is planted is found: three stars at a province that may not certify them and sends nothing down', () => {
  const { levels, ...of148 } = editions['qd-148-2023'];
  const kept = levels.map((rules) => ({ ...rules, sendsDown: unstated([]) }));
  expect(undecided({ ...of148, levels: kept })[0]).toBe('province 50/1');
});

test.each(every.map((edition) => [nameOf(edition), edition] as const))(
  '%s: the rounds of a level follow each other, year after year, without a gap or an overlap',
  (_, edition) => {
    const years = Array.from({ length: 14 }, (__, index) => 2018 + index);
    for (const level of new Set(edition.rounds.cutoffs.map((cutoff) => cutoff.level))) {
      const rounds = years.flatMap((year) => roundsOfCycle(edition, year)).filter((round) => round.level === level);
      const inOrder = rounds.toSorted((a, b) => a.lastRequestDay.localeCompare(b.lastRequestDay));
      expect(ascending(inOrder.map(({ lastRequestDay }) => lastRequestDay))).toBe(true);
      expect(new Set(inOrder.map(({ roundId }) => roundId)).size).toBe(inOrder.length);
      const isOver = inOrder.every(
        (round, index) =>
          round.lastRequestDay < round.lastResultDay && round.lastResultDay < (inOrder[index + 1]?.lastRequestDay ?? '9999'),
      );
      expect(isOver, `a round of ${level} has its results before the next takes its last request`).toBe(true);
      // The first day after the former round's last, and the round's own last day: the same round from one to the other.
      const isWhole = inOrder.slice(1).every((round, index) => {
        const begins = addDays(inOrder[index]?.lastRequestDay ?? firstDay, 1);
        return [begins, round.lastRequestDay].every((day) => roundFor(edition, level, day)?.roundId === round.roundId);
      });
      expect(isWhole, `every day of ${level} has its round`).toBe(true);
    }
  },
);
