import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

export interface Log {
  connection: NatsConnection;
  js: JetStreamClient;
  manager: JetStreamManager;
}

/** A connection that comes back by itself, for ever. Requests wait at most five seconds; who appends tries again. */
export async function connectLog(url: string, name: string): Promise<Log> {
  const connection = await connect({ servers: url, name, maxReconnectAttempts: -1, reconnectTimeWait: 250, timeout: 10_000 });
  return { connection, js: jetstream(connection, { timeout: 5_000 }), manager: await jetstreamManager(connection, { timeout: 5_000 }) };
}
