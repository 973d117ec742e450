import type { Deadline } from '../kernel/aggregate.ts';
import type { OneOf } from '../kernel/form.ts';
import { startOf } from '../kernel/instant.ts';
import { changesOn, placeOn } from '../territory/place.ts';
import { successorOn } from '../territory/unit.ts';
import type { Events } from './events.ts';
import { from, type Changes, type InForce } from './state.ts';

/*
 * Who is responsible for a certificate is the unit of the day of the act (`territory.successor`). When units of its place are abolished, their
 * successors have it; the issuer stays as printed, and so does the level.
 */
export const succession = ({ certificate: { place } }: InForce): readonly Deadline<OneOf<Events>>[] => {
  const on = changesOn(place);
  if (on === undefined) return [];
  return [
    {
      key: `territory.${on}`,
      at: startOf(on),
      event: { type: 'ResponsibilityHandedOver', data: { from: place, to: placeOn(place, on), on } },
    },
  ];
};

export const changes = {
  ResponsibilityHandedOver: from(['in-force'], ({ certificate, conclusions, ...state }, { to, on }) => ({
    ...state,
    certificate: { ...certificate, place: to },
    conclusions: conclusions.map((conclusion) => ({ ...conclusion, unit: successorOn(conclusion.unit, on) })),
  })),
} satisfies Changes<'ResponsibilityHandedOver'>;
