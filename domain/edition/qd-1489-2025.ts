import { answered, article, bySetting, unstated } from './clause.ts';
import type { CouncilRules, Edition, LevelRules, RouteRules, RouteStep } from './edition.ts';
import { clauses } from './qd-1489-2025-clauses.ts';
import { dossier } from './qd-1489-2025-dossier.ts';
import { criteria } from './qd-148-criteria.ts';

/*
 * Decision 148 as amended by Decision 1489 of 6 July 2025: no district any more, the commune reports, province and centre have councils.
 * The articles were not seen, so the name alone is cited: of 1489 for what it changed, of 148 for what it left.
 */

const id = 'qd-1489-2025';
const decision = 'QĐ 1489';

const commune = { vi: 'UBND cấp xã', en: "commune People's Committee" };
const province = { vi: 'UBND cấp tỉnh', en: "provincial People's Committee" };
const ministry = { vi: 'Bộ Nông nghiệp và Môi trường', en: 'Ministry of Agriculture and Environment' };

const levels: readonly LevelRules[] = [
  {
    level: 'commune',
    name: { vi: 'cấp xã', en: 'commune' },
    role: 'report',
    committee: commune,
    receivedBy: 'committee',
    authority: commune,
    certifies: article(decision, []),
    forwards: article(decision, { when: 'always', to: 'province' }),
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
    forwards: article(decision, { when: 'mean', to: 'central', min: 90, max: 100 }),
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

const byLocalPlan = unstated<RouteStep['clock']['value']>({ runs: 'local-plan' });

/** Certain for a first evaluation; that upgrade and renewal are full evaluations too is our working answer. */
const routes: readonly RouteRules[] = [
  {
    kinds: ['first', 'upgrade', 'renewal'],
    heldStars: [0, 3, 4, 5],
    steps: [
      {
        level: 'commune',
        role: 'report',
        mode: null,
        when: 'filed',
        // The 15 working days are of 26/2026; here no term was found, and none runs.
        clock: { value: { runs: 'local-plan' }, basis: { setting: 'commune.clock.days' } },
        basis: { article: decision },
      },
      { level: 'province', role: 'council', mode: 'meeting', when: 'requested', clock: byLocalPlan, basis: { article: decision } },
      { level: 'central', role: 'council', mode: 'meeting', when: 'forwarded', clock: byLocalPlan, basis: { article: decision } },
    ],
  },
];

const councils: readonly CouncilRules[] = [
  {
    level: 'province',
    setUpBy: { vi: 'Chủ tịch UBND cấp tỉnh', en: "chair of the provincial People's Committee" },
    advisoryTeam: true,
    basis: { article: decision },
    chair: { vi: 'lãnh đạo UBND cấp tỉnh', en: "a leader of the provincial People's Committee" },
    seats_vi: ['các sở, ngành liên quan'],
  },
  {
    level: 'central',
    setUpBy: ministry,
    advisoryTeam: true,
    basis: { article: decision },
    chair: { vi: 'chưa rõ', en: 'not found' },
    seats_vi: ['các bộ liên quan'],
  },
];

export const qd1489: Edition = {
  id,
  title: {
    vi: 'Quyết định 148/QĐ-TTg (2023), sửa đổi, bổ sung bởi Quyết định 1489/QĐ-TTg ngày 06/7/2025',
    en: 'Decision 148 of 2023 as amended by Decision 1489 of 6 July 2025: the commune reports, two councils',
  },
  name: {
    vi: 'Quyết định 148/QĐ-TTg (2023), sửa đổi bởi Quyết định 1489/QĐ-TTg (2025)',
    en: 'Decision 148/QĐ-TTg (2023), amended by Decision 1489/QĐ-TTg (2025)',
  },
  decision: '1489/QĐ-TTg',
  issuedOn: '2025-07-06',
  sources: [
    { instrument: 'Quyết định 148/QĐ-TTg', date: '2023-02-24', seenAs: 'press and portal summaries' },
    { instrument: 'Quyết định 1489/QĐ-TTg', date: '2025-07-06', seenAs: 'press and portal summaries' },
  ],
  effectiveFrom: article(decision, '2025-07-06'),
  // Sixty days after 22/5/2026, when 26/2026 already takes every new dossier; that it is the last day in force is our reading.
  effectiveTo: bySetting('edition.effectiveTo', '2026-07-21'),
  // From the day without districts on, five days before the text itself.
  newDossiersFrom: bySetting('edition.selectBy', '2025-07-01'),
  newDossiersUntil: bySetting('edition.selectBy', '2026-05-21'),
  clauses,
  levels,
  routes,
  ...criteria,
  clocks: {
    communeReport: bySetting('commune.clock.days', null),
    dispatchLead: answered('council.dispatchLead', { id }),
    revocation: unstated(null),
  },
  dossier,
  // Not seen; as in 26/2026, since no district is left to name.
  productCode: bySetting('productCode.allocateAt', {
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
  councils,
  transition: { from: 'qd-148-2023', rules: [] },
};
