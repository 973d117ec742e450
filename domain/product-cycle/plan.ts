import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import type { Producer } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { shape } from './events.ts';
import { principal, theProposer, theCommune, theProducer } from './parties.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';

/** Where the state does not name the producer yet, the command does. */
export const submittedForOwnUnit = rule({
  clause: 'plan.submission',
  otherwise: 'NotYourUnit',
  holds: (
    { producer }: { producer: Producer },
    { place }: Extract<ProductCycle, { stage: 'idea-accepted' | 'plan-returned' }>,
    { actor },
  ) => holds(actor, 'producer', producer.id) || holds(actor, 'committee', place.commune) || { units: [producer.id, place.commune] },
});

export const submitPlan = command({
  data: z.strictObject({ producer: shape.producer, summary: shape.text, digest: shape.digest.optional() }),
  clause: 'plan.submission',
  by: [theProducer, theCommune],
  onBehalf: ({ producer }) => producer.id,
  stage: ['idea-accepted', 'plan-returned'],
  rules: [submittedForOwnUnit],
  duty: (state) => [state.stage === 'plan-returned' ? { role: 'producer', unit: state.producer.id } : theProposer(state)],
  then: (data) => [{ type: 'PlanSubmitted', data }],
});

export const acceptPlan = command({
  data: z.strictObject({ note: shape.text.optional() }),
  clause: 'plan.review',
  by: [theCommune],
  stage: ['plan-submitted'],
  duty: ({ place }) => [{ role: 'committee', unit: place.commune }],
  then: (data) => [{ type: 'PlanAccepted', data }],
});

export const returnPlan = command({
  data: z.strictObject({ note: shape.text }),
  clause: 'plan.review',
  by: [theCommune],
  stage: ['plan-submitted'],
  then: (data) => [{ type: 'PlanReturned', data }],
});

export const reportImplementation = command({
  data: z.strictObject({ results: shape.text }),
  clause: 'plan.implementation',
  by: [theProducer, theCommune],
  onBehalf: principal,
  stage: ['plan-accepted'],
  duty: ({ producer }) => [{ role: 'producer', unit: producer.id }],
  then: (data) => [{ type: 'ImplementationReported', data }],
});

export const changes = {
  PlanSubmitted: from(['idea-accepted', 'plan-returned'], ({ stage: _, ...state }, { producer, ...plan }) => ({
    ...state,
    stage: 'plan-submitted',
    producer,
    plan,
  })),
  PlanAccepted: from(['plan-submitted'], (state) => ({ ...state, stage: 'plan-accepted' })),
  PlanReturned: from(['plan-submitted'], (state, { note }) => ({ ...state, stage: 'plan-returned', note })),
  ImplementationReported: from(['plan-accepted'], (state, { results }) => ({ ...state, stage: 'implemented', results })),
} satisfies Changes<'PlanSubmitted' | 'PlanAccepted' | 'PlanReturned' | 'ImplementationReported'>;
