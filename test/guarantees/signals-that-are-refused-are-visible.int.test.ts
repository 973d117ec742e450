import { expect, test } from 'vitest';
import { listRefusals } from '../../projections/refusal.ts';
import { eventually } from '../kit/eventually.ts';
import { enrol, openYear, yearOf } from '../kit/programme.ts';
import { give, giveSignal, signalRaw } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace();
const refusalsOf = (id: string) => listRefusals(space.db, { aggregate: 'annual-cycle', id: yearOf(id).id }, { page: 1, size: 10 });

test('a refused signal can be found by aggregate, person and command, with the sentence of the law, once however often it came', async () => {
  await give(space, openYear('86'));
  await give(space, enrol('86', 'tra-1'));
  const { to, actor } = enrol('86', 'tra-1');
  for (let n = 0; n < 3; n++) await giveSignal(space, enrol('86', 'tra-1'), { commandId: 's-1' });
  await eventually(async () => (await refusalsOf('86')).rows.length > 0);
  await give(space, enrol('86', 'tra-2'));
  await space.settled();
  const { rows } = await refusalsOf('86');
  expect(rows).toMatchObject([
    {
      aggregate: to.aggregate,
      id: to.id,
      person: actor.person,
      command: 'enrol',
      command_id: 's-1',
      code: 'ProductEnrolledAlready',
      clause: 'annualCycle.enrolment',
      data: { cycle: 'tra-1' },
    },
  ]);
  expect(rows[0]?.basis).not.toBeNull();
  expect((await listRefusals(space.db, { person: actor.person }, { page: 1, size: 10 })).rows).toEqual(rows);
  expect((await listRefusals(space.db, { commandId: 's-1' }, { page: 1, size: 10 })).rows).toEqual(rows);
});

test('what a foreign system sent and nobody can read is visible, too', async () => {
  await give(space, openYear('83'));
  await signalRaw(space.door, yearOf('83'), { commandId: 'b-1', kind: 'ballot' });
  await eventually(async () => (await refusalsOf('83')).rows.length === 1);
  expect((await refusalsOf('83')).rows).toMatchObject([{ person: 'unknown', command: '', code: 'Malformed', clause: null }]);
});

test('texts that a database cannot keep stop neither the aggregate nor the views, wherever in a signal they stand', async () => {
  const to = yearOf('82');
  await give(space, openYear('82'));
  const { type, data, actor } = enrol('82', 'tra-1');
  const bad = 'a\u0000b\ud800';
  const signals: readonly object[] = [
    { [bad]: 1 },
    { commandId: 'p-1', type: bad, data, actor },
    { commandId: 'p-2', type, data: { ...data, name: bad }, actor },
    { commandId: 'p-3', type, data: { ...data, [bad]: 1 }, actor },
    { commandId: 'p-4', type: 'noSuchCommand', data, actor: { ...actor, person: bad } },
  ];
  for (const raw of signals) await signalRaw(space.door, to, raw);
  await eventually(async () => (await refusalsOf('82')).rows.length === signals.length);
  expect(await give(space, enrol('82', 'tra-2'))).toMatchObject({ ok: true });
  await space.settled();
});
