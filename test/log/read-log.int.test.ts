import { headers as newHeaders } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { appendCommit } from '../../activities/append-commit.ts';
import { readStream } from '../../activities/read-stream.ts';
import type { Commit } from '../../domain/kernel/message.ts';
import { readLog } from '../../infra/log/consume.ts';
import { decode, UnreadableCommit } from '../../infra/log/decode.ts';
import { encode, hashHeader, hashOf, subjectOf } from '../../infra/log/envelope.ts';
import { after, draft } from '../kit/commits.ts';
import { seedOfRun } from '../kit/seed-of-run.ts';
import { seeded } from '../kit/seeded.ts';
import { openTestSpace } from '../kit/space.ts';

const {
  space: { name },
  log,
} = await openTestSpace({ withWorker: false, withProjector: false });
const append = appendCommit(log, name);
const commitsInAll = 1_300;
const chance = seeded(seedOfRun());

/** Everything from a position on, until so many have come. */
const readFrom = async (from: number, count: number): Promise<{ positions: number[]; batches: number }> => {
  const abort = new AbortController();
  const positions: number[] = [];
  let batches = 0;
  for await (const batch of readLog(log, name, from, abort.signal)) {
    positions.push(...batch.map(({ commit }) => commit.position));
    batches++;
    if (positions.length >= count) abort.abort();
  }
  return { positions, batches };
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

test('a reader gets every commit once and in order, while it is being written and from wherever it begins', async () => {
  const heads = new Map<string, Commit>();
  const following = readFrom(0, commitsInAll);
  for (let n = 0; n < commitsInAll; n += 20) {
    await Promise.all(
      range(1, 20).map(async (k) => {
        const id = `book-${k}`;
        const [commit] = await append(after(heads.get(id), id, draft(`c-${n}-${k}`)));
        if (commit) heads.set(id, commit);
      }),
    );
  }
  expect((await following).positions).toEqual(range(1, commitsInAll));
  const whole = await readFrom(0, commitsInAll);
  expect(whole.positions).toEqual(range(1, commitsInAll));
  expect(whole.batches, 'in batches of at most 500').toBeGreaterThanOrEqual(3);
  for (let round = 0; round < 3; round++) {
    const from = chance.below(commitsInAll - 1);
    expect((await readFrom(from, commitsInAll - from)).positions).toEqual(range(from + 1, commitsInAll));
  }
});

test('a reader that is told to stop ends, also while it waits for more', async () => {
  const abort = new AbortController();
  const waiting = (async () => {
    for await (const _ of readLog(log, name, commitsInAll, abort.signal)) throw new Error('nothing is there');
  })();
  await sleep(300);
  abort.abort();
  await expect(waiting).resolves.toBeUndefined();
});

test('the pages of one aggregate join to its whole stream', async () => {
  const read = readStream(log, name);
  const all: Commit[] = [];
  for (
    let page = await read({ aggregate: 'number-book', id: 'book-1', after: 0 });
    page.length > 0;
    page = await read({ aggregate: 'number-book', id: 'book-1', after: all.at(-1)?.position ?? 0 })
  )
    all.push(...page);
  expect(all).toHaveLength(commitsInAll / 20);
  const half = all.slice(0, 30).at(-1)?.position ?? 0;
  expect(await read({ aggregate: 'number-book', id: 'book-1', after: half })).toEqual(all.slice(30));
});

const subject = subjectOf(name, 'number-book', 'altered');
const bytes = new TextEncoder().encode(encode({ aggregate: 'number-book', id: 'altered', prevSeq: 0, prevHash: '', ...draft('c-1') }));
const header = hashOf(subject, bytes);

test('what was written is read back as it was', () => {
  expect(decode({ seq: 7, subject, data: bytes, header })).toEqual({
    ...draft('c-1'),
    aggregate: 'number-book',
    id: 'altered',
    prevSeq: 0,
    prevHash: '',
    position: 7,
    hash: header,
  });
});

test('one altered byte anywhere, another subject or another hash makes a commit unreadable', () => {
  for (let round = 0; round < 200; round++) {
    const altered = bytes.slice();
    const place = chance.below(altered.length);
    altered[place] = (altered[place] ?? 0) ^ (1 << chance.below(8));
    expect(() => decode({ seq: 7, subject, data: altered, header }), `byte ${place}`).toThrow(UnreadableCommit);
  }
  expect(() => decode({ seq: 7, subject: subjectOf(name, 'number-book', 'other'), data: bytes, header })).toThrow(UnreadableCommit);
  expect(() => decode({ seq: 7, subject, data: bytes, header: '' })).toThrow(UnreadableCommit);
  const foreign = new TextEncoder().encode('{"v":2}');
  expect(() => decode({ seq: 7, subject, data: foreign, header: hashOf(subject, foreign) })).toThrow('is no commit');
});

test('a message that is no commit stops the reader after all that was good, and its aggregate', async () => {
  const strange = newHeaders();
  strange.set(hashHeader, header);
  await log.js.publish(subject, new TextEncoder().encode('not ours'), { headers: strange });
  const seen: number[] = [];
  const reading = (async () => {
    for await (const batch of readLog(log, name, commitsInAll - 5, new AbortController().signal))
      seen.push(...batch.map(({ commit }) => commit.position));
  })();
  await expect(reading).rejects.toBeInstanceOf(UnreadableCommit);
  expect(seen).toEqual(range(commitsInAll - 4, commitsInAll));
  await expect(readStream(log, name)({ aggregate: 'number-book', id: 'altered', after: 0 })).rejects.toBeInstanceOf(UnreadableCommit);
});
