import { JetStreamApiError } from '@nats-io/jetstream';
import { headers as newHeaders } from '@nats-io/transport-node';
import { ApplicationFailure } from '@temporalio/common';
import type { Commit } from '../domain/kernel/message.ts';
import type { Log } from '../infra/log/connect.ts';
import { encode, hashHeader, hashOf, subjectOf } from '../infra/log/envelope.ts';
import { messageBytesMax } from '../infra/log/stream.ts';
import { streamOf } from '../infra/space.ts';
import type { AppendInput, LogActivities } from '../workflows/activity-contracts.ts';
import { commitsAfter } from './read-stream.ts';

/**
 * Answers of the server that only a person changes: a sealed stream, a wrong configuration. Tried again all the same: a run that failed would take its
 * timers with it, while one that waits goes on by itself once the log is mended.
 */
const hopeless = new Set([10054, 10097, 10060, 10109, 10166, 10174, 10175, 10176, 10177, 10179, 10193, 10199, 10200]);
const wrongLastSequence = 10071;

/**
 * One decision, one message, at most once: guarded by the expected last sequence of the subject and idempotent for ever by command id. Whatever is
 * unclear after a publish (a lost answer, a rival, a reset run) is settled by reading what follows the expected position from the leader.
 * There is no `Nats-Msg-Id`: a duplicate is acknowledged with its old sequence, and every later append would conflict.
 */
export const appendCommit =
  (log: Log, space: string): LogActivities['appendCommit'] =>
  async (input) => {
    const { aggregate, id, expected, prevHash, commit } = input;
    const subject = subjectOf(space, aggregate, id);
    const payload = new TextEncoder().encode(encode({ ...commit, aggregate, id, prevSeq: expected, prevHash }));
    if (payload.length > messageBytesMax)
      throw ApplicationFailure.nonRetryable(`a decision of ${payload.length} bytes; the log takes ${messageBytesMax}`, 'TooLarge');
    const hash = hashOf(subject, payload);
    const headers = newHeaders();
    headers.set(hashHeader, hash);
    try {
      const { seq } = await log.js.publish(subject, payload, {
        headers,
        expect: { streamName: streamOf(space), lastSubjectSequence: expected },
      });
      return [{ ...commit, position: seq, hash }];
    } catch (error) {
      return readBack(log, space, input, error);
    }
  };

/** Our message can only be the immediate successor of the expected position; a foreign one there is folded by the loop, which then decides again. */
async function readBack(log: Log, space: string, { aggregate, id, expected }: AppendInput, error: unknown): Promise<Commit[]> {
  const code = error instanceof JetStreamApiError ? error.code : 0;
  if (hopeless.has(code)) throw ApplicationFailure.retryable(`the log refuses until somebody mends it: ${String(error)}`, 'LogRefuses');
  const newer = await commitsAfter(log, space, { aggregate, id, after: expected });
  if (newer.length > 0) return newer;
  if (code === wrongLastSequence) throw new Error(`the head of ${aggregate}:${id} at ${expected} is missing or unreadable`); // retried for ever, with an alarm
  throw error;
}
