import { expect, test } from 'vitest';
import { listRefusals } from '../../projections/refusal.ts';
import { eventually } from '../kit/eventually.ts';
import { enrol, openYear, yearOf } from '../kit/programme.ts';
import { give, giveSignal, signalRaw } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace();
const refusalsOf = (id: string) => listRefusals(space.db, { aggregate: 'annual-cycle', id: yearOf(id).id }, { page: 1, size: 10 });

test('a refused signal can be found by aggregate, person and command, with the sentence of the law, once however often it came', async () => {
  await give(space, openYear('84'));
  await give(space, enrol('84', 'tra-1'));
  const { to, actor } = enrol('84', 'tra-1');
  for (let n = 0; n < 3; n++) await giveSignal(space, enrol('84', 'tra-1'), { commandId: 's-1' });
  await eventually(async () => (await refusalsOf('84')).rows.length > 0);
  await give(space, enrol('84', 'tra-2'));
  await space.settled();
  const { rows } = await refusalsOf('84');
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
