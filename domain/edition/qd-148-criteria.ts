import { article, bySetting, unstated } from './clause.ts';
import type { Edition } from './edition.ts';
import type { Dossier, Form, KindRules } from './dossier-rules.ts';

/*
 * What Decision 148 of 2023 says and Decision 1489 of 2025 left as it was: points, papers of a producer, certificate. Known from press and
 * portals alone: the rubrics, the list of star minima and the list of evidence were not seen.
 */

const decision = 'QĐ 148';

type Criteria = Pick<
  Edition,
  | 'bands'
  | 'gapPolicy'
  | 'parts'
  | 'sheetUnit'
  | 'gates'
  | 'starMinima'
  | 'productSets'
  | 'certificate'
  | 'renewal'
  | 'rounds'
  | 'producers'
  | 'formNumber'
  | 'revocation'
>;

export const criteria: Criteria = {
  // From one web page that names no decision; in the words of 26/2026.
  bands: article(decision, [
    { star: 5, min: 90, max: 100, maxInclusive: true },
    { star: 4, min: 70, max: 90, maxInclusive: false },
    { star: 3, min: 50, max: 70, maxInclusive: false },
    { star: 2, min: 30, max: 50, maxInclusive: false },
    { star: 1, min: 0, max: 30, maxInclusive: false },
  ]),
  gapPolicy: unstated(null),
  parts: article(decision, {
    A: { max: 40, name: { vi: 'Sản phẩm và sức mạnh cộng đồng', en: 'Product and community strength' } },
    B: { max: 25, name: { vi: 'Khả năng tiếp thị', en: 'Marketing capability' } },
    C: { max: 35, name: { vi: 'Chất lượng sản phẩm', en: 'Product quality' } },
  }),
  sheetUnit: bySetting('sheet.unit', 'parts'),
  gates: article(decision, ['reject-dossier', 'reject-product', 'stop-scoring']),
  starMinima: article(decision, { exist: true, complete: false }),
  // Six sectors are confirmed; the 26 sets are those of the texts before and after, the groups were not found.
  productSets: article(decision, {
    sectors_vi: [
      'Thực phẩm',
      'Đồ uống',
      'Dược liệu và sản phẩm từ dược liệu',
      'Thủ công mỹ nghệ',
      'Sinh vật cảnh',
      'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    ],
    groups: null,
    sets: 26,
  }),
  certificate: {
    months: article(decision, 36),
    stars: article(decision, [3, 4, 5]),
    mark: { vi: 'nhãn hiệu chứng nhận OCOP Việt Nam', en: 'certification mark OCOP Việt Nam' },
  },
  renewal: {
    method: article(decision, 'full-evaluation'),
    window: unstated(null),
    evaluationDays: unstated(null),
    extensionDays: { lateFiling: unstated(null), decisionPending: unstated(null) },
    issuerWarnsDaysBefore: article(decision, 30),
    siteCheck: unstated(null),
  },
  rounds: {
    minPerYear: unstated(null),
    extraAllowed: unstated(true),
    cutoffInclusive: unstated(false),
    missedCutoff: unstated('next-round'),
    cutoffs: [],
  },
  producers: unstated([]),
  formNumber: unstated(null),
  revocation: { regulatedBy: 'provincial-regulations', grounds: unstated([]), authorities: unstated([]) },
};

const [registration, selfAssessment] = ['phiếu đăng ký', 'báo cáo của chủ thể'];
/** Their numbers were not found, so they go by their names. */
export const producerForms: readonly Form[] = [
  { number: registration, preparedBy: 'producer', title: { vi: 'Phiếu đăng ký đánh giá, phân hạng', en: 'Registration form' } },
  {
    number: selfAssessment,
    preparedBy: 'producer',
    title: { vi: 'Báo cáo của chủ thể theo tiêu chí', en: 'Report of the producer by criterion' },
  },
];

const kind = (adds: KindRules['adds']): KindRules => ({
  components: ['registration', 'self-assessment'],
  forms: [registration, selfAssessment],
  adds,
  basis: { article: decision },
});

export const producerPapers: Pick<Dossier, 'kinds' | 'evidence' | 'samples' | 'copies' | 'softwareHasPaperValue'> = {
  kinds: {
    first: kind(null),
    upgrade: kind(null),
    renewal: kind({ vi: 'kết quả ba năm kể từ khi được công nhận', en: 'results of the three years since recognition' }),
  },
  evidence: unstated([]),
  // That services send none is our reading, as in the other editions.
  samples: article(decision, { count: 5, exceptSets: [26] }),
  copies: article(decision, { paper: 1, electronic: 1 }),
  softwareHasPaperValue: unstated(null),
};
