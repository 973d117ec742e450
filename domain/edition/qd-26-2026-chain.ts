import { article, unstated } from './clause.ts';
import type { Cutoff, LevelRules, RouteRules, RouteStep, StepClock } from './edition.ts';
import type { Level } from './terms.ts';

/* The way of a dossier under 26/2026, from the commune to the ministry: levels, routes and the rounds that they meet. */

const commune = { vi: 'UBND cấp xã', en: "commune People's Committee" };
export const provincialChair = { vi: 'Chủ tịch UBND cấp tỉnh', en: "chair of the provincial People's Committee" };
export const minister = { vi: 'Bộ trưởng Bộ Nông nghiệp và Môi trường', en: 'Minister of Agriculture and Environment' };

export const levels: readonly LevelRules[] = [
  {
    level: 'commune',
    name: { vi: 'cấp xã', en: 'commune' },
    role: 'report',
    committee: commune,
    receivedBy: 'committee',
    authority: commune,
    certifies: article('7.2', []),
    forwards: article('6.2, 7.2', { when: 'always', to: 'province' }),
    sendsDown: unstated([]),
  },
  {
    level: 'province',
    name: { vi: 'cấp tỉnh', en: 'province' },
    role: 'council',
    committee: { vi: 'UBND cấp tỉnh', en: "provincial People's Committee" },
    receivedBy: 'ocopAgency',
    authority: provincialChair,
    certifies: article('4.1.a', [3, 4]),
    forwards: article('7.3.e', { when: 'mean', to: 'central', min: 90, max: 100 }),
    sendsDown: unstated([]),
  },
  {
    level: 'central',
    name: { vi: 'cấp trung ương', en: 'central' },
    role: 'council',
    committee: { vi: 'Bộ Nông nghiệp và Môi trường', en: 'Ministry of Agriculture and Environment' },
    receivedBy: 'ocopAgency',
    authority: minister,
    certifies: article('4.1.b', [5]),
    forwards: article('7.4', { when: 'never' }),
    // Below 50 nothing can be recognised on the central result, so only a new evaluation is left (`central.below90`).
    sendsDown: article('7.4.g', [
      { min: 50, below: 90, to: 'province', answers: ['acceptCentralResult', 'evaluateAgain'] },
      { min: 0, below: 50, to: 'province', answers: ['evaluateAgain'] },
    ]),
  },
];

export const communeTerm = { value: 15, unit: 'working-days' } as const;
export const renewalDays = 45;
const inRound = article<StepClock>('5', { runs: 'round' });
const inRenewalDays = article<StepClock>('7.6.g', { runs: 'term', term: { value: renewalDays, unit: 'days' }, from: 'complete-request' });

const communeReports: RouteStep = {
  level: 'commune',
  role: 'report',
  mode: null,
  when: 'filed',
  clock: article('7.2', { runs: 'term', term: communeTerm, from: 'receipt' }),
  basis: { article: '7.2' },
};
const councilStep = (level: Level, step: Pick<RouteStep, 'mode' | 'when' | 'clock' | 'basis'>): RouteStep => ({
  level,
  role: 'council',
  ...step,
});

export const routes: readonly RouteRules[] = [
  {
    kinds: ['first', 'upgrade'],
    heldStars: [0, 3, 4],
    steps: [
      communeReports,
      councilStep('province', { mode: 'meeting', when: 'requested', clock: inRound, basis: { article: '7.3, 7.5' } }),
      councilStep('central', { mode: 'meeting', when: 'forwarded', clock: inRound, basis: { article: '7.4, 7.5' } }),
    ],
  },
  {
    kinds: ['renewal'],
    heldStars: [3, 4],
    steps: [
      communeReports,
      councilStep('province', { mode: 'written', when: 'requested', clock: inRenewalDays, basis: { article: '7.6.d' } }),
      councilStep('central', { mode: 'meeting', when: 'forwarded', clock: inRenewalDays, basis: { setting: 'renewal.forwardedMode' } }),
    ],
  },
  {
    kinds: ['renewal'],
    heldStars: [5],
    steps: [
      communeReports,
      {
        level: 'province',
        role: 'agencyReport',
        mode: null,
        when: 'requested',
        clock: inRenewalDays,
        basis: { setting: 'renewal.fiveStarProvincialCouncil' },
      },
      councilStep('central', { mode: 'written', when: 'always', clock: inRenewalDays, basis: { article: '7.6.e, 6.3.b' } }),
    ],
  },
];

export const cutoffs: readonly Cutoff[] = [
  {
    level: 'province',
    no: 1,
    requestedBy: 'commune',
    requestsBefore: '04-30',
    resultsBefore: '06-30',
    cycleYearOffset: 0,
    basis: { article: '5.1' },
  },
  {
    level: 'province',
    no: 2,
    requestedBy: 'commune',
    requestsBefore: '10-30',
    resultsBefore: '12-30',
    cycleYearOffset: 0,
    basis: { article: '5.1' },
  },
  {
    level: 'central',
    no: 1,
    requestedBy: 'province',
    requestsBefore: '07-30',
    resultsBefore: '09-30',
    cycleYearOffset: 0,
    basis: { article: '5.2' },
  },
  // January to March after the provincial round that feeds it, and kept in that round's cycle year (`round.cycleYear`).
  {
    level: 'central',
    no: 2,
    requestedBy: 'province',
    requestsBefore: '01-30',
    resultsBefore: '03-30',
    cycleYearOffset: 1,
    basis: { article: '5.2' },
  },
];
