import type * as z from 'zod';
import type { Calendar } from '../calendar/working-days.ts';
import type { Clause } from '../edition/edition.ts';
import { holds, may, nobodysUnit, partiesOf, type Actor, type Awaited, type Party } from '../people/actor.ts';
import { goneSince, successorOn } from '../territory/unit.ts';
import type { Due } from './due.ts';
import { form, type Form, type OneOf, type Some } from './form.ts';
import { dayOf, type Day, type Instant } from './instant.ts';
import { refusal, under, type Context, type Rejection, type Rule } from './rule.ts';
import { isAt, type At, type Staged } from './stage.ts';

export type Decision<Events> = { events: Some<OneOf<Events>> } | { rejection: Rejection };
export interface Duty extends Awaited {
  due?: Due;
  /** The command that is awaited, where it is one to another aggregate. */
  command?: string;
}

interface Sentence<State extends Staged> {
  clause: Clause;
  by: Some<Party<State>>; // who may
}
export interface Draft<State extends Staged, Events, Data, Known, Stage extends State['stage']> extends Sentence<State> {
  data: z.core.$ZodType<Data>;
  /** What the API adds from the views, never the client: judged and recorded, but no part of the command's identity. */
  knows?: z.core.$ZodType<Known>;
  stage: readonly Stage[];
  /** A producer's act: the producer whom an officer has to name to do it for him. No other act is done on behalf of anybody. */
  onBehalf?: (data: NoInfer<Data & Known>, state: At<State, Stage>) => string;
  /** Who is awaited, and until when. */
  duty?: (state: At<State, Stage>, calendar: Calendar) => readonly Duty[];
  elsewhere?: (state: State) => Rejection | undefined;
  rules?: readonly Rule<NoInfer<Data & Known>, At<State, Stage>>[];
  then: (data: NoInfer<Data & Known>, state: At<State, Stage>, context: Context) => Some<OneOf<Events>>;
}
export interface Command<State extends Staged, Events, Data> extends Sentence<State>, Form<Data> {
  stage: readonly State['stage'][];
  clauses: readonly Clause[];
  /** What it asks, in this order, as far as can be told without a state: the reference page is made of it. */
  rules: readonly Pick<Rule<never, never>, 'clause' | 'otherwise'>[];
  knows: boolean;
  /** The client's part and the API's part, read as one. */
  readWith: (raw: unknown, known: unknown) => { data: Data } | { fields: string[] };
  duties: (state: State, calendar: Calendar) => readonly Duty[];
  judge: (data: Data, state: State, context: Context) => Decision<Events>;
}

/** Since when the matter is no longer of a unit that the actor still speaks for. */
const handedOver = ({ roles }: Actor, units: readonly string[], now: Instant): { from?: Day } => {
  const today = dayOf(now);
  const [from] = roles.flatMap(({ unit }) => (units.includes(successorOn(unit, today)) ? (goneSince(unit, today) ?? []) : []));
  return from === undefined ? {} : { from };
};
function stranger<State extends Staged>({ by }: Sentence<State>, state: State, { actor, now }: Context): Rejection | undefined {
  if (by.some((party) => may(actor, party, state))) return undefined;
  const named = by
    .filter(({ role, persons }) => role !== 'anyone' && !persons && holds(actor, role))
    .flatMap(({ at }) => at?.(state) ?? [])
    .filter((unit) => unit !== nobodysUnit);
  const units = [...new Set(named)];
  return units.length > 0
    ? refusal('NotYourUnit', { units, ...handedOver(actor, units, now) })
    : refusal('NotYourPart', { who: partiesOf(by) });
}

/** Officer and producer are both recorded, so an officer says for whom he acts, and nobody says it where it is not so. */
function misnamed({ actor }: Context, producer: string | undefined): Rejection | undefined {
  const { onBehalfOf } = actor;
  if (onBehalfOf !== undefined) return onBehalfOf === producer ? undefined : refusal('OnBehalfDoesNotFit', { producer: onBehalfOf });
  return producer === undefined || holds(actor, 'producer', producer) ? undefined : refusal('OnBehalfMissing', { producer });
}

const merged =
  <Data, Known>(data: Form<Data>, known: Form<Known> | undefined) =>
  (raw: unknown, seen: unknown): { data: Data & Known } | { fields: string[] } => {
    const client = data.parse(raw);
    if ('fields' in client) return client;
    const views = known?.parse(seen ?? {});
    return views && 'fields' in views ? views : { data: Object.assign({}, client.data, views?.data) };
  };

export function command<State extends Staged, Events, Data, Known, Stage extends State['stage']>(
  draft: Draft<State, Events, Data, Known, Stage>,
): Command<State, Events, Data & Known> {
  const { data: schema, knows, stage, onBehalf, duty, rules = [], elsewhere, then, ...sentence } = draft;
  const client = form(schema);
  const readWith = merged(client, knows && form(knows));
  return Object.freeze({
    ...sentence,
    stage,
    knows: knows !== undefined,
    clauses: [sentence.clause, ...rules.map(({ clause }) => clause)],
    rules,
    schema: client.schema,
    parse: (raw: unknown) => readWith(raw, undefined),
    readWith,
    duties: (state: State, calendar: Calendar) => (duty && isAt(state, stage) ? duty(state, calendar) : []),
    /** Who, then stage, then rules, then in whose name. What is not there yet belongs to nobody, so that is told before who may. */
    judge: (data: Data & Known, state: State, context: Context) => {
      const no = (rejection: Rejection) => ({ rejection: under(rejection, sentence.clause, context) });
      const strange = stranger(sentence, state, context);
      const isHere = isAt(state, stage);
      if (strange && (isHere || state.stage !== 'unborn')) return no(strange);
      if (!isHere) return no(elsewhere?.(state) ?? refusal('NotAtThisStage', { stage: state.stage, stages: stage }));
      for (const { refuses } of rules) {
        const rejection = refuses(data, state, context);
        if (rejection) return { rejection };
      }
      const unnamed = misnamed(context, onBehalf?.(data, state));
      if (unnamed) return { rejection: under(unnamed, 'producer.onBehalf', context) };
      return { events: then(data, state, context) };
    },
  });
}
