import { WorkflowUpdateFailedError, type Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { inject } from 'vitest';
import type { Address } from '../../domain/kernel/address.ts';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import type { CommandMessage } from '../../domain/kernel/message.ts';
import type { Rejection } from '../../domain/kernel/rule.ts';
import { doorOf, taskQueueOf } from '../../infra/temporal/client.ts';
import { createNamespace } from '../../infra/temporal/namespace.ts';
import { send, type Door } from '../../infra/temporal/send.ts';
import { runWorkers } from '../../infra/temporal/worker.ts';
import { executeCommand, signalCommand, workflowIdOf } from '../../workflows/messages.ts';
import type { Errand } from './programme.ts';
import type { TestSpace } from './space.ts';

/** An errand as a message with an id of one's choice. */
export const messageOf = ({ type, data, actor }: Errand, commandId: string, more: Partial<CommandMessage> = {}): CommandMessage => ({
  commandId,
  type,
  data,
  actor,
  ...more,
});
export const give = ({ tell }: TestSpace, { to, type, data, actor }: Errand, more: Partial<CommandMessage> = {}): Promise<Ack> =>
  tell(to, type, data, actor, more);
export const giveSignal = ({ signal }: TestSpace, { to, type, data, actor }: Errand, more: Partial<CommandMessage> = {}): Promise<void> =>
  signal(to, type, data, actor, more);

export const handleOf = ({ client }: Door, { aggregate, id }: Address) => client.workflow.getHandle(workflowIdOf(aggregate, id));
export const statusOf = async (door: Door, to: Address): Promise<string> => (await handleOf(door, to).describe()).status.name;

/** Past the door, with an update id of its own: no memory of the server stands before the loop's. */
export const sendRaw = async (door: Door, to: Address, raw: unknown): Promise<Ack> => {
  try {
    return await handleOf(door, to).executeUpdate(executeCommand, { args: [raw as CommandMessage] });
  } catch (error) {
    const failure = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(failure instanceof ApplicationFailure) || failure.type !== 'CommandRefused') throw error;
    return { ok: false, rejection: failure.details?.[0] as Rejection };
  }
};
export const signalRaw = (door: Door, to: Address, raw: unknown): Promise<void> =>
  handleOf(door, to).signal(signalCommand, raw as CommandMessage);

/** The same command, or another under its id, by every way in. */
export const sendBoth = async (door: Door, to: Address, command: CommandMessage): Promise<readonly Ack[]> => [
  await send(door, to, command),
  await sendRaw(door, to, command).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return send(door, to, command); // its run has ended
    throw error;
  }),
];

/** Temporal's database is lost: a namespace that has never seen the aggregates, with a worker of its own, on the log that is still there. */
export const afterLosingTemporal = async ({ space, door, activities }: TestSpace): Promise<{ door: Door; stop: () => Promise<void> }> => {
  const connection = door.client.connection as Connection;
  const empty = { ...space, namespace: `${space.namespace}-x` };
  await createNamespace(connection, empty.namespace);
  const { stop } = await runWorkers({
    address: inject('stack').temporal,
    namespace: empty.namespace,
    taskQueue: taskQueueOf(empty.name),
    workflowBundle: { codePath: inject('bundlePath') },
    activities,
  });
  return { door: doorOf(connection, empty, { rollAfter: door.rollAfter }), stop };
};
