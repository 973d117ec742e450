import { expect, test } from 'vitest';
import { traffic } from '../../domain/aggregates.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { formNumberOf, productCodeOf } from '../../domain/product-cycle/product-code.ts';
import { at, committee, decidingAuthority, engineActor, given, nobody, ocopAgency } from '../kit/domain.ts';
import {
  act,
  approved,
  atCentre,
  atCommune,
  atDistrict,
  atProvince,
  central,
  commune,
  filed,
  htx,
  judged,
  onAgenda,
  place,
  province,
  received,
  recognised,
  renewalComplete,
  renewalFiled,
  reported,
  requested,
  scored,
  scoring,
  settled,
  type Cycle,
} from '../kit/product-cycle.ts';

const owedBy = ({ state }: Cycle, id = 'tra-1') => productCycle.obligations(state, id);
const keys = (scene: Cycle) => owedBy(scene).map(({ key }) => key);
const now = at('2027-05-01');
const settle = (scene: Cycle, ...all: readonly (string | [string, number])[]): Cycle =>
  scene.and(now, ...all.map((each) => (typeof each === 'string' ? settled(each) : settled(...each))));
const owes = (scene: Cycle, key: string) => owedBy(scene).find((each) => each.key === key);
const renewalEnd = (total: number): Cycle => judged([total], renewalComplete(4), { level: 'province', unit: province, on: '2029-04-10' });
const renewed = (): Cycle =>
  renewalEnd(80).after('recognise', { star: 4, ...act('2029-04-12') }, decidingAuthority(province), at('2029-04-12'));
const renewalNotPassed = (): Cycle => renewalEnd(40).after('notifyResult', act('2029-04-12'), ocopAgency(province), at('2029-04-12'));

test('what each stage owes, in order', () => {
  const idea = given(productCycle).after('proposeIdea', { place, name: 'Trà', idea: 'x' }, nobody('lan'), at('2027-01-05'));
  expect(keys(given(productCycle))).toEqual([]);
  expect(keys(idea)).toEqual(['enrol-2027']);
  expect(keys(filed())).toEqual(['enrol-2027']);
  for (const scene of [atCommune(), reported(), requested()]) expect(keys(scene)).toEqual(['enrol-2027', 'form-number-commune', 'serial']);
  for (const scene of [atProvince(), onAgenda(), scoring(), judged([80]), approved(), atCentre()]) {
    expect(keys(scene)).toEqual(['enrol-2027', 'form-number-commune', 'form-number-province', 'serial']);
  }
  expect(keys(atDistrict())).toEqual(['enrol-2021', 'serial']); // no form number of 1048 was found
  expect(keys(renewalFiled())).toEqual(['enrol-2029', 'renewal']);
});

test('each obligation says to whom and what', () => {
  expect(owedBy(atProvince()).map(({ to, command }) => [`${to.aggregate}:${to.id}`, command])).toEqual([
    ['annual-cycle:2027-86', { type: 'enrol', data: { cycle: 'tra-1', name: 'Trà Tân Phú', year: 2027, province } }],
    ['number-book:form-28780-2027', { type: 'allocateFormNumber', data: { key: 'tra-1' } }],
    ['number-book:form-86-2027', { type: 'allocateFormNumber', data: { key: 'tra-1' } }],
    ['number-book:serial-28780-2027', { type: 'allocateSerial', data: { key: 'tra' } }],
  ]);
  expect(owes(renewalFiled(), 'renewal')).toMatchObject({
    to: { aggregate: 'certificate', id: 'tra-1' },
    command: { type: 'noteRenewal', data: { cycle: 'tra-1', filedOn: '2029-02-06' } },
  });
});

test('the certificate waits for the serial, and prints the code that it makes', () => {
  expect(keys(recognised())).not.toContain('certificate');
  const withSerial = settle(recognised(), 'enrol-2027', ['form-number-commune', 12], ['form-number-province', 3], ['serial', 7]);
  expect(keys(withSerial)).toEqual(['certificate']);
  const { document, effectiveOn } = act('2027-04-20', '100/QĐ-UBND');
  expect(owes(withSerial, 'certificate')).toMatchObject({
    to: { aggregate: 'certificate', id: 'tra-1' },
    command: {
      type: 'issueCertificate',
      data: {
        productCycle: 'tra-1',
        product: 'tra',
        name: 'Trà Tân Phú',
        producer: htx,
        place,
        star: 4,
        document,
        effectiveOn,
        issuedUnder: 'qd-26-2026',
        issuer: province,
        level: 'province',
        productCode: '86-28780-7-2027',
      },
    },
  });
  expect(keys(settle(withSerial, 'certificate'))).toEqual([]);
});

test('a refused serial holds no certificate back', () => {
  const refused = recognised().and(now, { type: 'ObligationSettled', data: { key: 'serial', ok: false, code: 'NumberAlreadyAllocated' } });
  expect(owes(refused, 'certificate')?.command.data).not.toHaveProperty('productCode');
});

test('where the office has its numbers allocated, the certificate waits for the number and prints it', () => {
  const decided = judged([80]).after(
    'recognise',
    { star: 4, numbering: 'allocated', ...act('2027-04-20') },
    decidingAuthority(province),
    now,
  );
  const ready = settle(decided, 'enrol-2027', ['form-number-commune', 12], ['form-number-province', 3], ['serial', 7]);
  expect(owedBy(ready).map(({ key, to, command }) => [key, `${to.aggregate}:${to.id}`, command])).toEqual([
    ['number', 'number-book:certificate-86-2027', { type: 'allocateCertificateNumber', data: { key: 'tra-1' } }],
  ]);
  expect(owes(settle(ready, ['number', 41]), 'certificate')?.command.data).toMatchObject({ certificateNumber: '41/GCN-OCOP-86-2027' });
});

test('five stars are certified by the ministry', () => {
  const end = judged([95], atCentre(), central).after(
    'recognise',
    { star: 5, certificateNumber: '1/2027', ...act('2027-06-20') },
    decidingAuthority('VN'),
    at('2027-06-20'),
  );
  expect(owes(settle(end, ['serial', 7]), 'certificate')?.command.data).toMatchObject({
    issuer: 'VN',
    level: 'central',
    certificateNumber: '1/2027',
  });
});

test('a renewal keeps its code and supersedes the old certificate after the new one is there', () => {
  const known = renewalFiled(4, { dossier: { evidence: [], productCode: '86-28780-3-2026' } }).after(
    'receive',
    received,
    committee(commune),
    at('2029-02-07'),
  );
  expect(keys(known)).not.toContain('serial');
  const ready = settle(renewed(), 'renewal', ['serial', 9]);
  expect(owes(ready, 'certificate')?.command.data).toMatchObject({ replaces: 'tra-1' });
  expect(keys(ready)).not.toContain('supersede');
  const issued = settle(ready, 'certificate');
  expect(owes(issued, 'supersede')).toMatchObject({
    to: { id: 'tra-1' },
    command: { type: 'supersede', data: { by: 'tra-1', on: '2029-04-12' } },
  });
  const refused = ready.and(now, { type: 'ObligationSettled', data: { key: 'certificate', ok: false, code: 'X' } });
  expect(keys(refused)).not.toContain('supersede');
});

test('a renewal that does not pass is concluded, once the certificate has noted it', () => {
  expect(keys(renewalNotPassed())).not.toContain('conclude');
  expect(owes(settle(renewalNotPassed(), 'renewal'), 'conclude')?.command).toEqual({
    type: 'concludeRenewal',
    data: { cycle: 'tra-1', outcome: 'not-passed' },
  });
});

test('a refused note contests the filing: the cycle is returned and owes nothing of the dossier any more', () => {
  const scene = settle(renewalFiled(), 'enrol-2029');
  const [contested] =
    owes(scene, 'renewal')?.settle({ ok: false, rejection: { code: 'RenewalAlreadyNoted', data: { cycle: 'tra-2' } } }) ?? [];
  expect(contested).toEqual({ type: 'FilingContested', data: { code: 'RenewalAlreadyNoted' } });
  for (const before of [scene, renewalComplete(), renewed(), renewalNotPassed()]) {
    const returned = before.and(now, { type: 'FilingContested', data: { code: 'RenewalAlreadyNoted' } });
    expect(returned.state).toMatchObject({ stage: 'returned', code: 'RenewalAlreadyNoted' });
    expect(keys(returned).filter((key) => !key.startsWith('enrol'))).toEqual([]);
    expect(productCycle.alive(returned.state)).toBe(false);
  }
});

test('the note tells the day of the filing, however late it is sent', () => {
  const filedOn = (scene: Cycle) => owes(scene, 'renewal')?.command.data;
  expect(filedOn(renewalFiled().after('receive', received, committee(commune), at('2029-02-20')))).toEqual({
    cycle: 'tra-1',
    filedOn: '2029-02-06',
  });
  expect(filedOn(renewed())).toEqual({ cycle: 'tra-1', filedOn: '2029-02-06' });
});

test('an answer settles its obligation, with the number it brought', () => {
  const [serial] = [owes(atCommune(), 'serial')];
  expect(serial?.settle({ ok: true, position: 9, events: [{ type: 'SerialAllocated', data: { key: 'tra', number: 7 } }] })).toEqual([
    settled('serial', 7),
  ]);
  expect(serial?.settle({ ok: false, rejection: { code: 'NumberAlreadyAllocated', data: { key: 'tra', number: 7 } } })).toEqual([
    { type: 'ObligationSettled', data: { key: 'serial', ok: false, code: 'NumberAlreadyAllocated' } },
  ]);
  expect(owes(atCommune(), 'enrol-2027')?.settle({ ok: true, position: 9, events: [] })).toEqual([settled('enrol-2027')]);
});

test('codes and form numbers are those of the edition', () => {
  const { state } = settle(atProvince(), ['form-number-commune', 12], ['form-number-province', 3], ['serial', 7]);
  const former = settle(atDistrict(), ['serial', 3]).state;
  const only = settle(atCommune(), ['form-number-commune', 12]).state;
  expect('receipts' in state && [productCodeOf(state), formNumberOf(state)]).toEqual(['86-28780-7-2027', '12-3/PĐK-86-28780-2027']);
  expect('receipts' in former && [productCodeOf(former), formNumberOf(former)]).toEqual(['83-829-28780-3-2021', undefined]);
  expect('receipts' in only && [productCodeOf(only), formNumberOf(only)]).toEqual([undefined, '12-…/PĐK-86-28780-2027']);
});

test('unit codes of a product code have all their digits', () => {
  const { state } = settle(atCommune({ place: { commune: '292', province: '1' } }, committee('292')), ['serial', 7]);
  expect('receipts' in state && productCodeOf(state)).toBe('01-00292-7-2027');
});

test('a carried-over cycle enrols in each year once', () => {
  const carried = filed()
    .after('carryOver', { year: 2028 }, engineActor, at('2027-12-31'))
    .after('carryOver', { year: 2029 }, engineActor, at('2028-12-31'));
  expect(owedBy(carried).map(({ key, to }) => [key, to.id])).toEqual([
    ['enrol-2027', '2027-86'],
    ['enrol-2028', '2028-86'],
    ['enrol-2029', '2029-86'],
  ]);
});

test('nothing is owed twice, only what the traffic allows, and answered obligations are gone', () => {
  const all = [
    filed(),
    atProvince(),
    scored([80, 80, 80, 80]),
    recognised(),
    settle(recognised(), ['serial', 1]),
    renewed(),
    settle(renewed(), 'renewal', ['serial', 1], 'certificate'),
    settle(renewalNotPassed(), 'renewal'),
  ];
  for (const scene of all) {
    expect(new Set(keys(scene)).size).toBe(keys(scene).length);
    for (const { key, to, command, settle: answer } of owedBy(scene)) {
      expect(traffic['product-cycle'][to.aggregate]).toContain(command.type);
      const after = scene.and(now, ...answer({ ok: true, position: 1, events: [] }));
      expect(keys(after)).not.toContain(key);
    }
  }
});
