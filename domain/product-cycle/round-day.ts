import { editions } from '../edition/edition-for.ts';
import { roundFor, roundsOfCycle, type Round } from '../edition/rounds.ts';
import { dueOn, type Due } from '../kernel/due.ts';
import { stepAfter, type Dossier } from './state.ts';

const dueIn = ({ edition, receipts, filedOn }: Dossier, day: string): Due =>
  dueOn(day, receipts.at(-1)?.on ?? filedOn, 'agenda.round', editions[edition].clauses['agenda.round']);

/** The round of the run, by its id; none where local plans set the rounds, and for renewals, which are bound to none. */
const roundOf = ({ edition, run: { roundId } }: Dossier): Round | undefined => {
  const cycleYear = Number(roundId?.slice(-4));
  return roundId === null ? undefined : roundsOfCycle(editions[edition], cycleYear).find((round) => round.roundId === roundId);
};

/** Until when this level has its result: the last day before the round's limit (Art. 5). */
export const resultDay = (state: Dossier): Due | undefined => {
  const round = roundOf(state);
  return round && dueIn(state, round.lastResultDay);
};
/** Until when the level above must be asked, to be in the round that comes first after the last receipt. */
export const requestDay = (state: Dossier): Due | undefined => {
  const next = stepAfter(state);
  const received = state.receipts.at(-1)?.on;
  const round =
    next && received !== undefined && state.kind !== 'renewal' ? roundFor(editions[state.edition], next.level, received) : undefined;
  return round && dueIn(state, round.lastRequestDay);
};
