import { ApplicationFailure } from '@temporalio/common';
import { afterAll, expect, inject, test } from 'vitest';
import { appendCommit } from '../../activities/append-commit.ts';
import { connectLog } from '../../infra/log/connect.ts';
import { hashHeader, hashOf, subjectOf } from '../../infra/log/envelope.ts';
import { messageBytesMax } from '../../infra/log/stream.ts';
import { streamOf } from '../../infra/space.ts';
import { after, draft } from '../kit/commits.ts';
import { cutLine } from '../kit/cut-line.ts';
import { eventually } from '../kit/eventually.ts';
import { openTestSpace } from '../kit/space.ts';

const { space, log, commits: commitsOf } = await openTestSpace({ withWorker: false, withProjector: false });
const append = appendCommit(log, space.name);
const stored = (id: string) => commitsOf({ aggregate: 'number-book', id });
const messageAt = (seq: number) => log.manager.streams.getMessage(streamOf(space.name), { seq });

test('a commit is appended once, with its position, and its hash beside it in the header', async () => {
  const [first] = await append(after(undefined, 'plain', draft('c-1')));
  const [second] = await append(after(first, 'plain', draft('c-2', 'k-2', 2)));
  expect(await stored('plain')).toEqual([first, second]);
  const message = await messageAt(second?.position ?? 0);
  expect(message?.header.get(hashHeader)).toBe(second?.hash);
  expect(hashOf(subjectOf(space.name, 'number-book', 'plain'), message?.data ?? new Uint8Array())).toBe(second?.hash);
  expect(JSON.parse(message?.string() ?? '')).toMatchObject({
    prevSeq: first?.position,
    prevHash: first?.hash,
    v: 1,
    aggregate: 'number-book',
    id: 'plain',
  });
  expect(message?.header.get('Nats-Msg-Id'), 'a duplicate would be acknowledged with its old position').toBe('');
});

test('the same commit appended again is answered by what is recorded, and stored no second time', async () => {
  const input = after(undefined, 'again', draft('c-1'));
  const recorded = await append(input);
  expect(await append(input)).toEqual(recorded);
  const later = { ...input, commit: { ...input.commit, at: input.commit.at + 60_000 } }; // a run that was reset stamps anew
  expect(await append(later)).toEqual(recorded);
  expect(await stored('again')).toEqual(recorded);
});

test('whoever comes after a rival is told all that the rival wrote, oldest first, and writes nothing', async () => {
  const [first] = await append(after(undefined, 'rival', draft('c-1')));
  const [second] = await append(after(first, 'rival', draft('c-2', 'k-2', 2)));
  const [third] = await append(after(second, 'rival', draft('c-3', 'k-3', 3)));
  expect(await append(after(first, 'rival', draft('c-mine', 'mine', 2)))).toEqual([second, third]);
  expect(await append(after(undefined, 'rival', draft('c-mine', 'mine', 1)))).toEqual([first, second, third]);
  expect(await stored('rival')).toHaveLength(3);
});

test('of ten appends to one place one wins, and all ten are told the same', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => append(after(undefined, 'ten', draft(`c-${n}`)))));
  const [winner, ...more] = await stored('ten');
  expect(more).toEqual([]);
  for (const answer of answers) expect(answer).toEqual([winner]);
});

test('an expected position that the log does not know is an alarm, and tried again', async () => {
  const broken = append(after({ position: 999_999, hash: 'x' }, 'headless', draft('c-1')));
  await expect(broken).rejects.toThrow('is missing or unreadable');
  await expect(broken).rejects.not.toBeInstanceOf(ApplicationFailure);
  expect(await stored('headless')).toEqual([]);
});

test.for([messageBytesMax, messageBytesMax + 2_000])(
  'a decision of %i characters is more than the log takes: refused for good',
  async (length) => {
    const failure: unknown = await append(after(undefined, 'large', draft('c-1', 'x'.repeat(length)))).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ nonRetryable: true, type: 'TooLarge' });
  },
);

test('what fits by itself but not with its header is refused too, and never by a hair recorded in part', async () => {
  const empty =
    JSON.stringify({ v: 1, ...draft('c-1', ''), aggregate: 'number-book', id: 'full', prevSeq: 0, prevHash: '' }).length +
    '"ver":1,'.length;
  const failure: unknown = await append(after(undefined, 'full', draft('c-1', 'x'.repeat(messageBytesMax - empty - 5)))).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ nonRetryable: false, type: 'LogRefuses' });
  expect(await stored('full')).toEqual([]);
});

test.concurrent('a lost answer is settled by reading what is there: the commit that was written is ours', async () => {
  const line = await cutLine(inject('stack').nats);
  const shaky = await connectLog(line.url, 'shaky');
  afterAll(async () => {
    await shaky.connection.close();
    await line.close();
  });
  const appendShakily = appendCommit(shaky, space.name);
  const [first] = await appendShakily(after(undefined, 'shaky', draft('c-1')));
  line.setDeaf(true);
  const unanswered = appendShakily(after(first, 'shaky', draft('c-2', 'k-2', 2)));
  await eventually(async () => (await stored('shaky')).length === 2);
  line.setDeaf(false);
  line.cut();
  const recorded = await unanswered;
  expect(recorded).toEqual((await stored('shaky')).slice(1));
  expect(recorded.map(({ commandId }) => commandId)).toEqual(['c-2']);
  expect(await appendShakily(after(recorded[0], 'shaky', draft('c-3', 'k-3', 3)))).toMatchObject([{ commandId: 'c-3' }]);
});

test.concurrent('an append that never arrived throws, so that it is tried again', async () => {
  const line = await cutLine(inject('stack').nats);
  const dead = await connectLog(line.url, 'dead');
  await line.close();
  await expect(appendCommit(dead, space.name)(after(undefined, 'dead', draft('c-1')))).rejects.toThrow(/timeout|closed|disconnect/i);
  await dead.connection.close();
  expect(await stored('dead')).toEqual([]);
});
