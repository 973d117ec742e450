import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { editionIds } from '../edition/terms.ts';
import { form, type DataOf } from '../kernel/form.ts';
import { shape as shared } from '../legal-act.ts';

const certifyingLevels = Object.values(editions).flatMap(({ levels }) => levels.filter(({ certifies }) => certifies.value.length > 0));
const level = z.enum(certifyingLevels.map((rules) => rules.level));
const act = shared.legalAct;
/** What every certificate says, whoever issued it. */
const statement = {
  product: shared.id,
  name: shared.name,
  producer: shared.producer,
  place: shared.place,
  star: z.literal([3, 4, 5]),
  level,
  productCode: z.string().trim().min(1).max(60).optional(),
  certificateNumber: z.string().trim().min(1).max(60).optional(),
  ...act,
};
/** `issuedUnder` is kept for ever; every later act follows the law of its own day. */
const paper = {
  ...statement,
  productCycle: shared.id,
  issuedUnder: z.enum(editionIds),
  issuer: shared.id,
  replaces: shared.id.optional(),
};
/** A certificate of another's books: its issuer as printed, though the unit may be no more; `source`: where the record comes from. */
const takenOver = { ...statement, issuer: shared.name, source: shared.text };
/** How the province of the issuer, or the ministry, reads "36 months", where it has an answer of its own. */
const reading = z.strictObject({
  lastValidDay: z.enum(['anniversary', 'day-before-anniversary']).optional(),
  leapDay: z.enum(['clip-then-subtract', 'subtract-then-clip']).optional(),
});
const renewal = z.strictObject({ cycle: shared.id, filedOn: shared.day });
const conclusion = z.strictObject({ cycle: shared.id, outcome: z.enum(['not-passed', 'withdrawn', 'closed-by-transition']) });
const redo = z.strictObject({ cycle: shared.id, outcome: z.enum(['not-passed', 'stands']) });
const ground = z.enum(Object.values(editions).flatMap(({ revocation }) => revocation.grounds.value.map(({ code }) => code)));
const how = z.enum(['sale', 'succession', 'death', 'renamed']);
const field = z.enum(['name', 'producerName', 'productCode', 'certificateNumber', 'lastDay']);
const value = z.string().trim().max(300);
const copyOf = z.enum(['lost', 'worn', 'holder-changed']);
export const shape = Object.freeze({ ...shared, paper, takenOver, renewal, conclusion, redo, ground, how, field, value, copyOf });

/** What starts the term of 15 days. `level`, `unit`: whose agency verifies and whose authority decides, by the law of that day. */
const begun = { due: shared.due.nullable(), level, unit: shared.id, ...act };
export const events = Object.freeze({
  CertificateIssued: form(z.strictObject({ ...paper, lastDay: shared.day, reading: reading.optional() })),
  CertificateTakenOver: form(
    z.strictObject({ ...takenOver, issuedUnder: z.enum(editionIds), lastDay: shared.day, reading: reading.optional() }),
  ),
  ResponsibilityHandedOver: form(z.strictObject({ from: shared.place, to: shared.place, on: shared.day })),
  HolderReminded: form(z.strictObject({ daysBefore: z.int().min(0), day: shared.day })),
  RenewalWindowOpened: form(z.strictObject({ day: shared.day })),
  RenewalWindowClosed: form(z.strictObject({ day: shared.day })),
  RenewalNoted: form(renewal),
  RenewalConcluded: form(conclusion),
  RedoConcluded: form(redo),
  /** `until`: the last day on which the certificate lives on at most, with its computation. */
  ValidityExtended: form(z.strictObject({ reason: z.enum(['lateFiling', 'decisionPending']), cycle: shared.id, until: shared.due })),
  /** The days of the certificate under the laws that are known; "edition": whose window it is. */
  DeadlinesReplanned: form(
    z.strictObject({
      window: z.strictObject({ opens: shared.day, closes: shared.day, edition: z.enum(editionIds) }).nullable(),
      reminders: z.array(shared.day),
      lastDay: shared.day,
    }),
  ),
  ConclusionRecorded: form(z.strictObject({ ground, finding: shared.text, ...begun })),
  ProductionStopConfirmed: form(z.strictObject({ ground, ...begun })),
  RevocationProposed: form(z.strictObject({ ground, ...act })),
  HolderChanged: form(z.strictObject({ how, from: shared.producer, to: shared.producer, ...act })),
  CopyReissued: form(z.strictObject({ reason: copyOf, ...act })),
  FieldCorrected: form(z.strictObject({ field, was: value, becomes: value, ...act })),
  /** `on`: the first day without force. `by`: the product cycle whose certificate stands in its place. */
  CertificateEnded: form(
    z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('expired'), on: shared.day }),
      z.strictObject({ how: z.literal('superseded'), on: shared.day, by: shared.id }),
      z.strictObject({ how: z.literal('revoked'), on: shared.day, ground, ...act }),
      z.strictObject({ how: z.literal('recognitionWithdrawn'), on: shared.day, ...act }),
      z.strictObject({ how: z.literal('surrendered'), on: shared.day, note: shared.text.optional() }),
    ]),
  ),
});
export interface Events extends DataOf<typeof events> {}
