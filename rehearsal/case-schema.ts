import * as z from 'zod';
import { caseShape, expectShapes, stepShape } from './case-shape.ts';
import { aliasesIn, answerWords, valueWords, verbWords, type Section } from './words.ts';

/*
 * The JSON Schema of case files, for editors: the shapes that the reader itself uses, with every Vietnamese key and word beside the English one.
 * What depends on names that the author chose, and what a command takes, only the reader can judge.
 */

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const inner: Readonly<Record<string, Section>> = { refused: 'expect', with: 'data' };

/** A required key may be there in either language. */
const requiredIn = (section: Section, keys: readonly string[]): object => {
  const both = keys.map((key) => [
    key,
    ...aliasesIn(section)
      .filter(([, known]) => known === key)
      .map(([alias]) => alias),
  ]);
  const single = both.flatMap((words) => (words.length === 1 ? words : []));
  const many = both.filter((words) => words.length > 1).map((words) => ({ anyOf: words.map((word) => ({ required: [word] })) }));
  return { ...(single.length > 0 && { required: single }), ...(many.length > 0 && { allOf: many }) };
};
const withWords = (key: string, schema: Json): Json => {
  if (schema['type'] === 'boolean') return { ...schema, type: ['boolean', 'string'], enum: [true, false, ...answerWords] };
  const codes = schema['enum'];
  if (!Array.isArray(codes)) return schema;
  const words = valueWords(key)
    .filter(([, code]) => codes.includes(code))
    .map(([word]) => word);
  return { ...schema, enum: [...new Set([...codes.map(String), ...words])] };
};
const bilingual = (section: Section, schema: unknown, key = ''): unknown => {
  if (Array.isArray(schema)) return schema.map((each: unknown) => bilingual(section, each, key));
  if (!isJson(schema)) return schema;
  const { properties, required, ...rest } = withWords(key, schema);
  const others = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      ['anyOf', 'items', 'additionalProperties'].includes(name) ? bilingual(section, value, key) : value,
    ]),
  );
  if (!isJson(properties)) return others;
  const entries = Object.entries(properties).map(([name, value]) => [name, bilingual(below(section, name), value, name)] as const);
  const doubled = aliasesIn(section).flatMap(([alias, name]) =>
    entries.filter(([known]) => known === name).map(([, value]) => [alias, value] as const),
  );
  return {
    ...others,
    properties: Object.fromEntries([...entries, ...doubled]),
    ...requiredIn(section, Array.isArray(required) ? required.map(String) : []),
  };
};
const below = (section: Section, key: string): Section => inner[key] ?? (section === 'file' ? 'entry' : section);

const options = { io: 'input', unrepresentable: 'any' } as const;
const bare = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, options);
  return rest;
};
/** The same schema under a key in every language. */
const under = (section: Section, key: string, schema: Json): Json => {
  const words = [
    key,
    ...aliasesIn(section)
      .filter(([, known]) => known === key)
      .map(([alias]) => alias),
  ];
  return Object.fromEntries(words.map((word) => [word, schema] as const));
};
const propertiesOf = (schema: unknown): Json => (isJson(schema) && isJson(schema['properties']) ? schema['properties'] : {});
const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` });
const defs = (): Json => {
  const step = bilingual('step', bare(stepShape));
  const expected = { anyOf: [ref('expectation'), { type: 'array', items: ref('expectation') }] };
  return {
    verb: { enum: [...verbWords] },
    step: { ...(isJson(step) && step), properties: { ...propertiesOf(step), ...under('step', 'do', ref('verb')) } },
    expect: {
      type: 'object',
      properties: { ...under('step', 'at', { type: 'string' }), ...under('step', 'expect', expected) },
      additionalProperties: false,
      ...requiredIn('step', ['expect']),
    },
    expectation: { anyOf: Object.values(expectShapes).map((shape) => bilingual('expect', bare(shape))) },
  };
};

export const caseSchema = (): Json => {
  const shape = bilingual('file', bare(caseShape));
  const story = { type: 'array', minItems: 1, items: { anyOf: [ref('step'), ref('expect')] } };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'OCOP case file',
    ...(isJson(shape) && shape),
    properties: { ...propertiesOf(shape), ...under('file', 'story', story) },
    $defs: defs(),
  };
};
