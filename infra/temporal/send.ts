import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type Client, type WorkflowStartOptions } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '../../domain/kernel/address.ts';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import { fingerprintOf, type CommandMessage } from '../../domain/kernel/message.ts';
import type { Rejection } from '../../domain/kernel/rule.ts';
import type { Clock } from '../../workflows/clock.ts';
import { executeCommand, signalCommand, workflowIdOf, workflowTypes, type EntityInput } from '../../workflows/messages.ts';

/** The way into one space. `rollAfter`: a run continues as new after so many commits; reading the stream anew is cheap, replaying history is not. */
export interface Door {
  client: Client;
  taskQueue: string;
  clock: Clock;
  rollAfter: number;
}
export const rollAfterCommits = 50;
/** How long one attempt may wait, and how long a sender is kept in the dark before he is told so. */
const attemptMs = 10_000;
export const sendWithinMs = 25_000;

/** Nobody knows whether the command was taken: the caller repeats it with the same id, and is told the first answer. */
export class OutcomeUnknown extends Error {}

const startOf = ({ taskQueue, clock, rollAfter }: Door, { aggregate, id }: Address) =>
  ({
    workflowId: workflowIdOf(aggregate, id),
    taskQueue,
    args: [{ id, clock, rollAfter }] as [EntityInput],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: `${aggregate} ${id}`,
  }) satisfies WorkflowStartOptions<(input: EntityInput) => Promise<void>>;

/** The only way in: starts the aggregate's workflow if none runs, and sends again until there is an answer. A command is idempotent by its id. */
export async function send(door: Door, to: Address, command: CommandMessage, withinMs = sendWithinMs): Promise<Ack> {
  const updateId = `${command.commandId}.${fingerprintOf(command)}`;
  const until = Date.now() + withinMs;
  for (let attempt = 1; ; attempt++) {
    try {
      const startWorkflowOperation = new WithStartWorkflowOperation<(input: EntityInput) => Promise<void>>(workflowTypes[to.aggregate], {
        ...startOf(door, to),
        workflowIdConflictPolicy: 'USE_EXISTING',
      }); // used up by each attempt
      return await door.client.withDeadline(Math.min(until, Date.now() + attemptMs), () =>
        door.client.workflow.executeUpdateWithStart(executeCommand, { args: [command], updateId, startWorkflowOperation }),
      );
    } catch (error) {
      const failure = failureOf(error);
      const rejection = failure?.type === 'CommandRefused' ? rejectionOf(failure) : undefined;
      if (rejection) return { ok: false, rejection };
      if (!failure && isFinal(error)) throw error;
      if (Date.now() >= until)
        throw new OutcomeUnknown(`${to.aggregate}:${to.id} gave no answer to ${command.commandId}`, { cause: error });
      await sleep(Math.min(20 * 1.5 ** attempt, 1_000) * (0.5 + Math.random()));
    }
  }
}

/** The same command without waiting for its answer. A refusal becomes an event of the aggregate, where it can be seen. */
export async function signal(door: Door, to: Address, command: CommandMessage): Promise<void> {
  const { workflowId, ...start } = startOf(door, to);
  await door.client.workflow.signalWithStart<(input: EntityInput) => Promise<void>, [CommandMessage]>(workflowTypes[to.aggregate], {
    ...start,
    workflowId,
    signal: signalCommand,
    signalArgs: [command],
  });
}

const failureOf = (error: unknown): ApplicationFailure | undefined =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? error.cause : undefined;
const rejectionOf = ({ details }: ApplicationFailure): Rejection | undefined => {
  const detail: unknown = details?.[0];
  return typeof detail === 'object' && detail !== null && 'code' in detail ? (detail as Rejection) : undefined;
};
/** What is certain to fail again: 3 invalid argument, 7 permission, 12 unimplemented, 16 unauthenticated. */
const finalCodes = new Set<unknown>([3, 7, 12, 16]);
const isFinal = (error: unknown): boolean => {
  const codeOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined);
  return finalCodes.has(codeOf(error)) || (error instanceof Error && finalCodes.has(codeOf(error.cause)));
};
