import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { forwardsOn } from '../edition/classify.ts';
import { setting } from '../edition/settings.ts';
import type { Duty } from '../kernel/command.ts';
import { untilDay } from '../kernel/due.ts';
import { showMean } from '../kernel/exact.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { resultDay } from './round-day.ts';
import {
  agencyOfLevel,
  authorityOfLevel,
  command,
  committeeOfLevel,
  desk,
  from,
  stepOf,
  unitAt,
  type Changes,
  type ProductCycle,
} from './state.ts';

type Reported = Extract<ProductCycle, { stage: 'result-reported' }>;
type Notifiable = Extract<ProductCycle, { stage: 'result-reported' | 'approved' | 'recognised' }>;
interface Recognition {
  star: 3 | 4 | 5;
}

/** An upgrade that does not raise the star fails, and what is held stays as it is. */
const staysLower = ({ kind, held, edition, result }: Reported): boolean =>
  kind === 'upgrade' && held !== undefined && result.star < held.star && setting('upgrade.failKeepsCertificate', editions[edition]);
const staysSame = ({ kind, held, edition, result }: Reported): boolean =>
  kind === 'upgrade' && held !== undefined && result.star === held.star && setting('upgrade.sameStar', editions[edition]) === 'failure';
const mustGoUp = (state: Reported): boolean => forwardsOn(stepOf(state), state.result.mean);
const certifiesHere = (state: Reported): boolean => stepOf(state).certifies.some((star) => star === state.result.star);
const hasCertificate = ({ edition, result }: Reported): boolean =>
  editions[edition].certificate.stars.value.some((star) => star === result.star);

/** From the forwarding mean on the level does not recognise: it approves the result and asks the level above (7.3.e). */
export const resultStaysHere = rule({
  clause: 'request.forwarding',
  otherwise: 'MustGoUp',
  holds: (_: unknown, state: Reported) => !mustGoUp(state) || { mean: showMean(state.result.mean) },
});
export const starIsTheResult = rule({
  clause: 'decision.star',
  otherwise: 'StarDiffersFromResult',
  holds: ({ star }: Recognition, { result }: Reported) => star === result.star || { star: result.star },
});
export const starIsCertified = rule({
  clause: 'decision.certifiable',
  otherwise: 'NothingToCertify',
  holds: (_: unknown, state: Reported) => hasCertificate(state) || { star: state.result.star },
});
const raises = (fails: (state: Reported) => boolean, clause: 'upgrade.lowerStar' | 'upgrade.sameStar') =>
  rule({
    clause,
    otherwise: 'UpgradeNotReached',
    holds: (_: unknown, state: Reported) => !fails(state) || { star: state.result.star, held: state.held?.star ?? 0 },
  });
export const upgradeIsNotLower = raises(staysLower, 'upgrade.lowerStar');
export const upgradeIsNotTheSame = raises(staysSame, 'upgrade.sameStar');
/** Otherwise nothing is left to decide, for want of a star to certify or of one above that held, and a notice is all that follows. */
const awaitsDecision = (state: Reported): boolean => mustGoUp(state) || (hasCertificate(state) && !staysLower(state) && !staysSame(state));
export const levelMayRecognise = rule({
  clause: 'decision.authority',
  otherwise: 'NotTheDecidingAuthority',
  holds: (_: unknown, state: Reported) => certifiesHere(state) || { star: state.result.star, level: state.run.level },
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
  holds: (_: unknown, state: Notifiable) => state.stage !== 'result-reported' || !awaitsDecision(state) || { star: state.result.star },
});
export const notifiedOnce = rule({
  clause: 'result.notice',
  otherwise: 'AlreadyNotified',
  always: true,
  holds: (_: unknown, state: Notifiable) => state.stage === 'result-reported' || !state.isNotified || false,
});

const notReported = (state: ProductCycle) =>
  state.stage === 'recognised'
    ? refusal('AlreadyDecided', { number: state.decision.document.number })
    : state.stage === 'scoring' || state.stage === 'scored'
      ? refusal('ResultNotReported', false)
      : undefined;
const theAuthority = (state: Reported): Duty[] => [
  untilDay({ role: 'decidingAuthority', unit: unitAt(state.place, state.run.level) }, resultDay(state)),
];

export const recognise = command({
  data: z.strictObject({ star: z.literal([3, 4, 5]), certificateNumber: z.string().trim().min(1).max(60).optional(), ...shape.legalAct }),
  clause: 'decision.recognition',
  by: [authorityOfLevel],
  stage: ['result-reported'],
  elsewhere: notReported,
  duty: (state) => (certifiesHere(state) && !mustGoUp(state) && awaitsDecision(state) ? theAuthority(state) : []),
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

const outcomes = { 'result-reported': 'not-passed', 'approved': 'sent-up', 'recognised': 'recognised' } as const;
const noticeIsDue = (state: Notifiable): boolean => (state.stage === 'result-reported' ? !awaitsDecision(state) : !state.isNotified);
export const notifyResult = command({
  data: z.strictObject(shape.legalAct),
  clause: 'result.notice',
  by: [agencyOfLevel, committeeOfLevel],
  stage: ['result-reported', 'approved', 'recognised'],
  elsewhere: (state) => (state.stage === 'not-passed' ? refusal('AlreadyNotified', false) : notReported(state)),
  duty: (state) => (noticeIsDue(state) ? desk(state) : []),
  rules: [outcomeIsKnown, notifiedOnce, documentIsWhole, effectiveDayHasCome],
  then: (data, { stage }) => [{ type: 'ResultNotified', data: { ...data, outcome: outcomes[stage] } }],
});

export const changes = {
  ProductRecognised: from(['result-reported'], (state, decision) => ({ ...state, stage: 'recognised', decision, isNotified: false })),
  ResultApproved: from(['result-reported'], (state) => ({ ...state, stage: 'approved', isNotified: false })),
  ResultNotified: from(['result-reported', 'approved', 'recognised'], (state, { document }) =>
    state.stage === 'result-reported' ? { ...state, stage: 'not-passed', notice: document } : { ...state, isNotified: true },
  ),
} satisfies Changes<'ProductRecognised' | 'ResultApproved' | 'ResultNotified'>;
