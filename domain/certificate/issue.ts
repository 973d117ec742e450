import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { lastValidDay } from '../edition/validity.ts';
import { dayOf } from '../kernel/instant.ts';
import { theEngine } from '../people/actor.ts';
import { shape } from './events.ts';
import { command, endedAs, from, type Changes } from './state.ts';

/** The recognition was judged where it was made, with this very document. Here it takes its term, 36 months from its effective day. */
export const issueCertificate = command({
  data: z.strictObject(shape.paper),
  clause: 'certificate.issue',
  by: [theEngine],
  stage: ['unborn'],
  elsewhere: endedAs,
  then: (paper) => {
    const lastDay = lastValidDay(paper.effectiveOn, editions[paper.issuedUnder]);
    return [{ type: 'CertificateIssued', data: { ...paper, lastDay } }];
  },
});

export const changes = {
  CertificateIssued: from(['unborn'], (_, certificate, at) => ({
    stage: 'in-force',
    certificate,
    renewal: null,
    remindFrom: dayOf(at),
    reminded: [],
    window: 'ahead',
  })),
} satisfies Changes<'CertificateIssued'>;
