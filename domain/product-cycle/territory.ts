import * as z from 'zod';
import type { Deadline } from '../kernel/aggregate.ts';
import type { OneOf } from '../kernel/form.ts';
import { dayOf, startOf } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import type { Place } from '../legal-act.ts';
import { changesOn, goneUnits, placeOn } from '../territory/place.ts';
import { goneSince, successorOn } from '../territory/unit.ts';
import { shape, type Events } from './events.ts';
import { theCommune } from './parties.ts';
import { command, from, open, type Changes, type ProductCycle } from './state.ts';

/*
 * Who is responsible is the unit of the day of the act (`territory.successor`). When units of a place are abolished, what is open there
 * passes to their successors by itself; what the table cannot know, as the parts of a divided commune, the committee hands over.
 */

type Open = Extract<ProductCycle, { stage: (typeof open)[number] }>;

export const unitsAreThere = rule({
  clause: 'territory.unit',
  otherwise: 'NotYourUnit',
  holds: ({ place }: { place: Place }, _: unknown, { now }) => {
    const [gone] = goneUnits(place, dayOf(now));
    return gone === undefined || { units: [gone.successor], from: gone.from };
  },
});
export const receiverIsThere = rule({
  clause: 'territory.unit',
  otherwise: 'NotYourUnit',
  holds: ({ commune }: { commune: string }, _: unknown, { now }) => {
    const from = goneSince(commune, dayOf(now));
    return from === undefined || { units: [successorOn(commune, dayOf(now))], from };
  },
});
export const receiverIsAnother = rule({
  clause: 'territory.unit',
  otherwise: 'UnitUnchanged',
  holds: ({ commune }: { commune: string }, { place }: Open) => commune !== place.commune || { unit: commune },
});
export const handOver = command({
  data: z.strictObject({ commune: shape.id, note: shape.text }),
  clause: 'territory.unit',
  by: [theCommune],
  stage: open,
  rules: [receiverIsThere, receiverIsAnother],
  then: ({ commune, note }, { place }, { now }) => [
    { type: 'ResponsibilityHandedOver', data: { from: place, to: { ...place, commune }, on: dayOf(now), note } },
  ],
});

const isOpen = (state: ProductCycle): state is Open => open.some((stage) => stage === state.stage);
export const succession = (state: ProductCycle): readonly Deadline<OneOf<Events>>[] => {
  const on = isOpen(state) ? changesOn(state.place) : undefined;
  if (on === undefined || !isOpen(state)) return [];
  const { place } = state;
  return [
    {
      key: `territory.${on}`,
      at: startOf(on),
      event: { type: 'ResponsibilityHandedOver', data: { from: place, to: placeOn(place, on), on } },
    },
  ];
};

export const changes = {
  // A number that was given keeps the units of its day, so each receipt remembers where it was.
  ResponsibilityHandedOver: from([...open], (state, { from: former, to }) => ({
    ...state,
    place: to,
    ...('receipts' in state && { receipts: state.receipts.map((receipt) => ({ place: former, ...receipt })) }),
  })),
} satisfies Changes<'ResponsibilityHandedOver'>;
