import { defaultRegulation, regulationOf, regulationsOnRecord, type CouncilRegulation } from '../edition/council-regulations.ts';
import type { Edition } from '../edition/edition.ts';

/*
 * A council begins with our working answers, or takes over a regulation on record. Those are named after their province, in letters that
 * an id may have: Đồng Tháp is `dong-thap`.
 */
const own = 'default';
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\u0111/g, 'd')
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '-');

export const presets = (): readonly string[] => [own, ...regulationsOnRecord.map(({ province }) => idOf(province))];
export const regulationBy = (preset: string, edition: Edition): CouncilRegulation => {
  const recorded = regulationsOnRecord.find(({ province }) => idOf(province) === preset);
  return recorded ? regulationOf(recorded) : defaultRegulation(edition);
};
