import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { startOf } from '../../domain/kernel/instant.ts';
import { act, holder, issued, passing, type CertificateScene } from '../kit/certificate.ts';
import { at, committee, decidingAuthority, engineActor, ocopAgency, producer } from '../kit/domain.ts';

const now = at('2028-03-20');
const agency = ocopAgency('86');
const authority = decidingAuthority('86');
const held = (): CertificateScene => issued('2026-08-05', { productCode: '86-28780-1-2026' });
const heirs = { id: 'con-gai', name: 'Hộ bà Lan', kind: 'family' } as const;
const changing = (how: string, to: object) => held().when('changeHolder', { how, holder: to, ...act('2028-03-14', '5/TB') }, agency, now);
const correcting = (field: string, was: string, becomes: string, scene = held()) =>
  scene.when('correct', { field, was, becomes, ...act('2028-03-14', '6/ĐC') }, authority, now);

test('with another holder the certificate goes on to its own end', () => {
  for (const how of ['sale', 'succession', 'death']) {
    const { state } = changing(how, heirs).thenEvents({
      type: 'HolderChanged',
      data: { how, from: holder, to: heirs, ...act('2028-03-14', '5/TB') },
    });
    expect(state).toMatchObject({ stage: 'in-force', certificate: { producer: heirs, lastDay: '2029-08-05', star: 4 } });
  }
});

test('from then on the other holder is reminded and may give it back, and the earlier one may not', () => {
  const scene = changing('sale', heirs).thenTypes('HolderChanged');
  const reminded = passing(scene, startOf('2029-02-06'));
  expect(certificate.worklist(reminded.state).map(({ unit }) => unit)).toEqual(['con-gai', '28780']);
  scene.when('surrender', {}, producer('con-gai'), now).thenTypes('CertificateEnded');
  scene.when('surrender', {}, producer('htx'), now).thenRejected('NotYourUnit', { units: ['con-gai'] });
});

test('a new name is that of the same producer, and any other change brings another one', () => {
  const ground = { clause: 'certificate.holder', basis: { setting: 'holder.changeKeepsTerm' } } as const;
  changing('renamed', { ...holder, name: 'HTX Trà xanh' }).thenTypes('HolderChanged');
  for (const to of [heirs, holder]) changing('renamed', to).thenRejected('HolderUnchanged', { how: 'renamed', holder: 'HTX Trà' }, ground);
  changing('sale', { ...holder, name: 'HTX Trà xanh' }).thenRejected('HolderUnchanged', { how: 'sale', holder: 'HTX Trà' }, ground);
});

test('only the agency of its province, or the ministry, changes a holder', () => {
  const data = { how: 'sale', holder: heirs, ...act('2028-03-14') };
  held().when('changeHolder', data, ocopAgency('VN'), now).thenTypes('HolderChanged');
  held().when('changeHolder', data, ocopAgency('15'), now).thenRejected('NotYourUnit');
  held().when('changeHolder', data, producer('htx'), now).thenRejected('NotYourPart');
});

test('a copy has the same number and the same end, and is the issuer to give', () => {
  const data = { reason: 'lost', ...act('2028-03-14') };
  const copied = held().when('reissueCopy', data, authority, now).thenEvents({ type: 'CopyReissued', data });
  expect(copied.state).toEqual(held().state);
  held()
    .when('reissueCopy', data, decidingAuthority('VN'), now)
    .thenRejected('NotYourUnit', undefined, { basis: { setting: 'certificate.reissueCopy' } });
  held().when('reissueCopy', data, committee('28780'), now).thenRejected('NotYourPart');
});

test('the copy of an abolished district is its province to give, and of five stars the minister', () => {
  const data = { reason: 'worn', ...act('2028-03-14') };
  const ofDistrict = issued('2026-08-05', {
    star: 3,
    level: 'district',
    issuer: '829',
    place: { commune: '28780', district: '829', province: '86' },
  });
  ofDistrict.when('reissueCopy', data, authority, now).thenTypes('CopyReissued');
  const ofMinistry = issued('2026-08-05', { star: 5, level: 'central', issuer: 'VN' });
  ofMinistry.when('reissueCopy', data, decidingAuthority('VN'), now).thenTypes('CopyReissued');
  ofMinistry.when('reissueCopy', data, authority, now).thenRejected('NotYourUnit');
});

test('a wrong field is corrected, with what stood there before', () => {
  correcting('name', 'Trà shan', 'Trà Shan tuyết').thenEvents({
    type: 'FieldCorrected',
    data: { field: 'name', was: 'Trà shan', becomes: 'Trà Shan tuyết', ...act('2028-03-14', '6/ĐC') },
  });
  for (const [field, was, becomes, paper] of [
    ['producerName', 'HTX Trà', 'HTX Chè', { producer: { id: 'htx', name: 'HTX Chè' } }],
    ['productCode', '86-28780-1-2026', '86-28780-2-2026', { productCode: '86-28780-2-2026' }],
    ['certificateNumber', '', '7/GCN', { certificateNumber: '7/GCN' }],
    ['lastDay', '2029-08-05', '2029-08-04', { lastDay: '2029-08-04' }],
  ] as const)
    expect(correcting(field, was, becomes).thenTypes('FieldCorrected').state).toMatchObject({ certificate: paper });
});

test('a star is never corrected', () => {
  correcting('star', '4', '5').thenRejected('StarNotCorrectable', false, {
    clause: 'correction.stars',
    basis: { setting: 'correction.stars' },
  });
});

test('whoever corrects must have seen what stands there', () => {
  correcting('name', 'Trà', 'Trà Shan tuyết').thenRejected(
    'CorrectionDoesNotMatch',
    { field: 'name', present: 'Trà shan' },
    { clause: 'correction.field', basis: { setting: 'correction.stars' } },
  );
  const corrected = correcting('name', 'Trà shan', 'Trà Shan tuyết').thenTypes('FieldCorrected');
  correcting('name', 'Trà shan', 'Trà Shan', corrected).thenRejected('CorrectionDoesNotMatch', {
    field: 'name',
    present: 'Trà Shan tuyết',
  });
});

test('nothing is corrected to nothing, and no last day to what is no day or lies before the first', () => {
  correcting('name', 'Trà shan', '').thenRejected('Malformed', { fields: ['becomes'] });
  correcting('lastDay', '2029-08-05', 'mai').thenRejected('Malformed', { fields: ['becomes'] });
  correcting('lastDay', '2029-08-05', '2026-08-05').thenRejected('DatesOutOfOrder', { effectiveOn: '2026-08-05', lastDay: '2026-08-05' });
});

test('another last day is another window, also back and forth, and its passed reminders are not made up for', () => {
  const closed = passing(issued('2026-08-05'), startOf('2029-04-20'));
  const moved = (scene: CertificateScene, was: string, becomes: string, day: string) =>
    scene.after('correct', { field: 'lastDay', was, becomes, ...act(day) }, authority, at(day));
  const later = passing(moved(closed, '2029-08-05', '2029-09-05', '2029-04-20'), startOf('2029-04-20'));
  expect(later.state).toMatchObject({ window: 'open' });
  const back = moved(later, '2029-09-05', '2029-08-05', '2029-04-21');
  const keys = (scene: CertificateScene) => certificate.deadlines(scene.state).map(({ key }) => key);
  expect(keys(back).filter((key) => key.startsWith('window') && keys(issued('2026-08-05')).includes(key))).toEqual([]);
  expect(passing(back).state).toMatchObject({ stage: 'ended', end: { on: '2029-08-06' } });
});

test('author of the act, or agency: nobody else corrects', () => {
  const data = { field: 'name', was: 'Trà shan', becomes: 'Trà', ...act('2028-03-14') };
  for (const actor of [authority, agency, ocopAgency('VN')]) held().when('correct', data, actor, now).thenTypes('FieldCorrected');
  held().when('correct', data, producer('htx'), now).thenRejected('NotYourPart');
  held().when('correct', data, decidingAuthority('15'), now).thenRejected('NotYourUnit');
});

test('what has ended is not changed any more, and every act has its paper', () => {
  const gone = held().after('supersede', { by: 'tra-2', on: '2028-03-10' }, engineActor, now);
  const { document } = act('2028-03-14');
  const acts: readonly (readonly [string, object, typeof engineActor])[] = [
    ['changeHolder', { how: 'sale', holder: heirs }, agency],
    ['reissueCopy', { reason: 'lost' }, authority],
    ['correct', { field: 'name', was: 'Trà shan', becomes: 'Trà' }, authority],
  ];
  for (const [command, data, actor] of acts) {
    gone.when(command, { ...data, ...act('2028-03-14') }, actor, now).thenRejected('CertificateNotInForce', { how: 'superseded' });
    held()
      .when(command, { ...data, document: { ...document, signatory: '' }, effectiveOn: '2028-03-14' }, actor, now)
      .thenRejected('DocumentMissing');
    held()
      .when(command, { ...data, document, effectiveOn: '2028-03-21' }, actor, now)
      .thenRejected('EffectiveDayInFuture');
  }
});
