import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaries, fits } from './binaries.ts';
import { Child } from './child.ts';
import type { Exit } from './child.ts';
import type { Guard } from './guard.ts';
import { isListening } from './ports.ts';

export type NatsOptions = {
  dataDir: string;
  binary: string;
  port: number;
  httpPort: number;
  guard: Guard;
  onExit?: (exit: Exit) => void;
};

export type Nats = { child: Child; version: string; url: string; monitorUrl: string };

export async function startNats(options: NatsOptions): Promise<Nats> {
  const storeDir = join(options.dataDir, 'nats');
  const configFile = join(options.dataDir, 'nats.conf');
  const monitorUrl = `http://127.0.0.1:${options.httpPort}`;
  mkdirSync(storeDir, { recursive: true, mode: 0o700 });
  writeFileSync(configFile, config(options, storeDir), { mode: 0o600 });
  const child = await Child.start({
    name: 'nats',
    command: options.binary,
    args: ['-c', configFile],
    env: {},
    logFile: join(options.dataDir, 'logs', 'nats.log'),
    guard: options.guard,
    ready: async () => (await isListening(options.port)) && (await isHealthy(monitorUrl)),
    readyWithinMs: 120_000, // With a large store it reads every block first.
    ...(options.onExit === undefined ? {} : { onExit: options.onExit }),
  });
  try {
    return { child, version: await checkNats(monitorUrl), url: `nats://127.0.0.1:${options.port}`, monitorUrl };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/** A log that may forget what it acknowledged is no log: the server must be new enough and write to disk before it answers. */
export async function checkNats(monitorUrl: string): Promise<string> {
  const { version } = await ask<{ version?: string }>(monitorUrl, '/varz');
  const wanted = binaries['nats-server'].wanted;
  if (version === undefined || !fits('nats-server', version)) {
    throw new Error(`The NATS server at ${monitorUrl} is version ${version ?? 'unknown'}; ${wanted} is needed. Install that version.`);
  }
  const { config: settings } = await ask<{ config?: { sync_always?: boolean } }>(monitorUrl, '/jsz?config=true');
  if (settings?.sync_always !== true) {
    throw new Error(
      `The NATS server at ${monitorUrl} has no JetStream that writes to disk before it answers. ` +
        'Write "jetstream { sync_interval: always }" in its configuration and restart it.',
    );
  }
  return version;
}

function config({ port, httpPort }: NatsOptions, storeDir: string): string {
  return [
    'server_name: ocop',
    `listen: "127.0.0.1:${port}"`,
    `http: "127.0.0.1:${httpPort}"`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(storeDir)}`,
    '  sync_interval: always',
    '}',
    '',
  ].join('\n');
}

async function ask<T>(monitorUrl: string, path: string): Promise<T> {
  try {
    const response = await fetch(new URL(path, monitorUrl), { signal: AbortSignal.timeout(5_000) });
    return (await response.json()) as T;
  } catch (error) {
    throw new Error(`The monitoring port of NATS at ${monitorUrl} does not answer. Check the address and the server's "http" setting.`, {
      cause: error,
    });
  }
}

async function isHealthy(monitorUrl: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/healthz', monitorUrl), { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
