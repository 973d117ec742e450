import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateOf } from '../../domain/kernel/address.ts';
import { at, engineActor } from '../kit/domain.ts';
import { act, commune, htx, province } from '../kit/product-cycle.ts';
import { certificatesOfProduct, findCertificate, listCertificates, remindersOf } from '../../projections/certificate.ts';
import { findCycle, listCycles } from '../../projections/cycle.ts';
import { views } from '../../projections/index.ts';
import { cyclesOf, findProduct, listProducts } from '../../projections/product.ts';
import { findScoring, scoringsOf } from '../../projections/scoring.ts';
import { stateOf } from '../../projections/state.ts';
import { timelineOf } from '../../projections/timeline.ts';
import { actualRows, expectedRows, wholeLog } from './expected.ts';
import { openLogSpace, projecting, reached, type LogSpace } from './log-space.ts';
import * as story from './story.ts';
import { World } from './world.ts';

const all = { page: 1, size: 200 };
let space: LogSpace;
let world: World;
let running: ReturnType<typeof projecting>;
beforeAll(async () => {
  space = await openLogSpace();
  world = new World(space);
  running = projecting(space);
  await story.wholeStory(world);
  await shown();
});
afterAll(async () => {
  await running.stop();
  await space.close();
});
const shown = () => reached(space.db, world.head);

describe('after a recognition', () => {
  test('closed, the board shows sheets, mean and star', async () => {
    expect(await findScoring(space.db, 'tra-1')).toMatchObject({
      stage: 'recognised',
      mean: '74.00',
      star: 4,
      awaited: [],
      sheets: { P1: { kind: 'parts' } },
    });
    expect((await scoringsOf(space.db, 'hd-86')).map(({ id }) => id)).toEqual(['tra-1']);
  });

  test('a recognised product has its certificate', async () => {
    expect(await findProduct(space.db, 'tra-1')).toMatchObject({
      stage: 'recognised',
      star: 4,
      certificate: 'tra-1',
      product_code: expect.stringContaining('2027'),
    });
    expect((await cyclesOf(space.db, 'tra')).map(({ id }) => id)).toEqual(['tra-1']);
    expect((await listProducts(space.db, { text: 'CHÈ', province, star: 4 }, all)).rows.map(({ id }) => id)).toEqual(['tra-1']);
    expect((await listProducts(space.db, { producer: 'htx', stage: 'recognised', product: 'tra', commune }, all)).total).toBe(1);
    const found = await findCertificate(space.db, 'tra-1');
    expect(found).toMatchObject({
      product: 'tra',
      name: 'Chè Shan Đỏ',
      producer: 'htx',
      star: 4,
      signed_on: '2027-04-20',
      effective_on: '2027-04-20',
      last_day: '2030-04-20',
      state: 'in-force',
      how: null,
      window_stage: 'ahead',
      window_opens: expect.stringMatching(/^20(29|30)-/),
      window_closes: expect.stringMatching(/^20(29|30)-/),
      reminded: [],
      next_reminder: expect.stringMatching(/^20(29|30)-/),
      renewal: null,
      replaces: null,
      number: 'GCN-4',
      level: 'province',
      document: { number: '100/QĐ-UBND' },
    });
    expect(await certificatesOfProduct(space.db, 'tra')).toEqual([found]);
    expect(
      (
        await listCertificates(
          space.db,
          { state: 'in-force', star: 4, province, commune, product: 'tra', endsBefore: '2030-04-21', producer: 'htx', text: 'gcn-4' },
          all,
        )
      ).rows,
    ).toEqual([found]);
    expect((await listCertificates(space.db, { endsBefore: '2030-04-20' }, all)).total).toBe(0);
    expect(await stateOf(space.db, 'certificate', 'tra-1')).toMatchObject({ stage: 'in-force' });
  });

  test('its days pass: reminders, window, end', async () => {
    const before = await findCertificate(space.db, 'tra-1');
    await world.passDeadlines(story.paper, at(`${before?.window_opens} 12:00`));
    await shown();
    expect(await findCertificate(space.db, 'tra-1')).toMatchObject({
      window_stage: 'open',
      window_opens: before?.window_opens,
      window_closes: before?.window_closes,
    });
    await world.passDeadlines(story.paper, at('2030-04-22'));
    await shown();
    expect(await findCertificate(space.db, 'tra-1')).toMatchObject({
      state: 'ended',
      how: 'expired',
      ended_on: '2030-04-21',
      replaced_by: null,
      window_stage: null,
    });
    const told = (await remindersOf(space.db, 'tra-1')).map(({ event }) => event);
    expect(new Set(told)).toEqual(new Set(['HolderReminded', 'RenewalWindowOpened', 'RenewalWindowClosed', 'CertificateEnded']));
    expect(told.at(-1)).toBe('CertificateEnded');
  });

  test('a year tells how many it holds', async () => {
    expect(await findCycle(space.db, `2027-${province}`)).toMatchObject({
      year: 2027,
      province,
      stage: 'open',
      opened_on: '2027-01-05',
      enrolled: 3,
      answered: 0,
      counts: null,
    });
    expect((await listCycles(space.db, { year: 2027, province, stage: 'open' }, all)).total).toBe(1);
    expect((await listCycles(space.db, { year: 2026 }, all)).total).toBe(0);
  });

  test('a timeline tells everything in order', async () => {
    const events = await timelineOf(space.db, 'product-cycle', 'tra-1');
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['DossierFiled', 'ReviewRunOpened', 'ProductRecognised']));
    expect(events.map(({ position }) => position)).toEqual(events.map(({ position }) => position).toSorted((one, other) => one - other));
  });

  test('a certificate of an abolished district keeps its issuer, and is found under the units of today', async () => {
    const before = { commune: '99911', district: '99910', province: '67' };
    const paper = {
      productCycle: 'moc-1',
      product: 'moc',
      name: 'Mộc Bàu Sim',
      producer: htx,
      place: before,
      star: 3,
      issuedUnder: 'qd-148-2023',
      issuer: before.district,
      level: 'district',
      ...act('2025-06-16'),
    };
    await world.must(certificateOf('moc-1'), 'issueCertificate', paper, { actor: engineActor, at: at('2025-06-16') });
    await shown();
    const found = async (filter: object) => (await listCertificates(space.db, { product: 'moc', ...filter }, all)).rows;
    expect(await found({ province: '68', commune: '99912' })).toMatchObject([
      { id: 'moc-1', issuer: '99910', province: '67', commune: '99911', issued_under: 'qd-148-2023' },
    ]);
    expect(await found({ province: '67' })).toHaveLength(1);
    expect(await found({ province: '86' })).toEqual([]);
  });

  test('every view is the rows of the folded log', async () => {
    const log = await wholeLog(space);
    expect(log.length).toBe(world.head);
    for (const view of views) expect(await actualRows(space, view), view.name).toEqual(expectedRows(view, log));
  });
});
