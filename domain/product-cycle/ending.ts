import * as z from 'zod';
import { yearOf } from '../kernel/instant.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { theEngine } from '../people/actor.ts';
import { afterFiling, command, concluded, from, open, underReview, type Changes, type ProductCycle } from './state.ts';

const born = [...open, ...concluded, 'returned', 'withdrawn', 'closed-by-transition'] as const;

/** A cycle that has ended answers the closing year with its outcome. */
const finished = (state: ProductCycle) =>
  state.stage === 'unborn' || state.stage === 'opening'
    ? undefined
    : refusal('CycleFinished', { outcome: state.stage, star: state.stage === 'recognised' ? state.decision.star : 0 });
export const carriedOnceAYear = rule({
  clause: 'annualCycle.unfinished',
  otherwise: 'CarriedOverAlready',
  holds: ({ year }: { year: number }, state: Extract<ProductCycle, { stage: (typeof open)[number] }>) =>
    (yearOf(state.birth.on) !== year && !state.carriedTo.includes(year)) || { year },
});
export const carryOver = command({
  data: z.strictObject({ year: z.int().min(2018).max(2100) }),
  clause: 'annualCycle.unfinished',
  by: [theEngine],
  stage: open,
  elsewhere: finished,
  rules: [carriedOnceAYear],
  then: (data) => [{ type: 'CarriedOver', data }],
});

export const changes = {
  CarriedOver: from(open, (state, { year }) => ({ ...state, carriedTo: [...state.carriedTo, year] })),
  FilingContested: from([...afterFiling], ({ name, place, birth, carriedTo, settled }, { code }) => ({
    stage: 'returned',
    name,
    place,
    birth,
    carriedTo,
    settled,
    code,
  })),
  DeadlinePassed: from([...underReview], (state, { what, step, due }) => ({
    ...state,
    deadlinesPassed: [...state.deadlinesPassed, `${what}/${due}/${step}`],
  })),
  ObligationSettled: from(born, (state, { key, ...answer }) => ({ ...state, settled: { ...state.settled, [key]: answer } })),
} satisfies Changes<'CarriedOver' | 'FilingContested' | 'DeadlinePassed' | 'ObligationSettled'>;
