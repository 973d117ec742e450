import { compareWith, isAtLeast, type Mean } from '../kernel/exact.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Band, Edition, SendDown } from './edition.ts';
import { findLevel } from './level.ts';
import type { Step } from './route.ts';
import type { CertifiedStar, Level, Star } from './terms.ts';

export interface Classification {
  /** By points alone; a missed star minimum may lower it. */
  readonly star: Star;
  /** The mean lies between two printed bands of 1048 (89.5) and took the lower one: the result carries a note (`bands.gapPolicy`). */
  readonly betweenBands: boolean;
  /** Three stars and more have a decision and a certificate. */
  readonly certifiable: boolean;
}

const isAbove = (mean: Mean, band: Band) => band.maxInclusive && compareWith(mean, band.max) > 0;

/** The star of an exact mean of 0 to 100: the highest band whose least points it reaches. */
export const classify = (mean: Mean, edition: Edition): Classification => {
  invariant(compareWith(mean, 100) <= 0, `a mean of ${mean.sum}/${mean.count} points`);
  const band = edition.bands.value.find(({ min }) => isAtLeast(mean, min));
  invariant(band, `${edition.id} has a band for ${mean.sum}/${mean.count}`);
  return { star: band.star, betweenBands: isAbove(mean, band), certifiable: isCertified(edition, band.star) };
};

/** Whether a star has a decision and a certificate under this edition; narrows to the stars that have. */
export const isCertified = (edition: Edition, star: Star | 0): star is CertifiedStar =>
  edition.certificate.stars.value.some((certified) => certified === star);

/** Whether the step's result goes up. A report always does; `mean` is null where nobody scored. */
export const forwardsOn = ({ forwards }: Pick<Step, 'forwards'>, mean: Mean | null): boolean => {
  if (forwards.when !== 'mean') return forwards.when === 'always';
  return mean !== null && isAtLeast(mean, forwards.min) && compareWith(mean, forwards.max) <= 0;
};

/** Where a mean of this level goes back to, and what may be answered there; undefined when the level keeps its result. */
export const sentDown = (edition: Edition, level: Level, mean: Mean): SendDown | undefined =>
  findLevel(edition, level)?.sendsDown.value.find(({ min, below }) => isAtLeast(mean, min) && compareWith(mean, below) < 0);
