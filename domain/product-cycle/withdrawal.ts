import * as z from 'zod';
import { refusal } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { command, from, principal, theCommune, theProducer, underReview, type Changes, type Dossier } from './state.ts';

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

/** What stays of a dossier that nobody works on any more: no clock, no agenda, no sheets. */
const laidAside = (state: Dossier): Dossier => ({
  name: state.name,
  place: state.place,
  birth: state.birth,
  carriedTo: state.carriedTo,
  settled: state.settled,
  kind: state.kind,
  edition: state.edition,
  filedOn: state.filedOn,
  set: state.set,
  producer: state.producer,
  evidence: state.evidence,
  held: state.held,
  productCode: state.productCode,
  representative: state.representative,
  run: state.run,
  receipts: state.receipts,
  results: state.results,
  deadlinesPassed: state.deadlinesPassed,
});

export const changes = {
  DossierWithdrawn: from(underReview, (state, withdrawal) => ({ ...laidAside(state), stage: 'withdrawn', withdrawal })),
} satisfies Changes<'DossierWithdrawn'>;
