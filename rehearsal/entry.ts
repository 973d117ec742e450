import type { Instant } from '../domain/kernel/instant.ts';
import type { Ground } from './case-file.ts';
import type { Difference } from './compare.ts';
import type { Verb } from './words.ts';

/** What happened in a rehearsal, one thing at a time, in order. */
export interface Tally { ok: boolean; steps: number; met: number; differs: number; stopped: number }
export interface Line { file: string; line: number }
export interface RefusalShown { code: string; basis: Ground | Readonly<Record<string, unknown>> | undefined; detail?: string | undefined }
export type Entry =
  | { kind: 'started'; cases: readonly string[] }
  | { kind: 'deadline'; at: Instant; aggregate: string; id: string; key: string }
  | { kind: 'accepted'; at: Instant; person: string; verb: Verb; on: string; events: readonly string[] } & Line
  | { kind: 'signalled'; at: Instant; person: string; verb: Verb; on: string } & Line
  | { kind: 'refused'; at: Instant; person: string; verb: Verb; on: string; refusal: RefusalShown } & Line
  | { kind: 'met'; at: Instant; says: string } & Line
  | { kind: 'differs'; at: Instant; says: string; differences: readonly Difference[] } & Line
  | { kind: 'stopped'; at: Instant; reason: string; skipped: number } & Line
  | { kind: 'finished' } & Tally;
export type Report = (entry: Entry) => void;
