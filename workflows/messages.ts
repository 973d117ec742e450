import * as wf from '@temporalio/workflow';
import type { Ack } from '../domain/kernel/aggregate.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import type { CommandMessage } from '../domain/kernel/message.ts';
import type { Clock } from './clock.ts';

/** Every command is this update; the types of aggregate and data are checked inside, by the loop. */
export const executeCommand = wf.defineUpdate<Ack, [CommandMessage]>('executeCommand');
/** The same command, queued: for councils and other systems that do not wait for the answer. */
export const signalCommand = wf.defineSignal<[CommandMessage]>('signalCommand');

export interface EntityInput {
  id: string;
  clock: Clock;
  rollAfter: number;
}
export const workflowIdOf = (aggregate: AggregateName, id: string): string => `${aggregate}:${id}`;
/** The name under which `index.ts` exports the workflow of an aggregate. */
export const workflowTypes = {
  'product-cycle': 'productCycle',
  'council': 'council',
  'certificate': 'certificate',
  'annual-cycle': 'annualCycle',
  'number-book': 'numberBook',
} as const satisfies Record<AggregateName, string>;
export const fulfilQueue = (taskQueue: string): string => `${taskQueue}-fulfil`;
