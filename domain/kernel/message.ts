import * as z from 'zod';
import { roles, type Actor } from '../people/actor.ts';
import type { DomainEvent } from './aggregate.ts';
import { fingerprint } from './fingerprint.ts';
import { form } from './form.ts';
import type { Instant } from './instant.ts';
import { refusal, type Rejection } from './rule.ts';

/**
 * A command on its way to an aggregate. Ids that begin with `~` are the loop's own (deadlines, settlements, refusals), those with `:` or `/` belong
 * to obligations: no sender from outside can take one. `known` is what the API has read in the views; `at` stands only in a rehearsal.
 */
const message = form(
  z.strictObject({
    commandId: z.string().regex(/^\w[\w.:/-]{0,199}$/),
    type: z.string().min(1).max(60),
    actor: z.strictObject({
      person: z.string().min(1).max(120),
      onBehalfOf: z.string().min(1).max(120).optional(),
      roles: z.array(z.strictObject({ role: z.enum(roles), unit: z.string().max(120) })).max(100),
    }),
    data: z.record(z.string(), z.unknown()),
    known: z.record(z.string(), z.unknown()).optional(),
    at: z.int().optional(),
  }),
);
export interface CommandMessage {
  commandId: string;
  type: string;
  actor: Actor;
  data: object;
  known?: object | undefined;
  at?: Instant | undefined;
}
export const readCommand = (raw: unknown): { command: CommandMessage } | { rejection: Rejection } => {
  const parsed = message.parse(raw);
  if ('fields' in parsed) return { rejection: refusal('Malformed', parsed) };
  const unfit = unfitTexts(parsed.data, '', 0);
  if (unfit.length > 0) return { rejection: refusal('Malformed', { fields: unfit }) };
  const {
    actor: { onBehalfOf, ...actor },
    ...command
  } = parsed.data;
  return { command: { ...command, actor: { ...actor, ...(onBehalfOf !== undefined && { onBehalfOf }) } } };
};
/** Control and direction marks and halves of characters: a database refuses some, and all can make a text read as it is not. */
const unfitCharacter = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;
const depthMax = 20;
const unfitTexts = (value: unknown, path: string, depth: number): string[] => {
  if (typeof value === 'string') return unfitCharacter.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= depthMax) return [path];
  return Object.entries(value).flatMap(([name, item]) =>
    unfitCharacter.test(name) ? [path] : unfitTexts(item, path === '' ? name : `${path}.${name}`, depth + 1),
  );
};
/** What makes two sendings the same command: who wants what. Views and roles may have changed in between. */
export const fingerprintOf = ({ type, data, actor: { person, onBehalfOf } }: CommandMessage): string =>
  fingerprint({ type, data, person, onBehalfOf });

/** A command of every aggregate that records nothing: it restarts a lost one, and moves the clock of a rehearsal. */
export const wake = 'wake';
/** Only ids of people's own making: the engine's are refused at the door. */
export const isOwnId = (commandId: string): boolean => /^\w[\w.-]{0,119}$/.test(commandId);

/** Who stands behind a commit; roles are judged, not recorded. */
export interface Author {
  person: string;
  onBehalfOf?: string | undefined;
}
/** What one message of the log holds; `position` is its sequence number in the stream, `hash` chains it to the next commit of its aggregate. */
export interface Commit {
  position: number;
  hash: string;
  commandId: string;
  fingerprint: string;
  at: Instant;
  actor: Author;
  events: readonly DomainEvent[];
}
