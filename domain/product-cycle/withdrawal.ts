import * as z from 'zod';
import { refusal } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { principal, theCommune, theProducer } from './parties.ts';
import { command, dossierOf, from, underReview, type Changes } from './state.ts';

/** A dossier is the producer's own until a decision on it names the product (`dossier.withdrawByProducer`). */
export const withdrawDossier = command({
  data: z.strictObject({ reason: shape.text.optional() }),
  clause: 'dossier.withdrawal',
  by: [theProducer, theCommune],
  onBehalf: principal,
  stage: underReview,
  elsewhere: ({ stage }) => (stage === 'recognised' ? refusal('WithdrawalTooLate', false) : undefined),
  then: (data) => [{ type: 'DossierWithdrawn', data }],
});

export const changes = {
  DossierWithdrawn: from(underReview, (state, withdrawal) => ({ ...dossierOf(state), stage: 'withdrawn', withdrawal })),
} satisfies Changes<'DossierWithdrawn'>;
