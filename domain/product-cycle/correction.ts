import * as z from 'zod';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { shape, type Events } from './events.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, authorityOfLevel, committeeOfLevel } from './parties.ts';
import { command, from, underReview, type Changes, type ProductCycle } from './state.ts';
import { levelOf } from './stations.ts';

const correctable = [...underReview, 'recognised'] as const;
type Correctable = Extract<ProductCycle, { stage: (typeof correctable)[number] }>;
type Field = Events['FieldCorrected']['field'];
/*
 * The unit of a file moves by a handing over, its set by another filing: under another set other criteria would have judged it. A star and a
 * mean can be named here only to be refused.
 */
const field = z.enum([...shape.correctable.options, 'star', 'mean']);
interface Correction {
  field: z.infer<typeof field>;
  was: string;
}

const isField = (name: Correction['field']): name is Field => name !== 'star' && name !== 'mean';
const presentOf = ({ name, producer, representative }: Correctable): { readonly [F in Field]: string } => ({
  name,
  producerName: producer.name,
  representative: representative ?? '',
});

export const starStays = rule({
  clause: 'correction.stars',
  otherwise: 'StarNotCorrectable',
  always: true,
  holds: (correction: Correction) => isField(correction.field) || false,
});
/** While a dossier is under review whoever has it corrects its entries; what a decision says its authority corrects. */
export const correctedByItsAuthor = rule({
  clause: 'correction.field',
  otherwise: 'NotYourPart',
  holds: (_: Correction, state: Correctable, { actor }) =>
    state.stage !== 'recognised' ||
    holds(actor, 'decidingAuthority', unitAt(state.place, levelOf(state))) || { who: ['decidingAuthority'] as const },
});
export const wasIsWhatStandsThere = rule({
  clause: 'correction.field',
  otherwise: 'CorrectionDoesNotMatch',
  always: true,
  holds: (correction: Correction, state: Correctable) => {
    const present = isField(correction.field) ? presentOf(state)[correction.field] : correction.was;
    return present === correction.was || { field: correction.field, present };
  },
});

export const correct = command({
  data: z.strictObject({ field, ...shape.correction }),
  clause: 'correction.field',
  by: [authorityOfLevel, agencyOfLevel, committeeOfLevel],
  stage: correctable,
  rules: [starStays, correctedByItsAuthor, wasIsWhatStandsThere, documentIsWhole, effectiveDayHasCome],
  then: ({ field: name, ...correction }) => {
    invariant(isField(name), 'the rule has refused a star and a mean');
    return [{ type: 'FieldCorrected', data: { field: name, ...correction } }];
  },
});

const corrected = ({ producer }: Correctable, name: Field, becomes: string) =>
  name === 'name'
    ? { name: becomes }
    : name === 'producerName'
      ? { producer: { ...producer, name: becomes } }
      : { representative: becomes };
export const changes = {
  FieldCorrected: from(correctable, (state, { field: name, becomes }) => ({ ...state, ...corrected(state, name, becomes) })),
} satisfies Changes<'FieldCorrected'>;
