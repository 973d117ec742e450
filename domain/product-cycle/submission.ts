import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { approvesHere, decidesHere, type Decidable, type Reported } from './outcome.ts';
import { agencyOfLevel, authorityOfLevel, committeeOfLevel, desk } from './parties.ts';
import { resultDay } from './round-day.ts';
import { command, from, type Changes } from './state.ts';

/*
 * The agency compiles the file and submits it (7.3.đ). A decision shows by itself that this was done, so it may follow without the record;
 * but a file that was sent back is submitted again before anything is decided on it (`decision.sendBack`).
 */

const sentBackFor = ({ result: { submission } }: Decidable): string | undefined => submission?.sentBack ?? undefined;
export const isWithAuthority = (state: Decidable): boolean => sentBackFor(state) === undefined;

export const fileIsNotSentBack = rule({
  clause: 'decision.sendBack',
  otherwise: 'SentBackPending',
  holds: (_: unknown, state: Decidable) => {
    const reason = sentBackFor(state);
    return reason === undefined || { reason };
  },
});
export const submittedOnce = rule({
  clause: 'decision.submission',
  otherwise: 'AlreadySubmitted',
  holds: (_: unknown, state: Reported) => state.result.submission === undefined || !isWithAuthority(state) || false,
});
export const somethingIsDecidedHere = rule({
  clause: 'decision.submission',
  otherwise: 'NothingToDecide',
  holds: (_: unknown, state: Reported) => decidesHere(state) || approvesHere(state) || { star: state.result.star },
});

export const submitForDecision = command({
  data: z.strictObject(shape.legalAct),
  clause: 'decision.submission',
  by: [agencyOfLevel, committeeOfLevel],
  stage: ['result-reported'],
  duty: (state) => (isWithAuthority(state) ? [] : desk(state, resultDay(state))),
  rules: [somethingIsDecidedHere, submittedOnce, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'SubmittedForDecision', data }],
});
export const sendBack = command({
  data: z.strictObject({ reason: shape.text }),
  clause: 'decision.sendBack',
  by: [authorityOfLevel],
  stage: ['result-reported'],
  rules: [somethingIsDecidedHere, fileIsNotSentBack],
  then: (data) => [{ type: 'SentBack', data }],
});

export const changes = {
  SubmittedForDecision: from(['result-reported'], (state) => ({ ...state, result: { ...state.result, submission: { sentBack: null } } })),
  SentBack: from(['result-reported'], (state, { reason }) => ({ ...state, result: { ...state.result, submission: { sentBack: reason } } })),
} satisfies Changes<'SubmittedForDecision' | 'SentBack'>;
