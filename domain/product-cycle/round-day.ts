import { editions } from '../edition/edition-for.ts';
import type { Edition, Level } from '../edition/edition.ts';
import { setting } from '../edition/settings.ts';
import { roundFor, roundsOfCycle, type Round } from '../edition/rounds.ts';
import { dueOn, type Due } from '../kernel/due.ts';
import { yearOf, type Day } from '../kernel/instant.ts';
import type { Dossier } from './state.ts';
import { stepAfter } from './stations.ts';

const dueIn = ({ edition, receipts, filedOn }: Dossier, day: string): Due =>
  dueOn(day, receipts.at(-1)?.on ?? filedOn, 'agenda.round', editions[edition].clauses['agenda.round']);

const isOutsideRounds = (kind: Dossier['kind'], edition: Edition): boolean =>
  kind === 'renewal' && setting('renewal.outsideRounds', edition);
/** A renewal is bound to none (`renewal.outsideRounds`). */
export const isBoundToRounds = ({ kind, edition }: Dossier): boolean => !isOutsideRounds(kind, editions[edition]);

/** The round of the law that a request of this day falls into. */
export const roundOfRequest = (edition: Edition, kind: Dossier['kind'], level: Level, day: Day): Round | undefined =>
  isOutsideRounds(kind, edition) ? undefined : roundFor(edition, level, day);

type Days = Pick<Round, 'requestBefore' | 'lastResultDay' | 'cycleYear'>;
/** The round of the run: of the law, by its id, or of the place, with the days that were announced; none until somebody has named it. */
const roundOf = ({ edition, run: { roundId, announced } }: Dossier): Days | undefined => {
  if (announced)
    return {
      requestBefore: announced.requestsBefore,
      lastResultDay: announced.lastResultDay,
      cycleYear: yearOf(announced.requestsBefore),
    };
  const cycleYear = Number(roundId?.slice(-4));
  return roundId === null ? undefined : roundsOfCycle(editions[edition], cycleYear).find((round) => round.roundId === roundId);
};

/** Until when this level has its result: the last day before the round's limit (Art. 5). */
export const resultDay = (state: Dossier): Due | undefined => {
  const round = roundOf(state);
  return round && dueIn(state, round.lastResultDay);
};
/** The round of the level above that could be met when the dossier was received here. */
const roundAimedAt = (state: Dossier): Round | undefined => {
  const next = stepAfter(state);
  const received = state.receipts.at(-1)?.on;
  return next && received !== undefined ? roundOfRequest(editions[state.edition], state.kind, next.level, received) : undefined;
};
/** Until when the level above must be asked, to be in that round. */
export const requestDay = (state: Dossier): Due | undefined => {
  const round = roundAimedAt(state);
  return round && dueIn(state, round.lastRequestDay);
};
/** The round that a request of this day comes too late for. */
export const missedRound = (state: Dossier, day: Day): Round | undefined => {
  const round = roundAimedAt(state);
  return round && round.lastRequestDay < day ? round : undefined;
};
/** The rounds of the level after that of the run, of which the result can still come in time. */
export const roundsAfter = (state: Dossier, today: Day): readonly Round[] => {
  const present = roundOf(state);
  if (!present) return [];
  return [present.cycleYear, present.cycleYear + 1, present.cycleYear + 2]
    .flatMap((year) => roundsOfCycle(editions[state.edition], year))
    .filter(
      ({ level, requestBefore, lastResultDay }) =>
        level === state.run.level && requestBefore > present.requestBefore && today <= lastResultDay,
    );
};
