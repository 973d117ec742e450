import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, decidingAuthority, given, nobody, producer } from '../kit/domain.ts';
import { act, atCommune, commune, dossier, judged, place, received, settled, type Cycle } from '../kit/product-cycle.ts';

/* A dossier of 148 at a district that is abolished on 01/7/2025, in a province that is merged on the same day. */

const [former, now] = [
  { commune: '99911', district: '99910', province: '67' },
  { commune: '99912', province: '68' },
];
const ground = { clause: 'territory.unit', basis: { setting: 'territory.successor' } } as const;
const filed = (): Cycle => given(productCycle).after('fileDossier', { ...dossier, place: former }, producer('htx'), at('2025-06-02'));
const atDistrict = (): Cycle => filed().after('receive', received, committee('99910'), at('2025-06-03'));
const merger = ({ state }: Cycle) => productCycle.deadlines(state).find(({ event }) => event.type === 'ResponsibilityHandedOver');
const merged = (scene = atDistrict()): Cycle => {
  const due = merger(scene);
  return due ? scene.and(due.at, due.event) : scene;
};
const awaited = ({ state }: Cycle) => productCycle.worklist(state).map(({ command, unit }) => `${command} ${unit}`);

test('at midnight of the day itself the dossier passes to the units that succeed', () => {
  expect(merger(atDistrict())).toEqual({
    key: 'territory.2025-07-01',
    at: at('2025-07-01 00:00'),
    event: { type: 'ResponsibilityHandedOver', data: { from: former, to: now, on: '2025-07-01' } },
  });
  expect(awaited(filed())).toEqual(['receive 99910']);
  expect(awaited(merged(filed()))).toEqual(['receive 68']);
  expect(merged().state).toMatchObject({ place: now });
  expect(merger(merged())).toBeUndefined();
});

test('a place that stays, and a dossier that has its outcome, pass to nobody', () => {
  expect(merger(atCommune())).toBeUndefined();
  const recognised = judged([66], atDistrict(), { level: 'district', unit: '99910', on: '2025-06-10' }).after(
    'recognise',
    { star: 3, ...act('2025-06-16') },
    decidingAuthority('99910'),
    at('2025-06-16'),
  );
  expect(merger(recognised)).toBeUndefined();
});

test('who speaks for the abolished unit is told whose it is, and since when', () => {
  merged(filed())
    .when('receive', received, committee('99910'), at('2025-07-02'))
    .thenRejected('NotYourUnit', { units: ['68'], from: '2025-07-01' });
  merged(filed()).when('receive', received, committee('68'), at('2025-07-02')).thenTypes('DossierReceived');
  filed()
    .when('receive', received, committee('11111'), at('2025-06-30'))
    .thenRejected('NotYourUnit', { units: ['99910'] });
});

test('a code that was given keeps the units of its day', () => {
  const coded = atDistrict().and(at('2025-06-03'), settled('serial', 4));
  const end = judged([66], merged(coded), { level: 'district', unit: '68', on: '2025-08-10' }).after(
    'recognise',
    { star: 3, ...act('2025-08-20') },
    decidingAuthority('68'),
    at('2025-08-20'),
  );
  expect(productCycle.obligations(end.state, 'tra-1').find(({ key }) => key === 'certificate')?.command.data).toMatchObject({
    productCode: '67-99910-99911-4-2025',
    place: now,
    issuer: '68',
  });
});

test('a number that is still owed is asked of the book of its day', () => {
  expect(productCycle.obligations(merged().state, 'tra-1').find(({ key }) => key === 'serial')?.to.id).toBe('serial-99911-2025');
});

test('carried over, the dossier enrols in the year of the province that has succeeded', () => {
  const carried = merged().and(at('2025-12-31'), { type: 'CarriedOver', data: { year: 2026 } });
  expect(
    productCycle
      .obligations(carried.state, 'tra-1')
      .filter(({ key }) => key.startsWith('enrol'))
      .map(({ to }) => to.id),
  ).toEqual(['2025-67', '2026-68']);
  expect(productCycle.facets(merged().state, 'tra-1').cycle).toBe('2025-67');
  expect(productCycle.facets(carried.state, 'tra-1').cycle).toBe('2026-68');
});

test('nothing is filed in a unit that is gone', () => {
  given(productCycle)
    .when('fileDossier', { ...dossier, place: former }, producer('htx'), at('2025-07-01'))
    .thenRejected('NotYourUnit', { units: ['99912'], from: '2025-07-01' }, ground);
  given(productCycle)
    .when('proposeIdea', { place: former, name: 'Trà', idea: 'trà' }, nobody('lan'), at('2025-07-01'))
    .thenRejected('NotYourUnit', { units: ['99912'], from: '2025-07-01' }, ground);
  given(productCycle)
    .when('fileDossier', { ...dossier, place: now }, producer('htx'), at('2025-07-01'))
    .thenTypes('DossierFiled', 'ReviewRunOpened');
});

test('what the table cannot know the committee hands over, to a unit that is there', () => {
  const note = 'chia tách xã';
  atCommune()
    .when('handOver', { commune: '11111', note }, committee(commune), at('2027-03-05'))
    .thenEvents({ type: 'ResponsibilityHandedOver', data: { from: place, to: { ...place, commune: '11111' }, on: '2027-03-05', note } });
  const handed = atCommune().after('handOver', { commune: '11111', note }, committee(commune), at('2027-03-05'));
  expect(productCycle.worklist(handed.state)).toMatchObject([{ command: 'report', unit: '11111', due: { day: '2027-03-22' } }]);
  atCommune()
    .when('handOver', { commune, note }, committee(commune), at('2027-03-05'))
    .thenRejected('UnitUnchanged', { unit: commune }, ground);
  atCommune()
    .when('handOver', { commune: '99911', note }, committee(commune), at('2027-03-05'))
    .thenRejected('NotYourUnit', { units: ['99912'], from: '2025-07-01' }, ground);
});
