import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { form, type DataOf } from '../kernel/form.ts';
import { settlement } from '../kernel/settlement.ts';
import { shape as shared } from '../legal-act.ts';

const year = z.int().min(2018).max(2100);
const councilLevels = Object.values(editions).flatMap(({ levels }) => levels.filter(({ role }) => role === 'council'));
const level = z.enum(councilLevels.map((rules) => rules.level));
/** A round of the place's own plan; those of the edition are law and stand there. `allowedBy`: the council's regulation that allows an extra one. */
const round = z.strictObject({
  id: shared.id,
  level,
  requestsBefore: shared.day,
  resultsBefore: shared.day,
  allowedBy: shared.document.optional(),
});
const kind = z.enum(['extra', 'local']);
const cycle = { year, province: shared.id, plan: shared.text, rounds: z.array(round).max(60) };
/** When its renewal is filed in time, and its last valid day. */
const due = z.strictObject({ opens: shared.day, closes: shared.day, lastDay: shared.day });
/** `certificate`: no dossier yet; a certificate whose renewal falls in this year, under the id of the cycle that earned it. */
const product = { cycle: shared.id, name: shared.name, certificate: due.optional() };
const count = z.int().min(0);
const correction = { field: z.literal('plan'), was: shared.text, becomes: shared.text };
export const shape = Object.freeze({ ...shared, correction, year, cycle, round, kind, due, product });

export const events = Object.freeze({
  AnnualCycleOpened: form(z.strictObject({ ...cycle, ...shared.legalAct })),
  FieldCorrected: form(z.strictObject({ ...correction, ...shared.legalAct })),
  RoundAnnounced: form(z.strictObject({ kind, round, ...shared.legalAct })),
  ProductEnrolled: form(z.strictObject(product)),
  AnnualCyclePaused: form(z.strictObject({ reason: shared.text })),
  AnnualCycleResumed: form(z.strictObject({ note: shared.text.optional() })),
  AnnualCycleClosing: form(z.strictObject({})),
  /** `others`: by outcome, whatever has no count of its own. The last three are not in what was recorded before they were counted. */
  AnnualCycleClosed: form(
    z.strictObject({
      counts: z.strictObject({
        enrolled: count,
        stars: z.strictObject({ 3: count, 4: count, 5: count }),
        notPassed: count,
        returned: count,
        carriedOver: count,
        notFiled: count.optional(),
        unanswered: count.optional(),
        others: z.record(z.string(), count).optional(),
      }),
    }),
  ),
  ObligationSettled: settlement,
});
export interface Events extends DataOf<typeof events> {}
