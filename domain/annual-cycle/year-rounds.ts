import { editions, lawOn } from '../edition/edition-for.ts';
import type { Edition } from '../edition/edition.ts';
import { roundsOfCycle, type Round } from '../edition/rounds.ts';
import type { EditionId, Level } from '../edition/terms.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import type { LocalRound } from './state.ts';

/** One round of a year: who requests until when, the result until when, and who says so. */
export interface YearRound {
  id: string;
  level: Level;
  requestedBy: Level | null;
  requestsBefore: Day;
  resultsBefore: Day;
  lastRequestDay: Day;
  lastResultDay: Day;
  source: 'edition' | 'local' | 'extra';
  /** The edition that fixes it, or under which the place's plan did. */
  edition: EditionId;
}

const everyEdition: readonly Edition[] = Object.values(editions);
/** The rounds that the law itself gives a year. In a year of two editions each gives those whose requests end under it. */
export const nationalRounds = (year: number): readonly (Round & { edition: EditionId })[] =>
  everyEdition.flatMap((edition) =>
    roundsOfCycle(edition, year)
      .filter(({ lastRequestDay }) => lawOn(lastRequestDay).id === edition.id)
      .map((round) => ({ ...round, edition: edition.id })),
  );
/** The law that a place's own round comes under, as it is known on the day: later editions do not undo an earlier plan. */
export const lawOf = ({ requestsBefore }: Pick<LocalRound, 'requestsBefore'>, today: Day): Edition =>
  lawOn(requestsBefore < today ? requestsBefore : today);
/** Rounds that this law fixes for the year at the level of the round. */
export const fixedBeside = ({ level }: Pick<LocalRound, 'level'>, year: number, { id }: Edition) =>
  nationalRounds(year).filter((round) => round.level === level && round.edition === id);

const levelBelow = (level: Level, { levels }: Edition): Level | null =>
  levels[levels.findIndex((each) => each.level === level) - 1]?.level ?? null;
const ownRound = (round: LocalRound, year: number, openedOn: Day): YearRound => {
  const { id, level, requestsBefore, resultsBefore, kind } = round;
  const law = lawOf(round, round.on ?? openedOn);
  const last = law.rounds.cutoffInclusive.value ? 0 : -1;
  return {
    id,
    level,
    requestedBy: levelBelow(level, law),
    requestsBefore,
    resultsBefore,
    lastRequestDay: addDays(requestsBefore, last),
    lastResultDay: addDays(resultsBefore, last),
    source: kind ?? (fixedBeside(round, year, law).length > 0 ? 'extra' : 'local'),
    edition: law.id,
  };
};

/** All rounds of a province's year in one list, the earliest request day first. */
export const roundsOfYear = (year: number, local: readonly LocalRound[], openedOn: Day): readonly YearRound[] =>
  [
    ...nationalRounds(year).map(({ roundId, level, requestedBy, requestBefore, resultBefore, lastRequestDay, lastResultDay, edition }) => ({
      id: roundId,
      level,
      requestedBy,
      requestsBefore: requestBefore,
      resultsBefore: resultBefore,
      lastRequestDay,
      lastResultDay,
      source: 'edition' as const,
      edition,
    })),
    ...local.map((round) => ownRound(round, year, openedOn)),
  ].toSorted((one, other) => (one.requestsBefore < other.requestsBefore ? -1 : one.requestsBefore > other.requestsBefore ? 1 : 0));
