import type { StoredMsg } from '@nats-io/jetstream';
import type { Commit } from '../domain/kernel/message.ts';
import type { Log } from '../infra/log/connect.ts';
import { decode } from '../infra/log/decode.ts';
import { hashHeader, subjectOf } from '../infra/log/envelope.ts';
import { streamOf } from '../infra/space.ts';
import type { LogActivities, ReadInput } from '../workflows/activity-contracts.ts';

/** A payload of Temporal ends at two mebibytes. */
const pageCommits = 500;
const pageBytes = 1_048_576;

export const readStream =
  (log: Log, space: string): LogActivities['readStream'] =>
  (input) =>
    commitsAfter(log, space, input);

/** Every commit of an aggregate after a position, a page at a time, asked of the leader: a follower may lag. */
export async function commitsAfter({ manager }: Log, space: string, { aggregate, id, after }: ReadInput): Promise<Commit[]> {
  const page: Commit[] = [];
  let bytes = 0;
  for (let seq = after + 1; page.length < pageCommits && bytes < pageBytes;) {
    const query = { seq, next_by_subj: subjectOf(space, aggregate, id) }; // the client's type does not know next_by_subj
    const message: StoredMsg | null = await manager.streams.getMessage(streamOf(space), query);
    if (!message) break;
    const {
      aggregate: _,
      id: __,
      prevSeq: ___,
      prevHash: ____,
      ...commit
    } = decode({ seq: message.seq, subject: message.subject, data: message.data, header: message.header.get(hashHeader) });
    page.push(commit);
    bytes += message.data.length;
    seq = message.seq + 1;
  }
  return page;
}
