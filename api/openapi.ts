import * as z from 'zod';
import { aggregates } from '../domain/aggregates.ts';
import { wordsFor, type Language } from '../texts/index.ts';
import { frameSchema } from './commands.ts';
import { reads } from './reads.ts';

const problem = {
  description: 'problem+json',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const parameter = (name: string, where: 'path' | 'query', schema: object, required: boolean) => ({ name, in: where, required, schema });
const inPath = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => parameter(name, 'path', { type: 'string' }, true));
const braced = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');
const json = (schema: object) => ({ content: { 'application/json': { schema } } });

/** The description of this API, read from the command values and the table of reads: OpenAPI 3.1, for other systems. */
export function openApi(language: Language): object {
  return {
    openapi: '3.1.0',
    info: { title: 'OCOP cycle engine', version: '0.1.0', description: wordsFor(language).screens.product },
    servers: [
      { url: '/', description: 'space main' },
      { url: '/s/{space}', variables: { space: { default: 'main' } } },
    ],
    security: [{ bearer: [] }],
    paths: { ...commandPaths(language), ...readPaths() },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas: { Problem: problemSchema } },
  };
}
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    clause: { type: 'string' },
    basis: { type: 'object' },
    data: {},
  },
};

function commandPaths(language: Language): object {
  const labels: { readonly [aggregate: string]: { readonly [command: string]: string } } = wordsFor(language).commands;
  const frame = frameSchema();
  return Object.fromEntries(
    Object.values(aggregates).flatMap(({ name: aggregate, commands }) =>
      Object.entries(commands)
        .filter(([, { roles }]) => roles.some((role) => role !== 'engine'))
        .flatMap(([command, { schema, clauses, roles }]) => {
          const body = { required: true, ...json({ ...frame, properties: { ...frame.properties, data: schema() } }) };
          const post = (operationId: string, answer: object) => ({
            post: {
              operationId,
              tags: [aggregate],
              summary: labels[aggregate]?.[command] ?? command,
              description: `by ${roles.join(', ')}; clauses ${clauses.join(', ')}`,
              parameters: [parameter('id', 'path', { type: 'string' }, true)],
              requestBody: body,
              responses: { ...answer, '4XX': problem, '5XX': problem },
            },
          });
          return [
            [
              `/${aggregate}/{id}/${command}`,
              post(`${aggregate}.${command}`, { 200: { description: 'accepted', ...json({ type: 'object' }) } }),
            ],
            [`/${aggregate}/{id}/${command}/signal`, post(`${aggregate}.${command}.signal`, { 202: { description: 'queued' } })],
          ];
        }),
    ),
  );
}

const readPaths = (): object =>
  Object.fromEntries(
    reads.map(({ path, schema, isForEverybody }) => [
      braced(path),
      {
        get: {
          description: isForEverybody
            ? 'For everybody, who sees what is his own and what is public.'
            : 'For offices and seats of councils.',
          operationId: `read${path.replaceAll(/[/:]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
          parameters: [
            ...inPath(path),
            ...Object.entries(schema.shape).map(([name, each]) =>
              parameter(name, 'query', z.toJSONSchema(each as z.ZodType, { io: 'input' }), false),
            ),
          ],
          responses: { 200: { description: 'rows', ...json({ type: 'object' }) }, '4XX': problem, '5XX': problem },
        },
      },
    ]),
  );
