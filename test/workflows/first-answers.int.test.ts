import { afterAll, expect, test } from 'vitest';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import type { CommandMessage } from '../../domain/kernel/message.ts';
import { send, type Door } from '../../infra/temporal/send.ts';
import { eventually } from '../kit/eventually.ts';
import { closeYear, enrol, openYear, yearOf } from '../kit/programme.ts';
import { afterLosingTemporal, give, handleOf, messageOf, sendBoth, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false, rollAfter: 3 });
const { door } = space;

/** A year with one product in it: the answer it gave, and what must stay true of the command wherever it is repeated. */
const answered = async (id: string): Promise<{ command: CommandMessage; first: Ack }> => {
  await give(space, openYear(id));
  const command = messageOf(enrol(id, 'tra-1'), `enrol-${id}`);
  const first = await send(door, yearOf(id), command);
  expect(first).toMatchObject({ ok: true, events: [{ type: 'ProductEnrolled' }] });
  return { command, first };
};
const expectFirstAnswer = async (id: string, { command, first }: { command: CommandMessage; first: Ack }, through: Door = door) => {
  const before = await space.commits(yearOf(id));
  const reordered: CommandMessage = {
    data: Object.fromEntries(Object.entries(command.data).reverse()),
    actor: command.actor,
    type: command.type,
    commandId: command.commandId,
  };
  for (const repeated of [command, reordered]) {
    for (const ack of await sendBoth(through, yearOf(id), repeated)) expect(ack).toEqual(first);
  }
  const other = { ...command, data: { ...command.data, name: 'Trà khác' } };
  const reused = { ok: false, rejection: { code: 'CommandIdReused', data: { commandId: command.commandId } } };
  for (const ack of await sendBoth(through, yearOf(id), other)) expect(ack).toMatchObject(reused);
  expect(await space.commits(yearOf(id)), 'a repetition leaves no trace').toEqual(before);
};

test('in its run, a repeated command gets its first answer, whatever the order of its keys, and its id carries no other content', async () => {
  await expectFirstAnswer('same-run', await answered('same-run'));
});

test('across continue-as-new a repeated command gets its first answer', async () => {
  const past = await answered('rolled');
  const runIdOf = async () => (await handleOf(door, yearOf('rolled')).describe()).runId;
  const firstRun = await runIdOf();
  for (let n = 2; n < 9; n++) expect(await give(space, enrol('rolled', `tra-${n}`))).toMatchObject({ ok: true });
  expect(await runIdOf()).not.toBe(firstRun);
  await expectFirstAnswer('rolled', past);
});

test('after closing, a repeated command gets its first answer, and a new one is told that it comes too late', async () => {
  const past = await answered('closed');
  const closing = messageOf(closeYear('closed'), 'closing');
  const closed = await send(door, yearOf('closed'), closing);
  expect(closed).toMatchObject({ ok: true });
  await eventually(async () => (await statusOf(door, yearOf('closed'))) === 'COMPLETED');
  await expectFirstAnswer('closed', past);
  expect(await send(door, yearOf('closed'), closing)).toEqual(closed);
  expect(await give(space, enrol('closed', 'tra-2'))).toMatchObject({ ok: false, rejection: { code: 'AnnualCycleNotOpen' } });
  await eventually(async () => (await statusOf(door, yearOf('closed'))) === 'COMPLETED');
});

test('after its workflow was terminated, a repeated command gets its first answer, and the next one goes on', async () => {
  const past = await answered('terminated');
  await handleOf(door, yearOf('terminated')).terminate('a test');
  await expectFirstAnswer('terminated', past);
  expect(await give(space, enrol('terminated', 'tra-2'))).toMatchObject({ ok: true });
});

test('after a reset to its first task, nothing is done twice, and a repeated command gets its first answer', async () => {
  await give(space, openYear('reset'));
  const command = messageOf(enrol('reset', 'tra-1'), 'enrol-reset');
  const first = await send(door, yearOf('reset'), command);
  const workflowExecution = {
    workflowId: handleOf(door, yearOf('reset')).workflowId,
    runId: (await handleOf(door, yearOf('reset')).describe()).runId,
  };
  await door.client.workflowService.resetWorkflowExecution({
    namespace: door.client.options.namespace,
    workflowExecution,
    reason: 'a test',
    workflowTaskFinishEventId: 4 as never,
    requestId: 'reset-1',
  });
  await expectFirstAnswer('reset', { command, first });
  expect(await give(space, enrol('reset', 'tra-2'))).toMatchObject({ ok: true });
  const types = (await space.commits(yearOf('reset'))).flatMap(({ events }) => events.map(({ type }) => type));
  expect(types).toEqual(['AnnualCycleOpened', 'ProductEnrolled', 'ProductEnrolled']);
});

test('when Temporal has lost its database, the log answers a repeated command as before, and the next one goes on', async () => {
  const past = await answered('lost');
  await handleOf(door, yearOf('lost')).terminate('a test');
  const found = await afterLosingTemporal(space);
  afterAll(found.stop);
  await expectFirstAnswer('lost', past, found.door);
  expect(await send(found.door, yearOf('lost'), messageOf(enrol('lost', 'tra-2'), 'next'))).toMatchObject({ ok: true });
  expect((await space.commits(yearOf('lost'))).map(({ commandId }) => commandId).slice(1)).toEqual(['enrol-lost', 'next']);
});
