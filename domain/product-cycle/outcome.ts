import { editions } from '../edition/edition-for.ts';
import { forwardsOn } from '../edition/classify.ts';
import type { Star } from '../edition/edition.ts';
import { setting } from '../edition/settings.ts';
import type { Events } from './events.ts';
import { mustGoDown } from './sending-down.ts';
import type { ProductCycle } from './state.ts';
import { certifiedAt, stepOf } from './stations.ts';
import { missesUpgrade } from './upgrade.ts';

/* What a result asks for: to be decided here, to go up, to go down, or to be told and no more. */

export type Reported = Extract<ProductCycle, { stage: 'result-reported' }>;
/** Here the level decides: on its own council's result, or on that of the level above, which it has accepted. */
export type Decidable = Extract<ProductCycle, { stage: 'result-reported' | 'result-accepted' }>;
export type Notifiable = Extract<ProductCycle, { stage: 'result-reported' | 'sent-down' | 'gate-closed' | 'approved' | 'recognised' }>;
export const mustGoUp = (state: Decidable): boolean => forwardsOn(stepOf(state), state.result.mean);
export const certifiesHere = (state: Decidable): boolean => certifiedAt(state).some((star) => star === state.result.star);
export const hasCertificate = ({ edition, result }: Decidable | Extract<Notifiable, { stage: 'sent-down' }>): boolean =>
  editions[edition].certificate.stars.value.some((star) => star === result.star);

/** Done again with the same star: the decision stands, and a notice says so. A decision anew stays possible, for one that was withdrawn. */
export const standing = ({ edition, recognitions, result }: Decidable): Events['ProductRecognised'] | undefined => {
  const decision = recognitions.at(-1)?.decision;
  return setting('redo.sameStar', editions[edition]) === 'decision-stands' && decision?.star === result.star ? decision : undefined;
};

/** Otherwise nothing is left to decide, for want of a star to certify or of one above that held, and a notice is all that follows. */
export const hasStarToGive = (state: Decidable | Extract<Notifiable, { stage: 'sent-down' }>): boolean =>
  hasCertificate(state) && !missesUpgrade(state);
export const decidesHere = (state: Decidable): boolean =>
  state.stage === 'result-accepted' ||
  (certifiesHere(state) && !mustGoUp(state) && !mustGoDown(state) && !missesUpgrade(state) && standing(state) === undefined);
export const approvesHere = (state: Reported): boolean => mustGoUp(state) && stepOf(state).certifies.length > 0;

/** The star of a result on which somebody still has to act before there is anything to tell. */
export const pending = (state: Notifiable): Star | undefined => {
  if (state.stage !== 'result-reported' && state.stage !== 'sent-down') return undefined;
  const isOpen =
    state.stage === 'sent-down'
      ? hasStarToGive(state)
      : mustGoUp(state) || mustGoDown(state) || (hasStarToGive(state) && standing(state) === undefined);
  return isOpen ? state.result.star : undefined;
};
