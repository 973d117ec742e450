import type { Address, AggregateName } from '../domain/kernel/address.ts';
import type { Ack } from '../domain/kernel/aggregate.ts';
import type { Commit } from '../domain/kernel/message.ts';

export interface AppendInput {
  aggregate: AggregateName;
  id: string;
  expected: number;
  prevHash: string;
  commit: Omit<Commit, 'position' | 'hash'>;
}
export interface ReadInput {
  aggregate: AggregateName;
  id: string;
  after: number;
}
export interface FulfilInput {
  commandId: string;
  to: Address;
  command: { type: string; data: object };
  at?: number;
}
export interface LogActivities {
  /** Every commit of the aggregate after `expected`, oldest first: ours if it was written, else what others wrote. Throws only for infrastructure. */
  appendCommit: (input: AppendInput) => Promise<Commit[]>;
  /** The next page after a position; empty at the end. */
  readStream: (input: ReadInput) => Promise<Commit[]>;
}
export interface FulfilActivities {
  /** Sends an obligation's command through the door and brings back its answer; a refusal is an answer. */
  fulfil: (input: FulfilInput) => Promise<Ack>;
}
