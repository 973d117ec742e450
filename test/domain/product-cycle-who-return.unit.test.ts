import { at, chair, decidingAuthority, ocopAgency } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import { act, atCentre, central, judged, province, recognised, scoring } from '../kit/product-cycle.ts';

const [agency, authority] = [ocopAgency(province), decidingAuthority(province)];
const four = judged([80, 81]);
const sent = judged([88, 89, 88, 88], atCentre(), central).after('sendDown', act('2027-06-20'), ocopAgency('VN'), at('2027-06-20'));

const rows: Rows = {
  sendDown: {
    scene: judged([88, 89, 88, 88], atCentre(), central),
    data: act('2027-06-20'),
    by: ocopAgency('VN'),
    on: '2027-06-20',
    events: ['SentDown'],
    becomes: 'sent-down',
    stranger: chair('P1'),
    otherUnit: agency,
    elsewhere: [
      [scoring(), 'NotYourUnit'],
      [sent, 'NotYourUnit'],
    ],
    clause: 'result.sendingDown',
    basis: { article: '7.4.g' },
  },
  acceptCentralResult: {
    scene: sent,
    data: { star: 4, ...act('2027-07-01') },
    by: authority,
    on: '2027-07-01',
    events: ['CentralResultAccepted'],
    becomes: 'result-accepted',
    stranger: agency,
    otherUnit: decidingAuthority('VN'),
    units: [province],
    elsewhere: [[four, 'NotAtThisStage']],
    clause: 'result.acceptance',
    basis: { article: '7.4.g' },
  },
  evaluateAgain: {
    scene: sent,
    data: act('2027-07-01'),
    by: authority,
    on: '2027-07-01',
    events: ['EvaluationReopened', 'ReviewRunOpened'],
    becomes: 'received',
    stranger: agency,
    otherUnit: decidingAuthority('01'),
    elsewhere: [[four, 'NotAtThisStage']],
    clause: 'result.evaluationAgain',
    basis: { article: '7.4.g' },
  },
  orderRedo: {
    scene: recognised(),
    data: { level: 'province', reason: 'Hội đồng không đủ thành viên', ...act('2027-09-01') },
    by: ocopAgency('VN'),
    on: '2027-09-01',
    events: ['RedoOrdered', 'ReviewRunOpened'],
    becomes: 'received',
    stranger: chair('P1'),
    otherUnit: agency,
    units: ['VN'],
    elsewhere: [[four, 'NotAtThisStage']],
    clause: 'redo.order',
    basis: { article: '10.1.b' },
  },
};
whoThenStage(rows);
