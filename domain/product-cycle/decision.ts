import * as z from 'zod';
import type { Duty } from '../kernel/command.ts';
import { untilDay } from '../kernel/due.ts';
import { showMean } from '../kernel/exact.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape, type Events } from './events.ts';
import {
  approvesHere,
  certifiesHere,
  decidesHere,
  hasCertificate,
  mustGoUp,
  pending,
  standing,
  type Decidable,
  type Notifiable,
  type Reported,
} from './outcome.ts';
import { resultDay } from './round-day.ts';
import { answerDay } from './sending-down.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, authorityOfLevel, committeeOfLevel, desk } from './parties.ts';
import { certificateNumber, numberIsTypedOrAllocated } from './certificate-number.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';
import { levelOf, stepOf } from './stations.ts';
import { fileIsNotSentBack, isWithAuthority } from './submission.ts';
import { upgradeIsNotLower, upgradeIsNotTheSame } from './upgrade.ts';

interface Recognition {
  star: 3 | 4 | 5;
}

/** From the forwarding mean on the level does not recognise: it approves the result and asks the level above (7.3.e). */
export const resultStaysHere = rule({
  clause: 'request.forwarding',
  otherwise: 'MustGoUp',
  holds: (_: unknown, state: Decidable) => !mustGoUp(state) || { mean: showMean(state.result.mean) },
});
export const starIsTheResult = rule({
  clause: 'decision.star',
  otherwise: 'StarDiffersFromResult',
  holds: ({ star }: Recognition, { result }: Decidable) => star === result.star || { star: result.star },
});
export const starIsCertified = rule({
  clause: 'decision.certifiable',
  otherwise: 'NothingToCertify',
  holds: (_: unknown, state: Decidable) => hasCertificate(state) || { star: state.result.star },
});
export const levelMayRecognise = rule({
  clause: 'decision.authority',
  otherwise: 'NotTheDecidingAuthority',
  holds: (_: unknown, state: Decidable) => certifiesHere(state) || { star: state.result.star, level: levelOf(state) },
});
export const resultGoesUp = rule({
  clause: 'request.forwarding',
  otherwise: 'BelowForwarding',
  holds: (_: unknown, state: Reported) => mustGoUp(state) || { mean: showMean(state.result.mean) },
});
export const levelMayApprove = rule({
  clause: 'decision.authority',
  otherwise: 'NotTheDecidingAuthority',
  holds: (_: unknown, state: Reported) => stepOf(state).certifies.length > 0 || { star: state.result.star, level: state.run.level },
});
/** A notice tells an outcome: while a decision or a request is still owed there is none. */
export const outcomeIsKnown = rule({
  clause: 'result.notice',
  otherwise: 'DecisionPending',
  always: true,
  holds: (_: unknown, state: Notifiable) => {
    const star = pending(state);
    return star === undefined || { star };
  },
});
export const notifiedOnce = rule({
  clause: 'result.notice',
  otherwise: 'AlreadyNotified',
  always: true,
  holds: (_: unknown, state: Notifiable) => (state.stage !== 'approved' && state.stage !== 'recognised') || !state.isNotified || false,
});

const notReported = (state: ProductCycle) =>
  state.stage === 'recognised'
    ? refusal('AlreadyDecided', { number: state.decision.document.number })
    : state.stage === 'scoring' || state.stage === 'scored'
      ? refusal('ResultNotReported', false)
      : undefined;
const theAuthority = (state: Decidable): Duty[] => [
  untilDay(
    { role: 'decidingAuthority', unit: unitAt(state.place, levelOf(state)) },
    state.stage === 'result-accepted' ? answerDay(state) : resultDay(state),
  ),
];

export const recognise = command({
  data: z.strictObject({ star: z.literal([3, 4, 5]), ...certificateNumber, ...shape.legalAct }),
  clause: 'decision.recognition',
  by: [authorityOfLevel],
  stage: ['result-reported', 'result-accepted'],
  elsewhere: notReported,
  duty: (state) => (decidesHere(state) && isWithAuthority(state) ? theAuthority(state) : []),
  rules: [
    resultStaysHere,
    starIsCertified,
    upgradeIsNotLower,
    upgradeIsNotTheSame,
    levelMayRecognise,
    starIsTheResult,
    numberIsTypedOrAllocated,
    fileIsNotSentBack,
    documentIsWhole,
    effectiveDayHasCome,
  ],
  then: (data) => [{ type: 'ProductRecognised', data }],
});

export const approveResult = command({
  data: z.strictObject(shape.legalAct),
  clause: 'decision.approval',
  by: [authorityOfLevel],
  stage: ['result-reported'],
  elsewhere: notReported,
  duty: (state) => (approvesHere(state) && isWithAuthority(state) ? theAuthority(state) : []),
  rules: [levelMayApprove, resultGoesUp, fileIsNotSentBack, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'ResultApproved', data }],
});

const outcomeOf = (state: Notifiable): Events['ResultNotified']['outcome'] => {
  switch (state.stage) {
    case 'result-reported':
      return standing(state) ? 'stands' : 'not-passed';
    case 'sent-down':
      return 'not-passed';
    case 'gate-closed':
      return state.gate.gate === 'stop-scoring' ? 'stopped' : 'rejected';
    case 'approved':
      return 'sent-up';
    case 'recognised':
      return 'recognised';
  }
};
const noticeIsDue = (state: Notifiable): boolean =>
  state.stage === 'approved' || state.stage === 'recognised' ? !state.isNotified : pending(state) === undefined;
export const notifyResult = command({
  data: z.strictObject(shape.legalAct),
  clause: 'result.notice',
  by: [agencyOfLevel, committeeOfLevel],
  stage: ['result-reported', 'sent-down', 'gate-closed', 'approved', 'recognised'],
  elsewhere: (state) => ('notice' in state ? refusal('AlreadyNotified', false) : notReported(state)),
  duty: (state) => (noticeIsDue(state) ? desk(state) : []),
  rules: [outcomeIsKnown, notifiedOnce, documentIsWhole, effectiveDayHasCome],
  then: (data, state) => [{ type: 'ResultNotified', data: { ...data, outcome: outcomeOf(state) } }],
});

export const changes = {
  ProductRecognised: from(['result-reported', 'result-accepted'], (state, decision) => ({
    ...state,
    stage: 'recognised',
    recognitions: [
      ...state.recognitions,
      { decision, level: levelOf(state), name: state.name, producer: state.producer, place: state.place },
    ],
    decision,
    isNotified: false,
  })),
  ResultApproved: from(['result-reported'], (state) => ({ ...state, stage: 'approved', isNotified: false })),
  ResultNotified: from(
    ['result-reported', 'sent-down', 'gate-closed', 'approved', 'recognised'],
    (state, { document: notice, outcome }) => {
      if (state.stage === 'approved' || state.stage === 'recognised') return { ...state, isNotified: true };
      if (state.stage === 'gate-closed') return { ...state, stage: outcome === 'stopped' ? 'stopped' : 'rejected', notice };
      const stands = outcome === 'stands' ? state.recognitions.at(-1) : undefined;
      return stands
        ? { ...state, stage: 'recognised', decision: stands.decision, isNotified: true }
        : { ...state, stage: 'not-passed', notice };
    },
  ),
} satisfies Changes<'ProductRecognised' | 'ResultApproved' | 'ResultNotified'>;
