import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf } from '../../domain/annual-cycle/counts.ts';
import { annualCycle } from '../../domain/annual-cycle/index.ts';
import type { AnnualCycle } from '../../domain/annual-cycle/state.ts';
import { roundsOfYear } from '../../domain/annual-cycle/year-rounds.ts';
import type { Ack, DomainEvent } from '../../domain/kernel/aggregate.ts';
import { dayOf } from '../../domain/kernel/instant.ts';
import { invariant } from '../../domain/kernel/invariant.ts';
import { refusal } from '../../domain/kernel/rule.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { administrator, always, at, engineActor, ocopAgency } from '../kit/domain.ts';
import { frozen } from '../kit/freeze.ts';
import { act, unsigned } from '../kit/product-cycle.ts';

const people: readonly [Actor, ...Actor[]] = [
  administrator('86'),
  administrator('VN'),
  ocopAgency('86'),
  ocopAgency('VN'),
  engineActor,
  administrator('52'),
];
const pick = <Item>(items: readonly [Item, ...Item[]], dice: number): Item => items[dice % items.length] ?? items[0];
const days = ['03-01', '04-30', '06-15', '09-01', '10-30', '12-20'] as const;
const roundOf = (year: number, dice: number) => ({
  id: `dot-${dice % 3}`,
  level: pick(['province', 'province', 'central', 'district'], dice >> 2),
  requestsBefore: `${year}-${pick(days, dice)}`,
  resultsBefore: `${year}-${pick(days, dice >> 3)}`,
  ...(dice % 2 === 0 && { allowedBy: act('2027-01-04').document }),
});
const held = { opens: '2027-02-01', closes: '2027-04-01', lastDay: '2027-07-31' };
type Writer = (dice: number, today: string, year: number) => object;
const writers: { readonly [command: string]: Writer } = {
  openAnnualCycle: (dice, today, year) => ({
    year,
    province: '86',
    plan: 'Kế hoạch',
    rounds: dice % 3 === 0 ? [roundOf(year, dice)] : [],
    ...(dice % 7 === 0 ? unsigned(today) : act(today)),
  }),
  announceRound: (dice, today, year) => ({ kind: pick(['extra', 'local'], dice), round: roundOf(year, dice >> 1), ...act(today) }),
  enrol: (dice, _, year) => ({
    cycle: `p${dice % 4}-${1 + (dice % 2)}`,
    name: 'Trà',
    year,
    province: '86',
    ...(dice % 5 === 0 && { isCertificate: true }),
  }),
  pause: () => ({ reason: 'rà soát' }),
  resume: () => ({}),
  closeAnnualCycle: () => ({}),
};
const names = Object.keys(writers);
const ended = (outcome: string): Ack => ({ ok: false, rejection: refusal('CycleFinished', { outcome, star: 0 }) });
const answers: readonly [Ack, ...Ack[]] = [
  { ok: true, position: 1, events: [{ type: 'CarriedOver', data: { year: 2028 } }] },
  ended('not-passed'),
  ended('withdrawn'),
  { ok: false, rejection: refusal('NotAtThisStage', { stage: 'unborn', stages: [] }) },
];
const seen = { stages: new Set<string>(), accepted: new Set<string>(), refused: new Set<string>() };

interface Log {
  state: AnnualCycle;
  facts: readonly { at: number; event: DomainEvent }[];
}
const applied = ({ state, facts }: Log, now: number, events: readonly DomainEvent[]): Log => ({
  state: events.reduce((before, event) => frozen(annualCycle.apply(before, frozen(event), now)), state),
  facts: [...facts, ...events.map((event) => ({ at: now, event }))],
});
const stride = (log: Log, { way, dice }: { way: number; dice: number }, now: number): Log => {
  const owed = annualCycle.obligations(log.state, '2027-86');
  const one = owed[dice % Math.max(1, owed.length)];
  if (one && way < 6) return applied(log, now, one.settle(pick(answers, dice >> 2)));
  const usual = way < 4 ? 'enrol' : undefined;
  const command = log.state.stage === 'unborn' && way < 8 ? 'openAnnualCycle' : (usual ?? names[dice % names.length] ?? 'enrol');
  const actor = pick(people, way < 8 ? (dice >> 4) % 4 : dice >> 4);
  const sent = { type: command, data: writers[command]?.(dice >> 3, dayOf(now), Number(dayOf(now).slice(0, 4))), known: knownBy(command) };
  const verdict = annualCycle.judge(log.state, frozen(sent), frozen(actor), now);
  if ('rejection' in verdict) {
    seen.refused.add(verdict.rejection.code);
    return log;
  }
  invariant(annualCycle.availableCommands(log.state, actor).includes(command), `${command} was not offered`);
  seen.accepted.add(command);
  return applied(log, now, verdict.events);
};
const knownBy = (command: string): object | undefined => (command === 'enrol' ? { held } : undefined);

const holdsEverywhere = ({ state }: Log): void => {
  if (state.stage === 'unborn') return;
  const products = state.enrolled.map(({ cycle }) => cycle);
  invariant(new Set(products).size === products.length, `twice in a year: ${products.join(' ')}`);
  const rounds = roundsOfYear(state.year, state.rounds, state.openedOn);
  invariant(new Set(rounds.map(({ id }) => id)).size === rounds.length, 'a round twice');
  for (const { lastRequestDay, lastResultDay } of rounds) invariant(lastRequestDay < lastResultDay, 'a result before its request');
  if (state.stage === 'closed') invariant(sumOf(state.counts) === state.enrolled.length, 'a report that does not add up');
};

test(
  'whoever does whatever to a year: nothing throws, no product and no round is in it twice, and once closed it adds up',
  { timeout: 60_000 },
  () => {
    const strides = fc.array(fc.record({ way: fc.nat(9), dice: fc.nat(99_999) }), { minLength: 5, maxLength: 30, size: 'max' });
    always(
      fc.property(fc.constantFrom(at('2022-03-01'), at('2024-03-01'), at('2025-09-01'), at('2027-02-01')), strides, (begin, way) => {
        const log = way.reduce<Log>(
          (before, each, step) => {
            const after = stride(before, each, begin + step * 86_400_000);
            holdsEverywhere(after);
            seen.stages.add(after.state.stage);
            return after;
          },
          { state: annualCycle.unborn, facts: [] },
        );
        const again = log.facts.reduce(
          (state, { at: instant, event }) => annualCycle.apply(state, structuredClone(event), instant),
          annualCycle.unborn,
        );
        invariant(isDeepStrictEqual(again, log.state), 'the state is not the fold of its events');
      }),
      1_500,
    );
    expect(names.filter((command) => !seen.accepted.has(command))).toEqual([]);
    expect([...seen.stages].toSorted()).toEqual(['closed', 'closing', 'open', 'paused', 'unborn']);
    const expected = ['AnnualCycleOnHold', 'RoundExists', 'RoundDaysOutOfOrder', 'RoundContradictsEdition', 'ExtraRoundNotAllowed'];
    expect(expected.filter((code) => !seen.refused.has(code))).toEqual([]);
  },
);
