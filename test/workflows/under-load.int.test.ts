import { expect, test } from 'vitest';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { TestSpace } from '../kit/space.ts';
import { allocateSerial, enrol, openYear, serialsOf, yearOf } from '../kit/programme.ts';
import { give, giveSignal } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';
import { eventually } from '../kit/eventually.ts';

const commandsInAll = 120;
const rollAfter = 10;
const hot = await openTestSpace({ withProjector: false, rollAfter });
const usual = await openTestSpace({ withProjector: false });
const numbersIn = async (space: TestSpace, book = serialsOf(2026)) =>
  (await space.commits(book))
    .map(({ events }) => events[0]?.data)
    .map((data) => (typeof data === 'object' && data !== null && 'number' in data ? data.number : undefined));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test.for([15, 60])('%i updates of one aggregate in flight at once are all answered', async (count) => {
  await give(usual, openYear(`many-${count}`));
  const acks = await Promise.all(upTo(count).map((n) => give(usual, enrol(`many-${count}`, `tra-${n}`))));
  expect(acks.filter(({ ok }) => ok)).toHaveLength(count);
  expect(await usual.commits(yearOf(`many-${count}`))).toHaveLength(count + 1);
});

test('signals and updates of one aggregate, mixed, are each done once and in order of their numbers', async () => {
  const book = serialsOf(2026, 'mixed');
  await Promise.all(
    upTo(20).flatMap((n) => [give(usual, allocateSerial(book, `u-${n}`)), giveSignal(usual, allocateSerial(book, `s-${n}`))]),
  );
  await eventually(async () => (await usual.commits(book)).length === 40);
  expect(await numbersIn(usual, book)).toEqual(upTo(40));
});

test('a run continues as new under load that never pauses, and nothing is lost, refused or done twice', async () => {
  const book = serialsOf(2026);
  let next = 0;
  const caller = async () => {
    const acks: boolean[] = [];
    while (next < commandsInAll) acks.push((await give(hot, allocateSerial(book, `k-${next++}`))).ok);
    return acks;
  };
  const acks = (await Promise.all(Array.from({ length: 10 }, caller))).flat();
  expect(acks).toEqual(acks.map(() => true));
  expect(await numbersIn(hot)).toEqual(upTo(commandsInAll));
  const lengths: number[] = [];
  const query = `WorkflowId = '${workflowIdOf(book.aggregate, book.id)}'`;
  await eventually(async () => {
    lengths.length = 0;
    for await (const { historyLength } of hot.door.client.workflow.list({ query })) lengths.push(historyLength);
    return lengths.length >= commandsInAll / (rollAfter + 10);
  });
  console.info(`${lengths.length} runs of ${Math.min(...lengths)} to ${Math.max(...lengths)} events`);
  expect(Math.max(...lengths), 'a run that was never quiet would hold everything').toBeLessThan(400);
});
