import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { environment } from '../../infra/config.ts';
import { Child } from '../../infra/servers/child.ts';
import { defaultCacheDir, findBinaries } from '../../infra/servers/find.ts';
import { startGuard } from '../../infra/servers/guard.ts';
import { checkNats } from '../../infra/servers/nats.ts';
import { freePorts, isListening } from '../../infra/servers/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-nats-'));
const guard = startGuard(join(folder, 'pids.json'));
afterAll(() => {
  guard.close();
  rmSync(folder, { recursive: true });
});

const startWith = async (name: string, jetStream: string): Promise<{ child: Child; monitorUrl: string }> => {
  const {
    'nats-server': { where },
  } = await findBinaries(['nats-server'], { cacheDir: defaultCacheDir(environment()), environment: environment() });
  const [port = 0, monitor = 0] = await freePorts(2);
  const config = join(folder, `${name}.conf`);
  writeFileSync(config, `listen: "127.0.0.1:${port}"\nhttp: "127.0.0.1:${monitor}"\n${jetStream}\n`);
  const child = await Child.start({
    name,
    command: where,
    args: ['-c', config],
    env: {},
    logFile: join(folder, `${name}.log`),
    guard,
    ready: async () => (await isListening(port)) && isListening(monitor),
  });
  return { child, monitorUrl: `http://127.0.0.1:${monitor}` };
};

test('the server of the log writes to disk before it answers', async () => {
  expect(await checkNats(inject('stack').natsMonitor)).toMatch(/^\d+\.\d+\.\d+$/);
});

test.for([
  ['delayed', `jetstream { store_dir: ${JSON.stringify(join(folder, 'store'))} }`],
  ['none', ''],
] as const)('a server that answers before it has written is refused (%s)', async ([name, jetStream]) => {
  const { child, monitorUrl } = await startWith(name, jetStream);
  await expect(checkNats(monitorUrl)).rejects.toThrow('sync_interval: always');
  await child.stop();
});

test('a server that does not answer is told as such', async () => {
  await expect(checkNats('http://127.0.0.1:9')).rejects.toThrow('does not answer');
});
