import * as z from 'zod';
import { shape as kernel } from './kernel/due.ts';
import { dayOf, type Day } from './kernel/instant.ts';
import { rule } from './kernel/rule.ts';

/** Shapes that many commands and events share, in a frozen object, into which a worker's freeze does not descend. */
const text = z.string().trim().min(1).max(2_000);
const name = z.string().trim().min(1).max(300);
const id = z.string().regex(/^[\w-]{1,120}$/);
const { day, due } = kernel;
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const document = z.strictObject({
  authority: z.string().trim().max(300),
  number: z.string().trim().max(100),
  signedOn: day,
  signatory: z.string().trim().max(200),
  digest: digest.optional(),
});
const place = z.strictObject({ commune: id, district: id.optional(), province: id });
const producer = z.strictObject({
  id,
  name,
  kind: z.enum([
    'cooperative',
    'cooperative-group',
    'enterprise',
    'farm',
    'registered-facility',
    'family',
    'association',
    'operating-centre',
  ]),
});
/** A wrong entry put right: `was` is what stands there, so that a correction meets the entry it was written for. */
const correction = { was: name, becomes: name, document, effectiveOn: day };
export const shape = Object.freeze({
  text,
  name,
  id,
  day,
  digest,
  document,
  place,
  producer,
  due,
  legalAct: { document, effectiveOn: day },
  correction,
});

/** The paper of a legal act. Numbers are the office's own and typed; one document may serve many products. */
export interface Document {
  authority: string;
  number: string;
  signedOn: Day;
  signatory: string;
  digest?: string | undefined;
}
/** Unit codes as of the day of the act; a district only until 30/6/2025. */
export interface Place {
  commune: string;
  district?: string | undefined;
  province: string;
}
export interface Producer extends z.infer<typeof producer> {}

export const documentIsWhole = rule({
  clause: 'legalAct.document',
  otherwise: 'DocumentMissing',
  holds: ({ document: { authority, number, signatory } }: { document: Document }) =>
    (authority !== '' && number !== '' && signatory !== '') || false,
});
/** What has no paper of its own is recorded when it has happened, as an act is. */
export const dayHasCome = rule({
  clause: 'legalAct.effectiveOn',
  otherwise: 'DayInFuture',
  holds: ({ on }: { on: Day }, _, { now }) => on <= dayOf(now) || { on },
});
/** An act may be typed in late, never ahead; terms count from `effectiveOn`. */
export const effectiveDayHasCome = rule({
  clause: 'legalAct.effectiveOn',
  otherwise: 'EffectiveDayInFuture',
  holds: ({ effectiveOn }: { effectiveOn: Day }, _, { now }) => effectiveOn <= dayOf(now) || { effectiveOn },
});
