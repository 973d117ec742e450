import { DeliverPolicy, type ConsumerMessages } from '@nats-io/jetstream';
import { streamOf } from '../space.ts';
import type { Log } from './connect.ts';
import { decode, type LoggedCommit } from './decode.ts';
import { hashHeader } from './envelope.ts';

/** A stored message as received, and the commit it holds. */
export interface Entry { commit: LoggedCommit; subject: string; headers: Uint8Array; payload: Uint8Array; storedAt: Date }
export class LogGap extends Error {}

const batchMax = 500;

/**
 * Batches of the log after a position, in order and without a hole, for ever. The consumer is ephemeral and ordered: the database holds the place,
 * so no state on the server can disagree with it. A gap stops the reader: what is missing is never skipped.
 */
export async function* readLog({ js }: Log, space: string, after: number, signal: AbortSignal): AsyncGenerator<Entry[]> {
  const consumer = await js.consumers.get(streamOf(space), { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 });
  const messages = await consumer.consume({ max_messages: batchMax });
  const stop = () => { messages.stop(); };
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* batches(messages, after);
  } finally {
    signal.removeEventListener('abort', stop);
    messages.stop();
  }
}

async function* batches(messages: ConsumerMessages, after: number): AsyncGenerator<Entry[]> {
  let last = after;
  let batch: Entry[] = [];
  for await (const message of messages) {
    if (message.seq !== last + 1) throw new LogGap(`position ${last + 1} is missing: the log went on at ${message.seq}`);
    last = message.seq;
    const { subject, data: payload, headers, seq } = message;
    const commit = decode({ seq, subject, data: payload, header: headers?.get(hashHeader) ?? '' });
    batch.push({ commit, subject, headers: encodeHeaders(headers), payload, storedAt: new Date(message.info.timestampNanos / 1e6) });
    if (batch.length < batchMax && message.info.pending > 0) continue;
    yield batch;
    batch = [];
  }
}

/** The header block byte for byte, as the archive keeps it. */
const encodeHeaders = (headers: unknown): Uint8Array =>
  (typeof headers === 'object' && headers !== null && 'encode' in headers && typeof headers.encode === 'function' ? headers.encode() as Uint8Array : new Uint8Array());
