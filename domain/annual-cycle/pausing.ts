import * as z from 'zod';
import { dayOf } from '../kernel/instant.ts';
import { shape } from './events.ts';
import { command, from, notOpen, ofCountry, ofProvince, ofSuccessor, onHold, type Changes } from './state.ts';

/** Only enrolling stops (`annualCycle.pause`): terms of the law, reviews and certificates run on. */
export const pause = command({
  data: z.strictObject({ reason: shape.text }),
  clause: 'annualCycle.pause',
  by: [ofProvince, ofSuccessor, ofCountry],
  stage: ['open'],
  elsewhere: onHold,
  then: (data) => [{ type: 'AnnualCyclePaused', data }],
});

/** What was refused meanwhile is listed by the dry run and enrolled by whoever resumes. */
export const resume = command({
  data: z.strictObject({ note: shape.text.optional() }),
  clause: 'annualCycle.pause',
  by: [ofProvince, ofSuccessor, ofCountry],
  stage: ['paused'],
  elsewhere: (state) => (state.stage === 'open' ? undefined : notOpen(state)),
  then: (data) => [{ type: 'AnnualCycleResumed', data }],
});

export const changes = {
  AnnualCyclePaused: from(['open'], (state, _, at) => ({ ...state, stage: 'paused', pausedOn: dayOf(at) })),
  AnnualCycleResumed: from(['paused'], ({ pausedOn: _, ...state }) => ({ ...state, stage: 'open' })),
} satisfies Changes<'AnnualCyclePaused' | 'AnnualCycleResumed'>;
