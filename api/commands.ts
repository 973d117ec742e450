import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { aggregates, isAggregate } from '../domain/aggregates.ts';
import { annualCycleOf, type Address } from '../domain/kernel/address.ts';
import { isOwnId, wake, type CommandMessage } from '../domain/kernel/message.ts';
import { refusal } from '../domain/kernel/rule.ts';
import { roles } from '../domain/people/actor.ts';
import { isId } from '../infra/log/envelope.ts';
import { OutcomeUnknown, send, signal } from '../infra/temporal/send.ts';
import { actorOf, bearerOf, type Tokens } from './actor.ts';
import { knownFor } from './known.ts';
import { languageOf, problemOf, Troubled } from './problem.ts';
import type { OpenSpace, Spaces } from './spaces.ts';

/** The frame around a command's own data. */
const frame = z.strictObject({
  commandId: z.string().refine(isOwnId, 'letters, digits, "-", "_" and ".", at most 120'),
  data: z.record(z.string(), z.unknown()).default({}),
  onBehalfOf: z
    .string()
    .regex(/^[\w-]{1,120}$/)
    .optional(),
  actor: z
    .strictObject({
      person: z.string().regex(/^[\w-]{1,120}$/),
      roles: z.array(z.strictObject({ role: z.enum(roles), unit: z.string().max(120) })).max(100),
    })
    .optional(),
  at: z.int().optional(),
});
export const frameSchema = () => z.toJSONSchema(frame, { io: 'input' });
interface Params {
  space?: string;
  aggregate: string;
  id: string;
  command: string;
}
export interface Serving {
  spaces: Spaces;
  tokens: Tokens;
}

/** `POST /<aggregate>/<id>/<command>` sends it and brings the answer; with `/signal` behind it the command is only queued. */
export function commandRoutes(app: FastifyInstance, serving: Serving): void {
  const path = '/:aggregate/:id/:command';
  for (const prefix of ['', '/s/:space']) {
    app.post<{ Params: Params }>(`${prefix}${path}`, (request, reply) => execute(serving, request, reply));
    app.post<{ Params: Params }>(`${prefix}${path}/signal`, (request, reply) => queue(serving, request, reply));
  }
}

async function execute(serving: Serving, request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): Promise<unknown> {
  const { open, to, message } = await read(serving, request);
  const answer = await send(open.door, to, message).catch((error: unknown) => {
    throw error instanceof OutcomeUnknown ? new Troubled('outcome-unknown', { commandId: message.commandId }) : error;
  });
  if (answer.ok) return { id: to.id, position: answer.position, events: answer.events };
  const problem = problemOf(answer.rejection, languageOf(request.headers['accept-language']));
  return reply.status(problem.status).type('application/problem+json').send(problem);
}

async function queue(serving: Serving, request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): Promise<unknown> {
  const { open, to, message } = await read(serving, request);
  await signal(open.door, to, message);
  return reply.status(202).send({ id: to.id, queued: true });
}

async function read(
  { spaces, tokens }: Serving,
  request: FastifyRequest<{ Params: Params }>,
): Promise<{ open: OpenSpace; to: Address; message: CommandMessage }> {
  const bearer = bearerOf(request, tokens);
  const open = await openSpace(spaces, request.params.space);
  const { to, type } = addressed(request.params);
  const { commandId, data, ...named } = framed(request.body);
  if (to.aggregate === 'annual-cycle' && !isOfItsYear(to.id, data)) throw malformed(['id (<year>-<province>)']);
  const { actor, at } = await actorOf(open, bearer, named);
  const known = await knownFor(open.db, to, type, data);
  const message = { commandId, type, actor, data: normalised(data), ...(known && { known }), ...(at !== undefined && { at }) };
  return { open, to, message };
}

/** What the path names, where all of it is there. */
function addressed({ aggregate, id, command: type }: Params): { to: Address; type: string } {
  if (!isAggregate(aggregate)) throw new Troubled('not-found', { aggregate });
  if (!isId(id)) throw new Troubled('malformed', { fields: ['id'] });
  if (type !== wake && !Object.hasOwn(aggregates[aggregate].commands, type)) throw new Rejected(refusal('UnknownCommand', { type }));
  return { to: { aggregate, id }, type };
}

function framed(body: unknown): z.infer<typeof frame> {
  const parsed = frame.safeParse(body ?? {});
  if (!parsed.success) throw malformed(parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`));
  return parsed.data;
}
const malformed = (fields: string[]) => new Rejected(refusal('Malformed', { fields }));

/** A command does not see the id of its aggregate: where the data say which year it is, the id must say the same. */
const isOfItsYear = (id: string, { year, province }: Readonly<Record<string, unknown>>): boolean =>
  typeof year !== 'number' || typeof province !== 'string' || annualCycleOf(year, province).id === id;

/** A refusal that needs no aggregate to be told. */
export class Rejected extends Error {
  readonly rejection: ReturnType<typeof refusal>;
  constructor(rejection: ReturnType<typeof refusal>) {
    super(rejection.code);
    this.rejection = rejection;
  }
}
export async function openSpace(spaces: Spaces, name = 'main'): Promise<OpenSpace> {
  const open = await spaces.open(name);
  if (!open) throw new Troubled('not-found', { space: name });
  return open;
}

/** Vietnamese arrives composed or decomposed; it is kept composed (NFC), or equal names would differ. */
function normalised<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value & string;
  if (Array.isArray(value)) return value.map(normalised) as Value & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalised(item)])) as Value;
}
