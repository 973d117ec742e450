import type { FastifyRequest } from 'fastify';
import { dayOf } from '../domain/kernel/instant.ts';
import type { Actor, Assignment } from '../domain/people/actor.ts';
import type { Bearer } from '../infra/tokens.ts';
import { seatsOf } from '../projections/council.ts';
import { Troubled } from './problem.ts';
import type { OpenSpace } from './spaces.ts';

export type Tokens = (token: string, today: string) => Bearer | undefined;
const seatRoles = { chair: 'councilChair', viceChair: 'councilMember', member: 'councilMember', secretary: 'councilSecretary' } as const;

/** Who holds the request's token; nobody without one. */
export function bearerOf(request: FastifyRequest, tokens: Tokens): Bearer {
  const [, token] = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '') ?? [];
  const bearer = token === undefined ? undefined : tokens(token, dayOf(Date.now()));
  if (!bearer) throw new Troubled('unauthorised');
  return bearer;
}

/** What a client may say of who acts and when; only the driver of a rehearsal may say it of others. */
export interface Named {
  actor?: { person: string; roles: readonly Assignment[] } | undefined;
  at?: number | undefined;
  onBehalfOf?: string | undefined;
}

/** The actor with his seats: those come from the councils themselves, by person. */
export async function actorOf(
  { space, db }: OpenSpace,
  bearer: Bearer,
  { actor, at, onBehalfOf }: Named,
): Promise<{ actor: Actor; at?: number }> {
  const leads = bearer.isDriver && space.kind === 'rehearsal';
  if ((actor !== undefined || at !== undefined) && !leads) throw new Troubled('forbidden', { field: actor === undefined ? 'at' : 'actor' });
  const { person, roles } = leads && actor ? actor : bearer;
  const seats = (await seatsOf(db, person)).map(({ council, seat }): Assignment => ({ role: seatRoles[seat], unit: council }));
  const known = roles.filter(({ role }) => role !== 'engine');
  return {
    actor: { person, roles: [...known, ...seats], ...(onBehalfOf !== undefined && { onBehalfOf }) },
    ...(leads && at !== undefined && { at }),
  };
}
