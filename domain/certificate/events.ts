import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { editionIds } from '../edition/terms.ts';
import { form, type DataOf } from '../kernel/form.ts';
import { shape as shared } from '../legal-act.ts';

const certifyingLevels = Object.values(editions).flatMap(({ levels }) => levels.filter(({ certifies }) => certifies.value.length > 0));
const level = z.enum(certifyingLevels.map((rules) => rules.level));
/** What a certificate says. `issuedUnder` is kept for ever; every later act follows the law of its own day. */
const paper = {
  productCycle: shared.id,
  product: shared.id,
  name: shared.name,
  producer: shared.producer,
  place: shared.place,
  star: z.literal([3, 4, 5]),
  issuedUnder: z.enum(editionIds),
  issuer: shared.id,
  level,
  productCode: z.string().trim().min(1).max(60).optional(),
  certificateNumber: z.string().trim().min(1).max(60).optional(),
  replaces: shared.id.optional(),
  ...shared.legalAct,
};
const renewal = z.strictObject({ cycle: shared.id, filedOn: shared.day });
const conclusion = z.strictObject({ cycle: shared.id, outcome: z.enum(['not-passed', 'withdrawn', 'closed-by-transition']) });
export const shape = Object.freeze({ ...shared, paper, renewal, conclusion });

export const events = Object.freeze({
  CertificateIssued: form(z.strictObject({ ...paper, lastDay: shared.day })),
  HolderReminded: form(z.strictObject({ daysBefore: z.int().min(0), day: shared.day })),
  RenewalWindowOpened: form(z.strictObject({ day: shared.day })),
  RenewalWindowClosed: form(z.strictObject({ day: shared.day })),
  RenewalNoted: form(renewal),
  RenewalConcluded: form(conclusion),
  /** `on`: the first day without force. `by`: the product cycle whose certificate stands in its place. */
  CertificateEnded: form(
    z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('expired'), on: shared.day }),
      z.strictObject({ how: z.literal('superseded'), on: shared.day, by: shared.id }),
    ]),
  ),
});
export interface Events extends DataOf<typeof events> {}
