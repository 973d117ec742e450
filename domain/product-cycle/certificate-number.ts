import * as z from 'zod';
import { yearOf, type Day } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';

/** An office types the number of a certificate, or has the engine allocate one; the decision says which (`numbers.certificate`). */
export const certificateNumber = Object.freeze({
  certificateNumber: z.string().trim().min(1).max(60).optional(),
  numbering: z.literal('allocated').optional(),
});
type Numbering = z.infer<z.ZodObject<typeof certificateNumber>>;

export const numberIsTypedOrAllocated = rule({
  clause: 'numbers.certificate',
  otherwise: 'NumberIsAllocated',
  holds: ({ certificateNumber: typed, numbering }: Numbering) => typed === undefined || numbering === undefined || { number: typed },
});

/** `7/GCN-OCOP-86-2027`: the next number of the issuing unit and the year of the decision. The pattern is ours; no text gives one. */
export const allocatedNumber = (number: string | number, unit: string, { effectiveOn }: { effectiveOn: Day }): string =>
  `${number}/GCN-OCOP-${unit}-${yearOf(effectiveOn)}`;
