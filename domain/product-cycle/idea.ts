import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { anyone, holds } from '../people/actor.ts';
import { shape } from './events.ts';
import { theCommune, theProposer } from './parties.ts';
import { command, from, lifeOf, type Changes, type ProductCycle } from './state.ts';
import { unitsAreThere } from './territory.ts';

/** After a return the idea is still its proposer's; the commune may type it in for him. */
export const ideaIsOnesOwn = rule({
  clause: 'idea.proposal',
  otherwise: 'NotYourPart',
  holds: (_: unknown, state: Extract<ProductCycle, { stage: 'unborn' | 'idea-returned' }>, { actor }) =>
    state.stage === 'unborn' ||
    actor.person === state.proposer ||
    holds(actor, 'committee', state.place.commune) || { who: ['anyone', 'committee'] as const },
});

/** Anybody may propose; `proposer` names him when somebody else types the idea in. The proposer need not become the producer. */
export const proposeIdea = command({
  data: z.strictObject({ place: shape.place, name: shape.name, idea: shape.text, proposer: shape.id.optional() }),
  clause: 'idea.proposal',
  by: [anyone],
  stage: ['unborn', 'idea-returned'],
  rules: [ideaIsOnesOwn, unitsAreThere],
  duty: (state) => (state.stage === 'idea-returned' ? [theProposer(state)] : []),
  then: ({ proposer, ...idea }, state, { actor }) => [
    {
      type: 'IdeaProposed',
      data: { ...idea, proposer: proposer ?? (state.stage === 'idea-returned' ? state.proposer : actor.person) },
    },
  ],
});

export const acceptIdea = command({
  data: z.strictObject({ note: shape.text.optional() }),
  clause: 'idea.review',
  by: [theCommune],
  stage: ['idea-proposed'],
  duty: ({ place }) => [{ role: 'committee', unit: place.commune }],
  then: (data) => [{ type: 'IdeaAccepted', data }],
});

export const returnIdea = command({
  data: z.strictObject({ note: shape.text }),
  clause: 'idea.review',
  by: [theCommune],
  stage: ['idea-proposed'],
  then: (data) => [{ type: 'IdeaReturned', data }],
});

export const changes = {
  IdeaProposed: from(['unborn', 'idea-returned'], (state, idea, at) => ({ stage: 'idea-proposed', ...lifeOf(state, idea, at), ...idea })),
  IdeaAccepted: from(['idea-proposed'], (state) => ({ ...state, stage: 'idea-accepted' })),
  IdeaReturned: from(['idea-proposed'], (state, { note }) => ({ ...state, stage: 'idea-returned', note })),
} satisfies Changes<'IdeaProposed' | 'IdeaAccepted' | 'IdeaReturned'>;
