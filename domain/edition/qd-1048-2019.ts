import { answered, article, bySetting, unstated } from './clause.ts';
import type { CouncilRules, Edition, LevelRules } from './edition.ts';
import { clauses } from './qd-1048-2019-clauses.ts';
import { dossier } from './qd-1048-2019-dossier.ts';
import { codeWithDistrict, threeCouncils } from './with-districts.ts';

/*
 * Decision 1048 of August 2019 as amended by Decision 781 of 8 June 2020: district, province, centre. Its articles were not seen, so its
 * name alone is cited where press and portals agree on what it says. One newspaper and two websites disagree by a day on its date: 20 or
 * 21 August 2019.
 */

const id = 'qd-1048-2019';
const decision = 'QĐ 1048';

const district = { vi: 'UBND cấp huyện', en: "district People's Committee" };
const province = { vi: 'UBND cấp tỉnh', en: "provincial People's Committee" };
const ministry = { vi: 'Bộ Nông nghiệp và Phát triển nông thôn', en: 'Ministry of Agriculture and Rural Development' };

const levels: readonly LevelRules[] = [
  {
    level: 'district',
    name: { vi: 'cấp huyện', en: 'district' },
    role: 'council',
    committee: district,
    receivedBy: 'committee',
    authority: district,
    certifies: article(decision, []),
    forwards: article(decision, { when: 'mean', to: 'province', min: 50, max: 100 }),
    sendsDown: unstated([]),
  },
  {
    level: 'province',
    name: { vi: 'cấp tỉnh', en: 'province' },
    role: 'council',
    committee: province,
    receivedBy: 'ocopAgency',
    authority: province,
    certifies: article(decision, [3, 4]),
    // "Above 90" in a seed document, 90 to 100 in the band: 90 itself goes up.
    forwards: bySetting('levels.forwardsWhen', { when: 'mean', to: 'central', min: 90, max: 100 }),
    sendsDown: unstated([]),
  },
  {
    level: 'central',
    name: { vi: 'cấp trung ương', en: 'central' },
    role: 'council',
    committee: ministry,
    receivedBy: 'ocopAgency',
    authority: ministry,
    certifies: article(decision, [5]),
    forwards: article(decision, { when: 'never' }),
    sendsDown: bySetting('central.below90', [
      { min: 50, below: 90, to: 'province', answers: ['acceptCentralResult', 'evaluateAgain'] },
      { min: 0, below: 50, to: 'province', answers: ['evaluateAgain'] },
    ]),
  },
];

const councils: readonly CouncilRules[] = [
  {
    level: 'district',
    setUpBy: district,
    advisoryTeam: false,
    basis: { article: decision },
    chair: { vi: 'lãnh đạo UBND cấp huyện', en: "a leader of the district People's Committee" },
    seats_vi: ['các phòng chuyên môn cấp huyện'],
  },
  {
    level: 'province',
    setUpBy: province,
    advisoryTeam: true,
    basis: { article: decision },
    chair: { vi: 'Phó Chủ tịch UBND cấp tỉnh', en: "a vice-chair of the provincial People's Committee" },
    seats_vi: ['các sở, ngành liên quan'],
  },
  {
    level: 'central',
    setUpBy: ministry,
    advisoryTeam: false,
    basis: { article: decision },
    chair: { vi: 'chưa rõ', en: 'not found' },
    seats_vi: ['các bộ liên quan'],
  },
];

export const qd1048: Edition = {
  id,
  title: {
    vi: 'Quyết định 1048/QĐ-TTg (2019), sửa đổi, bổ sung bởi Quyết định 781/QĐ-TTg (08/6/2020)',
    en: 'Decision 1048 of August 2019 as amended by Decision 781 of 8 June 2020',
  },
  name: { vi: 'Quyết định 1048/QĐ-TTg (2019)', en: 'Decision 1048/QĐ-TTg (2019)' },
  decision: '1048/QĐ-TTg',
  issuedOn: '2019-08-21',
  sources: [
    { instrument: 'Quyết định 490/QĐ-TTg', date: '2018-05-07', seenAs: 'third-party copy' },
    { instrument: 'Quyết định 1048/QĐ-TTg', date: '2019-08-21', seenAs: 'press and portal summaries' },
    { instrument: 'Quyết định 781/QĐ-TTg', date: '2020-06-08', seenAs: 'press and portal summaries' },
  ],
  effectiveFrom: article(decision, '2019-08-21'),
  effectiveTo: bySetting('edition.effectiveTo', '2023-02-23'),
  newDossiersFrom: bySetting('edition.selectBy', '2019-08-21'),
  newDossiersUntil: bySetting('edition.selectBy', '2023-02-23'),
  clauses,
  levels,
  routes: threeCouncils(decision),
  // Printed as whole points with nothing between 89 and 90.
  bands: article(decision, [
    { star: 5, min: 90, max: 100, maxInclusive: true },
    { star: 4, min: 70, max: 89, maxInclusive: true },
    { star: 3, min: 50, max: 69, maxInclusive: true },
    { star: 2, min: 30, max: 49, maxInclusive: true },
    { star: 1, min: 0, max: 30, maxInclusive: false },
  ]),
  gapPolicy: answered('bands.gapPolicy', { id }),
  parts: article(decision, {
    A: { max: 35, name: { vi: 'Sản phẩm và sức mạnh cộng đồng', en: 'Product and community strength' } },
    B: { max: 25, name: { vi: 'Khả năng tiếp thị', en: 'Marketing capability' } },
    C: { max: 40, name: { vi: 'Chất lượng sản phẩm', en: 'Product quality' } },
  }),
  sheetUnit: bySetting('sheet.unit', 'parts'),
  gates: article(decision, ['reject-dossier', 'reject-product', 'stop-scoring']),
  starMinima: article('QĐ 781', { exist: true, complete: false }),
  productSets: article(decision, {
    sectors_vi: [
      'Thực phẩm',
      'Đồ uống',
      'Thảo dược',
      'Vải và may mặc',
      'Lưu niệm - nội thất - trang trí',
      'Dịch vụ du lịch nông thôn, bán hàng',
    ],
    groups: 15,
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
    issuerWarnsDaysBefore: unstated(null),
    siteCheck: unstated(null),
  },
  rounds: {
    minPerYear: unstated(null),
    extraAllowed: unstated(true),
    cutoffInclusive: unstated(false),
    missedCutoff: unstated('next-round'),
    cutoffs: [],
  },
  clocks: { communeReport: unstated(null), dispatchLead: answered('council.dispatchLead', { id }), revocation: unstated(null) },
  producers: unstated([]),
  dossier,
  formNumber: unstated(null),
  productCode: bySetting('productCode.allocateAt', codeWithDistrict),
  revocation: { regulatedBy: 'provincial-regulations', grounds: unstated([]), authorities: unstated([]) },
  councils,
  transition: { from: null, rules: [] },
};
