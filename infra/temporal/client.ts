import { Client, Connection } from '@temporalio/client';
import { clockOf, type Space } from '../space.ts';
import { rollAfterCommits, type Door } from './send.ts';

/** One task queue a space, named after it; obligations run on a queue of their own beside it. */
export const taskQueueOf = (space: string): string => `ocop-${space}`;

export const connectTemporal = (address: string): Promise<Connection> => Connection.connect({ address, connectTimeout: 10_000 });

/** The door of a space. */
export const doorOf = (
  connection: Connection,
  space: Space,
  { rollAfter = rollAfterCommits, taskQueue = taskQueueOf(space.name) } = {},
): Door => ({ client: new Client({ connection, namespace: space.namespace }), taskQueue, clock: clockOf(space), rollAfter });
