import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributeUpdatePair } from '@temporalio/common';
import type { Facets } from '../domain/kernel/aggregate.ts';

/** What an operator may search workflows by in Temporal's UI. Codes only: these stay in clear text. */
export const searchAttributes = {
  cycle: defineSearchAttributeKey('OcopCycle', SearchAttributeType.KEYWORD),
  province: defineSearchAttributeKey('OcopProvince', SearchAttributeType.KEYWORD),
  stage: defineSearchAttributeKey('OcopStage', SearchAttributeType.KEYWORD),
  stars: defineSearchAttributeKey('OcopStars', SearchAttributeType.INT),
  dueAt: defineSearchAttributeKey('OcopDueAt', SearchAttributeType.DATETIME),
};

/** The attributes of a state, and a text by which two of them are told apart. */
export const describe = (
  { cycle, province, stage, stars }: Facets,
  dueAt: number | undefined,
): { text: string; attributes: SearchAttributeUpdatePair[] } => ({
  text: JSON.stringify([cycle, province, stage, stars, dueAt]),
  attributes: [
    { key: searchAttributes.cycle, value: cycle ?? null },
    { key: searchAttributes.province, value: province ?? null },
    { key: searchAttributes.stage, value: stage },
    { key: searchAttributes.stars, value: stars ?? null },
    { key: searchAttributes.dueAt, value: dueAt === undefined ? null : new Date(dueAt) },
  ],
});
