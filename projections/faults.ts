import { UnreadableCommit } from '../infra/log/decode.ts';
import { LogGap } from '../infra/log/consume.ts';

/** The log is not the one that the views follow, or is not whole. Only a person may decide what then. */
export class WrongLog extends Error {}
/** A commit that does not continue its aggregate's stream, or that cannot be applied or kept. */
export class UnfoldableCommit extends Error {
  readonly position: number;
  constructor(position: number, reason: string, cause?: unknown) {
    super(`position ${position}: ${reason}`, { cause });
    this.position = position;
  }
}
export const isFault = (error: unknown): error is Error =>
  error instanceof WrongLog || error instanceof UnfoldableCommit || error instanceof UnreadableCommit || error instanceof LogGap;
