import * as z from 'zod';
import { editions } from '../domain/edition/edition-for.ts';
import { roles } from '../domain/people/actor.ts';
import { labelsUnder } from './words.ts';

/*
 * What may stand where in a case file. Names that the author chose are looked up later (`read-case.ts`), and what stands under `with` is judged
 * by the command's own form.
 */

const text = z.union([z.string().trim().min(1).max(2_000), z.number().transform(String)]);
const texts = z.array(text);
const key = z.string().regex(/^[\w-]{1,40}$/, 'letters without marks, digits, - and _');
const codesOf = (name: string): [string, ...string[]] => {
  const [first = '', ...rest] = Object.keys(labelsUnder(name));
  return [first, ...rest];
};
const word = (name: string) => z.enum(codesOf(name));
const editionIds = Object.keys(editions);
const unit = z.strictObject({ code: text, name: text });
const count = z.int().min(0);
const star = z.int().min(1).max(5);
const day = text;
const mean = z.union([z.string(), z.number()]);

const person = z.strictObject({ name: text, roles: z.array(z.strictObject({ role: z.enum(roles), unit: text })).default([]) });
const council = z.strictObject({
  name: text,
  level: word('level'),
  unit: text.optional(),
  regulation: word('regulation').optional(),
  chair: key,
  viceChairs: z.array(key).default([]),
  members: z.array(key).default([]),
  secretary: key.optional(),
});
const producer = z.strictObject({ name: text, kind: word('producerKind') });
const product = z.strictObject({ name: text, set: z.int().min(1).max(26), producer: key, commune: unit.optional() });

export const caseShape = z.strictObject({
  title: text,
  sources: texts.default([]),
  assumed: texts.default([]),
  place: z.strictObject({ province: unit, district: unit.optional(), commune: unit }),
  people: z.record(key, person).default({}),
  councils: z.record(key, council).default({}),
  producers: z.record(key, producer).default({}),
  products: z.record(key, product).default({}),
  story: z.array(z.record(z.string(), z.unknown())).min(1),
  until: day.optional(),
});
export type CaseShape = z.infer<typeof caseShape>;

const basis = { article: text.optional(), setting: text.optional(), councilRegulation: text.optional() };
export const stepShape = z.strictObject({
  at: text.optional(),
  by: key,
  do: text,
  on: text,
  with: z.record(z.string(), z.unknown()).default({}),
  onBehalfOf: key.optional(),
  id: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .optional(),
  signal: z.boolean().default(false),
  refused: z.strictObject({ code: text.optional(), ...basis }).optional(),
});
export type StepShape = z.infer<typeof stepShape>;

const window = z.strictObject({ opens: day, closes: day });
/** Whose story a line is about: one of these. */
const subject = { product: text.optional(), certificate: text.optional(), council: text.optional(), cycle: text.optional() };
/** One run of the review, in the order in which they were opened. */
const run = z.strictObject({
  level: word('level').optional(),
  n: z.int().min(1).optional(),
  trigger: word('trigger').optional(),
  source: word('source').optional(),
  mean: mean.optional(),
  star: star.optional(),
  gap: z.boolean().optional(),
  missed: text.optional(),
  gate: word('gate').optional(),
});
const refusal = z.strictObject({ do: text, by: key.optional(), code: text, ...basis });
export const expectShapes = {
  product: z.strictObject({
    product: text,
    absent: z.boolean().optional(),
    stage: word('stage').optional(),
    level: word('level').optional(),
    star: star.optional(),
    mean: mean.optional(),
    source: word('source').optional(),
    runs: z.array(run).optional(),
    productCode: text.optional(),
    formNumber: text.optional(),
    round: text.optional(),
    edition: z.enum(editionIds).optional(),
    kind: word('dossierKind').optional(),
    name: text.optional(),
  }),
  certificate: z.strictObject({
    certificate: text,
    nth: z.int().min(1).optional(),
    absent: z.boolean().optional(),
    state: z.enum(['in-force', 'ended']).optional(),
    how: word('how').optional(),
    star: star.optional(),
    lastDay: day.optional(),
    window: window.optional(),
    reminders: z.array(day).optional(),
    extendedTo: day.optional(),
    extension: word('extension').optional(),
    extendedBy: text.optional(),
    ground: text.optional(),
    issuer: text.optional(),
    holder: text.optional(),
    name: text.optional(),
    number: text.optional(),
    productCode: text.optional(),
    edition: z.enum(editionIds).optional(),
  }),
  worklist: z.strictObject({
    worklist: z.strictObject({
      of: text,
      product: text.optional(),
      council: text.optional(),
      certificate: text.optional(),
      do: text,
      due: day.optional(),
      absent: z.boolean().optional(),
    }),
  }),
  cycle: z.strictObject({
    cycle: text,
    state: z.enum(['open', 'paused', 'closing', 'closed']).optional(),
    rounds: count.optional(),
    enrolled: count.optional(),
    called: count.optional(),
    stars: z.partialRecord(z.enum(['3', '4', '5']), count).optional(),
    notPassed: count.optional(),
    returned: count.optional(),
    carriedOver: count.optional(),
    notFiled: count.optional(),
    unanswered: count.optional(),
    others: z.record(text, count).optional(),
  }),
  refusals: z.strictObject({ refusals: z.strictObject({ ...subject, are: z.array(refusal) }) }),
  events: z.strictObject({ events: z.strictObject({ ...subject, name: text.optional(), count }) }),
} as const;
export type ExpectKind = keyof typeof expectShapes;
export const expectKinds: readonly ExpectKind[] = ['worklist', 'refusals', 'events', 'product', 'certificate', 'cycle'];
export const waitShape = z.strictObject({
  at: text.optional(),
  expect: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});
export type ExpectShape = { [K in ExpectKind]: z.infer<(typeof expectShapes)[K]> };
