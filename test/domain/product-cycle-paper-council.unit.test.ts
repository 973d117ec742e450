import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { conclusionsOf } from '../../domain/product-cycle/run.ts';
import { hasDossier } from '../../domain/product-cycle/state.ts';
import { at, chair, committee, decidingAuthority, ocopAgency } from '../kit/domain.ts';
import {
  act,
  atCommune,
  atDistrict,
  atProvince,
  commune,
  digest,
  judged,
  onAgenda,
  province,
  renewalAtProvince,
  renewalComplete,
  scored,
  scoring,
  settled,
  sheetsIn,
  unsigned,
  type Cycle,
} from '../kit/product-cycle.ts';

const agency = ocopAgency(province);
const now = at('2027-04-10');
const paper = act('2027-04-10', '07/BB-HĐ');
const minutes = { source: 'paperMinutes', mean: { sum: 8825, count: 100 }, scan: digest('c'), ...paper };
const gate = { gate: 'reject-product', reason: 'chép sản phẩm của cơ sở khác', scan: digest('c'), ...paper };
const typed = (data: object, scene: Cycle = atProvince(), by = agency, day = now) => scene.when('reportCouncilResult', data, by, day);
const closed = (data: object = {}, scene: Cycle = atProvince(), by = agency, day = now) =>
  scene.when('closeGate', { ...gate, ...data }, by, day);
const concluded = ({ state }: Cycle) => (hasDossier(state) ? conclusionsOf(state) : []);

test('the result of a paper council is typed in with the scan of its minutes, and is marked as such', () => {
  typed(minutes).thenEvents({ type: 'CouncilResultReported', data: { ...minutes, star: 4 } });
  for (const scene of [atProvince(), onAgenda()]) {
    expect(typed(minutes, scene).state).toMatchObject({
      stage: 'result-reported',
      result: { source: 'paperMinutes', mean: { sum: 8825, count: 100 }, star: 4, scan: digest('c'), panel: null, sheets: {} },
    });
  }
  const end = atProvince()
    .and(now, settled('serial', 3))
    .after('reportCouncilResult', minutes, agency, now)
    .after('recognise', { star: 4, ...act('2027-04-20') }, decidingAuthority(province), at('2027-04-20'));
  expect(productCycle.obligations(end.state, 'tra-1').map(({ key }) => key)).toContain('certificate');
});

test('a paper council at a district is typed in by the committee that holds the file', () => {
  const day = at('2021-03-20');
  typed({ ...minutes, mean: { sum: 52, count: 1 }, ...act('2021-03-20') }, atDistrict(), committee('829'), day).thenTypes(
    'CouncilResultReported',
  );
  typed({ ...minutes, ...act('2021-03-20') }, atDistrict(), ocopAgency('83'), day).thenRejected('NotYourUnit', { units: ['829'] });
});

test('minutes without their scan are refused, under a setting', () => {
  const { scan: _, ...unscanned } = minutes;
  typed(unscanned).thenRejected('ScanMissing', false, { clause: 'result.minutes', basis: { setting: 'result.paperMinutes' } });
});

test('a mean comes from minutes alone, and lies between 0 and 100', () => {
  const { mean: _, ...meanless } = minutes;
  typed(meanless).thenRejected('Malformed', { fields: ['mean'] });
  typed({ ...minutes, mean: { sum: 101, count: 1 } }).thenRejected('Malformed', { fields: ['mean'] });
  typed({ mean: { sum: 80, count: 1 }, ...paper }).thenRejected('Malformed', { fields: ['mean'] });
  typed({ ...minutes, mean: { sum: 100, count: 1 } }).thenTypes('CouncilResultReported');
});

test('sheets in the engine and paper minutes are never mixed', () => {
  typed(paper).thenRejected('SourceDoesNotFit', { source: 'sheets' }, { clause: 'result.report', basis: { article: '7.3.d, 7.4.d' } });
  typed(minutes, scored([80, 80, 80, 80]), chair('P1')).thenRejected('SourceDoesNotFit', { source: 'paperMinutes' });
  typed(minutes, scoring(), chair('P1')).thenRejected('ResultNotReported', false);
  typed(minutes, scored([80, 80, 80, 80])).thenRejected('NotYourPart');
});

test('where a report is due no council has concluded anything, and a renewal is judged once its request is complete', () => {
  typed(minutes, atCommune(), committee(commune)).thenRejected('NotThisLevel', { level: 'commune', unit: commune });
  closed({}, atCommune(), committee(commune)).thenRejected('NotThisLevel', { level: 'commune', unit: commune });
  const late = { ...minutes, ...act('2029-03-10') };
  typed(late, renewalAtProvince(), agency, at('2029-03-10')).thenRejected('RequestNotComplete', false, { clause: 'request.complete' });
  closed(act('2029-03-10'), renewalAtProvince(), agency, at('2029-03-10')).thenRejected('RequestNotComplete');
  typed(late, renewalComplete(), agency, at('2029-03-10')).thenTypes('CouncilResultReported');
});

test('a gate closed by minutes has no mean and no star, and ends rejected or stopped with a notice', () => {
  closed().thenEvents({ type: 'GateClosed', data: { ...gate, source: 'paperMinutes' } });
  const ends = { 'reject-dossier': 'rejected', 'reject-product': 'rejected', 'stop-scoring': 'stopped' } as const;
  for (const [kind, outcome] of Object.entries(ends)) {
    const { state } = closed({ gate: kind });
    expect(state.stage).toBe('gate-closed');
    expect(productCycle.worklist(state).map(({ command, role, unit }) => `${command}: ${role} ${unit}`)).toEqual([
      `notifyResult: ocopAgency ${province}`,
    ]);
    const told = atProvince()
      .after('closeGate', { ...gate, gate: kind }, agency, now)
      .when('notifyResult', act('2027-04-12'), agency, at('2027-04-12'));
    told.thenEvents({ type: 'ResultNotified', data: { outcome, ...act('2027-04-12') } });
    expect(told.state.stage).toBe(outcome);
    expect(productCycle.alive(told.state)).toBe(false);
  }
});

test('a product that was turned away is told once, and refuses the closing year with its outcome', () => {
  const end = atProvince().after('closeGate', gate, agency, now).after('notifyResult', act('2027-04-12'), agency, at('2027-04-12'));
  end.when('notifyResult', act('2027-04-13'), agency, at('2027-04-13')).thenRejected('AlreadyNotified', false);
  end
    .when('carryOver', { year: 2028 }, { person: 'engine', roles: [{ role: 'engine', unit: '' }] }, at('2027-12-31'))
    .thenRejected('CycleFinished', { outcome: 'rejected', star: 0 });
});

test('a majority of the council closes a gate, and only its minutes show that, wherever it sat', () => {
  const ground = { clause: 'gate.decider', basis: { setting: 'gate.decidedBy' } } as const;
  closed({ scan: undefined }).thenRejected('ScanMissing', false, ground);
  closed({ scan: undefined }, scoring(), chair('P1')).thenRejected('ScanMissing', false, ground);
  closed({}, scoring(), agency).thenRejected('NotYourPart');
  const sat = sheetsIn([80, 70]).after('closeGate', gate, chair('P1'), now);
  expect(concluded(sat)).toMatchObject([{ source: 'sheets', gate: 'reject-product', sheets: { P1: {}, P2: {} } }]);
  closed({}, scored([80, 80, 80, 80]), chair('P1')).thenTypes('GateClosed');
});

test('a renewal that a council turns away leaves the certificate as it was, and tells it', () => {
  const end = renewalComplete()
    .and(at('2029-03-03'), settled('renewal'))
    .after('closeGate', { ...gate, ...act('2029-03-10') }, agency, at('2029-03-10'))
    .after('notifyResult', act('2029-03-12'), agency, at('2029-03-12'));
  expect(productCycle.obligations(end.state, 'tra-2').find(({ key }) => key === 'conclude')?.command).toEqual({
    type: 'concludeRenewal',
    data: { cycle: 'tra-2', outcome: 'not-passed' },
  });
});

test.for([
  ['reportCouncilResult', minutes],
  ['closeGate', gate],
] as const)('%s from minutes needs their whole paper, and never lies ahead', ([command, data]) => {
  atProvince()
    .when(command, { ...data, ...unsigned('2027-04-10') }, agency, now)
    .thenRejected('DocumentMissing', false);
  atProvince()
    .when(command, { ...data, ...act('2027-04-11') }, agency, now)
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2027-04-11' });
});

test('sheets of a council stay with its result', () => {
  expect(concluded(judged([80, 82]))).toMatchObject([
    { source: 'sheets', mean: { sum: 162, count: 2 }, panel: { chair: 'P1' }, sheets: { P1: {}, P2: {} } },
  ]);
});
