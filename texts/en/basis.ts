import { cite, type Citing } from '../cite.ts';
import { nameOf } from '../name-of.ts';
import type { Ground } from '../words.ts';
import { regulationTopics } from './clauses.ts';
import { settings } from './settings.ts';

const citing: Citing = {
  articles: (numbers) => `Art. ${numbers}`,
  appendix: (number) => `Appendix ${number}`,
  form: (number) => `Form ${number}`,
  part: (number) => `part ${number}`,
  decision: (number) => `Decision ${number}/QĐ-TTg`,
  step: (number) => `step ${number}`,
};

/** The article, the council's own regulation, or our working answer where nothing is said. */
export const basis = (ground: Ground): string => {
  if ('article' in ground) return cite(ground.article, citing);
  if ('councilRegulation' in ground) return `regulation of the council: ${nameOf(regulationTopics, ground.councilRegulation)}`;
  if ('setting' in ground) return `not regulated, setting ${ground.setting} applies: ${nameOf(settings, ground.setting)}`;
  return 'not stated, by the order of the steps';
};
