import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { sittingIsAhead, sittingIsKnown, type OfSitting } from './known-sitting.ts';
import { findSitting, inSitting } from './sitting.ts';
import { command, from, theChair, type Changes, type Formed } from './state.ts';

export const otherDayIsLater = rule({
  clause: 'sitting.adjournment',
  otherwise: 'SittingDayNotLater',
  holds: ({ sitting, on }: OfSitting & { on: string }, state: Formed) => {
    const found = findSitting(state, sitting);
    return !found || on > found.on || { sitting, on: found.on };
  },
});

/** To a later day, as long as it has not opened. Its products stay on the agenda, its papers stay sent; who is present is asked anew. */
export const adjournSitting = command({
  data: z.strictObject(shape.adjournment),
  clause: 'sitting.adjournment',
  by: [theChair],
  stage: ['formed'],
  rules: [sittingIsKnown('sitting.adjournment'), sittingIsAhead('sitting.adjournment'), otherDayIsLater],
  then: (data) => [{ type: 'SittingAdjourned', data }],
});

export const changes = {
  SittingAdjourned: from(['formed'], (state, { sitting: id, on }) =>
    inSitting(state, id, (sitting) => ({ ...sitting, on, present: null })),
  ),
} satisfies Changes<'SittingAdjourned'>;
