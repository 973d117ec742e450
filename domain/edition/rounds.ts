import { addDays, yearOf, type Day } from '../kernel/instant.ts';
import type { Cutoff, Edition } from './edition.ts';
import type { Level } from './terms.ts';

/** A dated batch (đợt) of one level. "Before" is strict: the last days are the days before. */
export interface Round {
  /**
   * `<level>-<no>-<cycle year>`; the ministry's round 2 of early 2028 is 'central-2-2027', for it takes what the province's round 2 of
   * 2027 sent up.
   */
  readonly roundId: string;
  readonly level: Level;
  readonly no: number;
  readonly cycleYear: number;
  readonly requestedBy: Level;
  readonly requestBefore: Day;
  readonly resultBefore: Day;
  readonly lastRequestDay: Day;
  readonly lastResultDay: Day;
}

const roundOf = (edition: Edition, cutoff: Cutoff, cycleYear: number): Round => {
  const { level, no, requestedBy } = cutoff;
  const year = cycleYear + cutoff.cycleYearOffset;
  const [requestBefore, resultBefore] = [`${year}-${cutoff.requestsBefore}`, `${year}-${cutoff.resultsBefore}`];
  const last = edition.rounds.cutoffInclusive.value ? 0 : -1;
  return {
    roundId: `${level}-${no}-${cycleYear}`,
    level,
    no,
    cycleYear,
    requestedBy,
    requestBefore,
    resultBefore,
    lastRequestDay: addDays(requestBefore, last),
    lastResultDay: addDays(resultBefore, last),
  };
};

/** The rounds that the edition itself gives an annual cycle, of all levels; empty where local plans set them. */
export const roundsOfCycle = (edition: Edition, cycleYear: number): readonly Round[] =>
  edition.rounds.cutoffs.map((cutoff) => roundOf(edition, cutoff, cycleYear));

/**
 * The round of this level that a request of this day falls into: the first whose last day has not passed. A late request thereby waits
 * for the next one (`round.missedCutoff`). It is the request of the level below that counts, not the producer's filing. Undefined where
 * the edition fixes no rounds.
 */
export const roundFor = (edition: Edition, level: Level, requested: Day): Round | undefined => {
  const year = yearOf(requested);
  return [year - 1, year, year + 1]
    .flatMap((cycleYear) => roundsOfCycle(edition, cycleYear))
    .filter((round) => round.level === level && requested <= round.lastRequestDay)
    .reduce<Round | undefined>((first, round) => (first && first.lastRequestDay <= round.lastRequestDay ? first : round), undefined);
};
