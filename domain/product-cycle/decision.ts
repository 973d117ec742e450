import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { forwardsOn } from '../edition/classify.ts';
import type { Star } from '../edition/edition.ts';
import { setting } from '../edition/settings.ts';
import type { Duty } from '../kernel/command.ts';
import { untilDay } from '../kernel/due.ts';
import { showMean } from '../kernel/exact.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape, type Events } from './events.ts';
import { resultDay } from './round-day.ts';
import { answerDay, mustGoDown } from './sending-down.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, authorityOfLevel, committeeOfLevel, desk } from './parties.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';
import { certifiedAt, levelOf, stepOf } from './stations.ts';
import { missesUpgrade, upgradeIsNotLower, upgradeIsNotTheSame } from './upgrade.ts';

type Reported = Extract<ProductCycle, { stage: 'result-reported' }>;
/** Here the level decides: on its own council's result, or on that of the level above, which it has accepted. */
type Decidable = Extract<ProductCycle, { stage: 'result-reported' | 'result-accepted' }>;
type Notifiable = Extract<ProductCycle, { stage: 'result-reported' | 'sent-down' | 'gate-closed' | 'approved' | 'recognised' }>;
interface Recognition {
  star: 3 | 4 | 5;
}

const mustGoUp = (state: Decidable): boolean => forwardsOn(stepOf(state), state.result.mean);
const certifiesHere = (state: Decidable): boolean => certifiedAt(state).some((star) => star === state.result.star);
const hasCertificate = ({ edition, result }: Decidable | Extract<Notifiable, { stage: 'sent-down' }>): boolean =>
  editions[edition].certificate.stars.value.some((star) => star === result.star);

/** Done again with the same star: the decision stands, and a notice says so. A decision anew stays possible, for one that was withdrawn. */
const standing = ({ edition, recognitions, result }: Decidable): Events['ProductRecognised'] | undefined => {
  const decision = recognitions.at(-1)?.decision;
  return setting('redo.sameStar', editions[edition]) === 'decision-stands' && decision?.star === result.star ? decision : undefined;
};

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
/** Otherwise nothing is left to decide, for want of a star to certify or of one above that held, and a notice is all that follows. */
const hasStarToGive = (state: Decidable | Extract<Notifiable, { stage: 'sent-down' }>): boolean =>
  hasCertificate(state) && !missesUpgrade(state);
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
/** The star of a result on which somebody still has to act before there is anything to tell. */
const pending = (state: Notifiable): Star | undefined => {
  if (state.stage !== 'result-reported' && state.stage !== 'sent-down') return undefined;
  const isOpen =
    state.stage === 'sent-down'
      ? hasStarToGive(state)
      : mustGoUp(state) || mustGoDown(state) || (hasStarToGive(state) && standing(state) === undefined);
  return isOpen ? state.result.star : undefined;
};
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
const decidesHere = (state: Decidable): boolean =>
  state.stage === 'result-accepted' ||
  (certifiesHere(state) && !mustGoUp(state) && !mustGoDown(state) && !missesUpgrade(state) && standing(state) === undefined);
const theAuthority = (state: Decidable): Duty[] => [
  untilDay(
    { role: 'decidingAuthority', unit: unitAt(state.place, levelOf(state)) },
    state.stage === 'result-accepted' ? answerDay(state) : resultDay(state),
  ),
];

export const recognise = command({
  data: z.strictObject({ star: z.literal([3, 4, 5]), certificateNumber: z.string().trim().min(1).max(60).optional(), ...shape.legalAct }),
  clause: 'decision.recognition',
  by: [authorityOfLevel],
  stage: ['result-reported', 'result-accepted'],
  elsewhere: notReported,
  duty: (state) => (decidesHere(state) ? theAuthority(state) : []),
  rules: [
    resultStaysHere,
    starIsCertified,
    upgradeIsNotLower,
    upgradeIsNotTheSame,
    levelMayRecognise,
    starIsTheResult,
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
  duty: (state) => (mustGoUp(state) && stepOf(state).certifies.length > 0 ? theAuthority(state) : []),
  rules: [levelMayApprove, resultGoesUp, documentIsWhole, effectiveDayHasCome],
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
