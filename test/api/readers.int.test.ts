import { expect, test } from 'vitest';
import { certificateOf } from '../../domain/kernel/address.ts';
import { factsFor, productFor, runsFor, type Reader } from '../../api/reader.ts';
import type { ProductRow } from '../../projections/product.ts';
import type { RunRow } from '../../projections/run.ts';
import type { TimelineRow } from '../../projections/timeline.ts';
import { foreignPaper } from '../kit/certificate.ts';
import { nobody, ocopAgency, producer } from '../kit/domain.ts';
import { dossier, htx, place } from '../kit/product-cycle.ts';
import { openTestSpace } from '../kit/space.ts';
import { serveApi, tokenOf } from './serve.ts';

const space = await openTestSpace();
const api = await serveApi({
  lan: [{ role: 'producer', unit: htx.id }],
  other: [{ role: 'producer', unit: 'co-so' }],
  villager: [],
  officer: [{ role: 'committee', unit: place.commune }],
});
const cycle = (id: string) => ({ aggregate: 'product-cycle', id }) as const;
await space.tell(cycle('tra-1'), 'fileDossier', { ...dossier, place }, producer(htx.id));
await space.tell(cycle('mat-1'), 'fileDossier', { ...dossier, place, producer: { ...htx, id: 'co-so' } }, producer('co-so'));
await space.tell(cycle('y-1'), 'proposeIdea', { place, name: 'Kẹo', idea: 'kẹo của làng' }, nobody('villager'));
await space.tell(
  certificateOf('mac-ca-1'),
  'takeOverCertificate',
  foreignPaper('2024-06-03', { producer: { ...htx, id: 'co-so', kind: 'cooperative' } }),
  ocopAgency('86'),
);
await space.settled();
const get = (path: string, person: string) => api.get(`/s/${space.space.name}${path}`, tokenOf(person));
const idsOf = async (path: string, person: string) =>
  ((await get(path, person)).body as { rows: { id: string }[] }).rows.map(({ id }) => id).toSorted();

test('a producer is shown the dossiers of his own and no other, an officer all of them', async () => {
  expect(await idsOf('/products', 'lan')).toEqual(['tra-1']);
  expect(await idsOf('/products', 'other')).toEqual(['mat-1']);
  expect(await idsOf('/products', 'officer')).toEqual(['mat-1', 'tra-1', 'y-1']);
  expect(await get('/products/tra-1', 'lan')).toMatchObject({ status: 200, body: { product: { id: 'tra-1' } } });
  expect(await get('/products/mat-1', 'lan')).toMatchObject({ status: 404 });
  expect(await get('/products/nothing-1', 'lan')).toMatchObject({ status: 404 });
});

test('whoever has proposed an idea goes on seeing it, without any role', async () => {
  expect(await get('/products/y-1', 'villager')).toMatchObject({ status: 200, body: { product: { stage: 'idea-proposed' } } });
  expect(await get('/products/y-1', 'lan')).toMatchObject({ status: 404 });
});

test('a worklist is his own, whatever he asks for', async () => {
  expect(await idsOf('/worklist', 'officer')).toContain('tra-1');
  expect(await idsOf(`/worklist?role=committee&unit=${place.commune}`, 'lan')).toEqual([]);
});

test('a certificate is public, and what has happened to it is its holder’s and the offices’', async () => {
  const happened = async (person: string) => {
    const { status, body } = await get('/certificates/mac-ca-1', person);
    return [status, (body as { timeline: unknown[] }).timeline.length];
  };
  expect([await happened('lan'), await happened('other'), await happened('officer')]).toEqual([
    [200, 0],
    [200, 1],
    [200, 1],
  ]);
  expect(await idsOf('/certificates', 'villager')).toEqual(['mac-ca-1']);
});

test('what the offices keep among themselves is answered to offices alone', async () => {
  for (const path of [
    '/deadlines',
    '/obligations',
    '/councils',
    '/refusals',
    '/pending',
    '/timeline/product-cycle/tra-1',
    '/cycles/2026-86/report',
  ]) {
    expect(await get(path, 'lan'), path).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await get(path, 'officer')).status, path).not.toBe(403);
  }
});

test('how members scored, and what was advised to them, is not for whoever is judged; the mean is, once it is reported', () => {
  const outside: Reader = { person: 'lan', isOfficial: false, producers: ['htx'] };
  const facts = ['DossierFiled', 'SheetSubmitted', 'DossierAssessed', 'CouncilResultReported'].map((event) => ({ event })) as TimelineRow[];
  expect(factsFor(outside, facts).map(({ event }) => event)).toEqual(['DossierFiled', 'CouncilResultReported']);
  const runs = [{ n: 1, mean: '80.00', sheets: { P1: {} }, advice: [{}] }] as unknown as RunRow[];
  expect(runsFor(outside, runs)).toEqual([{ n: 1, mean: '80.00', sheets: null, advice: [] }]);
  const product = { stage: 'scored', mean: '80.00' } as ProductRow;
  expect([productFor(outside, product).mean, productFor(outside, { ...product, stage: 'result-reported' }).mean]).toEqual([null, '80.00']);
  const official = { ...outside, isOfficial: true };
  expect([factsFor(official, facts), runsFor(official, runs), productFor(official, product)]).toEqual([facts, runs, product]);
});
