import { unstated } from './clause.ts';
import type { Dossier, UpwardRules } from './dossier-rules.ts';
import { producerForms, producerPapers } from './qd-148-criteria.ts';

const upward: readonly UpwardRules[] = [
  {
    from: 'district',
    to: 'province',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['letter', 'council-minutes', 'product-dossier'],
    basis: { article: 'QĐ 148' },
  },
  {
    from: 'province',
    to: 'central',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['letter', 'council-minutes', 'decision', 'product-dossier'],
    basis: { article: 'QĐ 148' },
  },
];

export const dossier: Dossier = { ...producerPapers, forms: producerForms, upward, findings: unstated([]) };
