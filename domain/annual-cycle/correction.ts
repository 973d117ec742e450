import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { command, from, notOpen, ofCountry, ofProvince, ofSuccessor, type Changes } from './state.ts';

interface Correction {
  field: 'plan';
  was: string;
}
/** Who corrects must have seen what stands there now. */
export const correctsThePresentPlan = rule({
  clause: 'correction.field',
  otherwise: 'CorrectionDoesNotMatch',
  holds: ({ field, was }: Correction, { plan }: { plan: string }) => was === plan || { field, present: plan },
});
/** A slip in the title of the plan. Its rounds are announced, and products are enrolled, by acts of their own. */
export const correct = command({
  data: z.strictObject({ ...shape.correction, ...shape.legalAct }),
  clause: 'correction.field',
  by: [ofProvince, ofSuccessor, ofCountry],
  stage: ['open', 'paused', 'closing'],
  elsewhere: notOpen,
  rules: [correctsThePresentPlan, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'FieldCorrected', data }],
});

export const changes = {
  FieldCorrected: from(['open', 'paused', 'closing'], (state, { field, becomes }) => ({ ...state, [field]: becomes })),
} satisfies Changes<'FieldCorrected'>;
