import type { Edition, ProducerKind } from './edition.ts';

/** Whether a producer of this kind may register a product of this set; where the edition's list was not seen, everybody may. */
export const mayProduce = ({ producers }: Edition, kind: ProducerKind, set: number): boolean => {
  if (producers.value.length === 0) return true;
  const rules = producers.value.find((rule) => rule.kind === kind);
  return rules !== undefined && (rules.onlySets === null || rules.onlySets.includes(set));
};

/** Sample units that go with a request for a product of this set; services have none. */
export const samplesFor = (
  {
    dossier: {
      samples: { value },
    },
  }: Edition,
  set: number,
): number => (value.exceptSets.includes(set) ? 0 : value.count);
