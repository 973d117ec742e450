import type { ChangesOf } from '../kernel/aggregate.ts';
import { grammar } from '../kernel/grammar.ts';
import type { Day } from '../kernel/instant.ts';
import type { StateOf } from '../kernel/stage.ts';
import type { Party } from '../people/actor.ts';
import type { Events } from './events.ts';

export type Answer = Omit<Events['ObligationSettled'], 'key'>;
export type Settled = { readonly [key: string]: Answer };
interface Opened {
  year: number;
  province: string;
  plan: string;
  rounds: Events['AnnualCycleOpened']['rounds'];
  openedOn: Day;
  enrolled: readonly Events['ProductEnrolled'][];
}
export type AnnualCycle = StateOf<{
  unborn: object;
  open: Opened;
  closing: Opened & { settled: Settled };
  closed: Opened & { settled: Settled; counts: Events['AnnualCycleClosed']['counts'] };
}>;
export type Closing = Extract<AnnualCycle, { stage: 'closing' }>;

/** The whole country, whose administrator may act for every province. */
export const country = 'VN';
/** The administrator of the cycle's province; before it is opened no state tells which. */
export const ofProvince: Party<AnnualCycle> = {
  role: 'administrator',
  at: (state) => (state.stage === 'unborn' ? undefined : state.province),
};
export const ofCountry: Party<AnnualCycle> = { role: 'administrator', at: () => country };

export const { command, from, aggregate } = grammar<AnnualCycle, Events>();
export type Changes<Type extends keyof Events> = ChangesOf<AnnualCycle, Events, Type>;
