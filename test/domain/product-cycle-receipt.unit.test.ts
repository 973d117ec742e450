import { expect, test } from 'vitest';
import { at, committee, ocopAgency, onBehalf, producer } from '../kit/domain.ts';
import {
  act,
  atCommune,
  atDistrict,
  atProvince,
  commune,
  filed,
  judged,
  formerFiled,
  piece,
  province,
  received,
  renewalAtProvince,
  renewalComplete,
  renewalFiled,
  requested,
  supplementOf,
} from '../kit/product-cycle.ts';

const here = committee(commune);
const agency = ocopAgency(province);
const lan = producer('htx');
const due = (count: number, from: string, day: string, more: object) => ({ day, from, count, skipped: [], provisional: false, ...more });
const working = { clause: 'commune.report', basis: { article: '7.2' }, unit: 'working-days' };
const evaluation = { clause: 'request.complete', basis: { article: '7.6.g' }, unit: 'days' };

test('each receipt gives the commune 15 working days, with the whole computation', () => {
  filed()
    .when('receive', received, here, at('2027-03-01 09:00'))
    .thenEvents({
      type: 'DossierReceived',
      data: { ...received, level: 'commune', due: due(15, '2027-03-01', '2027-03-22', { ...working, provisional: true }) },
    });
});

test.for([
  ['2026-07-06', '2026-07-27', []],
  ['2026-12-24', '2027-01-15', ['2027-01-01']],
  ['2026-07-15', '2026-08-05', []],
] as const)('received on %s the commune reports until %s', ([on, day, skipped]) => {
  const outcome = filed().when('receive', received, here, at(on));
  expect(outcome.state).toMatchObject({ due: { day, skipped, provisional: day >= '2027' } });
});

test('the last minute of a day counts as that day, the first of the next as the next', () => {
  const dueAfter = (text: string) => filed().when('receive', received, here, at(text)).state;
  expect(dueAfter('2027-03-01 23:59')).toMatchObject({ due: { from: '2027-03-01', day: '2027-03-22' } });
  expect(dueAfter('2027-03-02 00:00')).toMatchObject({ due: { from: '2027-03-02', day: '2027-03-23' } });
});

test('no clock is given where the edition has none: under 1048, and where a round decides', () => {
  for (const state of [atDistrict().state, atProvince().state]) expect(state).toMatchObject({ stage: 'received', due: null });
});

test('a clock that would leave the calendar is refused, and one that needs no calendar is not', () => {
  filed()
    .when('receive', received, here, at('2030-12-20'))
    .thenRejected('YearWithoutCalendar', { year: 2031 }, { clause: 'calendar.range', basis: { setting: 'calendar.outsideRange' } });
  requested().when('receive', received, agency, at('2035-01-05')).thenTypes('DossierReceived');
});

test('each level receives through its own desk', () => {
  filed()
    .when('receive', received, agency, at('2027-03-01'))
    .thenRejected('NotYourUnit', { units: [commune] });
  requested().when('receive', received, committee(province), at('2027-03-25')).thenTypes('DossierReceived');
  requested()
    .when('receive', received, here, at('2027-03-25'))
    .thenRejected('NotYourUnit', { units: [province] });
  formerFiled()
    .when('receive', received, committee(commune), at('2021-03-02'))
    .thenRejected('NotYourUnit', { units: ['829'] }, { basis: { article: 'QĐ 1048' } });
});

test('a supplement gives what was asked for, by criterion or by title', () => {
  const asked = atCommune().after('requestSupplement', supplementOf('story', 'Giấy kiểm nghiệm'), here, at('2027-03-05'));
  const ground = { clause: 'supplement.answer', basis: { article: '7.3.a' } } as const;
  const sends = (...evidence: object[]) => asked.when('supplement', { evidence }, lan, at('2027-03-09'));
  sends(piece('câu chuyện', ['story'])).thenRejected('ComponentsMissing', { items: ['Giấy kiểm nghiệm'] }, ground);
  sends(piece('câu chuyện', ['story']), piece('Giấy kiểm nghiệm')).thenTypes('DossierSupplemented');
  sends().thenRejected('Malformed', { fields: ['evidence'] });
  asked
    .when('supplement', { evidence: [piece('story'), piece('Giấy kiểm nghiệm')] }, onBehalf(here, 'htx'), at('2027-03-09'))
    .thenTypes('DossierSupplemented');
});

test('under 1048 a supplement rests on a setting, not on an article', () => {
  const asked = atDistrict().after('requestSupplement', supplementOf('story'), committee('829'), at('2021-03-05'));
  asked
    .when('supplement', { evidence: [piece('khác')] }, lan, at('2021-03-09'))
    .thenRejected('ComponentsMissing', { items: ['story'] }, { clause: 'supplement.answer', basis: { setting: 'supplement.days' } });
});

test('a supplement asked by the province is received by the province', () => {
  const again = atProvince()
    .after('requestSupplement', supplementOf('story'), agency, at('2027-03-26'))
    .after('supplement', { evidence: [piece('story')] }, lan, at('2027-03-30'));
  again.when('receive', received, here, at('2027-03-31')).thenRejected('NotYourUnit', { units: [province] });
  expect(again.when('receive', received, agency, at('2027-03-31')).state).toMatchObject({ stage: 'received', run: { level: 'province' } });
});

test('45 days of a renewal run from the complete request, at each level', () => {
  renewalAtProvince()
    .when('confirmComplete', {}, agency, at('2029-03-02'))
    .thenEvents({ type: 'RequestFoundComplete', data: { due: due(45, '2029-03-02', '2029-04-16', evaluation) } });
});

test('no 45 days are started twice, for a first evaluation, or for a commune', () => {
  const ground = { clause: 'request.complete', basis: { article: '7.6.g' } } as const;
  renewalComplete()
    .when('confirmComplete', {}, agency, at('2029-03-03'))
    .thenRejected('NotThisLevel', { level: 'province', unit: province }, ground);
  atProvince()
    .when('confirmComplete', {}, agency, at('2027-03-26'))
    .thenRejected('NotThisLevel', { level: 'province', unit: province }, ground);
  renewalFiled()
    .after('receive', received, here, at('2029-02-07'))
    .when('confirmComplete', {}, ocopAgency(commune), at('2029-02-08'))
    .thenRejected('NotThisLevel', undefined, ground);
});

test('under 1048 nothing is confirmed complete, and asking is no defect', () => {
  atDistrict()
    .when('confirmComplete', {}, ocopAgency('829'), at('2021-03-05'))
    .thenRejected('NotThisLevel', undefined, { clause: 'request.complete', basis: { silent: true } });
});

test('a supplement asked of a renewal ends its clock: the request must be found complete again', () => {
  const again = renewalComplete()
    .after('requestSupplement', supplementOf('story'), agency, at('2029-03-05'))
    .after('supplement', { evidence: [piece('story')] }, lan, at('2029-03-09'))
    .after('receive', received, agency, at('2029-03-12'));
  expect(again.state).toMatchObject({ due: null, isComplete: false });
  again
    .when(
      'placeOnAgenda',
      { council: 'c', level: 'province', unit: province, sitting: 's', on: '2029-03-20' },
      { person: 'engine', roles: [{ role: 'engine', unit: '' }] },
      at('2029-03-13'),
    )
    .thenRejected('RequestNotComplete', false);
});

test('all receipts are kept on the way up', () => {
  const { state } = judged([90, 91], atProvince()).after(
    'approveResult',
    act('2027-04-20'),
    { person: 'p', roles: [{ role: 'decidingAuthority', unit: province }] },
    at('2027-04-20'),
  );
  expect('receipts' in state && state.receipts.map(({ level, on }) => [level, on])).toEqual([
    ['commune', '2027-03-01'],
    ['province', '2027-03-25'],
  ]);
});
