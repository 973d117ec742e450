import { expect, test } from 'vitest';
import { officialCalendar } from '../../domain/calendar/working-days.ts';
import { editions } from '../../domain/edition/edition-for.ts';
import { cutoffIsMet } from '../../domain/product-cycle/commune-report.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, engineActor, ocopAgency, secretary } from '../kit/domain.ts';
import {
  act,
  approved,
  atDistrict,
  atProvince,
  commune,
  onAgenda,
  province,
  received,
  renewalComplete,
  renewalAtProvince,
  reported,
  requested,
  scoring,
  type Cycle,
} from '../kit/product-cycle.ts';

/* Received on 01/3/2027, the dossier aims at the province's round 1 of 2027: asked for by 29/4, result by 29/6. */

const [here, agency] = [committee(commune), ocopAgency(province)];
const late = (on: string): Cycle => reported().after('requestNextLevel', act(on), here, at(on));
const waitsFor = ({ state }: Cycle) => productCycle.worklist(state).map(({ command, due }) => `${command} ${due?.day ?? ''}`.trim());
const run = ({ state }: Cycle) => ('run' in state ? state.run : undefined);

test('a request of the last day is in the round, and says nothing of another', () => {
  expect(run(late('2027-04-29'))).toMatchObject({ roundId: 'province-1-2027' });
  expect(run(late('2027-04-29'))).not.toHaveProperty('missed');
});

test('a request of the day after goes into the next round, and says which one it has missed', () => {
  reported()
    .when('requestNextLevel', act('2027-04-30'), here, at('2027-04-30'))
    .thenEvents(
      { type: 'NextLevelRequested', data: { from: 'commune', to: 'province', ...act('2027-04-30') } },
      {
        type: 'ReviewRunOpened',
        data: {
          level: 'province',
          n: 1,
          role: 'council',
          mode: 'meeting',
          roundId: 'province-2-2027',
          trigger: 'first',
          missed: { roundId: 'province-1-2027', lastDay: '2027-04-29' },
        },
      },
    );
  expect(waitsFor(late('2027-04-30'))).toEqual(['receive 2027-12-29']);
});

test("of two rounds missed the request names the one that it was awaited for, and the last round's successor is next year's first", () => {
  expect(run(late('2027-11-02'))).toMatchObject({ roundId: 'province-1-2028', missed: { roundId: 'province-1-2027' } });
});

test('the province is bound in the same way towards the ministry', () => {
  const asked = approved().after('requestNextLevel', act('2027-08-02'), committee(province), at('2027-08-02'));
  expect(run(asked)).toMatchObject({ roundId: 'central-2-2027', missed: { roundId: 'central-1-2027', lastDay: '2027-07-29' } });
});

test('a renewal is in no round and misses none', () => {
  expect(run(renewalAtProvince())).toMatchObject({ roundId: null });
  expect(run(renewalAtProvince())).not.toHaveProperty('missed');
});

test('where an office will not have late requests, they are refused with the round that is left', () => {
  const { state } = reported();
  if (state.stage !== 'reported') throw new Error(state.stage);
  const law = editions['qd-26-2026'];
  const strict = {
    ...law,
    rounds: { ...law.rounds, missedCutoff: { value: 'refuse', basis: { setting: 'round.missedCutoff' } } },
  } as const;
  const judged = (edition: typeof law, day: string) =>
    cutoffIsMet.refuses({}, state, { actor: here, now: at(day), edition, calendar: officialCalendar });
  expect(judged(strict, '2027-04-30')).toMatchObject({
    code: 'CutoffPassed',
    data: { round: 'province-1-2027', lastDay: '2027-04-29', next: 'province-2-2027' },
    clause: 'request.cutoff',
    basis: { setting: 'round.missedCutoff' },
  });
  expect(judged(strict, '2027-04-29')).toBeUndefined();
  expect(judged(law, '2027-04-30')).toBeUndefined();
});

test('moved to another round, the result is awaited by the day of that round', () => {
  const moved = atProvince()
    .when('moveToRound', { round: 'province-2-2027', reason: 'chờ kết quả kiểm nghiệm' }, agency, at('2027-05-10'))
    .thenEvents({
      type: 'MovedToRound',
      data: { round: 'province-2-2027', former: 'province-1-2027', reason: 'chờ kết quả kiểm nghiệm' },
    });
  expect(waitsFor(atProvince())).toEqual(['assess 2027-06-29', 'placeOnAgenda 2027-06-29']);
  expect(waitsFor(moved)).toEqual(['assess 2027-12-29', 'placeOnAgenda 2027-12-29']);
  expect('runs' in moved.state && moved.state.runs.map(({ roundId }) => roundId)).toEqual([null, 'province-2-2027']);
});

test('it can be moved onward only, to a round of its level that is not over', () => {
  const refused = (scene: Cycle, round: string, day: string, ahead: readonly string[]) =>
    scene
      .when('moveToRound', { round, reason: 'x' }, agency, at(day))
      .thenRejected('RoundNotAhead', { round, ahead }, { clause: 'agenda.round', basis: { article: '5' } });
  const later = ['province-2-2027', 'province-1-2028', 'province-2-2028', 'province-1-2029', 'province-2-2029'];
  refused(atProvince(), 'province-1-2027', '2027-05-10', later);
  refused(atProvince(), 'central-1-2027', '2027-05-10', later);
  refused(atProvince(), 'province-2-2027', '2027-12-30', later.slice(1));
  refused(renewalComplete().knowing({}), 'province-2-2029', '2029-04-01', []);
  atProvince().when('moveToRound', { round: 'province-2-2027', reason: 'x' }, agency, at('2027-12-29')).thenTypes('MovedToRound');
});

/** As the province's year announced it: requests until 19/5, results until 19/6. */
const extra = { requestsBefore: '2027-05-20', lastRequestDay: '2027-05-19', lastResultDay: '2027-06-19' };
const toExtra = { round: 'dot-them-2027', reason: 'Quy chế cho phép đợt thêm' };

test('it can be moved to an extra round that its province has announced, and is awaited by the days of that', () => {
  const moved = atProvince()
    .knowing({ announced: extra })
    .when('moveToRound', toExtra, agency, at('2027-05-25'))
    .thenEvents({ type: 'MovedToRound', data: { ...toExtra, former: 'province-1-2027', announced: extra } });
  expect(waitsFor(moved)).toEqual(['assess 2027-06-19', 'placeOnAgenda 2027-06-19']);
  const back = moved.knowing({}).after('moveToRound', { round: 'province-2-2027', reason: 'x' }, agency, at('2027-05-26'));
  expect(waitsFor(back)).toEqual(['assess 2027-12-29', 'placeOnAgenda 2027-12-29']);
});

test('an extra round takes nothing that came too late for it, nothing once it is over, and no renewal', () => {
  const refused = (scene: Cycle, day: string, announced: object) =>
    scene.knowing({ announced }).when('moveToRound', toExtra, agency, at(day)).thenRejected('RoundNotAhead');
  refused(atProvince(), '2027-03-26', { ...extra, lastRequestDay: '2027-03-24' }); // received on 25/3
  refused(atProvince(), '2027-06-20', extra);
  refused(requested(), '2027-05-20', extra); // not received yet on the day after its last request
  refused(renewalComplete(), '2029-04-01', { requestsBefore: '2029-05-20', lastRequestDay: '2029-05-19', lastResultDay: '2029-06-19' });
  atProvince().when('moveToRound', toExtra, agency, at('2027-05-10')).thenRejected('RoundNotAhead'); // nobody has announced it
});

test('where local plans set the rounds, a dossier is in none until its agency puts it into one of them', () => {
  const local = { requestsBefore: '2021-03-15', lastRequestDay: '2021-03-14', lastResultDay: '2021-04-29' };
  const scene = atDistrict().knowing({ announced: local });
  expect(run(scene)).toMatchObject({ roundId: null });
  const moved = scene
    .when('moveToRound', { round: 'huyen-dot-1', reason: 'kế hoạch của tỉnh' }, ocopAgency('829'), at('2021-03-03'))
    .thenTypes('MovedToRound');
  expect(waitsFor(moved)).toContain('placeOnAgenda 2021-04-29');
});

test('a product is taken off the agenda before its scoring, and can be placed on another', () => {
  const off = onAgenda()
    .when('takeOffAgenda', { reason: 'vắng mẫu' }, secretary('S'), at('2027-04-09'))
    .thenEvents({ type: 'TakenOffAgenda', data: { council: 'council', sitting: 'sitting-1', reason: 'vắng mẫu' } });
  expect(off.state).not.toHaveProperty('agenda');
  expect(waitsFor(off)).toEqual(['assess 2027-06-29', 'placeOnAgenda 2027-06-29']);
  const again = { council: 'council', level: 'province', unit: province, sitting: 'sitting-2', on: '2027-05-10' };
  off.when('placeOnAgenda', again, engineActor, at('2027-04-20')).thenTypes('PlacedOnAgenda');
  scoring().when('takeOffAgenda', { reason: 'x' }, agency, at('2027-04-10')).thenRejected('NotAtThisStage');
});

test('a renewal that is taken off the agenda keeps its 45 days and need not be confirmed again', () => {
  const off = onAgenda(renewalComplete(), { level: 'province', unit: province, on: '2029-04-10' }).after(
    'takeOffAgenda',
    { reason: 'x' },
    agency,
    at('2029-03-20'),
  );
  expect(off.state).toMatchObject({ stage: 'received', isComplete: true, due: { day: '2029-04-16' } });
  expect(waitsFor(off)).toEqual(['placeOnAgenda 2029-04-16']);
});

test('what waits for its receipt can be moved, too', () => {
  const moved = requested().after('moveToRound', { round: 'province-2-2027', reason: 'x' }, agency, at('2027-04-01'));
  expect(waitsFor(moved.after('receive', received, agency, at('2027-07-01')))).toEqual(['assess 2027-12-29', 'placeOnAgenda 2027-12-29']);
});
