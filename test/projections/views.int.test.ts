import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../kit/domain.ts';
import { commune, province } from '../kit/product-cycle.ts';
import { findCouncil, findCouncilBoard, listCouncils, seatsOf } from '../../projections/council.ts';
import { deadlinesOf, earliestDeadline, listDeadlines } from '../../projections/deadline.ts';
import { listEnrolments } from '../../projections/enrolment.ts';
import { views } from '../../projections/index.ts';
import { listObligations } from '../../projections/obligation.ts';
import { listRefusals } from '../../projections/refusal.ts';
import { listWorklist, type WorklistFilter } from '../../projections/worklist.ts';
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
});
afterAll(async () => {
  await running.stop();
  await space.close();
});
const shown = () => reached(space.db, world.head);
const worklist = async (filter: WorklistFilter) => (await listWorklist(space.db, filter, all)).rows;

describe('a year in a province, as its views show it step by step', () => {
  test('a council shows its seats, and seats make roles', async () => {
    await story.formed(world);
    await shown();
    expect((await listCouncils(space.db, { level: 'province', unit: province }, all)).rows.map(({ id }) => id)).toEqual(['hd-86']);
    expect((await listCouncils(space.db, { unit: 'elsewhere' }, all)).total).toBe(0);
    expect(await findCouncil(space.db, 'hd-86')).toMatchObject({
      name: 'Hội đồng tỉnh',
      regulation: { preset: 'tay-ninh', secretaryScores: expect.any(Boolean) },
      sittings: [],
    });
    expect(await seatsOf(space.db, 'S')).toEqual([{ council: 'hd-86', person: 'S', role: 'councilSecretary', unit: 'hd-86' }]);
    expect(await seatsOf(space.db, 'nobody')).toEqual([]);
  });

  test('whoever holds the role in the unit is awaited, soonest due first', async () => {
    await story.proposed(world);
    await story.filed(world);
    await story.receivedAtCommune(world);
    await shown();
    const units = [{ role: 'committee', unit: commune }] as const;
    const mine = await worklist({ person: 'anybody', units });
    expect(mine.map(({ id, command }) => [id, command])).toEqual([
      ['tra-1', 'report'],
      ['nem-1', 'acceptIdea'],
    ]);
    expect(mine[0]).toMatchObject({
      aggregate: 'product-cycle',
      name: 'Chè Shan Đỏ',
      role: 'committee',
      unit: commune,
      person: null,
      due_day: '2027-03-22',
      since: at('2027-03-01 09:00'),
      province,
      commune,
      producer_name: 'HTX Tân Phú',
      stage: 'received',
      due: { day: '2027-03-22', from: '2027-03-01', count: 15, unit: 'working-days', basis: expect.any(Object) },
    });
    expect(await worklist({ person: 'anybody', units: [{ role: 'committee', unit: 'other' }] })).toEqual([]);
    expect(await worklist({ person: 'anybody' })).toEqual([]);
    expect(await worklist({ dueBy: '2027-03-21' })).toEqual([]);
    expect((await worklist({ dueBy: '2027-03-22', province })).map(({ id }) => id)).toEqual(['tra-1']);
    expect((await worklist({ text: 'che shan do' })).map(({ id }) => id)).toEqual(['tra-1']);
    expect(await worklist({ text: '%' })).toEqual([]);
    expect((await worklist({ id: 'nem-1' })).map(({ command }) => command)).toEqual(['acceptIdea']);
    expect(await worklist({ role: 'committee', unit: commune, aggregate: 'product-cycle', command: 'receive' })).toEqual([]);
  });

  test('pages hold each row once, also where days are equal and past the end', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => listWorklist(space.db, {}, { page, size: 1 })));
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
      [1, 2],
      [1, 2],
      [0, 2],
    ]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(2);
  });

  test('open deadlines are listed, the earliest first', async () => {
    const { rows, total } = await listDeadlines(space.db, {}, all);
    expect(total).toBeGreaterThan(2);
    expect(rows.map((row) => row.at)).toEqual(rows.map((row) => row.at).toSorted((one, other) => one - other));
    expect(await earliestDeadline(space.db)).toEqual(rows[0]);
    expect(await deadlinesOf(space.db, 'product-cycle', 'tra-1')).toEqual(rows.filter(({ id }) => id === 'tra-1'));
    expect((await listDeadlines(space.db, { until: (rows[0]?.at ?? 0) - 1 }, all)).total).toBe(0);
    expect(rows[0]).toMatchObject({ aggregate: 'product-cycle', event: 'DeadlinePassed', day: expect.stringMatching(/^2027-03-/) });
    await world.passDeadlines(story.tea, rows[0]?.at ?? 0);
    await shown();
    expect((await listDeadlines(space.db, {}, all)).total).toBe(total - 1);
  });

  test('what is owed is shown until it is answered', async () => {
    const { rows } = await listObligations(space.db, { aggregate: 'product-cycle', id: 'tra-1' }, all);
    expect(rows).toContainEqual({
      aggregate: 'product-cycle',
      id: 'tra-1',
      key: 'enrol-2027',
      to_aggregate: 'annual-cycle',
      to_id: `2027-${province}`,
      command: 'enrol',
      since: expect.any(Number),
    });
    expect((await listObligations(space.db, { toAggregate: 'annual-cycle' }, all)).rows.map(({ id }) => id).toSorted()).toEqual([
      'nem-1',
      'tra-1',
    ]);
    expect((await listObligations(space.db, { before: 0 }, all)).total).toBe(0);
    await world.settle(at('2027-03-23'));
    await shown();
    expect((await listObligations(space.db, {}, all)).total).toBe(0);
    expect(
      (await listEnrolments(space.db, { cycle: `2027-${province}` }, all)).rows.map(({ product_cycle, name }) => [product_cycle, name]),
    ).toEqual(
      expect.arrayContaining([
        ['tra-1', 'Chè Shan Đỏ'],
        ['nem-1', 'Nem Lai Vung'],
      ]),
    );
    expect((await listEnrolments(space.db, { productCycle: 'tra-1' }, all)).total).toBe(1);
  });

  test('a refused signal can be read by whoever sent it', async () => {
    const position = await world.refuse(story.idea, 'receive', 'NotAtThisStage', at('2027-03-24'));
    await shown();
    const { rows } = await listRefusals(space.db, { aggregate: 'product-cycle', id: 'nem-1' }, all);
    expect(rows).toEqual([
      {
        aggregate: 'product-cycle',
        id: 'nem-1',
        position,
        at: at('2027-03-24'),
        person: 'S',
        command: 'receive',
        command_id: 'signal-1',
        code: 'NotAtThisStage',
        clause: 'dossier.receipt',
        basis: { article: '7.2' },
        data: false,
      },
    ]);
    expect((await listRefusals(space.db, { person: 'S' }, all)).total).toBe(1);
    expect((await listRefusals(space.db, { commandId: 'other' }, all)).total).toBe(0);
  });

  test('a council board shows who has submitted and who has not, and no points while scoring is open', async () => {
    await story.atProvince(world);
    await world.settle(at('2027-03-25'));
    await story.convened(world);
    await story.opened(world);
    await story.sheetFrom(world, 'P2', 80);
    await shown();
    const board = await findCouncilBoard(space.db, 'hd-86');
    expect(board?.sittings).toMatchObject([{ id: 'phien-1', stage: 'open', present: ['P1', 'P2', 'P3', 'S'] }]);
    const [tea, honey] = board?.sittings[0]?.products ?? [];
    expect(tea).toMatchObject({
      id: 'tra-1',
      stage: 'scoring',
      refused: null,
      scoring: { submitted: ['P2'], awaited: ['P1', 'P3'], recused: [], sheets: null, mean: null, star: null },
    });
    expect(honey).toEqual({ id: 'mat-1', name: null, stage: null, refused: 'NotAtThisStage', scoring: null });
    expect(JSON.stringify(board)).not.toContain('"A":');
    expect(await findCouncilBoard(space.db, 'none')).toBeUndefined();
    const ofTheChair = (await worklist({ person: 'P1' })).map(({ command }) => command);
    expect(new Set(ofTheChair)).toEqual(new Set(['submitSheet', 'closeSitting']));
    const seat = [{ role: 'councilMember', unit: 'hd-86' }] as const;
    expect(await worklist({ person: 'P2', units: seat }), 'the sheets of others are not his').toEqual([]);
  });

  test('a council shows its seats as they are, while its open sitting keeps who was there', async () => {
    await story.changed(world);
    await shown();
    const found = await findCouncil(space.db, 'hd-86');
    expect(found?.seats.map(({ person }) => person)).toEqual(['P1', 'P2', 'P4', 'S']);
    expect(found).toMatchObject({ authorised_head: { person: 'P2' }, advisory_team: { members: ['T1', 'T2'] } });
    expect(found?.sittings).toMatchObject([{ chair: 'P1', members: ['P1', 'P2', 'P3'], papersSentOn: null }]);
    expect(await seatsOf(space.db, 'P3')).toEqual([]);
    expect(await seatsOf(space.db, 'P4')).toMatchObject([{ role: 'councilMember', unit: 'hd-86' }]);
    expect(await seatsOf(space.db, 'T1')).toEqual([{ council: 'hd-86', person: 'T1', role: 'advisoryTeam', unit: province }]);
  });

  test('every view is the rows of the folded log', async () => {
    const log = await wholeLog(space);
    expect(log.length).toBe(world.head);
    for (const view of views) expect(await actualRows(space, view), view.name).toEqual(expectedRows(view, log));
  });
});
