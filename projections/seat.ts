import type { Seat } from '../domain/council/seats.ts';
import type { StateView } from './projection.ts';

/** Who sits in a council. */
export interface SeatRow {
  council: string;
  person: string;
  seat: Seat['seat'];
  level: string;
  unit: string;
  council_name: string;
  organisation: string | null;
}

export const seat = {
  of: 'states',
  name: 'seat',
  version: 1,
  columns: `council text not null, person text not null, seat text not null, level text not null, unit text not null,
    council_name text not null, organisation text, primary key (council, person)`,
  indexes: ['(person)'],
  rows: {
    council: (state, { id }) =>
      state.stage !== 'formed'
        ? []
        : state.seats.map(({ person, seat: kind, organisation }): SeatRow => ({
            council: id,
            person,
            seat: kind,
            level: state.level,
            unit: state.unit,
            council_name: state.name,
            organisation: organisation ?? null,
          })),
  },
} as const satisfies StateView;
