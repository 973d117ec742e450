import * as z from 'zod';
import type { Problem } from './problem.ts';
import { bothWords, type Section } from './words.ts';
import type { Path, Plain } from './yaml-source.ts';

/** `base`: where the value stands in the file. */
interface Asked {
  file: string;
  plain: Plain;
  base: Path;
  schema: z.ZodType;
}
/** What the shape has to say about a value, as problems with their places. */
export const shapeProblems = (asked: Asked, error: z.ZodError): Problem[] => error.issues.flatMap((issue) => problemsOf(asked, issue));

const problemsOf = ({ file, plain, base, schema }: Asked, issue: z.core.$ZodIssue): Problem[] => {
  const inner = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const path = [...base, ...inner];
  const here = { file, ...plain.placeOf(path) };
  const section = sectionAt(path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, inner)
      .map((key) => bothWords(section, key))
      .join(', ');
    return issue.keys.map((key) => ({
      file,
      ...plain.placeOf([...path, key], 'key'),
      code: 'UnknownKey',
      data: { word: plain.wordAt([...path, key]), allowed },
    }));
  }
  const found = valueAt(plain.value, path);
  if (found === undefined) {
    return [
      {
        file,
        ...plain.placeOf(path.slice(0, -1)),
        code: 'MissingKey',
        data: { word: bothWords(sectionAt(path.slice(0, -1)), String(path.at(-1))) },
      },
    ];
  }
  if (issue.code === 'invalid_value') {
    return [
      {
        ...here,
        code: 'UnknownWord',
        data: { word: typeof found === 'string' ? found : JSON.stringify(found), allowed: issue.values.map(String).join(', ') },
      },
    ];
  }
  const type = issue.code === 'invalid_type' ? issue.expected : issue.code === 'invalid_union' ? 'string' : issue.message;
  return [{ ...here, code: 'WrongType', data: { type } }];
};

const sectionAt = (path: Path): Section => {
  const [first, index, third] = path;
  if (first === undefined) return 'file';
  if (first !== 'story') return 'entry';
  if (index === undefined || third === undefined) return 'step';
  return third === 'with' ? 'data' : 'expect';
};
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, part) => (typeof found === 'object' && found !== null && Object.hasOwn(found, part) ? Reflect.get(found, part) : undefined),
    value,
  );

/** The keys that a shape knows at a path; none where it is no object. */
const keysAt = (schema: z.ZodType, path: Path): string[] => {
  const found = path.reduce<z.core.$ZodType | undefined>((at, part) => childOf(at, part), schema);
  const bare = unwrapped(found);
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
};
const childOf = (schema: z.core.$ZodType | undefined, part: string | number): z.core.$ZodType | undefined => {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) return (bare.shape as Readonly<Record<string, z.core.$ZodType>>)[part];
  if (bare instanceof z.ZodArray) return bare.element;
  return bare instanceof z.ZodRecord ? bare.valueType : undefined;
};
const unwrapped = (schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;
