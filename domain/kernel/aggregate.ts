import type { Calendar } from '../calendar/working-days.ts';
import type { Edition } from '../edition/edition.ts';
import type { Actor } from '../people/actor.ts';
import type { Address, AggregateName } from './address.ts';
import type { Command, Duty } from './command.ts';
import type { Form, OneOf, Some } from './form.ts';
import type { Instant } from './instant.ts';
import type { Context, Rejection } from './rule.ts';
import type { Staged } from './stage.ts';

/** An event as the log holds it, apart from the types of its aggregate. */
export interface DomainEvent {
  type: string;
  data: unknown;
}
/** The answer to a command. `position`: of the commit in the log, to be waited for by who reads the views. */
export type Ack = { ok: true; position: number; events: readonly DomainEvent[] } | { ok: false; rejection: Rejection };

/** A due deadline always yields an event, and that event removes it. `at`: the legal instant, whenever the wake-up comes. */
export interface Deadline<Event = DomainEvent> {
  key: string;
  at: Instant;
  event: Event;
}
/** A command owed to another aggregate, as state: it pends until `settle` has made its answer an event. */
export interface Obligation<Event = DomainEvent> {
  key: string;
  to: Address;
  command: { type: string; data: object };
  settle: (answer: Ack) => Some<Event>;
}
/** What an operator may search workflows by; no personal data. */
export interface Facets {
  cycle?: string;
  province?: string;
  stage: string;
  stars?: number;
}

export type Change<State, Data> = (state: State, data: Data, at: Instant) => State;
export type ChangesOf<State, Events, Type extends keyof Events = keyof Events> = { readonly [T in Type]: Change<State, Events[T]> };
export interface Plan<State extends Staged, Events, Commands> {
  name: AggregateName;
  unborn: State;
  edition: (state: State, now: Instant) => Edition;
  commands: { readonly [N in keyof Commands]: Command<State, Events, Commands[N]> };
  events: { readonly [T in keyof Events]: Form<Events[T]> };
  changes: ChangesOf<State, Events>;
  /** Born and not closed: a closed aggregate's run ends, and a late command starts one that answers from the log. */
  alive: (state: State) => boolean;
  deadlines: (state: State, calendar: Calendar) => readonly Deadline<OneOf<Events>>[];
  /** In the order in which they are to be met; a later one may wait for the answer to an earlier one by not being there yet. */
  obligations: (state: State, id: string) => readonly Obligation<OneOf<Events>>[];
  facets: (state: State, id: string) => Facets;
  /** What bars an act of somebody who may, whatever the act's own rules say. */
  bars?: (state: State, command: keyof Commands, context: Context) => Rejection | undefined;
  /** What the state as a whole makes of its duties: a day that binds them all, or an end of them. */
  awaits?: (state: State, duties: readonly NamedDuty[]) => readonly NamedDuty[];
}
export interface NamedDuty extends Duty {
  command: string;
}

/** One aggregate as the rest of the house knows it: everything below follows from its tables. */
export interface Aggregate<State> {
  name: AggregateName;
  unborn: State;
  commands: { readonly [name: string]: CommandCard };
  judge: (state: State, command: Sent, actor: Actor, now: Instant) => { events: Some<DomainEvent> } | { rejection: Rejection };
  /** Folds one recorded event. An event that cannot be read or cannot have happened here is a defect of the log: it throws. */
  apply: (state: State, event: DomainEvent, at: Instant) => State;
  alive: (state: State) => boolean;
  deadlines: (state: State) => readonly Deadline[];
  nextDeadline: (state: State) => Deadline | undefined;
  obligations: (state: State, id: string) => readonly Obligation[];
  facets: (state: State, id: string) => Facets;
  availableCommands: (state: State, actor: Actor) => readonly string[];
  worklist: (state: State) => readonly NamedDuty[];
}
export interface Sent {
  type: string;
  data: unknown;
  known?: unknown;
}
export type CommandCard = Pick<Command<Staged, unknown, unknown>, 'schema' | 'stage' | 'clause' | 'clauses' | 'rules' | 'knows'> & {
  roles: readonly string[];
};
