import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Addresses } from '../../infra/config.ts';
import { environment } from '../../infra/config.ts';
import { openDatabase, openPool } from '../../infra/db/database.ts';
import { createArchiver, migrateDatabase } from '../../infra/db/migrate.ts';
import { defaultCacheDir } from '../../infra/servers/find.ts';
import { removeDataFolder } from '../../infra/servers/postgres-home.ts';
import { startStack } from '../../infra/servers/stack.ts';
import { bundle } from '../../infra/temporal/worker.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    stack: Addresses;
    bundlePath: string;
    seed: number;
  }
}

/** One stack and one bundle, on ports and data of its own. Nothing is left behind. */
export async function startShared(): Promise<{ stack: Addresses; bundlePath: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-test-'));
  const bundling = bundle();
  const stack = await startStack({
    dataDir,
    cacheDir: defaultCacheDir(environment()),
    environment: environment(),
    forTests: true,
    durable: false,
    progress: ({ step, elapsedMs, detail = '' }) => {
      console.error(`… ${step} (${Math.round(elapsedMs / 1000)} s) ${detail}`);
    },
  });
  const admin = openDatabase(openPool(stack.postgres.adminUrl ?? stack.postgres.url, { max: 1 }));
  await createArchiver(admin, decodeURIComponent(new URL(stack.postgres.url).username));
  await admin.destroy();
  const root = openDatabase(openPool(stack.postgres.url, { max: 1 }));
  await migrateDatabase(root);
  await root.destroy();
  const bundlePath = join(dataDir, 'workflows.js');
  writeFileSync(bundlePath, (await bundling).code);
  return {
    stack: { postgres: stack.postgres.url, nats: stack.nats.url, natsMonitor: stack.nats.monitorUrl, temporal: stack.temporal.address },
    bundlePath,
    stop: async () => {
      await stack.stop();
      removeDataFolder(dataDir);
    },
  };
}

/** For the whole run; each test file makes its spaces on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stack, bundlePath, stop } = await startShared();
  project.provide('stack', stack);
  project.provide('bundlePath', bundlePath);
  project.provide('seed', project.config.sequence.seed);
  return stop;
}
