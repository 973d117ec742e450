import { article } from './clause.ts';
import type { Dossier, Form, UpwardRules } from './dossier-rules.ts';
import { producerForms, producerPapers } from './qd-148-criteria.ts';

const communeForm: Form = {
  number: 'báo cáo cấp xã',
  preparedBy: 'commune',
  title: { vi: 'Báo cáo đánh giá của UBND cấp xã', en: 'Commune report' },
};

const upward: readonly UpwardRules[] = [
  {
    from: 'commune',
    to: 'province',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['request', 'commune-report', 'product-dossier'],
    basis: { article: 'QĐ 1489' },
  },
  {
    from: 'province',
    to: 'central',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['letter', 'council-report', 'decision', 'product-dossier'],
    basis: { article: 'QĐ 1489' },
  },
];

export const dossier: Dossier = {
  ...producerPapers,
  forms: [...producerForms, communeForm],
  upward,
  findings: article('QĐ 1489', [
    { code: 'origin', name: { vi: 'nguồn gốc sản phẩm, nguyên liệu địa phương', en: 'origin of the product and local material' } },
    { code: 'labour', name: { vi: 'sử dụng lao động địa phương', en: 'local labour' } },
    { code: 'idea', name: { vi: 'nguồn gốc ý tưởng sản phẩm', en: 'origin of the idea' } },
    { code: 'identity', name: { vi: 'bản sắc, trí tuệ địa phương', en: 'local identity and knowledge' } },
  ]),
};
