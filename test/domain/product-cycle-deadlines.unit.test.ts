import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, ocopAgency, producer } from '../kit/domain.ts';
import {
  act,
  atCommune,
  atProvince,
  commune,
  filed,
  judged,
  onAgenda,
  piece,
  province,
  received,
  recognised,
  renewalAtProvince,
  renewalComplete,
  reported,
  requested,
  scored,
  scoring,
  supplementOf,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

const here = committee(commune);
const due = ({ state }: Cycle) => productCycle.deadlines(state);
const written: Sitting = { level: 'province', unit: province, on: '2029-04-10' };

test('the commune is reminded three and one working days before its due day, on it, and one and three after', () => {
  expect(due(atCommune())).toEqual(
    [
      [-3, '2027-03-17'],
      [-1, '2027-03-19'],
      [0, '2027-03-22'],
      [1, '2027-03-23'],
      [3, '2027-03-25'],
    ].map(([step, day]) => ({
      key: `commune-report.2027-03-22.${step}`,
      at: at(`${day} 00:00`),
      event: { type: 'DeadlinePassed', data: { what: 'commune-report', step, due: '2027-03-22' } },
    })),
  );
  expect(productCycle.nextDeadline(atCommune().state)).toEqual(due(atCommune())[0]);
});

test('45 days of a renewal have the same ladder, through agenda and scoring', () => {
  const days = ['2029-04-11', '2029-04-13', '2029-04-16', '2029-04-17', '2029-04-19'].map((day) => at(`${day} 00:00`));
  const complete = renewalComplete();
  const open = scoring(onAgenda(complete, written), written.on);
  for (const scene of [complete, onAgenda(complete, written), open, scored([80, 80, 80, 80], open, written.on)]) {
    expect(due(scene).map(({ at: instant, event }) => [instant, event.data])).toEqual(
      days.map((instant, index) => [instant, { what: 'renewal-evaluation', step: [-3, -1, 0, 1, 3][index], due: '2029-04-16' }]),
    );
  }
});

test('a round has a day for the request to the level above and one for the result, each with the ladder', () => {
  const tasks = (scene: Cycle) => [...new Set(due(scene).map(({ event: { data } }) => JSON.stringify(data).replace(/"step":-?\d+,/, '')))];
  expect(tasks(reported())).toEqual(['{"what":"request","due":"2027-04-29"}']);
  for (const scene of [requested(), atProvince(), onAgenda(), scoring(), scored([80, 80, 80, 80]), judged([80])])
    expect(tasks(scene)).toEqual(['{"what":"round-result","due":"2027-06-29"}']);
  expect(due(recognised())).toEqual([]);
});

test('no clock runs where the edition has none, nor after the work is done', () => {
  const reportedUp = renewalComplete(5).after(
    'reportByAgency',
    { report: 'x', ...act('2029-03-10') },
    ocopAgency(province),
    at('2029-03-10'),
  );
  for (const scene of [filed(), renewalAtProvince(), judged([80], renewalComplete(), written), reportedUp, recognised()]) {
    expect(due(scene)).toEqual([]);
    expect(productCycle.nextDeadline(scene.state)).toBeUndefined();
  }
});

test('while a supplement is awaited nobody is reminded, and a new receipt has a whole new ladder', () => {
  const passed = atCommune().and(at('2027-03-17'), {
    type: 'DeadlinePassed',
    data: { what: 'commune-report', step: -3, due: '2027-03-22' },
  });
  const asked = passed.after('requestSupplement', supplementOf('story'), here, at('2027-03-18'));
  expect(due(asked)).toEqual([]);
  const filedAgain = asked.after('supplement', { evidence: [piece('story')] }, producer('htx'), at('2027-03-23'));
  expect(due(filedAgain)).toEqual([]);
  expect(due(filedAgain.after('receive', received, here, at('2027-03-24'))).map(({ key }) => key)).toEqual(
    [-3, -1, 0, 1, 3].map((step) => `commune-report.2027-04-14.${step}`),
  );
});

test('an overdue report stays owed: passed deadlines take nothing away', () => {
  const late = due(atCommune()).reduce((scene, { at: instant, event }) => scene.and(instant, event), atCommune());
  expect(due(late)).toEqual([]);
  expect(late.state).toMatchObject({ stage: 'received', due: { day: '2027-03-22' } });
  expect(productCycle.worklist(late.state)).toMatchObject([{ command: 'report', due: { day: '2027-03-22' } }]);
});

test('each deadline yields an event that applies and removes it, and it alone', () => {
  for (const scene of [atCommune(), renewalComplete(), scoring(onAgenda(renewalComplete(), written), written.on)]) {
    for (const { key, at: instant, event } of due(scene)) {
      const left = due(scene.and(instant, event)).map((each) => each.key);
      expect(left).toEqual(
        due(scene)
          .map((each) => each.key)
          .filter((each) => each !== key),
      );
    }
  }
});

test('deadlines of a state are the same whenever they are asked for', () => {
  expect(due(atCommune())).toEqual(due(atCommune()));
  const { state } = atCommune();
  expect(productCycle.deadlines(state)).toEqual(productCycle.deadlines(structuredClone(state)));
});
