import * as z from 'zod';
import { theEngine } from '../people/actor.ts';
import { shape } from './events.ts';
import { command, endedAs, from, type Changes } from './state.ts';

/** A new certificate of the same product takes its place from the day the new decision takes effect (`upgrade.newTerm`). */
export const supersede = command({
  data: z.strictObject({ by: shape.id, on: shape.day }),
  clause: 'certificate.superseding',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: endedAs,
  then: ({ by, on }) => [{ type: 'CertificateEnded', data: { how: 'superseded', on, by } }],
});

export const changes = {
  CertificateEnded: from(['in-force'], ({ certificate }, end) => ({ stage: 'ended', certificate, end })),
} satisfies Changes<'CertificateEnded'>;
