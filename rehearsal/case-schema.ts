import * as z from 'zod';
import { caseShape, expectShapes, stepShape } from './case-shape.ts';
import { aliasesIn, keyIn, valueWords, verbWords, type Section } from './words.ts';

/*
 * The JSON Schema of case files, for editors: the shapes that the reader itself uses, with every Vietnamese key and word beside the English one.
 * What depends on names that the author chose, and what a command takes, only the reader can judge.
 */

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const inner: Readonly<Record<string, Section>> = { refused: 'expect', with: 'data' };

/** A required key may be there in either language. */
const requiredIn = (section: Section, keys: readonly string[]): object => {
  const both = keys.map((key) => [key, ...aliasesIn(section).filter(([, known]) => known === key).map(([alias]) => alias)]);
  const single = both.flatMap((words) => (words.length === 1 ? words : []));
  const many = both.filter((words) => words.length > 1).map((words) => ({ anyOf: words.map((word) => ({ required: [word] })) }));
  return { ...(single.length > 0 && { required: single }), ...(many.length > 0 && { allOf: many }) };
};
const withWords = (key: string, schema: Json): Json => {
  const codes = schema['enum'];
  if (!Array.isArray(codes)) return schema;
  const words = valueWords(key).filter(([, code]) => codes.includes(code)).map(([word]) => word);
  return { ...schema, enum: [...new Set([...codes.map(String), ...words])] };
};
const bilingual = (section: Section, schema: unknown, key = ''): unknown => {
  if (Array.isArray(schema)) return schema.map((each: unknown) => bilingual(section, each, key));
  if (!isJson(schema)) return schema;
  const { properties, required, ...rest } = withWords(key, schema);
  const others = Object.fromEntries(Object.entries(rest).map(([name, value]) =>
    [name, ['anyOf', 'items', 'additionalProperties'].includes(name) ? bilingual(section, value, key) : value]));
  if (!isJson(properties)) return others;
  const entries = Object.entries(properties).map(([name, value]) => [name, bilingual(below(section, name), value, name)] as const);
  const doubled = aliasesIn(section).flatMap(([alias, name]) => entries.filter(([known]) => known === name).map(([, value]) => [alias, value] as const));
  return { ...others, properties: Object.fromEntries([...entries, ...doubled]), ...requiredIn(section, Array.isArray(required) ? required.map(String) : []) };
};
const below = (section: Section, key: string): Section => inner[key] ?? (section === 'file' ? 'entry' : section);

const options = { io: 'input', unrepresentable: 'any' } as const;
const bare = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, options);
  return rest;
};
const verbList = { enum: [...verbWords] };
const expectation = { anyOf: Object.values(expectShapes).map((shape) => bilingual('expect', bare(shape))) };
const step = (): Json => {
  const shape = bilingual('step', bare(stepShape));
  if (!isJson(shape) || !isJson(shape['properties'])) return {};
  const doWords = Object.fromEntries(Object.keys(shape['properties']).filter((key) => keyIn('step', key) === 'do').map((key) => [key, verbList]));
  return { ...shape, properties: { ...shape['properties'], ...doWords } };
};
const wait = (): Json => {
  const anyOf: Json = { anyOf: [expectation, { type: 'array', items: expectation }] };
  const words = (key: string) => [key, ...aliasesIn('step').filter(([, known]) => known === key).map(([alias]) => alias)];
  const entries = [...words('at').map((word) => [word, { type: 'string' } as Json] as const), ...words('expect').map((word) => [word, anyOf] as const)];
  const properties: Json = Object.fromEntries(entries);
  return { type: 'object', properties, additionalProperties: false, anyOf: words('expect').map((word) => ({ required: [word] })) };
};

export const caseSchema = (): Json => {
  const shape = bilingual('file', bare(caseShape));
  const items = { anyOf: [step(), wait()] };
  const properties = isJson(shape) && isJson(shape['properties']) ? shape['properties'] : {};
  const stories = Object.fromEntries(Object.keys(properties).filter((key) => keyIn('file', key) === 'story').map((key) => [key, { type: 'array', minItems: 1, items }]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'OCOP case file', ...(isJson(shape) && shape), properties: { ...properties, ...stories },
  };
};
