import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { command, from, theAuthority, type Changes, type Formed } from './state.ts';

interface Correction {
  field: 'name';
  was: string;
}
/** Who corrects must have seen what stands there now. */
export const correctsThePresentName = rule({
  clause: 'correction.field',
  otherwise: 'CorrectionDoesNotMatch',
  holds: ({ field, was }: Correction, state: Formed) => was === state[field] || { field, present: state[field] },
});
/** A slip in the decision that formed it. Seats, regulation and team have decisions of their own. */
export const correct = command({
  data: z.strictObject({ ...shape.correction, ...shape.legalAct }),
  clause: 'correction.field',
  by: [theAuthority],
  stage: ['formed'],
  rules: [correctsThePresentName, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'FieldCorrected', data }],
});

export const changes = {
  FieldCorrected: from(['formed'], (state, { field, becomes }) => ({ ...state, [field]: becomes })),
} satisfies Changes<'FieldCorrected'>;
