import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

const loopback = '127.0.0.1';

/**
 * Free ports are taken from here, not from those that the system gives (32768 and above): Temporal keeps the ports of its services
 * in a column of type int2, and above 32767 it does not start. Outgoing connections do not use these numbers either.
 */
const firstPort = 20_000;
const lastPort = 32_000;

/** The wanted port if nobody listens on it, else a free one. */
export async function choosePort(preferred?: number): Promise<number> {
  return preferred !== undefined && (await isFree(preferred)) ? preferred : freePort(new Set());
}

/** Several different free ports. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort(ports));
  return [...ports];
}

async function freePort(taken: ReadonlySet<number>): Promise<number> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const port = randomInt(firstPort, lastPort);
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`127.0.0.1 has no free port from ${firstPort} to ${lastPort}. Stop some programs and start again.`);
}

export function isListening(port: number, host = loopback): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (value: boolean) => (): void => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
    socket.setTimeout(2_000, answer(false));
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: loopback }, () => server.close(() => resolve(true)));
  });
}
