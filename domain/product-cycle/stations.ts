import { isCertified } from '../edition/classify.ts';
import { editions } from '../edition/edition-for.ts';
import type { CertifiedStar, Level } from '../edition/edition.ts';
import { getLevel } from '../edition/level.ts';
import { route, type Step } from '../edition/route.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Decided, Dossier, SentDown } from './state.ts';

/** The way of this dossier through the levels, by its edition, its kind and the star it holds. */
export const stepsOf = ({ edition, kind, held }: Pick<Dossier, 'edition' | 'kind' | 'held'>): readonly Step[] =>
  route(editions[edition], kind, held && isCertified(editions[edition], held.star) ? held.star : 0);
export const stepOf = (state: Dossier): Step => {
  const step = stepsOf(state).find(({ level }) => level === state.run.level);
  invariant(step, `${state.edition} has no level ${state.run.level}`);
  if (step.role === state.run.role) return step;
  const { certifies, forwards } = getLevel(editions[state.edition], step.level);
  return { ...step, role: state.run.role, certifies: certifies.value, forwards: forwards.value };
};
export const stepAfter = (state: Dossier): Step | undefined => {
  const steps = stepsOf(state);
  return steps[steps.findIndex(({ level }) => level === state.run.level) + 1];
};

/** Who has it now: the level of the run, or the one to which its result has been sent down. */
export const levelOf = ({ run, sentDown }: Dossier & { sentDown?: SentDown | undefined }): Level => sentDown?.to ?? run.level;
export const certifiedAt = (state: Decided): readonly CertifiedStar[] => getLevel(editions[state.edition], levelOf(state)).certifies.value;
