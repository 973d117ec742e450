import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape, type Events } from './events.ts';
import { personsOn, type Seat } from './seats.ts';
import { withChair } from './sitting.ts';
import { command, from, theAuthority, type Changes, type Formed } from './state.ts';

/*
 * Seats after the formation. A sitting that is open keeps its panel, but for the word of its chair: what is decided here counts from the next
 * opening. Nobody sends a substitute for a day (`council.substitutes`): a member is replaced by decision, for good.
 */

interface Ending {
  person: string;
  replacedBy?: string | undefined;
}
const isSeated = ({ seats }: Formed, person: string): boolean => personsOn({ seats }).includes(person);
const isChair = ({ seats }: Formed, person: string): boolean => personsOn({ seats }, 'chair').includes(person);

export const nobodyIsSeatedTwice = rule({
  clause: 'council.seat',
  otherwise: 'SeatedTwice',
  holds: ({ person }: { person: string }, state: Formed) => !isSeated(state, person) || { person },
});
export const noSecondChair = rule({
  clause: 'council.seat',
  otherwise: 'CouncilChairNotSeated',
  holds: ({ seat }: Pick<Seat, 'seat'>) => seat !== 'chair' || false,
});
export const seatIsHeld = rule({
  clause: 'council.substitutes',
  otherwise: 'NotOnPanel',
  holds: ({ person }: Ending, state: Formed) => isSeated(state, person) || { person },
});
export const successorHasNoSeat = rule({
  clause: 'council.seat',
  otherwise: 'SeatedTwice',
  holds: ({ replacedBy }: Ending, state: Formed) => replacedBy === undefined || !isSeated(state, replacedBy) || { person: replacedBy },
});
export const chairHasSuccessor = rule({
  clause: 'council.seat',
  otherwise: 'CouncilChairNotSeated',
  holds: ({ person, replacedBy }: Ending, state: Formed) => replacedBy !== undefined || !isChair(state, person) || false,
});
export const headIsSeated = rule({
  clause: 'council.authorisation',
  otherwise: 'NotOnPanel',
  holds: ({ person }: { person: string }, state: Formed) => isSeated(state, person) || { person },
});

export const seatMember = command({
  data: shape.seat.extend(shape.legalAct),
  clause: 'council.seat',
  by: [theAuthority],
  stage: ['formed'],
  rules: [noSecondChair, nobodyIsSeatedTwice, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'MemberSeated', data }],
});
export const endSeat = command({
  data: z.strictObject({ ...shape.ending, ...shape.legalAct }),
  clause: 'council.substitutes',
  by: [theAuthority],
  stage: ['formed'],
  rules: [seatIsHeld, successorHasNoSeat, chairHasSuccessor, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'SeatEnded', data }],
});
/** The leader who chairs the council stays answerable; the head of an agency chairs where the leader is absent. */
export const authoriseHead = command({
  data: z.strictObject({ person: shape.id, ...shape.legalAct }),
  clause: 'council.authorisation',
  by: [theAuthority],
  stage: ['formed'],
  rules: [headIsSeated, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'HeadAuthorised', data }],
});

/** Who replaces a member takes the seat as it is, with the organisation for which it stands. */
const withoutSeat = (seats: readonly Seat[], { person, replacedBy }: Events['SeatEnded']): Seat[] =>
  seats.flatMap((seat) => {
    if (seat.person !== person) return [seat];
    return replacedBy === undefined ? [] : [{ ...seat, person: replacedBy }];
  });

export const changes = {
  MemberSeated: from(['formed'], (state, { document: _, effectiveOn: __, ...seat }) => ({ ...state, seats: [...state.seats, seat] })),
  SeatEnded: from(['formed'], (state, ended) => {
    const left = {
      ...state,
      seats: withoutSeat(state.seats, ended),
      authorisedHead: state.authorisedHead?.person === ended.person ? null : state.authorisedHead,
    };
    return { ...left, sittings: state.sittings.map((sitting) => withChair(sitting, ended.person, left)) };
  }),
  HeadAuthorised: from(['formed'], (state, authorisedHead) => ({ ...state, authorisedHead })),
} satisfies Changes<'MemberSeated' | 'SeatEnded' | 'HeadAuthorised'>;
