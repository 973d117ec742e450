import { officialCalendar } from '../calendar/working-days.ts';
import { may, type Actor } from '../people/actor.ts';
import type { Aggregate, CommandCard, DomainEvent, Plan, Sent } from './aggregate.ts';
import { namesOf, read, type OneOf, type Some } from './form.ts';
import type { Instant } from './instant.ts';
import { invariant } from './invariant.ts';
import { refusal } from './rule.ts';
import type { Staged } from './stage.ts';

/** The refusal of a signalled command: nobody waits for the answer, so it is recorded. Of every aggregate, and changes none. */
export const commandRefused = 'CommandRefused';

/** Everything that the rest of the house asks an aggregate, read from its tables, once for all of them. */
export const answers = <State extends Staged, Events, Commands>(plan: Plan<State, Events, Commands>): Aggregate<State> => {
  const { name, unborn, commands, events, changes, alive, facets } = plan;
  const names = namesOf<Commands>(commands);
  const namesAt = (state: State) => names.filter((command) => commands[command].stage.includes(state.stage));
  const evolve = <Type extends keyof Events>(state: State, event: OneOf<Events, Type>, at: Instant): State =>
    changes[event.type](state, event.data, at);
  const recorded = (type: string, data: unknown): OneOf<Events> => {
    const entry = read<Events>(events, type, data);
    invariant(
      entry && 'read' in entry,
      `${name}: no event reads as ${type} (${entry && 'fields' in entry ? entry.fields.join(', ') : 'unknown type'})`,
    );
    return entry.read;
  };
  /** What is decided is read back through its form before it may be appended: excess fields compile, and must not be recorded. */
  const readBack = ({ type, data }: OneOf<Events>): DomainEvent => {
    const event = recorded(String(type), data);
    return { type: String(event.type), data: event.data };
  };
  const decide = <Name extends keyof Commands>(state: State, type: Name, data: Commands[Name], actor: Actor, now: Instant) => {
    const context = { actor, now, edition: plan.edition(state, now), calendar: officialCalendar };
    const barred = commands[type].by.some((party) => may(actor, party, state)) ? plan.bars?.(state, type, context) : undefined;
    if (barred) return { rejection: barred };
    const decision = commands[type].judge(data, state, context);
    if ('rejection' in decision) return decision;
    const [first, ...rest] = decision.events;
    const all: Some<DomainEvent> = [readBack(first), ...rest.map(readBack)];
    return { events: all };
  };
  const judge = (state: State, { type, data, known }: Sent, actor: Actor, now: Instant) => {
    const command = names.find((each) => each === type);
    if (command === undefined) return { rejection: refusal('UnknownCommand', { type }) };
    const parsed = commands[command].readWith(data, known);
    return 'fields' in parsed ? { rejection: refusal('Malformed', parsed) } : decide(state, command, parsed.data, actor, now);
  };
  const settled = ([first, ...rest]: Some<OneOf<Events>>): Some<DomainEvent> => [readBack(first), ...rest.map(readBack)];
  const deadlines = (state: State) =>
    plan.deadlines(state, officialCalendar).map(({ key, at, event }) => ({ key, at, event: readBack(event) }));
  return Object.freeze({
    name,
    unborn,
    alive,
    facets,
    judge,
    deadlines,
    commands: cardsOf(plan),
    apply: (state: State, { type, data }: DomainEvent, at: Instant) =>
      type === commandRefused ? state : evolve(state, recorded(type, data), at),
    nextDeadline: (state: State) =>
      deadlines(state).reduce<ReturnType<typeof deadlines>[number] | undefined>(
        (soonest, each) => (soonest === undefined || each.at < soonest.at ? each : soonest),
        undefined,
      ),
    obligations: (state: State, id: string) =>
      plan
        .obligations(state, id)
        .map((duty) => ({ ...duty, settle: (answer: Parameters<typeof duty.settle>[0]) => settled(duty.settle(answer)) })),
    availableCommands: (state: State, actor: Actor) =>
      namesAt(state).filter((command) => commands[command].by.some((party) => may(actor, party, state))),
    worklist: (state: State) => {
      const duties = namesAt(state).flatMap((command) =>
        commands[command].duties(state, officialCalendar).map((duty) => ({ command, ...duty })),
      );
      return plan.awaits?.(state, duties) ?? duties;
    },
  });
};

const cardsOf = <State extends Staged, Events, Commands>({
  commands,
}: Plan<State, Events, Commands>): { readonly [name: string]: CommandCard } =>
  Object.fromEntries(
    namesOf<Commands>(commands).map((name) => {
      const { schema, stage, clause, clauses, rules, knows, by } = commands[name];
      return [name, { schema, stage, clause, clauses, rules, knows, roles: by.map(({ role }) => role) }];
    }),
  );
