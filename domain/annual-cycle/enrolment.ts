import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { theEngine } from '../people/actor.ts';
import { shape } from './events.ts';
import { command, from, ofCountry, ofProvince, type AnnualCycle, type Changes } from './state.ts';

interface Enrolment {
  cycle: string;
  year: number;
  province: string;
}

/** A rule, not a stage: where no cycle was ever opened, only the command knows of which year and province to speak. */
export const annualCycleIsOpen = rule({
  clause: 'annualCycle.unfinished',
  otherwise: 'AnnualCycleNotOpen',
  holds: ({ year, province }: Enrolment, { stage }: AnnualCycle) => stage === 'open' || { year, province },
});
export const productIsNotEnrolled = rule({
  clause: 'annualCycle.enrolment',
  otherwise: 'ProductEnrolledAlready',
  holds: ({ cycle }: Enrolment, state: AnnualCycle) =>
    state.stage === 'unborn' || state.enrolled.every((each) => each.cycle !== cycle) || { cycle },
});

export const enrol = command({
  data: z.strictObject({ ...shape.product, year: shape.year, province: shape.id }),
  clause: 'annualCycle.enrolment',
  by: [theEngine, ofProvince, ofCountry],
  stage: ['unborn', 'open', 'closing', 'closed'],
  rules: [annualCycleIsOpen, productIsNotEnrolled],
  then: ({ cycle, name }) => [{ type: 'ProductEnrolled', data: { cycle, name } }],
});

export const changes = {
  ProductEnrolled: from(['open'], (state, product) => ({ ...state, enrolled: [...state.enrolled, product] })),
} satisfies Changes<'ProductEnrolled'>;
