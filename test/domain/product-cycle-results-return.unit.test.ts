import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { conclusionsOf } from '../../domain/product-cycle/run.ts';
import { hasDossier } from '../../domain/product-cycle/state.ts';
import { at, committee, decidingAuthority, given, ocopAgency, producer } from '../kit/domain.ts';
import {
  act,
  atCentre,
  awaitedAt as awaited,
  central,
  certificatesOwed as certificates,
  dossier,
  formerPlace,
  judged,
  meansOf as means,
  province,
  received,
  renewalComplete,
  runsOf as runs,
  settled,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

/* What comes back: sent down, accepted or evaluated again. */

const ministry = ocopAgency('VN');
const authority = decidingAuthority(province);
const agency = ocopAgency(province);
const paper = (day: string) => act(day, '9/QĐ');

const centralResult = (...totals: number[]): Cycle => judged(totals, atCentre(), central);
const sentDown = (...totals: number[]): Cycle =>
  centralResult(...totals).after('sendDown', paper('2027-06-20'), ministry, at('2027-06-20'));
const accepted = (): Cycle =>
  sentDown(88, 89, 88, 88).after('acceptCentralResult', { star: 4, ...paper('2027-07-01') }, authority, at('2027-07-01'));
const again = (): Cycle => sentDown(88, 89, 88, 88).after('evaluateAgain', paper('2027-07-01'), authority, at('2027-07-01'));

const district: Sitting = { level: 'district', unit: '829', on: '2024-03-20' };
const formerProvince: Sitting = { level: 'province', unit: '83', on: '2024-05-20' };
const formerCentre: Sitting = { level: 'central', unit: 'VN', on: '2024-08-20' };
const provinceOf148 = (mean: number): Cycle =>
  judged(
    [mean],
    judged(
      [72],
      given(productCycle)
        .after('fileDossier', { ...dossier, place: formerPlace }, producer('htx'), at('2024-03-01'))
        .after('receive', received, committee('829'), at('2024-03-02')),
      district,
    )
      .after('approveResult', act('2024-03-25'), decidingAuthority('829'), at('2024-03-25'))
      .after('requestNextLevel', act('2024-04-01'), committee('829'), at('2024-04-01'))
      .after('receive', received, ocopAgency('83'), at('2024-04-05')),
    formerProvince,
  );
const centreOf148 = (mean: number): Cycle =>
  judged(
    [mean],
    provinceOf148(91)
      .after('approveResult', act('2024-06-01'), decidingAuthority('83'), at('2024-06-01'))
      .after('requestNextLevel', act('2024-06-10'), committee('83'), at('2024-06-10'))
      .after('receive', received, ministry, at('2024-06-20')),
    formerCentre,
  );

test('below 90 at the centre the result goes down, and from 90 on it stays', () => {
  expect(awaited(centralResult(88, 89, 88, 88))).toEqual(['sendDown: ocopAgency VN until 2027-09-29']);
  centralResult(88, 89, 88, 88)
    .when('sendDown', paper('2027-06-20'), decidingAuthority('VN'), at('2027-06-20'))
    .thenEvents({ type: 'SentDown', data: { from: 'central', to: 'province', ...paper('2027-06-20') } });
  centralResult(90)
    .when('sendDown', paper('2027-06-20'), ministry, at('2027-06-20'))
    .thenRejected('NothingToSendDown', { mean: '90.00' }, { clause: 'result.sendingDown', basis: { article: '7.4.g' } });
  judged([91]).when('sendDown', paper('2027-06-20'), agency, at('2027-06-20')).thenRejected('NothingToSendDown', { mean: '91.00' });
});

test('while a result is to be sent down, the ministry tells nobody an outcome', () => {
  centralResult(49).when('notifyResult', paper('2027-06-20'), ministry, at('2027-06-20')).thenRejected('DecisionPending', { star: 2 });
});

test('the province accepts 88.25 of the centre and recognises four stars on it', () => {
  const sent = sentDown(88, 89, 88, 88);
  expect(awaited(sent)).toEqual([
    `acceptCentralResult: decidingAuthority ${province} until 2027-12-29`,
    `evaluateAgain: decidingAuthority ${province} until 2027-12-29`,
  ]);
  sent.when('recognise', { star: 4, ...paper('2027-07-01') }, authority, at('2027-07-01')).thenRejected('NotAtThisStage');
  expect(awaited(accepted())).toEqual([`recognise: decidingAuthority ${province} until 2027-12-29`]);
  const end = accepted()
    .and(at('2027-07-02'), settled('serial', 3))
    .after('recognise', { star: 4, ...paper('2027-07-02') }, authority, at('2027-07-02'));
  expect(certificates(end)).toMatchObject([
    { key: 'certificate', to: 'tra-1', data: { star: 4, issuer: province, level: 'province', issuedUnder: 'qd-26-2026' } },
  ]);
  expect(awaited(end)).toEqual([`notifyResult: ocopAgency ${province}`, `publishResult: decidingAuthority ${province}`]);
  end.when('notifyResult', act('2027-07-05'), agency, at('2027-07-05')).thenTypes('ResultNotified');
});

test('what is accepted is the star of the central result, and so is what is recognised on it', () => {
  sentDown(88, 89, 88, 88)
    .when('acceptCentralResult', { star: 3, ...paper('2027-07-01') }, authority, at('2027-07-01'))
    .thenRejected('StarDiffersFromResult', { star: 4 }, { clause: 'decision.star', basis: { article: '7.3.e' } });
  accepted()
    .when('recognise', { star: 3, ...paper('2027-07-02') }, authority, at('2027-07-02'))
    .thenRejected('StarDiffersFromResult', { star: 4 });
});

test('below 50 there is nothing to accept: the province notifies, or evaluates again', () => {
  const sent = sentDown(49);
  expect(awaited(sent)).toEqual([`evaluateAgain: decidingAuthority ${province} until 2027-12-29`, `notifyResult: ocopAgency ${province}`]);
  sent
    .when('acceptCentralResult', { star: 3, ...paper('2027-07-01') }, authority, at('2027-07-01'))
    .thenRejected('NothingToCertify', { star: 2 }, { clause: 'result.acceptance', basis: { article: '7.4.g' } });
  expect(sent.when('notifyResult', paper('2027-07-01'), agency, at('2027-07-01')).state.stage).toBe('not-passed');
  sent.when('evaluateAgain', paper('2027-07-01'), authority, at('2027-07-01')).thenTypes('EvaluationReopened', 'ReviewRunOpened');
  sentDown(60).when('notifyResult', paper('2027-07-01'), agency, at('2027-07-01')).thenRejected('DecisionPending', { star: 3 });
});

test('evaluated again, both runs of the province stay readable with their means and sheets', () => {
  const scene = again();
  expect(awaited(scene)).toEqual([
    `assess: advisoryTeam ${province} until 2027-12-29`,
    `placeOnAgenda: ocopAgency ${province} until 2027-12-29`,
  ]);
  const end = judged([80, 82], scene, { level: 'province', unit: province, on: '2027-08-10' });
  expect(runs(end)).toEqual(['commune 1 first', 'province 1 first', 'central 1 first', 'province 2 evaluateAgain']);
  expect(means(end)).toEqual([
    ['province', 90.75],
    ['central', 88.25],
    ['province', 81],
  ]);
  expect(hasDossier(end.state) && conclusionsOf(end.state).map(({ sheets }) => Object.keys(sheets).length)).toEqual([4, 4, 2]);
  end.when('recognise', { star: 4, ...paper('2027-08-20') }, authority, at('2027-08-20')).thenTypes('ProductRecognised');
});

test('evaluated again with 90 and more, the province approves and asks the centre a second time', () => {
  const up = judged([91], again(), { level: 'province', unit: province, on: '2027-08-10' })
    .after('approveResult', paper('2027-08-20'), authority, at('2027-08-20'))
    .after('requestNextLevel', paper('2027-08-21'), committee(province), at('2027-08-21'));
  expect(runs(up).slice(-2)).toEqual(['province 2 evaluateAgain', 'central 2 evaluateAgain']);
});

test('a five-star renewal sent down is evaluated by a council of the province, which had only a report to make', () => {
  const sent = judged(
    [85],
    renewalComplete(5)
      .after('reportByAgency', { report: 'giữ vững', ...act('2029-03-05') }, agency, at('2029-03-05'))
      .after('requestNextLevel', act('2029-03-06'), committee(province), at('2029-03-06'))
      .after('receive', received, ministry, at('2029-03-10'))
      .after('confirmComplete', {}, ministry, at('2029-03-11')),
    { level: 'central', unit: 'VN', on: '2029-04-01' },
  ).after('sendDown', act('2029-04-10'), ministry, at('2029-04-10'));
  const answers = productCycle.worklist(sent.state).map(({ command, due }) => [command, due?.day, due?.basis]);
  expect(answers).toEqual([
    ['acceptCentralResult', '2029-05-25', { setting: 'renewal.clockPerLevel' }], // 45 days of its own
    ['evaluateAgain', '2029-05-25', { setting: 'renewal.clockPerLevel' }],
  ]);
  const reopened = sent.after('evaluateAgain', act('2029-04-12'), authority, at('2029-04-12'));
  expect(reopened.state).toMatchObject({
    stage: 'received',
    due: null,
    run: { level: 'province', n: 2, role: 'council', mode: 'meeting', roundId: null },
  });
  judged([84], reopened, { level: 'province', unit: province, on: '2029-04-20' })
    .when('recognise', { star: 4, ...act('2029-04-25') }, authority, at('2029-04-25'))
    .thenTypes('ProductRecognised');
});

test('under 148 a provincial 66 goes back to the district, which accepts it and issues a certificate of three stars', () => {
  const reported = provinceOf148(66);
  expect(awaited(reported)).toEqual(['sendDown: ocopAgency 83']);
  const sent = reported.after('sendDown', act('2024-06-01'), ocopAgency('83'), at('2024-06-01'));
  expect(awaited(sent)).toEqual(['acceptCentralResult: decidingAuthority 829']);
  const end = sent
    .after('acceptCentralResult', { star: 3, ...act('2024-06-10') }, decidingAuthority('829'), at('2024-06-10'))
    .and(at('2024-06-10'), settled('serial', 3))
    .after('recognise', { star: 3, ...act('2024-06-12') }, decidingAuthority('829'), at('2024-06-12'));
  expect(certificates(end)).toMatchObject([{ data: { star: 3, issuer: '829', level: 'district', issuedUnder: 'qd-148-2023' } }]);
  expect(awaited(end)).toEqual(['notifyResult: committee 829']);
});

test('under 148 the district accepts or nothing: another evaluation is not its to hold', () => {
  provinceOf148(66)
    .after('sendDown', act('2024-06-01'), ocopAgency('83'), at('2024-06-01'))
    .when('evaluateAgain', act('2024-06-10'), decidingAuthority('829'), at('2024-06-10'))
    .thenRejected(
      'NotEvaluatedAgainHere',
      { level: 'district' },
      { clause: 'result.evaluationAgain', basis: { setting: 'central.below90' } },
    );
});

test('under 148 the centre sends 88 to the province and 69 to the district', () => {
  const down = (mean: number, unit: string, star: number) =>
    centreOf148(mean)
      .after('sendDown', act('2024-09-01'), ministry, at('2024-09-01'))
      .when('acceptCentralResult', { star, ...act('2024-09-10') }, decidingAuthority(unit), at('2024-09-10'));
  down(88, '83', 4).thenTypes('CentralResultAccepted');
  down(69, '829', 3).thenTypes('CentralResultAccepted');
  down(69, '83', 3).thenRejected('NotYourUnit', { units: ['829'] });
});
