import * as z from 'zod';

/** Of the server's rows, the columns that expectations ask for. */
const text = z.string().nullable();
const star = z.number().nullable();
export const productRow = z.object({
  name: z.string(),
  stage: z.string(),
  level: text,
  star,
  mean: text,
  source: text,
  round: text,
  product_code: text,
  form_number: text,
  edition: text,
  kind: text,
});
export const worklistRow = z.object({
  aggregate: z.string(),
  id: z.string(),
  command: z.string(),
  role: z.string(),
  unit: z.string(),
  person: text,
  due_day: text,
});
export const timelineRow = z.object({ event: z.string(), data: z.record(z.string(), z.unknown()) });
export const certificateRow = z.object({
  state: z.string(),
  how: text,
  star,
  last_day: z.string(),
  extended_until: text,
  extension: text,
  extended_by: text,
  ground: text,
  issuer: z.string(),
  producer_name: z.string(),
  name: z.string(),
  number: text,
  product_code: text,
  issued_under: z.string(),
  window_opens: text,
  window_closes: text,
});
const count = z.number();
export const cycleRow = z.object({
  stage: z.string(),
  rounds: z.array(z.unknown()),
  enrolled: count,
  called: count,
  counts: z
    .object({
      stars: z.record(z.string(), count),
      notPassed: count,
      returned: count,
      carriedOver: count,
      notFiled: count.optional(),
      unanswered: count.optional(),
      others: z.record(z.string(), count).optional(),
    })
    .nullable(),
});
export const refusalRow = z.object({
  command: z.string(),
  code: z.string(),
  person: z.string(),
  basis: z.record(z.string(), z.unknown()).nullable(),
});
export const listOf = <Row>(row: z.ZodType<Row>) => z.object({ rows: z.array(row) });
export const runRow = z.object({
  level: z.string(),
  n: z.number(),
  trigger: z.string(),
  source: text,
  mean: text,
  star,
  gap: z.boolean(),
  missed: text,
  gate: text,
});
export const productPage = z.object({ product: productRow, runs: z.array(runRow), worklist: z.array(worklistRow) });
export const certificatePage = z.object({ certificate: certificateRow, worklist: z.array(worklistRow), timeline: z.array(timelineRow) });

export type ProductRow = z.infer<typeof productRow>;
export type RunRow = z.infer<typeof runRow>;
export type WorklistRow = z.infer<typeof worklistRow>;
export type TimelineRow = z.infer<typeof timelineRow>;
export type CertificateRow = z.infer<typeof certificateRow>;
export type CycleRow = z.infer<typeof cycleRow>;
export type RefusalRow = z.infer<typeof refusalRow>;
