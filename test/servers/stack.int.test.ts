import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Connection } from '@temporalio/client';
import { afterAll, expect, test } from 'vitest';
import { environment } from '../../infra/config.ts';
import { defaultCacheDir } from '../../infra/servers/find.ts';
import { checkNats } from '../../infra/servers/nats.ts';
import { removeDataFolder } from '../../infra/servers/postgres-home.ts';
import { withClient } from '../../infra/servers/postgres.ts';
import { until } from '../../infra/servers/progress.ts';
import { startStack } from '../../infra/servers/stack.ts';
import type { Stack, StackOptions } from '../../infra/servers/stack.ts';
import { childrenOf, commandOf, isRunning, listenAddresses } from './processes.ts';

// Mode 0700: run as root, this is the folder which the user postgres cannot enter.
const dataDir = mkdtempSync(join(tmpdir(), 'ocop-stack-'));
const minuteMs = 60_000;
// Without a cache of binaries the first test builds them.
const buildMs = 30 * minuteMs;
const holders: number[] = [];

afterAll(() => {
  for (const pid of holders.filter(isRunning)) process.kill(pid, 'SIGKILL');
  removeDataFolder(dataDir);
});

const start = (more: Partial<StackOptions> = {}): Promise<Stack> =>
  startStack({ dataDir, cacheDir: defaultCacheDir(environment()), environment: environment(), forTests: true, durable: false, ...more });

test('a first start brings the pinned versions, on the loopback only, and its stop leaves no process', { timeout: buildMs }, async () => {
  const before = childrenOf(process.pid);
  const stack = await start({ withUi: true });
  const servers = pidsOnFile();

  expect(servers.map(({ name }) => name).toSorted()).toEqual(['nats', 'postgres', 'temporal', 'temporal-ui']);
  expect(await checkNats(stack.nats.monitorUrl)).toBe('2.15.2');
  expect(await temporalVersion(stack)).toBe('1.32.1');
  expect(await askDatabase(stack.postgres.url, 'SHOW data_checksums')).toEqual({ data_checksums: 'on' });
  expect((await fetch(stack.ui?.url ?? '')).status).toBe(200);
  for (const { pid } of servers) expect(new Set(listenAddresses(pid))).toEqual(new Set(['0100007F']));

  await askDatabase(stack.postgres.url, 'CREATE TABLE kept AS SELECT 1 AS answer');
  await stack.stop();
  expect(servers.filter(({ pid }) => isRunning(pid))).toEqual([]);
  expect(await until(() => childrenOf(process.pid).every((pid) => before.includes(pid)), 5_000)).toBe(true);
  expect(existsSync(join(dataDir, 'pids.json'))).toBe(false);
});

test('a start on existing data is a matter of seconds and finds the data', { timeout: minuteMs }, async () => {
  const startedAt = Date.now();
  const stack = await start();
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(await askDatabase(stack.postgres.url, 'SELECT answer FROM kept')).toEqual({ answer: 1 });
  await expect(start()).rejects.toThrow(/already runs a stack/);
  await stack.stop();
});

test('servers that run elsewhere are used and not stopped', { timeout: minuteMs }, async () => {
  const stack = await start();
  const external = {
    postgres: stack.postgres.url,
    nats: stack.nats.url,
    natsMonitor: stack.nats.monitorUrl,
    temporal: stack.temporal.address,
  };
  const guest = await start({ dataDir: join(dataDir, 'guest'), external });
  expect(guest.choices.map(({ kind }) => kind)).toEqual(['external', 'external', 'external']);
  expect(JSON.stringify(guest.choices)).not.toContain(new URL(stack.postgres.url).password);
  await guest.stop();
  expect(pidsOnFile().every(({ pid }) => isRunning(pid))).toBe(true);
  await expect(start({ dataDir: join(dataDir, 'guest'), external: { nats: stack.nats.url } })).rejects.toThrow(/monitoring address/);
  await stack.stop();
});

test('a server that ends unasked is reported', { timeout: minuteMs }, async () => {
  const ended: string[] = [];
  const stack = await start({ onExit: (name) => ended.push(name) });
  process.kill(pidsOnFile().find(({ name }) => name === 'nats')?.pid ?? 0, 'SIGKILL');
  expect(await until(() => ended.length > 0, 5_000)).toBe(true);
  await stack.stop();
  expect(ended).toEqual(['nats']);
});

test('after kill -9 of the parent no child lives for ten seconds, and the next start succeeds', { timeout: minuteMs }, async () => {
  const holder = await hold();
  const children = childrenOf(holder);
  expect(children.length).toBeGreaterThanOrEqual(4); // Three servers and the guard.
  process.kill(holder, 'SIGKILL');
  expect(await until(() => !children.some(isRunning), 10_000)).toBe(true);
  await startAndStop();
});

test('even if the guard is killed too, the next start ends what was left and succeeds', { timeout: minuteMs }, async () => {
  const holder = await hold();
  const children = childrenOf(holder);
  const guard = children.find((pid) => commandOf(pid).includes('guard.mjs')) ?? 0;
  process.kill(guard, 'SIGKILL');
  process.kill(holder, 'SIGKILL');
  await until(() => !isRunning(holder), 5_000);
  const servers = children.filter((pid) => pid !== guard);
  expect(servers.every(isRunning)).toBe(true);
  await startAndStop();
  expect(servers.some(isRunning)).toBe(false);
});

test('after kill -9 of everything at once, as in a power cut, the next start succeeds', { timeout: minuteMs }, async () => {
  const holder = await hold();
  const all = [...childrenOf(holder), holder];
  for (const pid of all) process.kill(pid, 'SIGKILL');
  await until(() => !all.some(isRunning), 5_000);
  await startAndStop();
});

async function hold(): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-stack.ts'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.pid === undefined) throw new Error('hold-stack.ts could not be started');
  holders.push(child.pid);
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(child.exitCode).toBeNull();
  return child.pid;
}

async function startAndStop(): Promise<void> {
  const stack = await start();
  expect(await askDatabase(stack.postgres.url, 'SELECT answer FROM kept')).toEqual({ answer: 1 });
  expect(await temporalVersion(stack)).toBe('1.32.1');
  await stack.stop();
}

function pidsOnFile(): { name: string; pid: number }[] {
  return JSON.parse(readFileSync(join(dataDir, 'pids.json'), 'utf8')) as { name: string; pid: number }[];
}

async function temporalVersion({ temporal }: Stack): Promise<string> {
  const connection = await Connection.connect({ address: temporal.address });
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  await connection.close();
  return serverVersion;
}

async function askDatabase(url: string, sql: string): Promise<unknown> {
  return withClient(url, async (client) => ((await client.query(sql)).rows as unknown[])[0]);
}
