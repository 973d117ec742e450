import { rule } from '../kernel/rule.ts';
import { findSitting } from './sitting.ts';
import type { Formed } from './state.ts';

export interface OfSitting {
  sitting: string;
}
type Clause = 'sitting.dispatch' | 'sitting.adjournment' | 'sitting.attendance' | 'sitting.opening' | 'sitting.closing' | 'sitting.minutes';

export const sittingIsKnown = (clause: Clause) =>
  rule({
    clause,
    otherwise: 'SittingUnknown',
    holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting) !== undefined || { sitting },
  });
/** What belongs to the days before a sitting is over with its opening. */
export const sittingIsAhead = (clause: 'sitting.dispatch' | 'sitting.adjournment') =>
  rule({
    clause,
    otherwise: 'NotAtThisStage',
    holds: ({ sitting }: OfSitting, state: Formed) => {
      const stage = findSitting(state, sitting)?.stage ?? 'convened';
      return stage === 'convened' || { stage, stages: ['convened'] };
    },
  });
