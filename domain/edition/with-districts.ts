import { unstated } from './clause.ts';
import type { ProductCodeRules, RouteRules, RouteStep } from './edition.ts';
import type { Level } from './terms.ts';

/* What decisions 1048 and 148 have alike: three councils one above another, and a code that names the district. */

/** Certain for a first evaluation; that upgrade and renewal are full evaluations too is our working answer. */
export const threeCouncils = (decision: string): readonly RouteRules[] => {
  const council = (level: Level, when: RouteStep['when']): RouteStep => ({
    level,
    role: 'council',
    mode: 'meeting',
    when,
    clock: unstated({ runs: 'local-plan' }),
    basis: { article: decision },
  });
  return [
    {
      kinds: ['first', 'upgrade', 'renewal'],
      heldStars: [0, 3, 4, 5],
      steps: [council('district', 'filed'), council('province', 'forwarded'), council('central', 'forwarded')],
    },
  ];
};

/** Inferred from codes on record; a four-part form, 01-017-01-2020, is on record too. */
export const codeWithDistrict: ProductCodeRules = {
  segments: [
    { code: 'province', digits: 2 },
    { code: 'district', digits: 3 },
    { code: 'commune', digits: 5 },
    { code: 'serial', digits: null },
    { code: 'year', digits: 4 },
  ],
  serialScope: 'commune-and-year',
  unitCodesOf: 'GSO',
  example: '83-829-28780-3-2022',
};
