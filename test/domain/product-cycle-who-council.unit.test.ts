import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, chair, decidingAuthority, engineActor as engine, member, ocopAgency } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import {
  act,
  atProvince,
  digest,
  filed,
  judged,
  onAgenda,
  panelOf,
  province,
  recognised,
  regulation,
  scored,
  scoring,
  sheetOf,
  sheetsIn,
  writtenSheets,
} from '../kit/product-cycle.ts';

const [agency, authority, otherAgency] = [ocopAgency(province), decidingAuthority(province), ocopAgency('01')];
const low = judged([47, 48]);
const notPassed = low.after('notifyResult', act('2027-04-20'), agency, at('2027-04-20'));
const four = judged([80, 81]);
const closed = scored([80, 80, 80, 80]);
const gate = { gate: 'reject-product', reason: 'chép sản phẩm của cơ sở khác', scan: digest('c'), ...act('2027-04-10', '07/BB-HĐ') };
const agenda = { council: 'council', level: 'province', unit: province, sitting: 'sitting-1', on: '2027-04-10' };
const ofCouncil = (councilRegulation: 'agenda' | 'scoring' | 'panel') => ({ councilRegulation });

const rows: Rows = {
  placeOnAgenda: {
    scene: atProvince(),
    data: agenda,
    by: engine,
    on: '2027-04-01',
    events: ['PlacedOnAgenda'],
    becomes: 'on-agenda',
    stranger: agency,
    elsewhere: [
      [filed(), 'NotAtThisStage'],
      [onAgenda(), 'NotAtThisStage'],
    ],
    clause: 'agenda.place',
    basis: ofCouncil('agenda'),
  },
  openScoring: {
    scene: onAgenda(),
    data: { panel: panelOf(['P1']), regulation },
    by: engine,
    on: '2027-04-10',
    events: ['ScoringOpened'],
    becomes: 'scoring',
    stranger: chair('P1'),
    elsewhere: [
      [atProvince(), 'NotAtThisStage'],
      [scoring(), 'NotAtThisStage'],
    ],
    clause: 'scoring.open',
    basis: ofCouncil('scoring'),
  },
  changePanel: {
    scene: scoring(),
    data: { members: ['P1', 'P2'] },
    by: engine,
    on: '2027-04-10',
    events: ['PanelChanged'],
    becomes: 'scoring',
    stranger: chair('P1'),
    elsewhere: [
      [onAgenda(), 'ScoringNotOpen'],
      [closed, 'ScoringNotOpen'],
    ],
    clause: 'scoring.panel',
    basis: ofCouncil('panel'),
  },
  recuse: {
    scene: scoring(),
    data: { person: 'P2', reason: 'người nhà' },
    by: chair('P1'),
    on: '2027-04-10',
    events: ['MemberRecused'],
    becomes: 'scoring',
    stranger: chair('P2'),
    elsewhere: [[closed, 'ScoringNotOpen']],
    clause: 'scoring.recusal',
    basis: { setting: 'council.recusalComputed' },
  },
  submitSheet: {
    scene: scoring(),
    data: { member: 'P1', sheet: sheetOf(80) },
    by: member('P1'),
    on: '2027-04-10',
    events: ['SheetSubmitted'],
    becomes: 'scoring',
    stranger: member('P2'),
    elsewhere: [
      [onAgenda(), 'ScoringNotOpen'],
      [closed, 'ScoringNotOpen'],
    ],
    clause: 'scoring.sheet',
    basis: { article: '7.3.d, 7.6.d, App. II' },
  },
  referToMeeting: {
    scene: writtenSheets([80, 91]),
    data: {},
    by: chair('P1'),
    on: '2029-04-10',
    events: ['ReferredToMeeting'],
    becomes: 'received',
    stranger: chair('P2'),
    elsewhere: [
      [four, 'ScoringNotOpen'],
      [closed, 'ScoringNotOpen'],
    ],
    clause: 'opinions.referral',
    basis: { article: '7.6.d' },
  },
  closeScoring: {
    scene: sheetsIn([80, 80, 80, 80]),
    data: {},
    by: chair('P1'),
    on: '2027-04-10',
    events: ['ScoringClosed'],
    becomes: 'scored',
    stranger: chair('P2'),
    elsewhere: [[closed, 'ScoringNotOpen']],
    clause: 'scoring.close',
    basis: ofCouncil('scoring'),
  },
  reportCouncilResult: {
    scene: closed,
    data: act('2027-04-10'),
    by: chair('P1'),
    on: '2027-04-10',
    events: ['CouncilResultReported'],
    becomes: 'result-reported',
    stranger: chair('P2'),
    elsewhere: [
      [scoring(), 'ResultNotReported'],
      [four, 'NotAtThisStage'],
    ],
    clause: 'result.report',
    basis: { article: '7.3.d, 7.4.d' },
  },
  closeGate: {
    scene: atProvince(),
    data: gate,
    by: agency,
    on: '2027-04-10',
    events: ['GateClosed'],
    becomes: 'gate-closed',
    stranger: authority,
    otherUnit: otherAgency,
    units: [province],
    elsewhere: [
      [filed(), 'NotYourUnit'],
      [four, 'NotAtThisStage'],
    ],
    clause: 'gate.closing',
    basis: { article: 'App. II' },
  },
};
whoThenStage(rows);

test('every command from the agenda to the result has its row', () => {
  const names = Object.keys(productCycle.commands);
  expect(Object.keys(rows)).toEqual(names.slice(names.indexOf('placeOnAgenda'), names.indexOf('submitForDecision')));
});

test('a finished cycle answers the closing year with its outcome', () => {
  recognised()
    .when('carryOver', { year: 2028 }, engine, at('2027-12-31'))
    .thenRejected('CycleFinished', { outcome: 'recognised', star: 4 });
  notPassed.when('carryOver', { year: 2028 }, engine, at('2027-12-31')).thenRejected('CycleFinished', { outcome: 'not-passed', star: 0 });
});

test('a cycle is carried into a year once, and never into the one it began in', () => {
  const carried = filed().after('carryOver', { year: 2028 }, engine, at('2027-12-31'));
  for (const year of [2027, 2028]) {
    carried
      .when('carryOver', { year }, engine, at('2027-12-31'))
      .thenRejected('CarriedOverAlready', { year }, { basis: { setting: 'annualCycle.unfinished' } });
  }
  expect(productCycle.facets(carried.state, 'tra-1')).toMatchObject({ cycle: '2028-86' });
});
