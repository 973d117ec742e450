import { expect, test } from 'vitest';
import { annualCycle } from '../../domain/annual-cycle/index.ts';
import { roundsOfYear } from '../../domain/annual-cycle/year-rounds.ts';
import { administrator, at, given, ocopAgency } from '../kit/domain.ts';
import { act } from '../kit/product-cycle.ts';

const regulation = { authority: 'UBND tỉnh', number: '40/QĐ-UBND', signedOn: '2027-01-04', signatory: 'A' };
const round = (id: string, requestsBefore: string, resultsBefore: string, more: object = {}) => ({
  id,
  level: 'province',
  requestsBefore,
  resultsBefore,
  ...more,
});
const opening = (year: number, rounds: readonly object[] = []) => ({
  year,
  province: '86',
  plan: `Kế hoạch năm ${year}`,
  rounds,
  ...act(`${year}-01-05`),
});
const open = (year: number, rounds: readonly object[] = [], on = `${year}-01-10`) =>
  given(annualCycle).when('openAnnualCycle', opening(year, rounds), administrator('86'), at(on));
const year2027 = given(annualCycle).after('openAnnualCycle', opening(2027), administrator('86'), at('2027-01-10'));
const year2022 = given(annualCycle).after('openAnnualCycle', opening(2022), administrator('86'), at('2022-01-10'));
const agency = ocopAgency('86');
const without = round('dot-them', '2027-08-01', '2027-09-15');
const extra = { ...without, allowedBy: regulation };
const local = round('dot-1', '2022-05-01', '2022-06-15');
const announced = (kind: string, drawn: object, on = '2027-02-01') => ({ kind, round: drawn, ...act(on) });

test('under 1048 a plan draws the rounds of its year, and more are announced by the OCOP agency of the province', () => {
  open(2022, [local, round('dot-2', '2022-10-01', '2022-11-30', { level: 'district' })]).thenTypes('AnnualCycleOpened');
  const drawn = announced('local', local, '2022-02-01');
  year2022.when('announceRound', drawn, agency, at('2022-02-01')).thenEvents({ type: 'RoundAnnounced', data: drawn });
  year2022
    .when('announceRound', drawn, ocopAgency('52'), at('2022-02-01'))
    .thenRejected('NotYourUnit', { units: ['86', 'VN'] }, { clause: 'annualCycle.rounds', basis: { setting: 'round.localPlan' } });
});

test('a round has a code of its own in its year', () => {
  const ground = { clause: 'annualCycle.rounds', basis: { article: '5' } } as const;
  open(2022, [local, local]).thenRejected('RoundExists', { round: 'dot-1' });
  year2027
    .when('announceRound', announced('extra', { ...extra, id: 'province-1-2027' }), agency, at('2027-02-01'))
    .thenRejected('RoundExists', { round: 'province-1-2027' }, ground);
  year2027
    .after('announceRound', announced('extra', extra), agency, at('2027-02-01'))
    .when('announceRound', announced('extra', extra), agency, at('2027-02-02'))
    .thenRejected('RoundExists', { round: 'dot-them' }, ground);
});

test('requests end before results are due', () => {
  const [requestsBefore, resultsBefore] = ['2022-06-15', '2022-06-15'];
  open(2022, [round('dot-1', requestsBefore, resultsBefore)]).thenRejected('RoundDaysOutOfOrder', {
    round: 'dot-1',
    requestsBefore,
    resultsBefore,
  });
});

test('a round is of its year; only the highest level may take it up in the next', () => {
  open(2022, [round('dot-1', '2023-01-20', '2023-03-01')]).thenRejected('RoundOutsideYear', {
    round: 'dot-1',
    year: 2022,
    requestsBefore: '2023-01-20',
  });
  open(2022, [round('dot-1', '2022-12-01', '2023-01-20'), round('bo-2', '2023-01-20', '2023-03-01', { level: 'central' })]).thenTypes(
    'AnnualCycleOpened',
  );
});

test('no plan moves or replaces what the edition fixes', () => {
  const fixed = ['2027-04-30', '2027-10-30'];
  const ground = { clause: 'annualCycle.rounds', basis: { article: '5' } } as const;
  year2027
    .when('announceRound', announced('local', round('dot-1', '2027-05-20', '2027-07-20')), agency, at('2027-02-01'))
    .thenRejected('RoundContradictsEdition', { round: 'dot-1', level: 'province', fixed }, ground);
  year2027
    .when('announceRound', announced('extra', { ...extra, requestsBefore: '2027-04-30' }), agency, at('2027-02-01'))
    .thenRejected('RoundContradictsEdition', { round: 'dot-them', level: 'province', fixed }, ground);
  year2027
    .when('announceRound', announced('extra', { ...extra, level: 'district' }), agency, at('2027-02-01'))
    .thenRejected('RoundContradictsEdition', { round: 'dot-them', level: 'district', fixed: [] }, ground);
});

test('an extra round needs a council regulation that allows it, in a plan and in an announcement', () => {
  const ground = { clause: 'annualCycle.extraRound', basis: { article: '5' } } as const;
  open(2027, [extra]).thenTypes('AnnualCycleOpened');
  open(2027, [without]).thenRejected('ExtraRoundNotAllowed', { round: 'dot-them' }, ground);
  year2027.when('announceRound', announced('extra', extra), agency, at('2027-02-01')).thenTypes('RoundAnnounced');
  year2027
    .when('announceRound', announced('extra', without), agency, at('2027-02-01'))
    .thenRejected('ExtraRoundNotAllowed', { round: 'dot-them' }, ground);
});

test("a round of the ministry is announced by the ministry's agency", () => {
  const central = announced('extra', { ...extra, level: 'central' });
  year2027.when('announceRound', central, ocopAgency('VN'), at('2027-02-01')).thenTypes('RoundAnnounced');
  year2027.when('announceRound', central, agency, at('2027-02-01')).thenRejected('NotThisLevel', { level: 'central', unit: 'VN' });
});

test('a round has its paper, on a day that has come, in a year that is open', () => {
  year2027
    .when('announceRound', { ...announced('extra', extra), document: { ...regulation, number: '' } }, agency, at('2027-02-01'))
    .thenRejected('DocumentMissing', false);
  year2027
    .when('announceRound', announced('extra', extra, '2027-03-01'), agency, at('2027-02-01'))
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2027-03-01' });
  year2027
    .after('closeAnnualCycle', {}, administrator('86'), at('2027-12-31'))
    .when('announceRound', announced('extra', extra), agency, at('2027-12-31'))
    .thenRejected('AnnualCycleNotOpen', { year: 2027, province: '86' });
});

test('a plan that is typed in late is judged by the law of its rounds, and one of before an edition stays what it was', () => {
  open(2022, [local], '2027-01-10').thenTypes('AnnualCycleOpened');
  open(2026, [round('dot-1', '2026-11-01', '2026-12-15')], '2026-01-10').thenTypes('AnnualCycleOpened');
});

test('all rounds of a year are one list: who requests until when, the result until when, and who says so', () => {
  const { state } = year2027.after('announceRound', announced('extra', extra), agency, at('2027-02-01'));
  if (state.stage !== 'open') throw new Error(state.stage);
  expect(
    roundsOfYear(2027, state.rounds, '2027-01-10').map(({ id, level, requestedBy, lastRequestDay, lastResultDay, source }) =>
      [id, level, requestedBy, lastRequestDay, lastResultDay, source].join(' '),
    ),
  ).toEqual([
    'province-1-2027 province commune 2027-04-29 2027-06-29 edition',
    'central-1-2027 central province 2027-07-29 2027-09-29 edition',
    'dot-them province commune 2027-07-31 2027-09-14 extra',
    'province-2-2027 province commune 2027-10-29 2027-12-29 edition',
    'central-2-2027 central province 2028-01-29 2028-03-29 edition',
  ]);
  expect(roundsOfYear(2022, [{ ...local, level: 'province' }], '2022-01-10')).toMatchObject([
    { id: 'dot-1', requestedBy: 'district', source: 'local', edition: 'qd-1048-2019' },
  ]);
  expect(roundsOfYear(2026, [], '2026-01-05').map(({ id }) => id)).toEqual(['central-1-2026', 'province-2-2026', 'central-2-2026']);
});
