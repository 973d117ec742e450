import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { traffic } from '../../domain/aggregates.ts';
import type { DomainEvent } from '../../domain/kernel/aggregate.ts';
import { invariant } from '../../domain/kernel/invariant.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import type { ProductCycle } from '../../domain/product-cycle/state.ts';
import { always, at, given, holding, producer } from '../kit/domain.ts';
import { frozen } from '../kit/freeze.ts';
import { atCentre, central, dossier, judged, writtenSheets } from '../kit/product-cycle.ts';
import { people } from '../kit/product-cycle-people.ts';
import { commandNames, wantedAt, type Stride } from '../kit/product-cycle-walk.ts';

/** Their own rules ask again who acts, where the command and not the state names the person or the unit, or the kind of dossier another office. */
const askAgain = ['proposeIdea', 'submitPlan', 'fileDossier', 'submitSheet', 'correct', 'assess'];
const strides = fc.array(fc.record({ way: fc.nat(9), dice: fc.nat(99_999), hours: fc.nat(400) }), {
  minLength: 5,
  maxLength: 25,
  size: 'max',
});
interface Begin {
  state: ProductCycle;
  now: Instant;
}
/** From nothing; and from where few walks come in twenty-five strides: before a result goes down, between opinions, at the end of a transition. */
const begins = fc.constantFrom<Begin[]>(
  ...[
    at('2020-02-01'),
    at('2021-06-01'),
    at('2027-01-05'),
    at('2027-03-01'),
    at('2029-02-10'),
    at('2030-10-01'),
    at('2018-06-01'),
    at('2024-01-01'),
    at('2025-09-01'),
    at('2026-05-01'),
    at('2026-07-15'),
  ].map((now) => ({ state: productCycle.unborn, now })),
  { state: judged([88, 89, 88, 88], atCentre(), central).state, now: at('2027-06-20') },
  { state: writtenSheets([95, 71]).state, now: at('2029-04-10') },
  { state: given(productCycle).after('fileDossier', dossier, producer('htx'), at('2026-05-10')).state, now: at('2026-07-10') },
);
const seen = { stages: new Set<string>(), accepted: new Set<string>(), refused: new Set<string>(), facts: new Set<string>() };

interface Log {
  state: ProductCycle;
  now: Instant;
  facts: readonly { at: Instant; event: DomainEvent }[];
}
const applied = ({ state, facts }: Log, now: Instant, events: readonly DomainEvent[]): Log => ({
  state: events.reduce((before, event) => frozen(productCycle.apply(before, frozen(event), now)), state),
  now,
  facts: [...facts, ...events.map((event) => ({ at: now, event }))],
});

/** Facts without a command: a deadline that is due, an obligation that has been answered. */
const happens = (log: Log, dice: number): Log => {
  const due = productCycle.nextDeadline(log.state);
  if (due && due.at <= log.now) {
    const after = applied(log, log.now, [due.event]);
    invariant(
      productCycle.deadlines(after.state).every(({ key }) => key !== due.key),
      `${due.key} is due again`,
    );
    return after;
  }
  const owed = productCycle.obligations(log.state, 'tra-1');
  const one = owed[dice % Math.max(1, owed.length)];
  if (!one) return log;
  const answer =
    dice % 4 === 0
      ? ({ ok: false, rejection: { code: 'RenewalAlreadyNoted', data: { cycle: 'tra-9' } } } as const)
      : ({ ok: true, position: 1, events: [{ type: 'Done', data: { number: 7 } }] } as const);
  const after = applied(log, log.now, one.settle(answer));
  invariant(
    productCycle.obligations(after.state, 'tra-1').every(({ key }) => key !== one.key),
    `${one.key} is owed again`,
  );
  return after;
};

/** Everything that scoring and deciding have left behind: no correction touches it. */
const judgementOf = (state: ProductCycle): unknown => [
  state.stage,
  'held' in state && state.held,
  'results' in state && state.results,
  'sheets' in state && state.sheets,
  'mean' in state && state.mean,
  'result' in state && state.result,
  'decision' in state && state.decision,
];
const stranger = (code: string) => code === 'NotYourPart' || code === 'NotYourUnit';
const wants = (log: Log, stride: Stride): Log => {
  const { command, data, known, actor } = wantedAt(log.state, stride, log.now);
  const sent = frozen({ type: command, data, known });
  const offered = productCycle.availableCommands(log.state, actor).includes(command);
  const verdict = productCycle.judge(log.state, sent, actor, log.now);
  invariant(isDeepStrictEqual(verdict, productCycle.judge(log.state, sent, actor, log.now)), `${command} is judged twice in two ways`);
  if ('events' in verdict) {
    invariant(offered, `${command} is accepted from ${actor.person} at ${log.state.stage} and was not offered`);
    seen.accepted.add(command);
    const after = applied(log, log.now, verdict.events);
    invariant(
      command !== 'correct' || isDeepStrictEqual(judgementOf(log.state), judgementOf(after.state)),
      'a correction has moved a judgement',
    );
    return after;
  }
  const { code } = verdict.rejection;
  seen.refused.add(code);
  const byParty = stranger(code) && !askAgain.includes(command);
  invariant(
    !offered || (!byParty && code !== 'NotAtThisStage'),
    `${command} is offered to ${actor.person} at ${log.state.stage} and refused: ${code}`,
  );
  return log;
};

const holdsEverywhere = (state: ProductCycle): void => {
  const unique = (keys: readonly string[], what: string) => {
    invariant(new Set(keys).size === keys.length, `${what} twice at ${state.stage}: ${keys.join(' ')}`);
  };
  const owed = productCycle.obligations(state, 'tra-1');
  unique(
    owed.map(({ key }) => key),
    'obligation',
  );
  for (const { to, command } of owed)
    invariant((traffic['product-cycle'][to.aggregate] ?? []).includes(command.type), `${command.type} to ${to.aggregate} is no traffic`);
  unique(
    productCycle.deadlines(state).map(({ key }) => key),
    'deadline',
  );
  for (const { command, role, unit, person } of productCycle.worklist(state)) {
    invariant(
      command === 'placeOnAgenda' || productCycle.availableCommands(state, holding(role, unit, person)).includes(command),
      `${command} is awaited of ${role} ${unit} and not offered`,
    );
  }
  invariant(productCycle.facets(state, 'tra-1').stage === state.stage, 'a facet tells another stage');
};
/** An obligation is sent again under the same id until it is answered, so what it says must not change meanwhile. */
const saysTheSame = (before: ProductCycle, after: ProductCycle): void => {
  const earlier = new Map(productCycle.obligations(before, 'tra-1').map(({ key, to, command }) => [key, { to, command }]));
  for (const { key, to, command } of productCycle.obligations(after, 'tra-1')) {
    const known = earlier.get(key);
    invariant(
      !known || key.startsWith('enrol') || isDeepStrictEqual(known, { to, command }),
      `${key} says something else at ${after.stage}`,
    );
  }
};

const walk = (begin: Begin, way: readonly Stride[]): Log =>
  way.reduce<Log>(
    (log, stride) => {
      const now = log.now + stride.hours * 3_600_000;
      const timed = { ...log, now };
      const after = stride.way === 9 ? happens(timed, stride.dice) : wants(timed, stride);
      holdsEverywhere(after.state);
      saysTheSame(log.state, after.state);
      seen.stages.add(after.state.stage);
      return after;
    },
    { ...begin, facts: [] },
  );

test(
  'whoever does whatever, and whenever: nothing throws, nothing is offered in vain, and the state is the fold of its events',
  { timeout: 120_000 },
  () => {
    always(
      fc.property(begins, strides, (begin, way) => {
        const { state, facts } = walk(begin, way);
        const again = facts.reduce(
          (before, { at: instant, event }) => productCycle.apply(before, structuredClone(event), instant),
          begin.state,
        );
        invariant(isDeepStrictEqual(again, state), 'the state is not the fold of its events');
        for (const { event } of facts) seen.facts.add(event.type);
      }),
      3_000,
    );
    expect(commandNames.filter((command) => !seen.accepted.has(command))).toEqual([]);
    expect(
      [
        'idea-returned',
        'plan-returned',
        'supplement-asked',
        'approved',
        'sent-down',
        'result-accepted',
        'recognised',
        'not-passed',
        'rejected',
        'stopped',
        'returned',
        'withdrawn',
      ].filter((stage) => !seen.stages.has(stage)),
    ).toEqual([]);
    expect(seen.refused.size).toBeGreaterThan(25);
    expect(people.length).toBeGreaterThan(20);
  },
);

test('no state of affairs makes hostile data throw: they are read or refused', () => {
  always(
    fc.property(fc.constantFrom(...commandNames), fc.anything(), fc.anything(), (type, data, known) => {
      const verdict = productCycle.judge(
        productCycle.unborn,
        { type, data, known },
        people[0] ?? holding('producer', 'x'),
        at('2027-03-01'),
      );
      return 'rejection' in verdict || verdict.events.length > 0;
    }),
    1_000,
  );
});
