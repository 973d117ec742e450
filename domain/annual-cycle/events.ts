import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { form, type DataOf } from '../kernel/form.ts';
import { shape as shared } from '../legal-act.ts';

const year = z.int().min(2018).max(2100);
const councilLevels = Object.values(editions).flatMap(({ levels }) => levels.filter(({ role }) => role === 'council'));
const level = z.enum(councilLevels.map((rules) => rules.level));
/** A round of the place's own plan; those of the edition are law and stand there. */
const round = z.strictObject({
  id: shared.id,
  level,
  requestsBefore: shared.day,
  resultsBefore: shared.day,
});
const cycle = { year, province: shared.id, plan: shared.text, rounds: z.array(round).max(60) };
const product = { cycle: shared.id, name: shared.name };
const count = z.int().min(0);
export const shape = Object.freeze({ ...shared, year, cycle, product });

export const events = Object.freeze({
  AnnualCycleOpened: form(z.strictObject({ ...cycle, ...shared.legalAct })),
  ProductEnrolled: form(z.strictObject(product)),
  AnnualCycleClosing: form(z.strictObject({})),
  AnnualCycleClosed: form(
    z.strictObject({
      counts: z.strictObject({
        enrolled: count,
        stars: z.strictObject({ 3: count, 4: count, 5: count }),
        notPassed: count,
        returned: count,
        carriedOver: count,
      }),
    }),
  ),
  ObligationSettled: form(
    z.strictObject({
      key: z.string(),
      ok: z.boolean(),
      code: z.string().optional(),
      value: z.union([z.string(), z.number()]).optional(),
    }),
  ),
});
export interface Events extends DataOf<typeof events> {}
