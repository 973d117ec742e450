import type { Assignment } from '../people/actor.ts';
import type { Seat } from './seats.ts';
import type { Formed } from './state.ts';

const roleOf = {
  chair: 'councilChair',
  viceChair: 'councilMember',
  member: 'councilMember',
  secretary: 'councilSecretary',
} as const satisfies Record<Seat['seat'], string>;

/** What a council gives its people: a seat counts in the council itself, a place in its advisory team in the unit that it assists. */
export const assignmentsIn = (id: string, { seats, advisoryTeam, unit }: Formed): readonly (Assignment & { person: string })[] => [
  ...seats.map(({ person, seat }) => ({ person, role: roleOf[seat], unit: id })),
  ...(advisoryTeam?.members ?? []).map((person) => ({ person, role: 'advisoryTeam' as const, unit })),
];
