import { answered, article, bySetting, unstated } from './clause.ts';
import type { CouncilRules, Edition, RevocationRules, TransitionRule } from './edition.ts';
import { communeTerm, cutoffs, levels, minister, provincialChair, renewalDays, routes } from './qd-26-2026-chain.ts';
import { clauses } from './qd-26-2026-clauses.ts';
import { dossier, producers } from './qd-26-2026-dossier.ts';

/*
 * Decision 26/2026, the law in force since 22/5/2026, from a third-party copy: compare with the signed text before relying on a single
 * point. The 26 rubrics of Appendix II are apart; here is everything else that the engine counts with.
 */

const id = 'qd-26-2026';

const revocation: RevocationRules = {
  regulatedBy: 'national-text',
  grounds: article('8.1', [
    { code: 'a', name: { vi: 'thông tin, tài liệu không trung thực; giả mạo hồ sơ', en: 'untrue information or forged dossier' } },
    {
      code: 'b',
      name: { vi: 'không còn đáp ứng Bộ tiêu chí theo kết luận kiểm tra, giám sát', en: 'criteria no longer met, by inspection' },
    },
    {
      code: 'c',
      name: {
        vi: 'vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn',
        en: 'breach of law on quality, food safety, environment, IP, labelling or related law, concluded by an authority',
      },
    },
    { code: 'd', name: { vi: 'sử dụng nhãn hiệu OCOP không đúng quy định', en: 'OCOP mark used wrongly so that buyers are misled' } },
    {
      code: 'đ',
      name: { vi: 'không còn sản xuất sản phẩm OCOP', en: 'the producer no longer makes the product' },
      isProductionStop: true,
    },
    {
      code: 'e',
      name: {
        vi: 'trường hợp khác theo kết luận, đề nghị của cơ quan có thẩm quyền',
        en: 'other conclusion of a competent body that the product may not stay recognised',
      },
    },
  ]),
  authorities: article('8.2', [
    { stars: [3, 4], level: 'province' },
    { stars: [5], level: 'central' },
  ]),
};

const councils: readonly CouncilRules[] = [
  {
    level: 'province',
    setUpBy: provincialChair,
    advisoryTeam: true,
    basis: { article: '7.3.b' },
    chair: {
      vi: 'lãnh đạo UBND cấp tỉnh, hoặc thủ trưởng cơ quan cấp tỉnh được ủy quyền',
      en: "a leader of the provincial People's Committee, or by authorisation the head of a provincial agency",
    },
    seats_vi: [
      'Sở Nông nghiệp và Môi trường',
      'Sở Công Thương',
      'Sở Y tế',
      'Sở Khoa học và Công nghệ',
      'Sở Văn hóa, Thể thao và Du lịch',
      'Sở An toàn thực phẩm (nếu có)',
      'cơ quan tham mưu quản lý OCOP cấp tỉnh',
      'một số đơn vị chuyên ngành thuộc Sở Nông nghiệp và Môi trường',
    ],
  },
  {
    level: 'central',
    setUpBy: minister,
    advisoryTeam: true,
    basis: { article: '7.4.b' },
    chair: {
      vi: 'lãnh đạo Bộ, hoặc thủ trưởng đơn vị thuộc Bộ được ủy quyền',
      en: 'a leader of the ministry, or by authorisation the head of an agency of the ministry',
    },
    seats_vi: [
      'Bộ Công Thương',
      'Bộ Y tế',
      'Bộ Khoa học và Công nghệ',
      'Bộ Văn hóa, Thể thao và Du lịch',
      'cơ quan tham mưu quản lý OCOP của Bộ',
      'một số đơn vị chuyên ngành thuộc Bộ Nông nghiệp và Môi trường',
    ],
  },
];

/** The days are 60 and 30 after 22/5/2026; 21/6/2026 is a Sunday and stays (`transition.rollOnHoliday`). */
const transitionRules: readonly TransitionRule[] = [
  {
    code: 'certificates-continue',
    until: null,
    basis: { article: '12.1' },
    rule: {
      vi: 'giấy chứng nhận đã cấp có giá trị đến hết thời hạn ghi trên giấy',
      en: 'certificates issued before keep to their own end',
    },
  },
  {
    code: 'pending-first-upgrade',
    until: '2026-07-21',
    basis: { article: '12.2.a' },
    rule: {
      vi: 'hồ sơ đánh giá lần đầu, nâng hạng đã nộp: theo quy định cũ',
      en: 'first and upgrade dossiers filed before finish under the old rules',
    },
  },
  {
    code: 'pending-renewal',
    until: '2026-06-21',
    basis: { article: '12.2.b' },
    rule: { vi: 'hồ sơ đánh giá lại đã nộp: theo quy định cũ', en: 'renewal dossiers filed before finish under the old rules' },
  },
  {
    code: 'old-decisions-lapse',
    until: '2026-07-21',
    basis: { article: '11.2' },
    rule: { vi: 'Quyết định 148 và 1489 hết hiệu lực', en: 'Decisions 148 and 1489 lapse' },
  },
];

export const qd26: Edition = {
  id,
  title: { vi: 'Quyết định 26/2026/QĐ-TTg ngày 22/5/2026', en: 'Decision 26/2026 of 22 May 2026: the law in force' },
  name: { vi: 'Quyết định 26/2026/QĐ-TTg', en: 'Decision 26/2026/QĐ-TTg' },
  decision: '26/2026/QĐ-TTg',
  issuedOn: '2026-05-22',
  sources: [
    { instrument: 'Nghị quyết 257/2025/QH15', date: null, seenAs: 'third-party copy' },
    { instrument: 'Quyết định 26/2026/QĐ-TTg', date: '2026-05-22', seenAs: 'third-party copy' },
  ],
  effectiveFrom: article('11.1', '2026-05-22'),
  effectiveTo: bySetting('edition.effectiveTo', null),
  newDossiersFrom: bySetting('edition.selectBy', '2026-05-22'),
  newDossiersUntil: bySetting('edition.selectBy', null),
  clauses,
  levels,
  routes,
  // Which article prints the bands is not on our record.
  bands: article('QĐ 26/2026', [
    { star: 5, min: 90, max: 100, maxInclusive: true },
    { star: 4, min: 70, max: 90, maxInclusive: false },
    { star: 3, min: 50, max: 70, maxInclusive: false },
    { star: 2, min: 30, max: 50, maxInclusive: false },
    { star: 1, min: 0, max: 30, maxInclusive: false },
  ]),
  gapPolicy: unstated(null),
  parts: article('3.1', {
    A: { max: 40, name: { vi: 'Sản phẩm và sức mạnh cộng đồng', en: 'Product and community strength' } },
    B: { max: 25, name: { vi: 'Khả năng tiếp thị', en: 'Marketing capability' } },
    C: { max: 35, name: { vi: 'Chất lượng sản phẩm', en: 'Product quality' } },
  }),
  sheetUnit: article('App. II', 'options'),
  gates: article('App. II', ['reject-dossier', 'reject-product', 'stop-scoring']),
  starMinima: article('App. II', { exist: true, complete: true }),
  productSets: article('App. I', {
    sectors_vi: [
      'Thực phẩm',
      'Đồ uống',
      'Dược liệu và sản phẩm từ dược liệu',
      'Thủ công mỹ nghệ',
      'Sinh vật cảnh',
      'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    ],
    groups: 17,
    sets: 26,
  }),
  certificate: {
    months: article('4.3', 36),
    stars: article('4.1', [3, 4, 5]),
    mark: { vi: 'nhãn hiệu chứng nhận OCOP Việt Nam', en: 'certification mark OCOP Việt Nam' },
  },
  renewal: {
    method: article('7.6.d', 'written-opinions'),
    window: article('7.6.a', { earliestDaysBefore: 180, latestDaysBefore: 120 }),
    evaluationDays: article('7.6.g', renewalDays),
    extensionDays: { lateFiling: article('12.3', 180), decisionPending: answered('validity.decisionPendingMaxDays', { id }) },
    issuerWarnsDaysBefore: unstated(null),
    siteCheck: article('7.6.c', 'when-scale-or-evidence-changed'),
  },
  rounds: {
    minPerYear: article('5', 2),
    extraAllowed: article('5', true),
    cutoffInclusive: answered('cutoff.inclusive', { id }),
    missedCutoff: answered('round.missedCutoff', { id }),
    cutoffs,
  },
  clocks: {
    communeReport: article('7.2', communeTerm),
    dispatchLead: answered('council.dispatchLead', { id }),
    revocation: article('8.4', { value: 15, unit: 'days' }),
  },
  producers: article('2.3', producers),
  dossier,
  formNumber: article('form 01', { pattern: '…-…/PĐK-(mã tỉnh)-(mã xã)-(năm)', givenBy: ['commune', 'province'] }),
  productCode: article('App. II', {
    segments: [
      { code: 'province', digits: 2 },
      { code: 'commune', digits: 5 },
      { code: 'serial', digits: null },
      { code: 'year', digits: 4 },
    ],
    serialScope: 'commune-and-year',
    unitCodesOf: 'Quyết định 19/2025/QĐ-TTg',
    example: null,
  }),
  revocation,
  councils,
  transition: { from: 'qd-1489-2025', rules: transitionRules },
};
