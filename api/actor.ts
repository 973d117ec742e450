import type { FastifyRequest } from 'fastify';
import { dayOf } from '../domain/kernel/instant.ts';
import type { Actor, Assignment } from '../domain/people/actor.ts';
import type { Bearer } from '../infra/tokens.ts';
import { seatsOf } from '../projections/council.ts';
import { Troubled } from './problem.ts';
import type { OpenSpace } from './spaces.ts';

export type Tokens = (token: string, today: string) => Bearer | undefined;

/** Who holds the request's token; nobody without one. */
export function bearerOf(request: FastifyRequest, tokens: Tokens): Bearer {
  const [, token] = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '') ?? [];
  const bearer = token === undefined ? undefined : tokens(token, dayOf(Date.now()));
  if (!bearer) throw new Troubled('unauthorised');
  return bearer;
}

/** What a client may say of who acts and when. */
export interface Named {
  actor?: { person: string; roles: readonly Assignment[] } | undefined;
  at?: number | undefined;
  onBehalfOf?: string | undefined;
}

/** Only the driver of a rehearsal says who acts, and when. */
const ofTheDriver = ['actor', 'at'] as const;

/** The actor with his seats: those come from the councils themselves, by person. */
export async function actorOf({ space, db }: OpenSpace, bearer: Bearer, named: Named): Promise<{ actor: Actor; at?: number }> {
  const claimed = ofTheDriver.find((field) => named[field] !== undefined);
  const drives = bearer.isDriver && space.kind === 'rehearsal';
  if (claimed !== undefined && !drives) throw new Troubled('forbidden', { field: claimed });
  const { actor, at, onBehalfOf } = named;
  const { person, roles } = actor ?? bearer;
  const seats = (await seatsOf(db, person)).map(({ role, unit }): Assignment => ({ role, unit }));
  const known = roles.filter(({ role }) => role !== 'engine');
  return {
    actor: { person, roles: [...known, ...seats], ...(onBehalfOf !== undefined && { onBehalfOf }) },
    ...(at !== undefined && { at }),
  };
}
