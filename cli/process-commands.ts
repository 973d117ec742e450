import { Command } from 'commander';
import { openDatabase, openPool } from '../infra/db/database.ts';
import type { Config } from '../infra/config.ts';
import { loggerOf } from '../infra/logger.ts';
import { findSpace } from '../infra/provision.ts';
import type { Space } from '../infra/space.ts';
import { consoleWords } from '../texts/console.ts';
import { Failure } from './failure.ts';
import { serveUntilStopped } from './serve.ts';
import { configuredAddresses } from './stack.ts';

/** The row of a space tells a process which clock it serves. */
async function spaceNamed(config: Config, name: string): Promise<Space> {
  const root = openDatabase(openPool(configuredAddresses(config).postgres, { max: 1 }));
  const row = await findSpace(root, name);
  await root.destroy();
  if (!row) throw new Failure(consoleWords[config.OCOP_LANGUAGE].noSuchSpace(name));
  return { name, kind: row.kind, namespace: row.namespace };
}
const forMachines = ['--json', 'log lines as JSON instead of text', false] as const;
const serving = (name: string, does: string) =>
  new Command(name)
    .option('--space <name>', 'the space to serve', 'main')
    .option(...forMachines)
    .description(does)
    .addHelpText('after', `\nExample:\n  npx ocop ${name} --space main --json`);
interface Serving {
  space: string;
  json: boolean;
}

/** What each process loads is its own: the API needs no Temporal worker. */
export const workerCommand = (config: Config): Command =>
  serving('worker', 'decide and append for one space; any number may run').action(async ({ space, json }: Serving) => {
    const addresses = configuredAddresses(config);
    const { bundleOf, installRuntime, startWorker } = await import('./worker.ts');
    installRuntime(loggerOf(config, 'temporal', { json }));
    const served = await spaceNamed(config, space);
    const log = loggerOf(config, 'worker', { json });
    const worker = await startWorker(addresses, served, { workflowBundle: await bundleOf(config), logger: log });
    log.info({ space }, 'serving');
    process.exitCode = await serveUntilStopped(log, worker);
  });
export const projectorCommand = (config: Config): Command =>
  serving('projector', 'keep the views of one space; any number may run').action(async ({ space, json }: Serving) => {
    const addresses = configuredAddresses(config);
    const { startProjector } = await import('./projector.ts');
    const log = loggerOf(config, 'projector', { json });
    process.exitCode = await serveUntilStopped(log, await startProjector(addresses, await spaceNamed(config, space), log));
  });
export const apiCommand = (config: Config): Command =>
  new Command('api')
    .option('--space <name...>', 'serve these spaces alone; without it, all')
    .option(...forMachines)
    .description('serve the HTTP API; any number may run')
    .addHelpText('after', '\nExample:\n  OCOP_API_PORT=18081 npx ocop api --space main')
    .action(async ({ space: only, json }: { space?: string[]; json: boolean }) => {
      const addresses = configuredAddresses(config);
      for (const name of only ?? []) await spaceNamed(config, name);
      const { startApi } = await import('./api.ts');
      const log = loggerOf(config, 'api', { json });
      process.exitCode = await serveUntilStopped(log, await startApi(addresses, { config, only }, log));
    });
