import { DiscardPolicy, RetentionPolicy, StorageType, StoreCompression, type StreamConfig } from '@nats-io/jetstream';
import { ApplicationFailure } from '@temporalio/common';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readLog, LogGap } from '../../infra/log/consume.ts';
import { checkStream, createStream, dropStream } from '../../infra/log/stream.ts';
import { streamOf } from '../../infra/space.ts';
import { appendCommit } from '../../activities/append-commit.ts';
import { after, draft } from '../kit/commits.ts';
import { openTestSpace } from '../kit/space.ts';

const { space, log } = await openTestSpace({ withWorker: false, withProjector: false });
const specified = {
  name: streamOf(space.name),
  subjects: [`ev.${space.name}.>`],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  max_msgs: -1,
  max_bytes: -1,
  max_age: 0,
  max_msgs_per_subject: -1,
  max_msg_size: 524_288,
  deny_delete: true,
  deny_purge: true,
  allow_rollup_hdrs: false,
  allow_direct: true,
  duplicate_window: 120_000_000_000,
  num_replicas: 1,
  compression: StoreCompression.None,
};
const spare = () => `t${randomBytes(5).toString('hex')}`;
const streamWith = async (config: Partial<StreamConfig>): Promise<string> => {
  const name = spare();
  await log.manager.streams.add({ ...specified, name: streamOf(name), subjects: [`ev.${name}.>`], ...config } as StreamConfig);
  return name;
};
const threeCommitsIn = async (name: string) => {
  const append = appendCommit(log, name);
  for (const id of ['a', 'b', 'c']) await append(after(undefined, id, draft('c-1')));
};

test('the stream of a space keeps everything, lets nobody delete or purge, and is made no second time', async () => {
  expect((await log.manager.streams.info(specified.name)).config).toMatchObject(specified);
  await createStream(log, space.name);
  expect((await checkStream(log, space.name)).config).toMatchObject(specified);
});

test.for<[string, Partial<StreamConfig>]>([
  ['max_age', { max_age: 86_400_000_000_000 }],
  ['max_msgs', { max_msgs: 1_000 }],
  ['max_bytes', { max_bytes: 1_000_000 }],
  ['max_msgs_per_subject', { max_msgs_per_subject: 1 }],
  ['deny_delete', { deny_delete: false }],
  ['deny_purge', { deny_purge: false }],
  ['storage', { storage: StorageType.Memory }],
  ['discard', { discard: DiscardPolicy.Old }],
  ['retention', { retention: RetentionPolicy.Workqueue }],
  ['allow_rollup_hdrs', { allow_rollup_hdrs: true, deny_purge: false }],
])('a stream whose %s would let events be lost is not written to', async ([setting, config]) => {
  const name = await streamWith(config);
  await expect(checkStream(log, name)).rejects.toThrow(`${setting} is `);
  await expect(createStream(log, name), 'nor repaired in silence').rejects.toThrow(`${setting} is `);
  await dropStream(log, name);
});

test.for([1, 2, 3])('a message deleted at position %i is noticed, and no reader passes the gap', async (missing) => {
  const name = await streamWith({ deny_delete: false });
  await threeCommitsIn(name);
  await log.manager.streams.deleteMessage(streamOf(name), missing);
  await log.manager.streams.update(streamOf(name), { deny_delete: true });
  await expect(checkStream(log, name)).rejects.toThrow('holds 2 messages');
  const seen: number[] = [];
  const abort = new AbortController();
  const reading = (async () => {
    for await (const batch of readLog(log, name, 0, abort.signal)) {
      seen.push(...batch.map(({ commit }) => commit.position));
      if (seen.length === 2) abort.abort(); // only where the end is missing: there a reader cannot see it
    }
  })();
  const ended: unknown = await reading.catch((error: unknown) => error);
  expect(ended instanceof LogGap).toBe(missing < 3);
  expect(seen).toEqual(missing === 3 ? [1, 2] : Array.from({ length: missing - 1 }, (_, n) => n + 1));
  await dropStream(log, name);
});

test('a stream that is not there is an error, not an empty log', async () => {
  await expect(checkStream(log, spare())).rejects.toThrow('stream not found');
});

test('an append that a setting refuses, or to a stream that is not there, is tried again until somebody has mended it', async () => {
  const name = await streamWith({});
  await log.manager.streams.update(streamOf(name), { sealed: true } as object);
  await expect(appendCommit(log, name)(after(undefined, 'a', draft('c-1')))).rejects.toMatchObject({
    nonRetryable: false,
    type: 'LogRefuses',
  });
  await log.manager.streams.delete(streamOf(name));
  const failure: unknown = await appendCommit(log, name)(after(undefined, 'a', draft('c-1'))).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(ApplicationFailure);
});
