import * as z from 'zod';
import { dayOf, type Day } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { shape, type Run } from './events.ts';
import { isBoundToRounds, roundsAfter } from './round-day.ts';
import { agencyOfLevel } from './parties.ts';
import { withRun } from './run.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';

type Waiting = Extract<ProductCycle, { stage: 'requested' | 'received' | 'supplement-asked' }>;
/** What the year of the place has announced under this name for this level: an extra round, or one of its own plan. */
const knows = z.strictObject({ announced: shape.announced.optional() });
interface Moving extends z.infer<typeof knows> {
  round: string;
}

/** A request of the day on which it is moved, or one that was received by then, must still have come in time for it. */
const takesIt = (announced: NonNullable<Run['announced']>, state: Waiting, today: Day): boolean => {
  const received = state.receipts.findLast(({ level }) => level === state.run.level)?.on ?? today;
  return isBoundToRounds(state) && received <= announced.lastRequestDay && today <= announced.lastResultDay;
};
/** Onward only among the rounds of the law, for an earlier one has had its cut-off; a round of the place may lie between them. */
export const roundIsAhead = rule({
  clause: 'agenda.round',
  otherwise: 'RoundNotAhead',
  always: true,
  holds: ({ round, announced }: Moving, state: Waiting, { now }) => {
    const today = dayOf(now);
    const ahead = roundsAfter(state, today).map(({ roundId }) => roundId);
    return ahead.includes(round) || (announced !== undefined && takesIt(announced, state, today)) || { round, ahead };
  },
});
export const moveToRound = command({
  data: z.strictObject({ round: z.string().trim().min(1).max(60), reason: shape.text }),
  knows,
  clause: 'agenda.round',
  by: [agencyOfLevel],
  stage: ['requested', 'received', 'supplement-asked'],
  rules: [roundIsAhead],
  then: ({ round, reason, announced }, { run }) => [
    { type: 'MovedToRound', data: { round, former: run.roundId ?? '', ...(announced && { announced }), reason } },
  ],
});

export const changes = {
  MovedToRound: from(['requested', 'received', 'supplement-asked'], (state, { round, announced }) => {
    const { announced: _, ...run } = state.run;
    return withRun(state, { ...run, roundId: round, ...(announced && { announced }) });
  }),
} satisfies Changes<'MovedToRound'>;
