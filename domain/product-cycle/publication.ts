import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import type { Day } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { dayHasCome } from '../legal-act.ts';
import { unitAt } from '../territory/place.ts';
import { shape } from './events.ts';
import { authorityOfLevel } from './parties.ts';
import { command, from, type Changes, type Dossier, type ProductCycle } from './state.ts';
import { levelOf } from './stations.ts';

type Recognised = Extract<ProductCycle, { stage: 'recognised' }>;

/** Of the decision that stands: one that follows a redo is published anew. */
export const publishedOn = ({ recognitions }: Pick<Dossier, 'recognitions'>): Day | undefined => recognitions.at(-1)?.publishedOn;

export const publishedOnce = rule({
  clause: 'result.publication',
  otherwise: 'AlreadyPublished',
  always: true,
  holds: (_: unknown, state: Recognised) => {
    const on = publishedOn(state);
    return on === undefined || { on };
  },
});
export const publishResult = command({
  data: z.strictObject({ on: shape.day, channel: shape.name }),
  clause: 'result.publication',
  by: [authorityOfLevel],
  stage: ['recognised'],
  // Awaited where a text orders it, also after the notice, which is another act for other ears.
  duty: (state) =>
    publishedOn(state) === undefined && !('silent' in editions[state.edition].clauses['result.publication'])
      ? [{ role: 'decidingAuthority', unit: unitAt(state.place, levelOf(state)) }]
      : [],
  rules: [dayHasCome, publishedOnce],
  then: (data) => [{ type: 'ResultPublished', data }],
});

export const changes = {
  ResultPublished: from(['recognised'], (state, { on }) => ({
    ...state,
    recognitions: state.recognitions.map((recognition) =>
      recognition === state.recognitions.at(-1) ? { ...recognition, publishedOn: on } : recognition,
    ),
  })),
} satisfies Changes<'ResultPublished'>;
