import { cite, type Citing } from '../cite.ts';
import { nameOf } from '../name-of.ts';
import type { Ground } from '../words.ts';
import { regulationTopics } from './clauses.ts';
import { settings } from './settings.ts';

const citing: Citing = {
  articles: (numbers) => `Điều ${numbers}`,
  appendix: (number) => `Phụ lục ${number}`,
  form: (number) => `Mẫu số ${number}`,
  part: (number) => `phần ${number}`,
  decision: (number) => `Quyết định ${number}/QĐ-TTg`,
  step: (number) => `bước ${number}`,
};

/** Căn cứ: the article, the council's own regulation, or our working answer where nothing is said. */
export const basis = (ground: Ground): string => {
  if ('article' in ground) return cite(ground.article, citing);
  if ('councilRegulation' in ground) return `Quy chế hoạt động của Hội đồng: ${nameOf(regulationTopics, ground.councilRegulation)}`;
  if ('setting' in ground) return `chưa có quy định, áp dụng thiết lập ${ground.setting}: ${nameOf(settings, ground.setting)}`;
  return 'quy định không nêu, theo trình tự các bước';
};
