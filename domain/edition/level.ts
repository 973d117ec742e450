import { invariant } from '../kernel/invariant.ts';
import type { Edition, LevelRules } from './edition.ts';
import type { CertifiedStar, Level } from './terms.ts';

/** What the edition says of this level; undefined where it has no such level. */
export const findLevel = (edition: Edition, level: Level): LevelRules | undefined => edition.levels.find((rules) => rules.level === level);

/** As `findLevel`, for a level that comes from a route of this edition. */
export const getLevel = (edition: Edition, level: Level): LevelRules => {
  const rules = findLevel(edition, level);
  invariant(rules, `${edition.id} has no level ${level}`);
  return rules;
};

/** The level whose deciding authority recognises this star. */
export const levelCertifying = (edition: Edition, star: CertifiedStar): LevelRules => {
  const rules = edition.levels.find(({ certifies }) => certifies.value.includes(star));
  invariant(rules, `${edition.id} certifies no ${star} stars`);
  return rules;
};
