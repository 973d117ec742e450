import { expect, test } from 'vitest';
import { at, committee, decidingAuthority, ocopAgency } from '../kit/domain.ts';
import {
  act,
  approved,
  atCentre,
  atDistrict,
  central,
  commune,
  judged,
  judgedFormer,
  province,
  received,
  recognised,
  unsigned,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

const authority = decidingAuthority(province);
const agency = ocopAgency(province);
const now = at('2027-04-20');
const paper = act('2027-04-20', '100/QĐ-UBND');
const district: Sitting = { level: 'district', unit: '829', on: '2021-03-20' };
const formerProvince: Sitting = { level: 'province', unit: '83', on: '2021-05-20' };
const formerNow = at('2021-06-01');
const formerPaper = act('2021-06-01');
const atFormerProvince = (mean: number): Cycle =>
  judgedFormer(
    [mean],
    judgedFormer([52], atDistrict(), district)
      .after('requestNextLevel', act('2021-04-01'), committee('829'), at('2021-04-01'))
      .after('receive', received, ocopAgency('83'), at('2021-04-05')),
    formerProvince,
  );
const recognise = (scene: Cycle, star: number, by = authority) => scene.when('recognise', { star, ...paper }, by, now);

test('three and four stars are recognised by the province, with a number where the office typed one', () => {
  recognise(judged([80]), 4).thenEvents({ type: 'ProductRecognised', data: { star: 4, ...paper } });
  judged([50])
    .when('recognise', { star: 3, certificateNumber: ' 15/2027 ', ...paper }, authority, now)
    .thenEvents({ type: 'ProductRecognised', data: { star: 3, certificateNumber: '15/2027', ...paper } });
});

test('a number is typed or allocated, not both', () => {
  judged([50])
    .when('recognise', { star: 3, numbering: 'allocated', ...paper }, authority, now)
    .thenEvents({ type: 'ProductRecognised', data: { star: 3, numbering: 'allocated', ...paper } });
  judged([50])
    .when('recognise', { star: 3, numbering: 'allocated', certificateNumber: '15/2027', ...paper }, authority, now)
    .thenRejected('NumberIsAllocated', { number: '15/2027' }, { clause: 'numbers.certificate', basis: { setting: 'numbers.certificate' } });
});

test('the star of the decision is the star of the result', () => {
  recognise(judged([80]), 3).thenRejected('StarDiffersFromResult', { star: 4 }, { clause: 'decision.star', basis: { article: '7.3.e' } });
  atFormerProvince(71)
    .when('recognise', { star: 3, ...formerPaper }, decidingAuthority('83'), formerNow)
    .thenRejected('StarDiffersFromResult', { star: 4 }, { basis: { article: 'QĐ 1048' } });
  recognise(judged([80]), 2).thenRejected('Malformed', { fields: ['star'] });
});

test('one and two stars have no decision', () => {
  recognise(judged([49]), 3).thenRejected('NothingToCertify', { star: 2 }, { clause: 'decision.certifiable', basis: { article: '4.1.a' } });
  recognise(judged([20]), 3).thenRejected('NothingToCertify', { star: 1 });
  atFormerProvince(49)
    .when('recognise', { star: 3, ...formerPaper }, decidingAuthority('83'), formerNow)
    .thenRejected('NothingToCertify', { star: 2 }, { basis: { article: 'QĐ 1048' } });
});

test('from 90 on the province does not recognise: it approves and asks the centre', () => {
  recognise(judged([90]), 5).thenRejected('MustGoUp', { mean: '90.00' }, { clause: 'request.forwarding', basis: { article: '7.3.e' } });
  atFormerProvince(90)
    .when('recognise', { star: 5, ...formerPaper }, decidingAuthority('83'), formerNow)
    .thenRejected('MustGoUp', { mean: '90.00' }, { basis: { setting: 'levels.forwardsWhen' } });
  judged([90, 91, 91, 91]).when('approveResult', paper, authority, now).thenEvents({ type: 'ResultApproved', data: paper });
});

test('a district certifies nothing', () => {
  const seat = decidingAuthority('829');
  const scene = judgedFormer([71], atDistrict(), district);
  scene.when('recognise', { star: 4, ...act('2021-04-01') }, seat, at('2021-04-01')).thenRejected('MustGoUp', { mean: '71.00' });
  scene
    .when('approveResult', act('2021-04-01'), seat, at('2021-04-01'))
    .thenRejected(
      'NotTheDecidingAuthority',
      { star: 4, level: 'district' },
      { clause: 'decision.authority', basis: { article: 'QĐ 1048' } },
    );
});

test('the Minister recognises five stars and no less', () => {
  const below = judged([88, 89, 88, 88], atCentre(), central);
  below
    .when('recognise', { star: 4, ...act('2027-06-20') }, decidingAuthority('VN'), at('2027-06-20'))
    .thenRejected('NotTheDecidingAuthority', { star: 4, level: 'central' }, { clause: 'decision.authority', basis: { article: '4.1' } });
  judged([95], atCentre(), central)
    .when('recognise', { star: 5, ...act('2027-06-20') }, authority, at('2027-06-20'))
    .thenRejected('NotYourUnit', { units: ['VN'] });
});

test('below 90 nothing is approved for the centre, and at the centre nothing at all', () => {
  judged([89, 90])
    .when('approveResult', paper, authority, now)
    .thenRejected('BelowForwarding', { mean: '89.50' }, { clause: 'request.forwarding', basis: { article: '7.3.e' } });
  judged([95], atCentre(), central)
    .when('approveResult', act('2027-06-20'), decidingAuthority('VN'), at('2027-06-20'))
    .thenRejected('BelowForwarding', { mean: '95.00' });
});

test('a decision names the one that was there before', () => {
  recognise(recognised(), 4).thenRejected(
    'AlreadyDecided',
    { number: '100/QĐ-UBND' },
    { clause: 'decision.recognition', basis: { article: '7.3.e, 7.4.e' } },
  );
});

test('a notice tells the outcome: recognised, sent up, not passed', () => {
  const outcomes: readonly [Cycle, string, string][] = [
    [recognised(), 'recognised', 'recognised'],
    [approved(), 'sent-up', 'approved'],
    [judged([49]), 'not-passed', 'not-passed'],
  ];
  for (const [scene, outcome, stage] of outcomes) {
    const notified = scene.when('notifyResult', act('2027-04-25'), agency, at('2027-04-25'));
    notified.thenEvents({ type: 'ResultNotified', data: { outcome, ...act('2027-04-25') } });
    expect(notified.state.stage).toBe(stage);
  }
});

test('while a decision or a request is owed there is no notice, under either edition', () => {
  const ground = { clause: 'result.notice', basis: { article: '7.3.g, 7.4.e' } } as const;
  judged([80]).when('notifyResult', paper, agency, now).thenRejected('DecisionPending', { star: 4 }, ground);
  judged([91]).when('notifyResult', paper, agency, now).thenRejected('DecisionPending', { star: 5 }, ground);
  const silent = { clause: 'result.notice', basis: { silent: true } } as const;
  judgedFormer([52], atDistrict(), district)
    .when('notifyResult', act('2021-04-01'), committee('829'), at('2021-04-01'))
    .thenRejected('DecisionPending', { star: 3 }, silent);
  atFormerProvince(91).when('notifyResult', formerPaper, ocopAgency('83'), formerNow).thenRejected('DecisionPending', { star: 5 }, silent);
});

test('one result is notified once, under either edition', () => {
  for (const scene of [recognised(), approved()]) {
    scene
      .after('notifyResult', act('2027-04-25'), agency, at('2027-04-25'))
      .when('notifyResult', act('2027-04-26'), agency, at('2027-04-26'))
      .thenRejected('AlreadyNotified', false);
  }
  const former = atFormerProvince(71)
    .after('recognise', { star: 4, ...formerPaper }, decidingAuthority('83'), formerNow)
    .after('notifyResult', formerPaper, ocopAgency('83'), formerNow);
  former.when('notifyResult', formerPaper, ocopAgency('83'), formerNow).thenRejected('AlreadyNotified', false);
});

test("a notice of the level's committee counts, another commune's does not", () => {
  judged([49]).when('notifyResult', paper, committee(province), now).thenTypes('ResultNotified');
  judged([49])
    .when('notifyResult', paper, committee(commune), now)
    .thenRejected('NotYourUnit', { units: [province] });
});

test.for([
  ['recognise', judged([80]), { star: 4 }, authority],
  ['approveResult', judged([90]), {}, authority],
  ['notifyResult', judged([49]), {}, agency],
] as const)('%s needs its whole paper, and takes effect no later than it is recorded', ([command, scene, data, by]) => {
  scene
    .when(command, { ...data, ...unsigned('2027-04-20') }, by, now)
    .thenRejected('DocumentMissing', false, { clause: 'legalAct.document', basis: { setting: 'legalAct.document' } });
  scene
    .when(command, { ...data, ...act('2027-04-21') }, by, at('2027-04-20 23:59'))
    .thenRejected(
      'EffectiveDayInFuture',
      { effectiveOn: '2027-04-21' },
      { clause: 'legalAct.effectiveOn', basis: { setting: 'legalAct.effectiveOn' } },
    );
  expect(scene.when(command, { ...data, ...act('2027-04-21') }, by, at('2027-04-21 00:00')).state).not.toBe(scene.state);
});
