import * as z from 'zod';
import { lawOn } from '../edition/edition-for.ts';
import { dayOf, type Day } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome, type Place } from '../legal-act.ts';
import { holds, theEngine } from '../people/actor.ts';
import { shape } from './events.ts';
import { country } from '../territory/unit.ts';
import { begunWith, command, endedAs, from, type Changes } from './state.ts';
import { termOf } from './term.ts';

/** The recognition was judged where it was made, with this very document. Here it takes its term, 36 months from its effective day. */
export const issueCertificate = command({
  data: z.strictObject(shape.paper),
  clause: 'certificate.issue',
  by: [theEngine],
  stage: ['unborn'],
  elsewhere: endedAs,
  then: (paper) => [{ type: 'CertificateIssued', data: { ...paper, ...termOf(paper, paper.issuedUnder) } }],
});

/** Nobody is named by an unborn certificate, so the place of the paper says whose agency it is. */
export const takenOverForOwnProvince = rule({
  clause: 'certificate.takingOver',
  otherwise: 'NotYourUnit',
  always: true,
  holds: ({ place }: { place: Place }, _: unknown, { actor }) =>
    [place.province, country].some((unit) => holds(actor, 'ocopAgency', unit)) || { units: [place.province] },
});
export const endsAfterItBegins = rule({
  clause: 'certificate.term',
  otherwise: 'DatesOutOfOrder',
  always: true,
  holds: ({ effectiveOn, lastDay }: { effectiveOn: Day; lastDay?: Day | undefined }) =>
    lastDay === undefined || effectiveOn < lastDay || { effectiveOn, lastDay },
});
/** What another book has issued, also a unit that is no more, lives on here as an issued certificate: to the end printed on it (12.1). */
export const takeOverCertificate = command({
  data: z.strictObject({ ...shape.takenOver, lastDay: shape.day.optional() }),
  clause: 'certificate.takingOver',
  by: [{ role: 'ocopAgency' }],
  stage: ['unborn'],
  elsewhere: endedAs,
  rules: [takenOverForOwnProvince, documentIsWhole, effectiveDayHasCome, endsAfterItBegins],
  then: ({ lastDay, ...paper }) => {
    const issuedUnder = lawOn(paper.effectiveOn).id;
    const term = lastDay === undefined ? termOf(paper, issuedUnder) : { lastDay };
    return [{ type: 'CertificateTakenOver', data: { ...paper, issuedUnder, ...term } }];
  },
});

export const changes = {
  CertificateIssued: from(['unborn'], (_, certificate, at) => begunWith(certificate, dayOf(at))),
  CertificateTakenOver: from(['unborn'], (_, certificate, at) => begunWith(certificate, dayOf(at))),
} satisfies Changes<'CertificateIssued' | 'CertificateTakenOver'>;
