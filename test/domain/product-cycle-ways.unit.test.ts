import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, chair, committee, decidingAuthority, given, nobody, ocopAgency, producer } from '../kit/domain.ts';
import {
  act,
  atCentre,
  atCommune,
  atDistrict,
  atProvince,
  central,
  commune,
  dossier,
  htx,
  judged,
  judgedFormer,
  onAgenda,
  place,
  province,
  received,
  renewalComplete,
  reported,
  requested,
  scored,
  scoring,
  supplementOf,
  piece,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

const result = ({ state }: Cycle) =>
  state.stage === 'result-reported' ? { level: state.run.level, ...state.result.mean, star: state.result.star } : state.stage;
const district: Sitting = { level: 'district', unit: '829', on: '2021-03-20' };
const formerProvince: Sitting = { level: 'province', unit: '83', on: '2021-05-20' };
const formerCentre: Sitting = { level: 'central', unit: 'VN', on: '2021-08-20' };
const upFromDistrict = (scene: Cycle) =>
  scene
    .after('requestNextLevel', act('2021-04-01'), committee('829'), at('2021-04-01'))
    .after('receive', received, ocopAgency('83'), at('2021-04-05'));

test('an idea becomes four recognised and notified stars under 26/2026', () => {
  const idea = given(productCycle)
    .after('proposeIdea', { place, name: 'Trà', idea: 'trà của làng' }, nobody('lan'), at('2027-01-05'))
    .after('returnIdea', { note: 'nói rõ vùng nguyên liệu' }, committee(commune), at('2027-01-06'))
    .after('proposeIdea', { place, name: 'Trà', idea: 'trà shan của làng' }, nobody('lan'), at('2027-01-07'))
    .after('acceptIdea', {}, committee(commune), at('2027-01-08'))
    .after('submitPlan', { producer: htx, summary: 'ba năm' }, producer('htx'), at('2027-01-10'))
    .after('returnPlan', { note: 'thiếu vốn' }, committee(commune), at('2027-01-11'))
    .after('submitPlan', { producer: htx, summary: 'ba năm, có vốn' }, producer('htx'), at('2027-01-12'))
    .after('acceptPlan', {}, committee(commune), at('2027-01-13'))
    .after('reportImplementation', { results: 'đã có sản phẩm' }, producer('htx'), at('2027-02-20'))
    .after('fileDossier', dossier, producer('htx'), at('2027-03-01 08:00'))
    .after('receive', received, committee(commune), at('2027-03-01 09:00'));
  const end = judged([74, 75, 73, 76, 73], atProvince(requested(reported(idea))))
    .after('recognise', { star: 4, ...act('2027-04-20') }, decidingAuthority(province), at('2027-04-20'))
    .after('notifyResult', act('2027-04-22'), ocopAgency(province), at('2027-04-22'));
  expect(end.state).toMatchObject({
    stage: 'recognised',
    isNotified: true,
    birth: { on: '2027-01-05' },
    filedOn: '2027-03-01',
    decision: { star: 4 },
  });
  expect(productCycle.alive(end.state)).toBe(false);
  expect(productCycle.facets(end.state, 'tra-1')).toEqual({ stage: 'recognised', province, cycle: '2027-86', stars: 4 });
});

test('from 90 points the province approves, asks the centre, and the Minister recognises five stars', () => {
  const atMinistry = judged([92, 93], atCentre(), central);
  expect(result(atMinistry)).toEqual({ level: 'central', sum: 185, count: 2, star: 5 });
  const end = atMinistry
    .after('recognise', { star: 5, ...act('2027-06-20') }, decidingAuthority('VN'), at('2027-06-20'))
    .after('notifyResult', act('2027-06-21'), ocopAgency('VN'), at('2027-06-21'));
  expect(end.state).toMatchObject({
    stage: 'recognised',
    isNotified: true,
    decision: { star: 5 },
    run: { level: 'central', n: 1, roundId: 'central-1-2027' },
  });
  expect(end.state.stage === 'recognised' && end.state.results.map((each) => [each.run.level, 'mean' in each && each.mean])).toEqual([
    ['province', { sum: 363, count: 4 }],
  ]);
});

test('under 1048 the district at 52 asks the province at 91.5, which asks the centre at 92', () => {
  const atDistrictCouncil = judgedFormer([52], atDistrict(), district);
  expect(result(atDistrictCouncil)).toEqual({ level: 'district', sum: 52, count: 1, star: 3 });
  const atProvincialCouncil = judgedFormer([91, 92], upFromDistrict(atDistrictCouncil), formerProvince);
  expect(result(atProvincialCouncil)).toEqual({ level: 'province', sum: 183, count: 2, star: 5 });
  const up = atProvincialCouncil
    .after('approveResult', act('2021-06-01'), decidingAuthority('83'), at('2021-06-01'))
    .after('requestNextLevel', act('2021-06-10'), committee('83'), at('2021-06-10'))
    .after('receive', received, ocopAgency('VN'), at('2021-06-15'));
  const end = judgedFormer([92], up, formerCentre).after(
    'recognise',
    { star: 5, ...act('2021-09-01') },
    decidingAuthority('VN'),
    at('2021-09-01'),
  );
  expect(end.state).toMatchObject({ stage: 'recognised', edition: 'qd-1048-2019', decision: { star: 5 } });
});

test('under 1048 the district at 56 and the province at 71 make four stars of the province', () => {
  const end = judgedFormer([71], upFromDistrict(judgedFormer([56], atDistrict(), district)), formerProvince).after(
    'recognise',
    { star: 4, ...act('2021-06-01') },
    decidingAuthority('83'),
    at('2021-06-01'),
  );
  expect(end.state).toMatchObject({ stage: 'recognised', decision: { star: 4 } });
});

test('under 1048 a district mean of 49 ends there with a notice', () => {
  const end = judgedFormer([49], atDistrict(), district).when('notifyResult', act('2021-03-25'), committee('829'), at('2021-03-25'));
  end.thenTypes('ResultNotified');
  expect(end.state).toMatchObject({ stage: 'not-passed' });
});

test('under 26/2026 a provincial mean of 47.6 gives two stars, a notice and no certificate', () => {
  const judgedLow = judged([47, 48, 48, 47, 48]);
  expect(result(judgedLow)).toEqual({ level: 'province', sum: 238, count: 5, star: 2 });
  const end = judgedLow.after('notifyResult', act('2027-04-25'), ocopAgency(province), at('2027-04-25'));
  expect(end.state.stage).toBe('not-passed');
  expect(productCycle.alive(end.state)).toBe(false);
  expect(productCycle.obligations(end.state, 'tra-1').map(({ command }) => command.type)).not.toContain('issueCertificate');
});

test('89.5 stays four stars in both editions, is not sent up, and under 1048 says that it lay between two bands', () => {
  const totals = [89, 90, 89, 90];
  expect(result(judged(totals))).toMatchObject({ sum: 358, count: 4, star: 4 });
  const former = judgedFormer(totals, upFromDistrict(judgedFormer([52], atDistrict(), district)), formerProvince);
  expect(result(former)).toMatchObject({ sum: 358, count: 4, star: 4 });
  const reporting = (scene: Cycle, on: string) => scene.when('reportCouncilResult', act(on), chair('P1'), at(on));
  const atFormerSitting = scored(totals, scoring(onAgenda(atDistrict(), district), district.on), district.on, [35, 25, 40]);
  expect(reporting(atFormerSitting, district.on)).toMatchObject({ verdict: { events: [{ data: { star: 4, betweenBands: true } }] } });
  expect(reporting(scored(totals), '2027-04-10')).not.toHaveProperty('verdict.events.0.data.betweenBands');
  former
    .when('approveResult', act('2021-06-01'), decidingAuthority('83'), at('2021-06-01'))
    .thenRejected('BelowForwarding', { mean: '89.50' });
});

test('a supplement ends the clock of the commune, and each receipt starts a new one', () => {
  const again = atCommune()
    .after('requestSupplement', supplementOf('story'), committee(commune), at('2027-03-05'))
    .after('supplement', { evidence: [piece('câu chuyện mới', ['story'])] }, producer('htx'), at('2027-03-09'))
    .after('receive', { ...received, samples: 0 }, committee(commune), at('2027-03-10'));
  expect(again.state.stage === 'received' && again.state.due?.day).toBe('2027-03-31');
  const receipts = again.state.stage === 'received' ? again.state.receipts : [];
  expect(receipts.map(({ on, samples, due }) => [on, samples, due?.day])).toEqual([
    ['2027-03-01', 5, '2027-03-22'],
    ['2027-03-10', 0, '2027-03-31'],
  ]);
  expect(reported(again).state.stage).toBe('reported');
});

test('a renewal of four stars is judged by written opinions of the province', () => {
  const complete = renewalComplete(4);
  expect(complete.state).toMatchObject({
    run: { level: 'province', role: 'council', mode: 'written', roundId: null },
    due: { day: '2029-04-16' },
  });
  const end = judged([80, 82], complete, { level: 'province', unit: province, on: '2029-04-10' }).after(
    'recognise',
    { star: 4, ...act('2029-04-12') },
    decidingAuthority(province),
    at('2029-04-12'),
  );
  expect(end.state).toMatchObject({ stage: 'recognised', held: { certificate: 'tra-1', star: 4 } });
});

test('a renewal of five stars goes by two reports to the written opinions of the centre', () => {
  const complete = renewalComplete(5);
  expect(complete.state).toMatchObject({ run: { level: 'province', role: 'agencyReport', mode: null } });
  const reportedUp = complete.after('reportByAgency', { report: 'giữ vững', ...act('2029-03-10') }, ocopAgency(province), at('2029-03-10'));
  expect(reportedUp.state.stage).toBe('reported');
  const atMinistry = reportedUp
    .after('requestNextLevel', act('2029-03-12'), committee(province), at('2029-03-12'))
    .after('receive', received, ocopAgency('VN'), at('2029-03-15'))
    .after('confirmComplete', {}, ocopAgency('VN'), at('2029-03-16'));
  expect(atMinistry.state).toMatchObject({ run: { level: 'central', role: 'council', mode: 'written' }, due: { day: '2029-04-30' } });
  const end = judged([95], atMinistry, { level: 'central', unit: 'VN', on: '2029-04-10' }).after(
    'recognise',
    { star: 5, ...act('2029-04-12') },
    decidingAuthority('VN'),
    at('2029-04-12'),
  );
  expect(end.state).toMatchObject({ stage: 'recognised', decision: { star: 5 } });
});
