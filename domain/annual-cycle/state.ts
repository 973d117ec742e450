import type { ChangesOf } from '../kernel/aggregate.ts';
import { grammar } from '../kernel/grammar.ts';
import type { Day } from '../kernel/instant.ts';
import { refusal } from '../kernel/rule.ts';
import type { Settled } from '../kernel/settlement.ts';
import type { StateOf } from '../kernel/stage.ts';
import type { Party } from '../people/actor.ts';
import { country, lastSuccessor } from '../territory/unit.ts';
import type { Events } from './events.ts';

/** A round of the plan has no kind of its own: it is an extra one where the edition fixes rounds. `on`: the day it was made known. */
export type LocalRound = Events['RoundAnnounced']['round'] & { kind?: Events['RoundAnnounced']['kind']; on?: Day };
export type Enrolled = Events['ProductEnrolled'];
interface Opened {
  year: number;
  province: string;
  plan: string;
  rounds: readonly LocalRound[];
  openedOn: Day;
  enrolled: readonly Enrolled[];
}
export type AnnualCycle = StateOf<{
  unborn: object;
  open: Opened;
  paused: Opened & { pausedOn: Day };
  closing: Opened & { settled: Settled };
  closed: Opened & { settled: Settled; counts: Events['AnnualCycleClosed']['counts'] };
}>;
export type Closing = Extract<AnnualCycle, { stage: 'closing' }>;

/** The administrator of the cycle's province; before it is opened no state tells which. */
const provinceOf = (state: AnnualCycle) => (state.stage === 'unborn' ? undefined : state.province);
export const ofProvince: Party<AnnualCycle> = { role: 'administrator', at: provinceOf };
/** A year that a province has left unfinished is closed by whoever has succeeded it. */
const heirOf = (state: AnnualCycle) => (state.stage === 'unborn' ? undefined : lastSuccessor(state.province));
export const ofSuccessor: Party<AnnualCycle> = { role: 'administrator', at: heirOf };
export const agencyOfSuccessor: Party<AnnualCycle> = { role: 'ocopAgency', at: heirOf };
export const ofCountry: Party<AnnualCycle> = { role: 'administrator', at: () => country };
export const agencyOfProvince: Party<AnnualCycle> = { role: 'ocopAgency', at: provinceOf };
export const agencyOfCountry: Party<AnnualCycle> = { role: 'ocopAgency', at: () => country };

export const notOpen = (state: AnnualCycle) =>
  state.stage === 'unborn' ? undefined : refusal('AnnualCycleNotOpen', { year: state.year, province: state.province });
export const onHold = (state: AnnualCycle) =>
  state.stage === 'paused'
    ? refusal('AnnualCycleOnHold', { year: state.year, province: state.province, since: state.pausedOn })
    : notOpen(state);

export const { command, from, aggregate } = grammar<AnnualCycle, Events>();
export type Changes<Type extends keyof Events> = ChangesOf<AnnualCycle, Events, Type>;
