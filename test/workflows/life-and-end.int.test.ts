import { expect, test } from 'vitest';
import { workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import { wake } from '../../domain/kernel/message.ts';
import { eventually } from '../kit/eventually.ts';
import { closeYear, engine, enrol, openYear, yearOf } from '../kit/programme.ts';
import { give, handleOf, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false });
const { door } = space;
const startBare = (to: ReturnType<typeof yearOf>) =>
  door.client.workflow.start(workflowTypes[to.aggregate], {
    taskQueue: door.taskQueue,
    workflowId: workflowIdOf(to.aggregate, to.id),
    args: [{ id: to.id, clock: door.clock, rollAfter: door.rollAfter }],
  });
const isEnded = (id: string) => eventually(async () => (await statusOf(door, yearOf(id))) === 'COMPLETED');

test('a closed aggregate has no run, and answers whoever comes late from the log', async () => {
  await give(space, openYear('late'));
  await give(space, closeYear('late'));
  await isEnded('late');
  for (let round = 0; round < 3; round++) {
    expect(await give(space, enrol('late', 'tra-1'))).toMatchObject({ ok: false, rejection: { code: 'AnnualCycleNotOpen' } });
    await isEnded('late');
  }
  expect(await space.commits(yearOf('late'))).toHaveLength(2);
});

test('closings raced by commands: each command is answered, and what was accepted is in the log once', async () => {
  const race = async (id: string) => {
    await give(space, openYear(id));
    const acks = await Promise.all([
      give(space, closeYear(id)),
      give(space, enrol(id, 'tra-1')),
      give(space, closeYear(id)),
      give(space, enrol(id, 'tra-2')),
    ]);
    const accepted = acks.filter(({ ok }) => ok).length;
    const own = (await space.commits(yearOf(id))).filter(({ commandId }) => !commandId.startsWith('~'));
    expect(own).toHaveLength(accepted + 1);
    expect(new Set(own.map(({ commandId }) => commandId)).size).toBe(own.length);
  };
  await Promise.all(Array.from({ length: 20 }, (_, n) => race(`race-${n}`)));
});

test('wake records nothing, and brings back an aggregate whose workflow was lost', async () => {
  const id = 'woken';
  await give(space, openYear(id));
  await give(space, enrol(id, 'tra-1'));
  const before = await space.commits(yearOf(id));
  expect(await space.tell(yearOf(id), wake, {}, engine)).toMatchObject({ ok: true, events: [], position: before.at(-1)?.position });
  await handleOf(door, yearOf(id)).terminate('a test');
  expect(await space.tell(yearOf(id), wake, {}, engine)).toMatchObject({ ok: true, events: [], position: before.at(-1)?.position });
  expect(await statusOf(door, yearOf(id))).toBe('RUNNING');
  expect(await space.commits(yearOf(id))).toEqual(before);
});

test('wake of nothing leaves nothing', async () => {
  await space.tell(yearOf('nothing'), wake, {}, engine);
  await isEnded('nothing');
  expect(await space.commits(yearOf('nothing'))).toEqual([]);
});

test('a workflow started without any message reads the log first: it goes on, or ends at once where nothing was', async () => {
  await give(space, openYear('bare'));
  await handleOf(door, yearOf('bare')).terminate('a test');
  await startBare(yearOf('bare'));
  expect(await give(space, openYear('bare'))).toMatchObject({ ok: false, rejection: { code: 'AnnualCycleAlreadyOpen' } });
  expect(await statusOf(door, yearOf('bare'))).toBe('RUNNING');
  await startBare(yearOf('bare-nothing'));
  await isEnded('bare-nothing');
});
