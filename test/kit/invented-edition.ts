import { article, unstated } from '../../domain/edition/clause.ts';
import { editions } from '../../domain/edition/edition-for.ts';
import type { Edition, LevelRules, RouteStep } from '../../domain/edition/edition.ts';

/*
 * A text that nobody has written: the commune has a council and certifies three stars, the province is gone, the ministry certifies four and
 * five; other bands, other months, another window, one round a year. The code that decides under the real editions decides under it as it is.
 */

/** Its id when it is plugged in; that it is none of the law's is the point. */
export const inventedId = 'bia-2040';

const commune = { vi: 'UBND cấp xã', en: "commune People's Committee" };
const ministry = { vi: 'Bộ', en: 'ministry' };
const localPlan = unstated<RouteStep['clock']['value']>({ runs: 'local-plan' });

const levels: readonly LevelRules[] = [
  {
    level: 'commune',
    name: { vi: 'cấp xã', en: 'commune' },
    role: 'council',
    committee: commune,
    receivedBy: 'committee',
    authority: commune,
    certifies: article('2.1', [3]),
    forwards: article('2.2', { when: 'mean', to: 'central', min: 80, max: 100 }),
    sendsDown: unstated([]),
  },
  {
    level: 'central',
    name: { vi: 'cấp trung ương', en: 'central' },
    role: 'council',
    committee: ministry,
    receivedBy: 'ocopAgency',
    authority: ministry,
    certifies: article('2.3', [4, 5]),
    forwards: article('2.3', { when: 'never' }),
    sendsDown: article('2.4', [{ min: 60, below: 80, to: 'commune', answers: ['acceptCentralResult'] }]),
  },
];

export const inventedFrom = (law: Edition): Edition => ({
  ...law,
  title: { vi: 'Quyết định bịa', en: 'An invented decision' },
  name: { vi: 'Quyết định bịa (2040)', en: 'An invented decision (2040)' },
  decision: '1/2040/QĐ-TTg',
  issuedOn: '2040-01-01',
  effectiveFrom: article('9.1', '2040-01-01'),
  newDossiersFrom: article('9.2', '2040-02-01'),
  levels,
  routes: [
    {
      kinds: ['first', 'renewal'],
      heldStars: [0, 3],
      steps: [
        { level: 'commune', role: 'council', mode: 'written', when: 'filed', clock: localPlan, basis: { article: '3.1' } },
        { level: 'central', role: 'council', mode: 'meeting', when: 'forwarded', clock: localPlan, basis: { article: '3.2' } },
      ],
    },
  ],
  bands: article('4', [
    { star: 5, min: 95, max: 100, maxInclusive: true },
    { star: 4, min: 80, max: 95, maxInclusive: false },
    { star: 3, min: 60, max: 80, maxInclusive: false },
    { star: 2, min: 40, max: 60, maxInclusive: false },
    { star: 1, min: 0, max: 40, maxInclusive: false },
  ]),
  certificate: { ...law.certificate, months: article('5', 24) },
  renewal: {
    ...law.renewal,
    window: article('6', { earliestDaysBefore: 100, latestDaysBefore: 50 }),
    extensionDays: { lateFiling: article('6.2', 10), decisionPending: unstated(null) },
  },
  rounds: {
    minPerYear: article('7', 1),
    extraAllowed: article('7', false),
    cutoffInclusive: article('7', true),
    missedCutoff: article('7', 'refuse'),
    cutoffs: [
      {
        level: 'central',
        no: 1,
        requestedBy: 'commune',
        requestsBefore: '05-31',
        resultsBefore: '08-31',
        cycleYearOffset: 0,
        basis: { article: '7' },
      },
    ],
  },
});
export const invented = inventedFrom(editions['qd-26-2026']);
