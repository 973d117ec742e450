import { answered, article, bySetting, unstated } from './clause.ts';
import type { CouncilRules, Edition, LevelRules } from './edition.ts';
import { clauses } from './qd-148-2023-clauses.ts';
import { dossier } from './qd-148-2023-dossier.ts';
import { criteria } from './qd-148-criteria.ts';
import { codeWithDistrict, threeCouncils } from './with-districts.ts';

/*
 * Decision 148 of 24 February 2023: district, province, centre, as under 1048, but the district itself certifies three stars. Its articles
 * were not seen, so its name alone is cited where press and portals agree on what it says.
 */

const id = 'qd-148-2023';
const decision = 'QĐ 148';

const district = { vi: 'UBND cấp huyện', en: "district People's Committee" };
const province = { vi: 'UBND cấp tỉnh', en: "provincial People's Committee" };
const ministry = {
  vi: 'Bộ Nông nghiệp và Phát triển nông thôn (từ 3/2025: Bộ Nông nghiệp và Môi trường)',
  en: 'Ministry of Agriculture and Rural Development (from March 2025: of Agriculture and Environment)',
};

const levels: readonly LevelRules[] = [
  {
    level: 'district',
    name: { vi: 'cấp huyện', en: 'district' },
    role: 'council',
    committee: district,
    receivedBy: 'committee',
    authority: district,
    certifies: article(decision, [3]),
    // From one newspaper, which prints the number of another decision.
    forwards: bySetting('levels.forwardsWhen', { when: 'mean', to: 'province', min: 70, max: 100 }),
    sendsDown: unstated([]),
  },
  {
    level: 'province',
    name: { vi: 'cấp tỉnh', en: 'province' },
    role: 'council',
    committee: province,
    receivedBy: 'ocopAgency',
    authority: province,
    certifies: article(decision, [4]),
    // Follows from the bands.
    forwards: bySetting('levels.forwardsWhen', { when: 'mean', to: 'central', min: 90, max: 100 }),
    // The province certifies no three stars, so the district does, on the provincial result; below 50 nobody certifies anything.
    sendsDown: bySetting('levels.higherResultPrevails', [{ min: 50, below: 70, to: 'district', answers: ['acceptCentralResult'] }]),
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
      { min: 70, below: 90, to: 'province', answers: ['acceptCentralResult', 'evaluateAgain'] },
      { min: 50, below: 70, to: 'district', answers: ['acceptCentralResult'] },
      { min: 0, below: 50, to: 'province', answers: ['evaluateAgain'] },
    ]),
  },
];

const councils: readonly CouncilRules[] = [
  {
    level: 'district',
    setUpBy: district,
    advisoryTeam: true,
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
    advisoryTeam: true,
    basis: { article: decision },
    chair: { vi: 'chưa rõ', en: 'not found' },
    seats_vi: ['các bộ liên quan'],
  },
];

export const qd148: Edition = {
  id,
  title: { vi: 'Quyết định 148/QĐ-TTg ngày 24/02/2023', en: 'Decision 148 of 24 February 2023: the district certifies three stars' },
  name: { vi: 'Quyết định 148/QĐ-TTg (2023)', en: 'Decision 148/QĐ-TTg (2023)' },
  decision: '148/QĐ-TTg',
  issuedOn: '2023-02-24',
  sources: [
    { instrument: 'Quyết định 919/QĐ-TTg', date: '2022-08-01', seenAs: 'press and portal summaries' },
    { instrument: 'Quyết định 148/QĐ-TTg', date: '2023-02-24', seenAs: 'press and portal summaries' },
  ],
  effectiveFrom: article(decision, '2023-02-24'),
  effectiveTo: bySetting('edition.effectiveTo', '2025-07-05'),
  newDossiersFrom: bySetting('edition.selectBy', '2023-02-24'),
  // The districts ended on 01/7/2025, five days before the text that amends this one.
  newDossiersUntil: bySetting('edition.selectBy', '2025-06-30'),
  clauses,
  levels,
  routes: threeCouncils(decision),
  ...criteria,
  clocks: { communeReport: unstated(null), dispatchLead: answered('council.dispatchLead', { id }), revocation: unstated(null) },
  dossier,
  // Not seen; as in the edition before.
  productCode: bySetting('productCode.allocateAt', { ...codeWithDistrict, example: null }),
  councils,
  transition: { from: 'qd-1048-2019', rules: [] },
};
