import { DiscardPolicy, RetentionPolicy, StorageType, StoreCompression, type StreamConfig, type StreamInfo } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { streamOf } from '../space.ts';
import type { Log } from './connect.ts';
import { allSubjectsOf } from './envelope.ts';

/** A commit fits into half of what the server would take; evidence goes by digest, never by bytes. */
export const messageBytesMax = 524_288;

/** Nothing is ever thrown away: no limits, no deletion, no purge, no rollup, no expiry of messages. One replica needs no compression. */
const settingsOf = (space: string, replicas: number) => ({
  name: streamOf(space),
  subjects: [allSubjectsOf(space)],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  max_msgs: -1,
  max_bytes: -1,
  max_age: 0,
  max_msgs_per_subject: -1,
  max_msg_size: messageBytesMax,
  deny_delete: true,
  deny_purge: true,
  allow_rollup_hdrs: false,
  allow_direct: true,
  duplicate_window: nanos(120_000),
  num_replicas: replicas,
  compression: replicas === 1 ? StoreCompression.None : StoreCompression.S2,
  metadata: { schema: '1', owner: 'ocop-cycle-engine' },
});

/** Creates the stream of a space; where it exists it must be as we would create it. */
export async function createStream({ manager }: Log, space: string, replicas = 1): Promise<void> {
  const wanted = settingsOf(space, replicas);
  const there = await manager.streams.info(wanted.name).catch(() => undefined);
  if (!there) await manager.streams.add(wanted);
  await checkStream({ manager }, space);
}

/** Differences that would let events be lost or altered close the log for writing. */
export async function checkStream({ manager }: Pick<Log, 'manager'>, space: string): Promise<StreamInfo> {
  const info = await manager.streams.info(streamOf(space));
  const faults = driftOf(info.config, settingsOf(space, info.config.num_replicas));
  const { first_seq, last_seq, messages } = info.state;
  if (messages > 0 && (first_seq !== 1 || messages !== last_seq))
    faults.push(`holds ${messages} messages from ${first_seq} to ${last_seq}, ${last_seq - messages} deleted`);
  if (faults.length > 0)
    throw new Error(
      `Stream ${streamOf(space)} is not safe to write to: ${faults.join('; ')}. Compare its configuration with the archive before anything is written.`,
    );
  return info;
}
const guarded = [
  'storage',
  'retention',
  'discard',
  'max_msgs',
  'max_bytes',
  'max_age',
  'max_msgs_per_subject',
  'deny_delete',
  'deny_purge',
  'allow_rollup_hdrs',
] as const satisfies (keyof StreamConfig)[];
const driftOf = (config: StreamConfig, wanted: ReturnType<typeof settingsOf>): string[] =>
  guarded.filter((key) => config[key] !== wanted[key]).map((key) => `${key} is ${String(config[key])}, must be ${String(wanted[key])}`);

/** Only a rehearsal's stream may go. */
export async function dropStream({ manager }: Log, space: string): Promise<void> {
  await manager.streams.delete(streamOf(space));
}
