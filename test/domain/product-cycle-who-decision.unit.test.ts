import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, chair, decidingAuthority, engineActor as engine, given, ocopAgency } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import { act, approved, atCommune, atProvince, judged, province, recognised, scored, scoring } from '../kit/product-cycle.ts';

const [agency, authority, otherAgency, unborn] = [ocopAgency(province), decidingAuthority(province), ocopAgency('01'), given(productCycle)];
const low = judged([47, 48]);
const notPassed = low.after('notifyResult', act('2027-04-20'), agency, at('2027-04-20'));
const four = judged([80, 81]);
const five = judged([90, 91]);
const closed = scored([80, 80, 80, 80]);

const rows: Rows = {
  submitForDecision: {
    scene: four,
    data: act('2027-04-20'),
    by: agency,
    on: '2027-04-20',
    events: ['SubmittedForDecision'],
    becomes: 'result-reported',
    stranger: authority,
    otherUnit: otherAgency,
    elsewhere: [
      [scoring(), 'NotAtThisStage'],
      [recognised(), 'NotAtThisStage'],
    ],
    clause: 'decision.submission',
    basis: { article: '7.3.đ, 7.4.đ' },
  },
  sendBack: {
    scene: four,
    data: { reason: 'thiếu biên bản' },
    by: authority,
    on: '2027-04-20',
    events: ['SentBack'],
    becomes: 'result-reported',
    stranger: agency,
    otherUnit: decidingAuthority('01'),
    elsewhere: [
      [scoring(), 'NotAtThisStage'],
      [recognised(), 'NotAtThisStage'],
    ],
    clause: 'decision.sendBack',
    basis: { setting: 'decision.sendBack' },
  },
  recognise: {
    scene: four,
    data: { star: 4, ...act('2027-04-20') },
    by: authority,
    on: '2027-04-20',
    events: ['ProductRecognised'],
    becomes: 'recognised',
    stranger: agency,
    otherUnit: decidingAuthority('01'),
    elsewhere: [
      [scoring(), 'ResultNotReported'],
      [closed, 'ResultNotReported'],
      [recognised(), 'AlreadyDecided'],
      [approved(), 'NotAtThisStage'],
    ],
    clause: 'decision.recognition',
    basis: { article: '7.3.e, 7.4.e' },
  },
  approveResult: {
    scene: five,
    data: act('2027-04-20'),
    by: authority,
    on: '2027-04-20',
    events: ['ResultApproved'],
    becomes: 'approved',
    stranger: agency,
    otherUnit: decidingAuthority('01'),
    elsewhere: [
      [scoring(), 'ResultNotReported'],
      [recognised(), 'AlreadyDecided'],
      [approved(), 'NotAtThisStage'],
    ],
    clause: 'decision.approval',
    basis: { article: '7.3.e' },
  },
  notifyResult: {
    scene: low,
    data: act('2027-04-20'),
    by: agency,
    on: '2027-04-20',
    events: ['ResultNotified'],
    becomes: 'not-passed',
    stranger: authority,
    otherUnit: otherAgency,
    elsewhere: [
      [scoring(), 'ResultNotReported'],
      [notPassed, 'AlreadyNotified'],
      [atProvince(), 'NotAtThisStage'],
    ],
    clause: 'result.notice',
    basis: { article: '7.3.g, 7.4.e' },
  },
  publishResult: {
    scene: recognised(),
    data: { on: '2027-04-21', channel: 'cổng thông tin của tỉnh' },
    by: authority,
    on: '2027-04-21',
    events: ['ResultPublished'],
    becomes: 'recognised',
    stranger: agency,
    otherUnit: decidingAuthority('01'),
    elsewhere: [
      [four, 'NotAtThisStage'],
      [notPassed, 'NotAtThisStage'],
    ],
    clause: 'result.publication',
    basis: { article: '7.3.e, 7.4.e' },
  },
  correct: {
    scene: recognised(),
    data: { field: 'name', was: 'Trà Tân Phú', becomes: 'Trà Tân Phú xanh', ...act('2027-04-25') },
    by: authority,
    on: '2027-04-25',
    events: ['FieldCorrected'],
    becomes: 'recognised',
    stranger: chair('P1'),
    otherUnit: decidingAuthority('01'),
    elsewhere: [
      [unborn, 'NotAtThisStage'],
      [notPassed, 'NotAtThisStage'],
    ],
    clause: 'correction.field',
    basis: { setting: 'correction.stars' },
  },
  carryOver: {
    scene: atCommune(),
    data: { year: 2028 },
    by: engine,
    on: '2027-12-31',
    events: ['CarriedOver'],
    becomes: 'received',
    stranger: agency,
    elsewhere: [
      [unborn, 'NotAtThisStage'],
      [recognised(), 'CycleFinished'],
      [notPassed, 'CycleFinished'],
    ],
    clause: 'annualCycle.unfinished',
    basis: { setting: 'annualCycle.unfinished' },
  },
};
whoThenStage(rows);

test('every command of the decision has its row', () => {
  const names = Object.keys(productCycle.commands);
  const comingBack = ['sendDown', 'acceptCentralResult', 'evaluateAgain', 'orderRedo'];
  const decisive = names.slice(names.indexOf('submitForDecision'), names.indexOf('moveToRound'));
  expect(Object.keys(rows)).toEqual(decisive.filter((name) => !comingBack.includes(name)));
});
