import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod';
import { isDay, type Day } from '../domain/kernel/instant.ts';
import { roles, type Assignment } from '../domain/people/actor.ts';

const day = z.string().refine(isDay, 'a day yyyy-mm-dd');
/** `driver`: leads a rehearsal, naming actor and instant of each command; worth nothing in a real space. The engine's role is given to nobody. */
const role = z.enum([...roles.filter((each) => each !== 'engine'), 'driver']);
const entry = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  person: z.string().regex(/^[\w-]{1,120}$/),
  mail: z.email().optional(),
  roles: z.array(z.strictObject({ role, unit: z.string().max(120), from: day.optional(), to: day.optional() })).max(100),
});
export type TokenEntry = z.infer<typeof entry>;
export interface Bearer {
  person: string;
  roles: Assignment[];
  isDriver: boolean;
}

/** Throws what is wrong with the file. */
export const readTokens = (file: string): TokenEntry[] => z.array(entry).parse(JSON.parse(readFileSync(file, 'utf8')));
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
export const randomToken = (): string => randomBytes(24).toString('base64url');

const isCurrent = (from: Day | undefined, to: Day | undefined, today: Day): boolean =>
  (from === undefined || from <= today) && (to === undefined || today <= to);
const bearerOf = ({ person, roles: held }: TokenEntry, today: Day): Bearer => ({
  person,
  isDriver: held.some(({ role: each }) => each === 'driver'),
  roles: held.flatMap(({ role: each, unit, from, to }) => (each !== 'driver' && isCurrent(from, to, today) ? [{ role: each, unit }] : [])),
});

/**
 * The bearer of a token on a day. The file is read again when it has changed, so that whoever loses a role loses it with his next command.
 * A file that does not parse lets nobody in.
 */
export function openTokens(file: string): (token: string, today: Day) => Bearer | undefined {
  let read: { changed: number; entries: Map<string, TokenEntry> } | undefined;
  const entries = (): Map<string, TokenEntry> => {
    const changed = statSync(file).mtimeMs;
    if (read?.changed !== changed) read = { changed, entries: new Map(readTokens(file).map((each) => [each.sha256, each])) };
    return read.entries;
  };
  return (token, today) => {
    const found = entries().get(hashOfToken(token));
    return found && bearerOf(found, today);
  };
}
