import * as z from 'zod';
import { aggregateNames } from '../../domain/aggregates.ts';
import type { Commit } from '../../domain/kernel/message.ts';
import { hashOf, type CommitDraft } from './envelope.ts';

const envelope = z.strictObject({
  v: z.literal(1),
  commandId: z.string(),
  fingerprint: z.string(),
  aggregate: z.enum(aggregateNames),
  id: z.string(),
  prevSeq: z.int(),
  prevHash: z.string(),
  at: z.number(),
  actor: z.strictObject({ person: z.string(), onBehalfOf: z.string().optional() }),
  events: z.array(z.strictObject({ type: z.string(), ver: z.literal(1), data: z.unknown() })).min(1),
});

/** A commit with its place in the log: what the reader needs to check that nothing is missing before it. */
export interface LoggedCommit extends CommitDraft, Commit {}
export class UnreadableCommit extends Error {}

/** Reads one stored message. What does not parse, or does not fit the hash beside it, is an alarm and never skipped. */
export const decode = (message: { seq: number; subject: string; data: Uint8Array; header: string }): LoggedCommit => {
  const { seq, subject, data, header } = message;
  const hash = hashOf(subject, data);
  if (header !== hash) throw new UnreadableCommit(`position ${seq}: the bytes of ${subject} do not fit their hash`);
  const parsed = envelope.safeParse(readJson(data));
  if (!parsed.success)
    throw new UnreadableCommit(
      `position ${seq}: ${subject} is no commit (${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')})`,
    );
  const { v: _, events, ...commit } = parsed.data;
  return { ...commit, position: seq, hash, events: events.map(({ type, data: recorded }) => ({ type, data: recorded })) };
};
const readJson = (data: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return undefined; // the form then says where
  }
};
