import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Basis, Clause } from '../../domain/edition/edition.ts';
import type { Aggregate, DomainEvent } from '../../domain/kernel/aggregate.ts';
import type { Some } from '../../domain/kernel/form.ts';
import { startOf, type Instant } from '../../domain/kernel/instant.ts';
import type { Rejection } from '../../domain/kernel/rule.ts';
import type { Staged } from '../../domain/kernel/stage.ts';
import { engine, type Actor, type Role } from '../../domain/people/actor.ts';
import type { RejectionCode, Rejections } from '../../domain/rejections.ts';
import { frozen } from './freeze.ts';

/*
 * Given / when / then for any aggregate, through the same `judge` and `apply` as the running engine: events are read back by their forms, states are
 * frozen to the last leaf, and whatever is judged is judged twice.
 */

/** '2027-03-01 09:00' in Hanoi; a day alone is its noon. */
export const at = (text: string): Instant => {
  const [day = '', time = '12:00'] = text.split(' ');
  const [hours, minutes] = time.split(':').map(Number);
  return startOf(day) + ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
};

/** A person with one role in one unit, named after both unless named. */
export const holding = (role: Role, unit: string, person = `${role}-${unit}`): Actor => ({ person, roles: [{ role, unit }] });
export const producer = (unit: string): Actor => holding('producer', unit);
export const committee = (unit: string): Actor => holding('committee', unit);
/** Who acts for a producer and says so. */
export const onBehalf = (actor: Actor, of: string): Actor => ({ ...actor, onBehalfOf: of });
export const ocopAgency = (unit: string): Actor => holding('ocopAgency', unit);
export const advisoryTeam = (unit: string): Actor => holding('advisoryTeam', unit);
export const decidingAuthority = (unit: string): Actor => holding('decidingAuthority', unit);
export const administrator = (unit: string): Actor => holding('administrator', unit);
export const member = (person: string, council = 'council'): Actor => holding('councilMember', council, person);
export const secretary = (person: string, council = 'council'): Actor => holding('councilSecretary', council, person);
export const chair = (person: string, council = 'council'): Actor => holding('councilChair', council, person);
export const nobody = (person = 'anybody'): Actor => ({ person, roles: [] });
export const engineActor: Actor = engine;

/** Where the law says no. */
export interface Ground {
  clause?: Clause;
  basis?: Basis;
}
type Verdict = { events: Some<DomainEvent> } | { rejection: Rejection };

/** The answer to one command. Each `then…` asserts; `state` is the state after it. */
export interface Outcome<State extends Staged> {
  state: State;
  thenEvents: (...events: readonly DomainEvent[]) => Scene<State>;
  /** Event types alone, where the data are another test's matter. */
  thenTypes: (...types: readonly string[]) => Scene<State>;
  /** `data` and `ground` are compared where they are given. */
  thenRejected: <Code extends RejectionCode>(code: Code, data?: Rejections[Code], ground?: Ground) => void;
}
/** A state in which something may be wanted. */
export interface Scene<State extends Staged> {
  state: State;
  when: (command: string, data: object, actor: Actor, now: Instant) => Outcome<State>;
  /** As `when`, and it is accepted: a step on the way to what the test is about. */
  after: (command: string, data: object, actor: Actor, now: Instant) => Scene<State>;
  /** What the API would add from the views to the next commands. */
  knowing: (known: object) => Scene<State>;
  /** Facts that no command makes: settlements, passed deadlines. */
  and: (now: Instant, ...events: readonly DomainEvent[]) => Scene<State>;
}

const fold = <State extends Staged>(aggregate: Aggregate<State>, state: State, now: Instant, events: readonly DomainEvent[]): State =>
  events.reduce((before, event) => frozen(aggregate.apply(before, frozen(event), now)), state);

const sceneOf = <State extends Staged>(aggregate: Aggregate<State>, state: State, known?: object): Scene<State> => {
  const go = (next: State) => sceneOf(aggregate, next, known);
  const when: Scene<State>['when'] = (type, data, actor, now) => {
    const judge = () => aggregate.judge(state, frozen({ type, data, ...(known && { known }) }), frozen(actor), now);
    const verdict: Verdict = judge();
    expect(judge(), `${type} is judged twice`).toEqual(verdict);
    return outcomeOf(verdict, 'events' in verdict ? fold(aggregate, state, now, verdict.events) : state, go);
  };
  return {
    state,
    when,
    after: (type, data, actor, now) => {
      const { state: next } = accepted(type, when(type, data, actor, now), state);
      return go(next);
    },
    knowing: (views) => sceneOf(aggregate, state, views),
    and: (now, ...events) => go(fold(aggregate, state, now, events)),
  };
};
const accepted = <State extends Staged>(type: string, outcome: Outcome<State>, before: State): Outcome<State> => {
  expect(outcome.state, `${type} is accepted at ${before.stage}: ${JSON.stringify(outcome)}`).not.toBe(before);
  return outcome;
};

const outcomeOf = <State extends Staged>(
  verdict: Verdict,
  state: State,
  go: (state: State) => Scene<State>,
): Outcome<State> & { verdict: Verdict } => {
  const then = (shown: unknown, expected: unknown) => {
    expect('rejection' in verdict ? verdict : shown).toEqual(expected);
    return go(state);
  };
  const events = 'events' in verdict ? verdict.events : [];
  return {
    verdict,
    state,
    thenEvents: (...expected) => then(events, expected),
    thenTypes: (...types) =>
      then(
        events.map(({ type }) => type),
        types,
      ),
    thenRejected: (code, data, ground) => {
      expect(verdict).toHaveProperty('rejection');
      expect('rejection' in verdict && verdict.rejection).toMatchObject({ code, ...ground });
      if (data !== undefined) expect('rejection' in verdict && verdict.rejection.data).toEqual(data);
    },
  };
};

/** A fresh aggregate; `and` gives it a past, `givenState` starts from a state. */
export const given = <State extends Staged>(
  aggregate: Aggregate<State>,
  now: Instant = 0,
  ...events: readonly DomainEvent[]
): Scene<State> => sceneOf(aggregate, fold(aggregate, frozen(aggregate.unborn), now, events));
export const givenState = <State extends Staged>(aggregate: Aggregate<State>, state: State): Scene<State> =>
  sceneOf(aggregate, frozen(state));

/** A property over many random cases, the same at every run. A failure prints seed and path; pass that seed to repeat another run. */
export const always = <Cases extends unknown[]>(property: fc.IProperty<Cases>, runs = 100, seed = 26_2026): void => {
  fc.assert(property, { numRuns: runs, seed, verbose: fc.VerbosityLevel.None });
};
