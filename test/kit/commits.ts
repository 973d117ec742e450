import type { Commit } from '../../domain/kernel/message.ts';
import type { AppendInput } from '../../workflows/activity-contracts.ts';

/* Commits as the loop would append them, for tests that append without it. */

export type Draft = AppendInput['commit'];
export const draft = (commandId: string, key = commandId, number = 1): Draft => ({
  commandId,
  fingerprint: `print-${commandId}`,
  at: 1_790_000_000_000,
  actor: { person: 'engine' },
  events: [{ type: 'SerialAllocated', data: { key, number } }],
});
/** What continues an aggregate's stream after a commit, or begins it. */
export const after = (before: Pick<Commit, 'position' | 'hash'> | undefined, id: string, commit: Draft): AppendInput => ({
  aggregate: 'number-book',
  id,
  expected: before?.position ?? 0,
  prevHash: before?.hash ?? '',
  commit,
});
