import type { Day } from '../kernel/instant.ts';
import type { Basis } from './clause.ts';
import { editions } from './edition-for.ts';
import { setting } from './settings.ts';
import type { EditionId, Kind } from './terms.ts';

/** What a newer edition leaves to a dossier that was filed under an older one. */
export interface Transition {
  /** The edition that says so, and the day it begins to take dossiers. */
  readonly edition: EditionId;
  readonly from: Day;
  /** Last day on which the dossier may finish under its own edition; not moved when it is a day off (`transition.rollOnHoliday`). */
  readonly until: Day;
  readonly basis: Basis;
}

const ruleFor = (kind: Kind) => (kind === 'renewal' ? 'pending-renewal' : 'pending-first-upgrade');
const inOrder = Object.values(editions);

/**
 * The first newer edition that sets pending dossiers of this kind an end (12.2). Undefined where none does yet, and where they may finish
 * however late (`transition.pendingUnfinished`).
 */
export const transitionOf = (pinned: EditionId, kind: Kind): Transition | undefined => {
  const newer = inOrder.slice(inOrder.findIndex(({ id }) => id === pinned) + 1);
  for (const edition of newer) {
    const rule = edition.transition.rules.find(({ code }) => code === ruleFor(kind));
    if (rule && rule.until !== null && setting('transition.pendingUnfinished', edition) === 'close-and-refile')
      return { edition: edition.id, from: edition.newDossiersFrom.value, until: rule.until, basis: rule.basis };
  }
  return undefined;
};
