import { DeliverPolicy, type ConsumerMessages } from '@nats-io/jetstream';
import { streamOf } from '../space.ts';
import type { Log } from './connect.ts';
import { decode, type LoggedCommit } from './decode.ts';
import { hashHeader } from './envelope.ts';

/** A stored message as received, and the commit it holds. */
export interface Entry {
  commit: LoggedCommit;
  subject: string;
  headers: Uint8Array;
  payload: Uint8Array;
  storedAt: Date;
}
export class LogGap extends Error {}

const batchMax = 500;
/**
 * A server that is silent for two heartbeats ends the reading, and so does a consumer or a stream that is gone: who reads looks again at
 * what is there.
 */
const consuming = { max_messages: batchMax, expires: 10_000, idle_heartbeat: 2_000, abort_on_missing_resource: true };

/**
 * Batches of the log after a position, in order and without a hole, until the signal. The consumer is ephemeral and ordered: the
 * database holds the place, so no state on the server can disagree with it. A gap stops the reader: what is missing is never skipped.
 */
export async function* readLog({ js }: Log, space: string, after: number, signal: AbortSignal): AsyncGenerator<Entry[]> {
  const consumer = await js.consumers.get(streamOf(space), { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 });
  const messages = await consumer.consume(consuming);
  const stop = () => {
    messages.stop();
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop(); // while the consumer was made
  try {
    yield* batches(messages, after, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    messages.stop();
    void consumer.delete().catch(() => undefined); // else the server drops it after minutes
  }
}

/** What was good before a fault is handed over before the fault is thrown. */
async function* batches(messages: ConsumerMessages, after: number, signal: AbortSignal): AsyncGenerator<Entry[]> {
  let last = after;
  let batch: Entry[] = [];
  for await (const message of messages) {
    if (signal.aborted) return; // the client goes on to hand out what had come before the stop
    try {
      batch.push(entryOf(message, last));
    } catch (fault) {
      if (batch.length > 0) yield batch;
      throw fault;
    }
    last = message.seq;
    if (batch.length < batchMax && message.info.pending > 0) continue;
    yield batch;
    batch = [];
  }
}

type Message = ConsumerMessages extends AsyncIterable<infer Received> ? Received : never;
function entryOf(message: Message, last: number): Entry {
  const { seq, subject, data: payload, headers, info } = message;
  if (seq !== last + 1) throw new LogGap(`position ${last + 1} is missing: the log went on at ${seq}`);
  const commit = decode({ seq, subject, data: payload, header: headers?.get(hashHeader) ?? '' });
  return { commit, subject, headers: encodeHeaders(headers), payload, storedAt: new Date(info.timestampNanos / 1e6) };
}

/** The header block byte for byte, as the archive keeps it. */
const encodeHeaders = (headers: unknown): Uint8Array => (isBlock(headers) ? headers.encode() : new Uint8Array());
const isBlock = (headers: unknown): headers is { encode: () => Uint8Array } =>
  typeof headers === 'object' && headers !== null && 'encode' in headers && typeof headers.encode === 'function';
