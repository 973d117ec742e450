import * as z from 'zod';
import { dayOf, isDay, type Day } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape, type Events } from './events.ts';
import { command, endedAs, from, parties, type Changes, type InForce } from './state.ts';

type Field = Events['FieldCorrected']['field'];
interface Correction {
  field: Field | 'star';
  was: string;
  becomes: string;
}
type Certificate = InForce['certificate'];

const presentValue = ({
  name,
  producer,
  productCode,
  certificateNumber,
  lastDay,
  star,
}: Certificate): Readonly<Record<Field | 'star', string>> => ({
  name,
  producerName: producer.name,
  productCode: productCode ?? '',
  certificateNumber: certificateNumber ?? '',
  lastDay,
  star: String(star),
});

export const starIsNotCorrected = rule({
  clause: 'correction.stars',
  otherwise: 'StarNotCorrectable',
  holds: ({ field }: Correction) => field !== 'star' || false,
});
/** Who corrects must have seen what stands there now; an empty text stands for what is not there. */
export const correctsThePresentValue = rule({
  clause: 'correction.field',
  otherwise: 'CorrectionDoesNotMatch',
  holds: ({ field, was }: Correction, { certificate }: InForce) => {
    const present = presentValue(certificate)[field];
    return was === present || { field, present };
  },
});
/** A text is not corrected to nothing, and the last day to a day after the first. */
export const becomesAValue = rule({
  clause: 'correction.field',
  otherwise: 'Malformed',
  holds: ({ field, becomes }: Correction) => (field === 'lastDay' ? isDay(becomes) : becomes !== '') || { fields: ['becomes'] },
});
export const stillEndsAfterItBegins = rule({
  clause: 'certificate.term',
  otherwise: 'DatesOutOfOrder',
  always: true,
  holds: ({ field, becomes }: Correction, { certificate: { effectiveOn } }: InForce) =>
    field !== 'lastDay' || effectiveOn < becomes || { effectiveOn, lastDay: becomes },
});

export const correct = command({
  data: z.strictObject({ field: z.enum([...shape.field.options, 'star']), was: shape.value, becomes: shape.value, ...shape.legalAct }),
  clause: 'correction.field',
  by: [parties.issuer, parties.issuersHeir, parties.agency, parties.ministryAgency],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [starIsNotCorrected, correctsThePresentValue, becomesAValue, stillEndsAfterItBegins, documentIsWhole, effectiveDayHasCome],
  then: ({ field, ...data }) => {
    invariant(field !== 'star', 'the rule has refused it');
    return [{ type: 'FieldCorrected', data: { field, ...data } }];
  },
});

/** Another last day is another window; reminders of days that have passed are not made up for. */
const redated = (state: InForce, lastDay: Day, from: Day): InForce => ({
  ...state,
  certificate: { ...state.certificate, lastDay },
  window: 'ahead',
  remindFrom: from,
  redated: state.redated + 1,
});
const corrected = (certificate: Certificate, { field, becomes }: Events['FieldCorrected']): Certificate =>
  field === 'producerName'
    ? { ...certificate, producer: { ...certificate.producer, name: becomes } }
    : { ...certificate, [field]: becomes };
export const changes = {
  FieldCorrected: from(['in-force'], (state, correction, at) =>
    correction.field === 'lastDay'
      ? { ...redated(state, correction.becomes, dayOf(at)), stage: 'in-force' }
      : { ...state, certificate: corrected(state.certificate, correction) },
  ),
} satisfies Changes<'FieldCorrected'>;
