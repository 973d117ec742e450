import { aggregates } from '../../domain/aggregates.ts';
import type { AggregateName } from '../../domain/kernel/address.ts';
import type { Aggregate } from '../../domain/kernel/aggregate.ts';
import type { Commit } from '../../domain/kernel/message.ts';
import { readLog } from '../../infra/log/consume.ts';
import type { LoggedCommit } from '../../infra/log/decode.ts';
import { streamOf } from '../../infra/space.ts';
import type { TestSpace } from './space.ts';

/** The state of one aggregate, by its own fold. */
export const foldOf = (name: AggregateName, commits: readonly Pick<Commit, 'events' | 'at'>[]): object => {
  const { unborn, apply } = aggregates[name] as unknown as Aggregate<object>;
  return commits.reduce((state, { events, at }) => events.reduce((before, event) => apply(before, event, at), state), unborn);
};

/** Everything in the log of a space, oldest first; the reader itself refuses gaps and altered bytes. */
export const wholeLog = async ({ log, space: { name } }: TestSpace): Promise<LoggedCommit[]> => {
  const {
    state: { last_seq: last },
  } = await log.manager.streams.info(streamOf(name));
  const all: LoggedCommit[] = [];
  const abort = new AbortController();
  if (last > 0) {
    for await (const batch of readLog(log, name, 0, abort.signal)) {
      all.push(...batch.map(({ commit }) => commit));
      if (all.length >= last) abort.abort();
    }
  }
  return all;
};

/** Aggregates with their commits, by workflow id. */
export const streamsIn = (commits: readonly LoggedCommit[]): Map<string, LoggedCommit[]> => {
  const streams = new Map<string, LoggedCommit[]>();
  for (const commit of commits) {
    const owner = `${commit.aggregate}:${commit.id}`;
    streams.set(owner, [...(streams.get(owner) ?? []), commit]);
  }
  return streams;
};
