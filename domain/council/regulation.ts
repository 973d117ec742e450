import { defaultRegulation, regulationOf, regulationsOnRecord, type CouncilRegulation } from '../edition/council-regulations.ts';
import type { Edition } from '../edition/edition.ts';
import { invariant } from '../kernel/invariant.ts';

/** A regulation to begin with: our working answers, or what is on record of a province, for whoever takes it over. */
const provinces = { 'default': null, 'tay-ninh': 'Tây Ninh', 'dong-thap': 'Đồng Tháp' } as const;
export type Preset = keyof typeof provinces;
export const presets = ['default', 'tay-ninh', 'dong-thap'] as const satisfies readonly Preset[];

export const regulationBy = (preset: Preset, edition: Edition): CouncilRegulation => {
  const place = provinces[preset];
  if (place === null) return defaultRegulation(edition);
  const recorded = regulationsOnRecord.find(({ province }) => province === place);
  invariant(recorded, `a regulation of ${place} is on record`);
  return regulationOf(recorded);
};
