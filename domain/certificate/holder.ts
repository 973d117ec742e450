import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome, type Producer } from '../legal-act.ts';
import { shape, type Events } from './events.ts';
import { command, endedAs, from, parties, type Changes, type InForce } from './state.ts';

interface Change {
  how: Events['HolderChanged']['how'];
  holder: Producer;
}

/** A new name is the same producer's; a sale, a succession and a death bring another one. */
export const holderChanges = rule({
  clause: 'certificate.holder',
  otherwise: 'HolderUnchanged',
  holds: ({ how, holder }: Change, { certificate: { producer } }: InForce) =>
    (how === 'renamed' ? holder.id === producer.id && holder.name !== producer.name : holder.id !== producer.id) || {
      how,
      holder: producer.name,
    },
});
/** The certificate goes on to its own end, with the office's document (`holder.changeKeepsTerm`). */
export const changeHolder = command({
  data: z.strictObject({ how: shape.how, holder: shape.producer, ...shape.legalAct }),
  clause: 'certificate.holder',
  by: [parties.agency, parties.ministryAgency],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [holderChanges, documentIsWhole, effectiveDayHasCome],
  then: ({ holder: to, ...data }, { certificate: { producer } }) => [{ type: 'HolderChanged', data: { ...data, from: producer, to } }],
});

/** Lost or worn paper, another holder: the same number and the same end. */
export const reissueCopy = command({
  data: z.strictObject({ reason: shape.copyOf, ...shape.legalAct }),
  clause: 'certificate.copy',
  by: [parties.issuer, parties.issuersHeir],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'CopyReissued', data }],
});

export const changes = {
  HolderChanged: from(['in-force'], (state, { to }) => ({ ...state, certificate: { ...state.certificate, producer: to } })),
  CopyReissued: from(['in-force'], (state) => state),
} satisfies Changes<'HolderChanged' | 'CopyReissued'>;
