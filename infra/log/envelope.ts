import { createHash } from 'node:crypto';
import type { AggregateName } from '../../domain/kernel/address.ts';
import type { Commit } from '../../domain/kernel/message.ts';

/** `ev.<space>.<aggregate>.<id>`: no event type in it, so that the expected sequence of the subject guards the whole aggregate. */
export const subjectOf = (space: string, aggregate: AggregateName, id: string): string => `ev.${space}.${aggregate}.${id}`;
export const allSubjectsOf = (space: string): string => `ev.${space}.>`;
/** Subject tokens and workflow ids alike. */
export const isId = (id: string): boolean => /^[\w-]{1,120}$/.test(id);

/** The version of the envelope. Each event has a version of its own beside it. */
const envelopeVersion = 1;
/** A commit as it is offered to the log, which then gives it its position: what its aggregate's stream must end with before it. */
export interface CommitDraft extends Omit<Commit, 'position' | 'hash'> {
  aggregate: AggregateName;
  id: string;
  prevSeq: number;
  prevHash: string;
}

/** The text of a message, finished before the first attempt to append it: every attempt sends the same bytes. */
export const encode = ({ commandId, fingerprint, aggregate, id, prevSeq, prevHash, at, actor, events }: CommitDraft): string =>
  JSON.stringify({
    v: envelopeVersion,
    commandId,
    fingerprint,
    aggregate,
    id,
    prevSeq,
    prevHash,
    at,
    actor,
    events: events.map(({ type, data }) => ({ type, ver: 1, data })),
  });

const framed = (part: Uint8Array): [Uint8Array, Uint8Array] => {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, part.length); // big-endian
  return [length, part];
};
/** SHA-256 over subject and payload as stored, length-framed; the payload holds the hash of the commit before. */
export const hashOf = (subject: string, payload: Uint8Array): string => {
  const text = new TextEncoder();
  const hash = createHash('sha256');
  for (const part of [text.encode('ocop.ev.1'), text.encode(subject), payload]) for (const bytes of framed(part)) hash.update(bytes);
  return hash.digest('hex');
};
/** The header that carries the hash beside the payload. */
export const hashHeader = 'Ev-Hash';
