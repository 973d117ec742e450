import * as z from 'zod';
import { sentDown } from '../edition/classify.ts';
import { editions } from '../edition/edition-for.ts';
import type { SendDown } from '../edition/edition.ts';
import { roundFor } from '../edition/rounds.ts';
import type { Duty } from '../kernel/command.ts';
import { dueInDays, dueOn, untilDay, type Due } from '../kernel/due.ts';
import { dayOf } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { showMean } from '../kernel/exact.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { resultDay } from './round-day.ts';
import { atHand, runAgainAt } from './run.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, authorityOfLevel, committeeOfLevel, desk } from './parties.ts';
import { command, from, type Changes, type Decided, type ProductCycle } from './state.ts';
import { levelOf } from './stations.ts';
import { missesUpgrade, upgradeIsNotLower, upgradeIsNotTheSame } from './upgrade.ts';

type Reported = Extract<ProductCycle, { stage: 'result-reported' }>;
type Sent = Extract<ProductCycle, { stage: 'sent-down' }>;

const downFrom = ({ edition, run, result }: Decided): SendDown | undefined => sentDown(editions[edition], run.level, result.mean);
/** Where the mean lies below the band of its level, another level answers (7.4.g). */
export const mustGoDown = (state: Decided): boolean => downFrom(state) !== undefined;
const answersTo = (state: Decided): SendDown['answers'] => downFrom(state)?.answers ?? [];

export const resultGoesDown = rule({
  clause: 'result.sendingDown',
  otherwise: 'NothingToSendDown',
  always: true,
  holds: (_: unknown, state: Reported) => mustGoDown(state) || { mean: showMean(state.result.mean) },
});
export const resultMayBeAccepted = rule({
  clause: 'result.acceptance',
  otherwise: 'NothingToCertify',
  holds: (_: unknown, state: Sent) => answersTo(state).includes('acceptCentralResult') || { star: state.result.star },
});
export const acceptedStarIsTheResult = rule({
  clause: 'decision.star',
  otherwise: 'StarDiffersFromResult',
  holds: ({ star }: { star: 3 | 4 | 5 }, { result }: Sent) => star === result.star || { star: result.star },
});
/** Under 148 the district answers a result of three stars by its certificate; another evaluation is the province's to hold. */
export const levelMayEvaluateAgain = rule({
  clause: 'result.evaluationAgain',
  otherwise: 'NotEvaluatedAgainHere',
  holds: (_: unknown, state: Sent) => answersTo(state).includes('evaluateAgain') || { level: levelOf(state) },
});

/**
 * No text gives a day. The round in which a new evaluation would fall is the last in which the level can still do either; a renewal is in no round,
 * and each level has its term for one (`renewal.clockPerLevel`).
 */
export const answerDay = ({ sentDown: sent, edition: id, kind }: Decided): Due | undefined => {
  if (!sent) return undefined;
  const edition = editions[id];
  if (kind === 'renewal') {
    const { value: days } = edition.renewal.evaluationDays;
    return days === null ? undefined : dueInDays(sent.on, days, 'request.complete', { setting: 'renewal.clockPerLevel' });
  }
  const round = roundFor(edition, sent.to, sent.on);
  return round && dueOn(round.lastResultDay, sent.on, 'agenda.round', edition.clauses['agenda.round']);
};
const answering = (state: Sent, answer: SendDown['answers'][number]): Duty[] =>
  answersTo(state).includes(answer)
    ? [untilDay({ role: 'decidingAuthority', unit: unitAt(state.place, levelOf(state)) }, answerDay(state))]
    : [];

export const sendDown = command({
  data: z.strictObject(shape.legalAct),
  clause: 'result.sendingDown',
  by: [agencyOfLevel, committeeOfLevel, authorityOfLevel],
  stage: ['result-reported'],
  duty: (state) => (mustGoDown(state) ? desk(state, resultDay(state)) : []),
  rules: [resultGoesDown, documentIsWhole, effectiveDayHasCome],
  then: (data, state) => {
    const down = downFrom(state);
    invariant(down, 'the rule has seen that the result goes down');
    return [{ type: 'SentDown', data: { ...data, from: state.run.level, to: down.to } }];
  },
});

export const acceptCentralResult = command({
  data: z.strictObject({ star: z.literal([3, 4, 5]), ...shape.legalAct }),
  clause: 'result.acceptance',
  by: [authorityOfLevel],
  stage: ['sent-down'],
  duty: (state) => (missesUpgrade(state) ? [] : answering(state, 'acceptCentralResult')),
  rules: [resultMayBeAccepted, upgradeIsNotLower, upgradeIsNotTheSame, acceptedStarIsTheResult, documentIsWhole, effectiveDayHasCome],
  then: (data, state) => [{ type: 'CentralResultAccepted', data: { ...data, level: levelOf(state) } }],
});

export const evaluateAgain = command({
  data: z.strictObject(shape.legalAct),
  clause: 'result.evaluationAgain',
  by: [authorityOfLevel],
  stage: ['sent-down'],
  duty: (state) => answering(state, 'evaluateAgain'),
  rules: [levelMayEvaluateAgain, documentIsWhole, effectiveDayHasCome],
  then: (data, state, context) => {
    const level = levelOf(state);
    return [
      { type: 'EvaluationReopened', data: { ...data, level } },
      { type: 'ReviewRunOpened', data: runAgainAt(state, level, 'evaluateAgain', context) },
    ];
  },
});

export const changes = {
  SentDown: from(['result-reported'], (state, { to, document }, at) => ({
    ...state,
    stage: 'sent-down',
    sentDown: { to, on: dayOf(at), document },
  })),
  CentralResultAccepted: from(['sent-down'], (state) => ({ ...state, stage: 'result-accepted' })),
  EvaluationReopened: from(['sent-down'], ({ result, sentDown: _, ...state }) => ({
    ...state,
    ...atHand,
    results: [...state.results, result],
  })),
} satisfies Changes<'SentDown' | 'CentralResultAccepted' | 'EvaluationReopened'>;
