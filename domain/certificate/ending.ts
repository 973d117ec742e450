import * as z from 'zod';
import { dayOf } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { theEngine } from '../people/actor.ts';
import { shape } from './events.ts';
import { unitAt } from '../territory/place.ts';
import { country } from '../territory/unit.ts';
import { command, endedAs, from, levelOfAuthority, parties, type Changes, type InForce } from './state.ts';

/** A new certificate of the same product takes its place from the day the new decision takes effect (`upgrade.newTerm`). */
export const supersede = command({
  data: z.strictObject({ by: shape.id, on: shape.day }),
  clause: 'certificate.superseding',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: endedAs,
  then: ({ by, on }) => [{ type: 'CertificateEnded', data: { how: 'superseded', on, by } }],
});

/** The evaluation was done again and brought no star, or, after that, another one that bears the recognition out. */
export const concludeRedo = command({
  data: shape.redo,
  clause: 'certificate.withdrawal',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: endedAs,
  then: (data) => [{ type: 'RedoConcluded', data }],
});

const isOfProvince = ({ certificate: { place, level } }: InForce): boolean => unitAt(place, level) !== country;
/** A province withdraws what a province has recognised; five stars are the minister's recognition. */
export const recognisedByProvince = rule({
  clause: 'certificate.withdrawal',
  otherwise: 'NotTheDecidingAuthority',
  holds: (_: unknown, state: InForce, context) => {
    const { star, level } = state.certificate;
    return isOfProvince(state) || { star, level: levelOfAuthority(state.certificate, context) ?? level };
  },
});
/** The recognition was wrong from the beginning: no ground of 8.1 and no term, the ministry has asked for it (10.1.b). */
export const withdrawRecognition = command({
  data: z.strictObject(shape.legalAct),
  clause: 'certificate.withdrawal',
  by: [parties.provincialAuthority],
  stage: ['in-force'],
  elsewhere: endedAs,
  duty: (state) =>
    state.redo?.outcome === 'not-passed' && isOfProvince(state)
      ? [{ role: 'decidingAuthority', unit: state.certificate.place.province }]
      : [],
  rules: [recognisedByProvince, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'CertificateEnded', data: { how: 'recognitionWithdrawn', on: data.effectiveOn, ...data } }],
});

/** Given back, it has no force from that day on. */
export const surrender = command({
  data: z.strictObject({ note: shape.text.optional() }),
  clause: 'certificate.surrender',
  by: [parties.producer, parties.commune],
  onBehalf: (_, { certificate }) => certificate.producer.id,
  stage: ['in-force'],
  elsewhere: endedAs,
  then: (data, _, { now }) => [{ type: 'CertificateEnded', data: { how: 'surrendered', on: dayOf(now), ...data } }],
});

export const changes = {
  CertificateEnded: from(['in-force'], ({ certificate }, end) => ({ stage: 'ended', certificate, end })),
  RedoConcluded: from(['in-force'], (state, redo) => ({ ...state, redo })),
} satisfies Changes<'CertificateEnded' | 'RedoConcluded'>;
