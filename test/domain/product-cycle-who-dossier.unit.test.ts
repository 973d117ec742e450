import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, given, nobody, ocopAgency, producer } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import {
  act,
  atCommune,
  atProvince,
  commune,
  dossier,
  filed,
  findings,
  htx,
  onAgenda,
  piece,
  place,
  province,
  received,
  recognised,
  renewalAtProvince,
  renewalComplete,
  reported,
  requested,
  supplementOf,
} from '../kit/product-cycle.ts';

const [unborn, here, elsewhere] = [given(productCycle), committee(commune), committee('11111')];
const [agency, otherAgency] = [ocopAgency(province), ocopAgency('01')];
const idea = { place, name: 'Trà', idea: 'trà của làng' };
const plan = { producer: htx, summary: 'ba năm' };
const proposed = unborn.after('proposeIdea', idea, nobody('lan'), at('2027-01-05'));
const accepted = proposed.after('acceptIdea', {}, here, at('2027-01-06'));
const planned = accepted.after('submitPlan', plan, producer('htx'), at('2027-01-10'));
const planAccepted = planned.after('acceptPlan', {}, here, at('2027-01-11'));
const asked = atCommune().after('requestSupplement', supplementOf('story'), here, at('2027-03-05'));
const askedByProvince = atProvince().after('requestSupplement', supplementOf('story'), agency, at('2027-03-26'));
const atFiveStarAgency = renewalComplete(5);

const rows: Rows = {
  fileDossier: {
    scene: planAccepted,
    data: dossier,
    by: producer('htx'),
    on: '2027-03-01',
    events: ['DossierFiled', 'ReviewRunOpened'],
    becomes: 'filed',
    stranger: agency,
    otherUnit: producer('khác'),
    units: ['htx'],
    elsewhere: [
      [planned, 'NotAtThisStage'],
      [filed(), 'NotAtThisStage'],
    ],
    clause: 'dossier.filing',
    basis: { article: '6.1, 7.1' },
  },
  supplement: {
    scene: asked,
    data: { evidence: [piece('story')] },
    by: producer('htx'),
    on: '2027-03-09',
    events: ['DossierSupplemented'],
    becomes: 'filed',
    stranger: agency,
    otherUnit: producer('khác'),
    units: ['htx'],
    elsewhere: [[atCommune(), 'NotAtThisStage']],
    clause: 'supplement.answer',
    basis: { article: '7.3.a' },
  },
  receive: {
    scene: filed(),
    data: received,
    by: here,
    on: '2027-03-01',
    events: ['DossierReceived'],
    becomes: 'received',
    stranger: producer('htx'),
    otherUnit: elsewhere,
    elsewhere: [
      [atCommune(), 'NotAtThisStage'],
      [planned, 'NotAtThisStage'],
    ],
    clause: 'dossier.receipt',
    basis: { article: '7.2, 7.3.a, 7.4.a' },
  },
  requestSupplement: {
    scene: atProvince(),
    data: supplementOf('story'),
    by: agency,
    on: '2027-03-26',
    events: ['SupplementRequested'],
    becomes: 'supplement-asked',
    stranger: producer('htx'),
    otherUnit: otherAgency,
    elsewhere: [
      [requested(), 'NotAtThisStage'],
      [askedByProvince, 'NotAtThisStage'],
    ],
    clause: 'supplement.request',
    basis: { article: '7.3.a, 7.3.c' },
  },
  confirmComplete: {
    scene: renewalAtProvince(),
    data: {},
    by: agency,
    on: '2029-03-02',
    events: ['RequestFoundComplete'],
    becomes: 'received',
    stranger: committee(province),
    otherUnit: otherAgency,
    elsewhere: [
      [requested(), 'NotAtThisStage'],
      [askedByProvince, 'NotAtThisStage'],
    ],
    clause: 'request.complete',
    basis: { article: '7.6.g' },
  },
  report: {
    scene: atCommune(),
    data: { findings, ...act('2027-03-19') },
    by: here,
    on: '2027-03-19',
    events: ['CommuneReported'],
    becomes: 'reported',
    stranger: producer('htx'),
    otherUnit: elsewhere,
    elsewhere: [
      [filed(), 'NotReceived'],
      [asked, 'SupplementPending'],
      [reported(), 'NotAtThisStage'],
    ],
    clause: 'commune.report',
    basis: { article: '7.2' },
  },
  reportByAgency: {
    scene: atFiveStarAgency,
    data: { report: 'giữ vững', ...act('2029-03-10') },
    by: agency,
    on: '2029-03-10',
    events: ['AgencyReported'],
    becomes: 'reported',
    stranger: producer('htx'),
    otherUnit: otherAgency,
    elsewhere: [
      [requested(), 'NotReceived'],
      [askedByProvince, 'SupplementPending'],
      [onAgenda(), 'NotAtThisStage'],
    ],
    clause: 'agency.report',
    basis: { article: '7.6.c, 7.6.e' },
  },
  requestNextLevel: {
    scene: reported(),
    data: act('2027-03-22'),
    by: here,
    on: '2027-03-22',
    events: ['NextLevelRequested', 'ReviewRunOpened'],
    becomes: 'requested',
    stranger: producer('htx'),
    otherUnit: elsewhere,
    elsewhere: [
      [filed(), 'NotReceived'],
      [asked, 'SupplementPending'],
      [atCommune(), 'NotAtThisStage'],
    ],
    clause: 'request.nextLevel',
    basis: { article: '6.2, 6.3, 7.3.e' },
  },
  withdrawDossier: {
    scene: atProvince(),
    data: { reason: 'đổi bao bì' },
    by: producer('htx'),
    on: '2027-03-26',
    events: ['DossierWithdrawn'],
    becomes: 'withdrawn',
    stranger: agency,
    otherUnit: producer('khác'),
    units: ['htx'],
    elsewhere: [
      [planAccepted, 'NotAtThisStage'],
      [recognised(), 'WithdrawalTooLate'],
    ],
    clause: 'dossier.withdrawal',
    basis: { setting: 'dossier.withdrawByProducer' },
  },
};
whoThenStage(rows);

test('every command from the filing to the request upward has its row', () => {
  const names = Object.keys(productCycle.commands);
  expect(Object.keys(rows)).toEqual(names.slice(names.indexOf('fileDossier'), names.indexOf('assess')));
});

test('who may not act learns neither the stage nor the rules', () => {
  recognised()
    .when('report', { findings: {}, ...act('2027-03-19') }, producer('htx'), at('2027-05-01'))
    .thenRejected('NotYourPart', { who: ['committee'] });
  recognised()
    .when('receive', received, committee('11111'), at('2027-05-01'))
    .thenRejected('NotYourUnit', { units: [province] });
});

test('an unknown command and an unreadable one are told apart, and rest on no clause', () => {
  for (const name of ['suspend', 'constructor', 'toString', '__proto__'])
    unborn.when(name, {}, nobody(), at('2027-01-05')).thenRejected('UnknownCommand', { type: name });
  const outcome = filed().when('receive', { copies: 0, samples: 5, colour: 'red' }, here, at('2027-03-01'));
  outcome.thenRejected('Malformed', { fields: ['copies', 'components', 'colour'] });
  expect(outcome).toHaveProperty('verdict.rejection', { code: 'Malformed', data: { fields: ['copies', 'components', 'colour'] } });
});
