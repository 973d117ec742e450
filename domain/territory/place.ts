import type { Level } from '../edition/edition.ts';
import type { Day } from '../kernel/instant.ts';
import type { Place } from '../legal-act.ts';
import { country, goneFrom, goneSince, successorOn } from './unit.ts';

/** The unit of this place that answers for a level; without a district its province does. */
export const unitAt = ({ commune, district, province }: Place, level: Level): string =>
  ({ commune, district: district ?? province, province, central: country })[level];

/** Where the place lies on the day: with the units that are there then. A district is gone without another one in its stead. */
export const placeOn = ({ commune, district, province }: Place, day: Day): Place => ({
  commune: successorOn(commune, day),
  ...(district !== undefined && goneSince(district, day) === undefined && { district }),
  province: successorOn(province, day),
});
const unitsOf = ({ commune, district, province }: Place): readonly string[] => [
  commune,
  ...(district === undefined ? [] : [district]),
  province,
];

/** Units of the place that were gone on the day, with who answers for each instead, and since when. */
export const goneUnits = (place: Place, day: Day): readonly { unit: string; successor: string; from: Day }[] =>
  unitsOf(place).flatMap((unit) => {
    const from = goneSince(unit, day);
    return from === undefined ? [] : [{ unit, successor: successorOn(unit, day), from }];
  });
/** The first day on which a unit of the place is there no more. */
export const changesOn = (place: Place): Day | undefined =>
  unitsOf(place)
    .flatMap((unit) => goneFrom(unit) ?? [])
    .toSorted()[0];
