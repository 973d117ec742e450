import * as z from 'zod';
import { dayOf } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { roundsAfter } from './round-day.ts';
import { agencyOfLevel } from './parties.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';

type Waiting = Extract<ProductCycle, { stage: 'requested' | 'received' | 'supplement-asked' }>;

/** Only onward: an earlier round has had its cut-off. Where no rounds are fixed, and for renewals, there is none to move to. */
export const roundIsAhead = rule({
  clause: 'agenda.round',
  otherwise: 'RoundNotAhead',
  always: true,
  holds: ({ round }: { round: string }, state: Waiting, { now }) => {
    const ahead = roundsAfter(state, dayOf(now)).map(({ roundId }) => roundId);
    return ahead.includes(round) || { round, ahead };
  },
});
export const moveToRound = command({
  data: z.strictObject({ round: z.string().trim().min(1).max(60), reason: shape.text }),
  clause: 'agenda.round',
  by: [agencyOfLevel],
  stage: ['requested', 'received', 'supplement-asked'],
  rules: [roundIsAhead],
  then: ({ round, reason }, { run }) => [{ type: 'MovedToRound', data: { round, former: run.roundId ?? '', reason } }],
});

export const changes = {
  MovedToRound: from(['requested', 'received', 'supplement-asked'], (state, { round }) => ({
    ...state,
    run: { ...state.run, roundId: round },
  })),
} satisfies Changes<'MovedToRound'>;
