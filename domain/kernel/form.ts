import * as z from 'zod';

export type Some<Item> = readonly [Item, ...Item[]];
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A zod schema behind functions, frozen: the worker deep-freezes what a preloaded module exports, and zod fills a schema in on first use.
 * Schemas are taken as `$ZodType`: to match the class `ZodType` with all its methods costs seven times the checking.
 */
export interface Form<Data> {
  parse: (raw: unknown) => { data: Data } | { fields: string[] };
  schema: () => z.core.JSONSchema.BaseSchema;
}
export const form = <Data>(schema: z.core.$ZodType<Data>): Form<Data> =>
  Object.freeze({
    parse: (raw: unknown) => {
      const parsed = z.safeParse(schema, raw);
      return parsed.success ? { data: parsed.data } : { fields: parsed.error.issues.map(fieldOf) };
    },
    schema: () => z.toJSONSchema(schema, { io: 'input' }),
  });
const fieldOf = (issue: z.core.$ZodIssue): string => {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...issue.path.map(String), ...unknown].join('.') || '(all)';
};

/** A map says name -> data; `OneOf` is the union of its members `{ type, data }`, commands and events alike. */
export type OneOf<Map, Name extends keyof Map = keyof Map> = { [N in Name]: { type: N; data: Map[N] } }[Name];
export type DataOf<Table> = { [N in keyof Table]: Table[N] extends Form<infer Data> ? Data : never };
export type Forms<Map> = { readonly [N in keyof Map]: Form<Map[N]> };

/** Names of a table. A string from outside is looked up among these only: `constructor` is a property of every object. */
export const namesOf = <Map>(table: Forms<Map>): (keyof Map & string)[] =>
  Object.keys(table).filter((name): name is keyof Map & string => Object.hasOwn(table, name));

const readAs = <Map, Name extends keyof Map>(
  table: Forms<Map>,
  type: Name,
  raw: unknown,
): { read: OneOf<Map, Name> } | { fields: string[] } => {
  const parsed = table[type].parse(raw);
  return 'data' in parsed ? { read: { type, data: parsed.data } } : parsed;
};
export const read = <Map>(table: Forms<Map>, type: string, raw: unknown): { read: OneOf<Map> } | { fields: string[] } | undefined => {
  const name = namesOf(table).find((known) => known === type);
  return name === undefined ? undefined : readAs(table, name, raw);
};
