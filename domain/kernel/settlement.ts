import * as z from 'zod';
import { form } from './form.ts';

const shape = z.strictObject({
  key: z.string(),
  ok: z.boolean(),
  code: z.string().optional(),
  value: z.union([z.string(), z.number()]).optional(),
});
/** The answer to an obligation, by its key: the same event in every aggregate that owes something to another. */
export const settlement = form(shape);
export type Answer = Omit<z.infer<typeof shape>, 'key'>;
export type Settled = { readonly [key: string]: Answer };
