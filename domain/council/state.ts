import type { ChangesOf } from '../kernel/aggregate.ts';
import { grammar } from '../kernel/grammar.ts';
import type { Settled } from '../kernel/settlement.ts';
import { refusal } from '../kernel/rule.ts';
import type { StateOf } from '../kernel/stage.ts';
import { nobodysUnit, type Party } from '../people/actor.ts';
import type { Events } from './events.ts';
import { chairsOf, personsOn, type Seat, type Seated } from './seats.ts';
import type { Sitting } from './sitting.ts';

export interface Formed extends Seated {
  name: string;
  level: Events['CouncilFormed']['level'];
  unit: string;
  sittings: readonly Sitting[];
  conflicts: readonly Events['ConflictDeclared'][];
  settled: Settled;
  advisoryTeam: Events['AdvisoryTeamFormed'] | null;
  authorisedHead: Events['HeadAuthorised'] | null;
}
/** 'forming': inside the commit that forms it, until its regulation is there. */
export type Council = StateOf<{ unborn: object; forming: Events['CouncilFormed']; formed: Formed }>;

/** The seats themselves say who may, so before a council is formed nobody may. */
const seated = (state: Council, ...kinds: readonly Seat['seat'][]) => ('seats' in state ? personsOn(state, ...kinds) : []);
/** Which of them a sitting has as its chair is a rule. */
export const theChair: Party<Council> = { role: 'councilChair', persons: (state) => (state.stage === 'formed' ? chairsOf(state) : []) };
export const theSecretary: Party<Council> = { role: 'councilSecretary', persons: (state) => seated(state, 'secretary') };
/** Who formed a council also seats its members, and authorises. */
export const theAuthority: Party<Council> = {
  role: 'decidingAuthority',
  at: (state) => (state.stage === 'formed' ? state.unit : nobodysUnit),
};
export const agencyOfUnit: Party<Council> = {
  role: 'ocopAgency',
  at: (state) => (state.stage === 'formed' ? state.unit : nobodysUnit),
};
export const anySeat: Party<Council> = { role: 'councilMember', persons: (state) => seated(state) };

const words = grammar<Council, Events>();
export const { from, aggregate } = words;
const notFormed = ({ stage }: Council) => (stage === 'unborn' ? refusal('CouncilNotFormed', false) : undefined);
/** Whoever wants something of a council that is not there yet is told so. */
export const command: typeof words.command = (draft) => words.command({ elsewhere: notFormed, ...draft });
export type Changes<Type extends keyof Events> = ChangesOf<Council, Events, Type>;
