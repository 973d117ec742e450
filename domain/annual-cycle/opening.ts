import * as z from 'zod';
import { dayOf } from '../kernel/instant.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { shape } from './events.ts';
import { roundRules } from './rounds.ts';
import { country } from '../territory/unit.ts';
import { command, from, ofCountry, ofProvince, type AnnualCycle, type Changes } from './state.ts';

/** Before it is opened, no state tells whose cycle it is; the command does. */
export const openedForOwnProvince = rule({
  clause: 'annualCycle.opening',
  otherwise: 'NotYourUnit',
  holds: ({ province }: { province: string }, _: unknown, { actor }) =>
    holds(actor, 'administrator', province) || holds(actor, 'administrator', country) || { units: [province, country] },
});
const openedBefore = (state: AnnualCycle) =>
  state.stage === 'unborn' ? undefined : refusal('AnnualCycleAlreadyOpen', { year: state.year, date: state.openedOn });

/** What waits for this year, as the views know it and the dry run has listed it. */
const knows = z.strictObject({ calls: z.array(z.strictObject(shape.product)).optional() });

export const openAnnualCycle = command({
  data: z.strictObject({ ...shape.cycle, ...shape.legalAct }),
  knows,
  clause: 'annualCycle.opening',
  by: [ofProvince, ofCountry],
  stage: ['unborn'],
  elsewhere: openedBefore,
  rules: [openedForOwnProvince, ...roundRules, documentIsWhole, effectiveDayHasCome],
  then: ({ calls = [], ...data }) => [
    { type: 'AnnualCycleOpened', data },
    ...calls.map((call) => ({ type: 'ProductEnrolled' as const, data: call })),
  ],
});

export const changes = {
  AnnualCycleOpened: from(['unborn'], (_, { year, province, plan, rounds }, at) => ({
    stage: 'open',
    year,
    province,
    plan,
    rounds: rounds.map((round) => ({ ...round, on: dayOf(at) })),
    openedOn: dayOf(at),
    enrolled: [],
  })),
} satisfies Changes<'AnnualCycleOpened'>;
