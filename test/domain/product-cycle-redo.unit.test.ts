import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, decidingAuthority, engineActor, member, ocopAgency } from '../kit/domain.ts';
import {
  act,
  approved,
  awaitedAt as awaited,
  certificatesOwed as certificates,
  digest,
  judged,
  meansOf as means,
  onAgenda,
  panelOf,
  province,
  recognised,
  regulation,
  renewalComplete,
  runsOf as runs,
  settled,
  sheetOf,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

const ministry = ocopAgency('VN');
const authority = decidingAuthority(province);
const agency = ocopAgency(province);
const order = { level: 'province', reason: 'Hội đồng không đủ thành viên', ...act('2027-09-01', '5/BNN') };
const redone = (data: object = {}, scene = recognised()): Cycle =>
  scene
    .and(at('2027-04-21'), settled('serial', 3), settled('certificate'))
    .after('orderRedo', { ...order, ...data }, ministry, at('2027-09-01'));
const secondSitting: Sitting = { level: 'province', unit: province, on: '2027-10-10' };

test('the ministry orders a redo: a new run opens, and decision and certificate stay', () => {
  recognised()
    .when('orderRedo', order, ministry, at('2027-09-01'))
    .thenEvents(
      { type: 'RedoOrdered', data: { ...order, freshPanel: false } },
      {
        type: 'ReviewRunOpened',
        data: { level: 'province', n: 2, role: 'council', mode: 'meeting', roundId: 'province-2-2027', trigger: 'redoOrdered' },
      },
    );
  const scene = redone();
  expect(scene.state).toMatchObject({ stage: 'received', recognitions: [{ decision: { star: 4 }, level: 'province' }] });
  expect(certificates(scene)).toEqual([]);
  expect(productCycle.alive(scene.state)).toBe(true);
  expect(runs(judged([80], scene, secondSitting))).toEqual(['commune 1 first', 'province 1 first', 'province 2 redoOrdered']);
});

test('only where a council below the ministry has concluded', () => {
  const ground = { clause: 'redo.order', basis: { article: '10.1.b' } } as const;
  for (const level of ['central', 'district', 'commune']) {
    recognised()
      .when('orderRedo', { ...order, level }, ministry, at('2027-09-01'))
      .thenRejected('NotThisLevel', { level: 'province', unit: province }, ground);
  }
  approved().when('orderRedo', order, ministry, at('2027-09-01')).thenRejected('NotAtThisStage');
});

test('a redo that ends in the same star leaves the decision, and a notice says so', () => {
  const same = judged([74], redone(), secondSitting);
  expect(awaited(same)).toEqual([`notifyResult: ocopAgency ${province}`]);
  const told = same.when('notifyResult', act('2027-10-15'), agency, at('2027-10-15'));
  told.thenEvents({ type: 'ResultNotified', data: { outcome: 'stands', ...act('2027-10-15') } });
  expect(told.state).toMatchObject({ stage: 'recognised', isNotified: true, decision: { document: { number: '100/QĐ-UBND' } } });
  expect(productCycle.alive(told.state)).toBe(false);
  expect(productCycle.obligations(told.state, 'tra-1').filter(({ to }) => to.aggregate === 'certificate')).toEqual([]);
});

test('a redo that ends in another star is decided anew, with a certificate of its own in place of the first', () => {
  const lower = judged([60], redone(), secondSitting);
  expect(awaited(lower)).toEqual([`recognise: decidingAuthority ${province} until 2027-12-29`]);
  const end = lower.after('recognise', { star: 3, ...act('2027-10-20', '200/QĐ-UBND') }, authority, at('2027-10-20'));
  expect(certificates(end)).toMatchObject([
    { key: 'certificate-2', to: 'tra-1_2', type: 'issueCertificate', data: { productCycle: 'tra-1', star: 3, replaces: 'tra-1' } },
  ]);
  expect(certificates(end.and(at('2027-10-20'), settled('certificate-2')))).toEqual([
    { key: 'supersede-2', to: 'tra-1', type: 'supersede', data: { by: 'tra-1_2', on: '2027-10-20' } },
  ]);
});

const failed = (scene = redone()): Cycle =>
  judged([40], scene, secondSitting).after('notifyResult', act('2027-10-15'), agency, at('2027-10-15'));
const told = (key: string, outcome: string) => ({ key, to: 'tra-1', type: 'concludeRedo', data: { cycle: 'tra-1', outcome } });

test('a redo that passes no more ends with a notice, and the certificate is told, to wait for its withdrawal', () => {
  const end = failed();
  expect(end.state).toMatchObject({ stage: 'not-passed', recognitions: [{ decision: { star: 4 } }] });
  expect(certificates(end)).toEqual([told('redo-1-3', 'not-passed')]);
  expect(certificates(end.and(at('2027-10-15'), settled('redo-1-3')))).toEqual([]);
});

test('a redo that closes a gate tells the certificate, too', () => {
  const end = redone()
    .after('closeGate', { gate: 'reject-dossier', reason: 'giả mạo', scan: digest('c'), ...act('2027-10-10') }, agency, at('2027-10-10'))
    .after('notifyResult', act('2027-10-15'), agency, at('2027-10-15'));
  expect(end.state.stage).toBe('rejected');
  expect(certificates(end)).toEqual([told('redo-1-3', 'not-passed')]);
});

test('a certificate that was told of a redo without a star hears of a further one that bears the recognition out, and of no other', () => {
  const again = failed()
    .and(at('2027-10-15'), settled('redo-1-3'))
    .after('orderRedo', { ...order, ...act('2027-11-01') }, ministry, at('2027-11-01'));
  const passed = judged([74], again, { ...secondSitting, on: '2027-12-01' });
  expect(certificates(passed)).toEqual([]);
  const stands = passed.after('notifyResult', act('2027-12-05'), agency, at('2027-12-05'));
  expect(certificates(stands)).toEqual([told('redo-1-4', 'stands')]);
  const anew = judged([60], again, { ...secondSitting, on: '2027-12-01' }).after(
    'recognise',
    { star: 3, ...act('2027-12-10', '300/QĐ-UBND') },
    authority,
    at('2027-12-10'),
  );
  expect(certificates(anew)).toMatchObject([{ type: 'issueCertificate', to: 'tra-1_2' }]);
});

test('what has no star and never had one has no certificate to tell', () => {
  const end = judged([40]).after('notifyResult', act('2027-04-15'), agency, at('2027-04-15'));
  expect(end.state.stage).toBe('not-passed');
  expect(certificates(end)).toEqual([]);
});

test('what was rejected is judged again on order, too', () => {
  const rejected = renewalComplete()
    .after('closeGate', { gate: 'reject-dossier', reason: 'giả mạo', scan: digest('c'), ...act('2029-03-10') }, agency, at('2029-03-10'))
    .after('notifyResult', act('2029-03-12'), agency, at('2029-03-12'))
    .after('orderRedo', { ...order, ...act('2029-04-01') }, ministry, at('2029-04-01'));
  expect(rejected.state).toMatchObject({ stage: 'received', run: { n: 2, mode: 'written', roundId: null } });
  expect(means(rejected)).toEqual([['province', 'reject-dossier']]);
});

test('a fresh panel leaves out whoever scored before; without the order the same panel may sit', () => {
  const open = (scene: Cycle): Cycle =>
    onAgenda(scene, secondSitting).after('openScoring', { panel: panelOf(['P1', 'P9']), regulation }, engineActor, at('2027-10-10'));
  const submit = (scene: Cycle, person: string) =>
    scene.when('submitSheet', { member: person, sheet: sheetOf(80) }, member(person), at('2027-10-10'));
  submit(open(redone({ freshPanel: true })), 'P1').thenRejected('MemberIsRecused', { person: 'P1' });
  submit(open(redone({ freshPanel: true })), 'P9').thenTypes('SheetSubmitted');
  submit(open(redone()), 'P1').thenTypes('SheetSubmitted');
});
