import type { Instant } from '../domain/kernel/instant.ts';
import type { Expectation, Ground } from './case-file.ts';
import type { Difference } from './compare.ts';
import type { Verb } from './words.ts';

/** What happened in a rehearsal, one thing at a time, in order. */
export interface Tally {
  ok: boolean;
  steps: number;
  met: number;
  differs: number;
  stopped: number;
}
interface Line {
  file: string;
  line: number;
  at: Instant;
}
/** Who did what to which thing, by their names. */
interface Act extends Line {
  person: string;
  /** The producer for whom an officer acted. */
  onBehalfOf?: string | undefined;
  verb: Verb;
  on: string;
}
export interface RefusalShown {
  code: string;
  basis?: Ground | Readonly<Record<string, unknown>> | undefined;
  detail?: string | undefined;
}
/** A step that was refused, and was not to be. */
export interface Unexpected {
  verb: Verb;
  code: string;
}
export type Entry =
  | { kind: 'started'; cases: readonly string[]; names: Readonly<Record<string, string>> }
  | { kind: 'deadline'; at: Instant; aggregate: string; id: string; key: string; event?: string | undefined }
  | ({ kind: 'accepted'; events: readonly string[] } & Act)
  | ({ kind: 'signalled' } & Act)
  | ({ kind: 'refused'; refusal: RefusalShown; isExpected: boolean } & Act)
  | ({ kind: 'met'; expectation: Expectation } & Line)
  | ({ kind: 'differs'; about: Expectation | Verb; differences: readonly Difference[] } & Line)
  | ({ kind: 'stopped'; reason: string; refused?: Unexpected | undefined; skipped: number } & Line)
  | ({ kind: 'finished' } & Tally);
export type Report = (entry: Entry) => void;
