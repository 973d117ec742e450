import * as z from 'zod';
import { dayOf, yearOf } from '../kernel/instant.ts';
import { rule, type Context } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { country } from '../territory/unit.ts';
import { shape, type Events } from './events.ts';
import {
  agencyOfCountry,
  agencyOfProvince,
  agencyOfSuccessor,
  command,
  from,
  notOpen,
  type AnnualCycle,
  type Changes,
  type LocalRound,
} from './state.ts';
import { fixedBeside, lawOf, nationalRounds } from './year-rounds.ts';

/** The plan draws several rounds at once, an announcement one more. */
interface Draft {
  year?: number;
  rounds?: readonly LocalRound[];
  kind?: Events['RoundAnnounced']['kind'];
  round?: LocalRound;
}
interface Drawn {
  round: LocalRound;
  year: number;
  today: string;
  kind: Draft['kind'];
  /** Of the same year, announced or drawn before it. */
  earlier: readonly LocalRound[];
}
const drawnIn = (draft: Draft, state: AnnualCycle, { now }: Context): Drawn[] => {
  const [known, year] = state.stage === 'unborn' ? [[], draft.year ?? yearOf(dayOf(now))] : [state.rounds, state.year];
  const rounds = [...(draft.rounds ?? []), ...(draft.round ? [draft.round] : [])];
  return rounds.map((round, at) => ({
    round,
    year,
    today: dayOf(now),
    kind: draft.kind,
    earlier: [...known, ...rounds.slice(0, at)],
  }));
};
/** What the first round at fault has to tell. */
const firstOf = <Fault>(drawn: readonly Drawn[], faultOf: (drawn: Drawn) => Fault | undefined): Fault | true =>
  drawn.map(faultOf).find((fault) => fault !== undefined) ?? true;
const fixed = ({ round, year, today }: Drawn) => fixedBeside(round, year, lawOf(round, today));

export const roundIsDistinct = rule({
  clause: 'annualCycle.rounds',
  otherwise: 'RoundExists',
  holds: (draft: Draft, state: AnnualCycle, context) =>
    firstOf(drawnIn(draft, state, context), ({ round, year, earlier }) =>
      [...nationalRounds(year).map(({ roundId }) => roundId), ...earlier.map(({ id }) => id)].includes(round.id)
        ? { round: round.id }
        : undefined,
    ),
});
export const requestComesBeforeResult = rule({
  clause: 'annualCycle.rounds',
  otherwise: 'RoundDaysOutOfOrder',
  holds: (draft: Draft, state: AnnualCycle, context) =>
    firstOf(drawnIn(draft, state, context), ({ round: { id, requestsBefore, resultsBefore } }) =>
      requestsBefore < resultsBefore ? undefined : { round: id, requestsBefore, resultsBefore },
    ),
});
/** Only the highest level may take up in the next year what this year's last round sent up (`round.cycleYear`). */
const isOfYear = ({ round: { level, requestsBefore, resultsBefore, ...round }, year, today }: Drawn): boolean => {
  const isHighest = lawOf({ ...round, requestsBefore }, today).levels.at(-1)?.level === level;
  const [requests, results] = [yearOf(requestsBefore) - year, yearOf(resultsBefore) - year];
  return (requests === 0 || (requests === 1 && isHighest)) && (results === 0 || results === 1);
};
export const roundIsOfTheYear = rule({
  clause: 'annualCycle.rounds',
  otherwise: 'RoundOutsideYear',
  holds: (draft: Draft, state: AnnualCycle, context) =>
    firstOf(drawnIn(draft, state, context), (drawn) =>
      isOfYear(drawn) ? undefined : { round: drawn.round.id, year: drawn.year, requestsBefore: drawn.round.requestsBefore },
    ),
});
/** What the edition fixes no plan moves: no second round of the same request day, and none of its own in their place. */
export const roundFitsTheEdition = rule({
  clause: 'annualCycle.rounds',
  otherwise: 'RoundContradictsEdition',
  holds: (draft: Draft, state: AnnualCycle, context) =>
    firstOf(drawnIn(draft, state, context), (drawn) => {
      const { round, kind, today } = drawn;
      const days = fixed(drawn).map(({ requestBefore }) => requestBefore);
      const sits = lawOf(round, today).levels.some(({ level, role }) => level === round.level && role === 'council');
      const fits = sits && !days.includes(round.requestsBefore) && (days.length === 0 || kind !== 'local');
      return fits ? undefined : { round: round.id, level: round.level, fixed: days };
    }),
});
export const extraRoundIsAllowed = rule({
  clause: 'annualCycle.extraRound',
  otherwise: 'ExtraRoundNotAllowed',
  holds: (draft: Draft, state: AnnualCycle, context) =>
    firstOf(drawnIn(draft, state, context), (drawn) => {
      const { allowedBy } = drawn.round;
      const may = lawOf(drawn.round, drawn.today).rounds.extraAllowed.value && allowedBy !== undefined && allowedBy.number !== '';
      return fixed(drawn).length === 0 || may ? undefined : { round: drawn.round.id };
    }),
});
export const roundRules = [roundIsDistinct, requestComesBeforeResult, roundIsOfTheYear, roundFitsTheEdition, extraRoundIsAllowed] as const;

/** A round of the highest level is announced for the country, by its own agency. */
export const roundOfOwnLevel = rule({
  clause: 'annualCycle.rounds',
  otherwise: 'NotThisLevel',
  holds: ({ round }: { round: LocalRound }, _: unknown, { actor, now }) => {
    const isHighest = lawOf(round, dayOf(now)).levels.at(-1)?.level === round.level;
    return !isHighest || holds(actor, 'ocopAgency', country) || { level: round.level, unit: country };
  },
});

export const announceRound = command({
  data: z.strictObject({ kind: shape.kind, round: shape.round, ...shape.legalAct }),
  clause: 'annualCycle.rounds',
  by: [agencyOfProvince, agencyOfSuccessor, agencyOfCountry],
  stage: ['open', 'paused'],
  elsewhere: notOpen,
  rules: [roundOfOwnLevel, ...roundRules, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'RoundAnnounced', data }],
});

export const changes = {
  RoundAnnounced: from(['open', 'paused'], (state, { kind, round }, at) => ({
    ...state,
    rounds: [...state.rounds, { ...round, kind, on: dayOf(at) }],
  })),
} satisfies Changes<'RoundAnnounced'>;
