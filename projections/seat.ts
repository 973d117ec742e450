import { assignmentsIn } from '../domain/council/assignments.ts';
import type { Assignment } from '../domain/people/actor.ts';
import type { StateView } from './projection.ts';

/** What somebody may do because a council has seated him, or taken him into its advisory team. */
export interface SeatRow extends Assignment {
  council: string;
  person: string;
}

export const seat = {
  of: 'states',
  name: 'seat',
  version: 2,
  columns: 'council text not null, person text not null, role text not null, unit text not null, primary key (council, person, role)',
  indexes: ['(person)'],
  rows: {
    council: (state, { id }) =>
      state.stage === 'formed' ? assignmentsIn(id, state).map((assignment): SeatRow => ({ council: id, ...assignment })) : [],
  },
} as const satisfies StateView;
