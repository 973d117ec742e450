import type { Some } from '../kernel/form.ts';

/**
 * What a person is appointed to, in one unit. Seats of a council (`councilChair`, `councilMember`, `councilSecretary`) have the council as unit;
 * `engine` is the hand of another aggregate's obligation and is given to nobody.
 */
export const roles = [
  'producer',
  'committee',
  'ocopAgency',
  'advisoryTeam',
  'decidingAuthority',
  'administrator',
  'auditor',
  'councilChair',
  'councilMember',
  'councilSecretary',
  'engine',
] as const;
export type Role = (typeof roles)[number];
export interface Assignment {
  role: Role;
  unit: string;
}
/** `onBehalfOf`: the producer for whom an officer acts; both are recorded. */
export interface Actor {
  person: string;
  roles: readonly Assignment[];
  onBehalfOf?: string;
}

/**
 * Who may act at a state: the role and the unit it must be held for (`undefined`: whichever), or, where the state itself names them, the persons.
 * `role: 'anyone'` leaves the question to the rules.
 */
export interface Party<State> {
  role: Role | 'anyone';
  at?: (state: State) => string | undefined;
  persons?: (state: State) => readonly string[];
}
export const anyone: Party<unknown> = { role: 'anyone' };
export const theEngine: Party<unknown> = { role: 'engine' };
export const engine: Actor = { person: 'engine', roles: [{ role: 'engine', unit: '' }] };
/** Where a party may not act at this state, whatever its unit. */
export const nobodysUnit = '';

export const holds = (actor: Actor, role: Role, unit?: string): boolean =>
  actor.roles.some((held) => held.role === role && (unit === undefined || held.unit === unit));

export const may = <State>(actor: Actor, { role, at, persons }: Party<State>, state: State): boolean => {
  if (role === 'anyone') return true;
  if (persons) return persons(state).includes(actor.person);
  return holds(actor, role, at?.(state));
};

/** Who is awaited: a role in a unit, or one person. A row of the worklist. */
export interface Awaited {
  role: Role;
  unit: string;
  person?: string;
}
export const partiesOf = <State>(parties: Some<Party<State>>): Some<Role | 'anyone'> => {
  const [first, ...rest] = parties;
  return [first.role, ...rest.map(({ role }) => role)];
};
