import type { Edition, Forwarding, RouteStep } from './edition.ts';
import { getLevel } from './level.ts';
import type { CertifiedStar, Kind, Level, Star } from './terms.ts';

/** A station of a dossier: who works there and how (`RouteStep`), which stars its council may certify, and what sends the dossier on. */
export interface Step extends RouteStep {
  readonly certifies: readonly CertifiedStar[];
  readonly forwards: Forwarding;
}

/**
 * The stations of a dossier from the producer upward, by its kind and the star of the certificate in force (0 or less than 3: none).
 * Empty where the edition knows no such dossier, as an upgrade from 5 stars.
 */
export const route = (edition: Edition, kind: Kind, heldStar: Star | 0): readonly Step[] => {
  const held = heldStar === 1 || heldStar === 2 ? 0 : heldStar;
  const found = edition.routes.find(({ kinds, heldStars }) => kinds.includes(kind) && heldStars.includes(held));
  return (found?.steps ?? []).map((step, index, steps) => stationOf(edition, step, steps[index + 1]));
};

/** The station after this level; undefined after the last, and for a level that is not on the route. */
export const nextStep = (steps: readonly Step[], level: Level): Step | undefined => {
  const here = steps.findIndex((step) => step.level === level);
  return here === -1 ? undefined : steps[here + 1];
};

// A report goes up whatever it says; only a council's mean is measured against the threshold of its level.
const stationOf = (edition: Edition, step: RouteStep, next: RouteStep | undefined): Step => {
  const { certifies, forwards } = getLevel(edition, step.level);
  if (step.role === 'council') return { ...step, certifies: certifies.value, forwards: forwards.value };
  return { ...step, certifies: [], forwards: next ? { when: 'always', to: next.level } : { when: 'never' } };
};
