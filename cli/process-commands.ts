import { Command } from 'commander';
import { openDatabase, openPool } from '../infra/db/database.ts';
import type { Config } from '../infra/config.ts';
import { loggerOf } from '../infra/logger.ts';
import { findSpace } from '../infra/provision.ts';
import type { Space } from '../infra/space.ts';
import { Failure } from './failure.ts';
import { serveUntilStopped } from './serve.ts';
import { configuredAddresses } from './stack.ts';

/** The row of a space tells a process which clock it serves. */
async function spaceNamed(postgres: string, name: string): Promise<Space> {
  const root = openDatabase(openPool(postgres, { max: 1 }));
  const row = await findSpace(root, name);
  await root.destroy();
  if (!row) throw new Failure(`There is no space "${name}". Make it with: npx ocop space create ${name}`);
  return { name, kind: row.kind, namespace: row.namespace };
}
const serving = (name: string, does: string) =>
  new Command(name)
    .option('--space <name>', 'the space to serve', 'main')
    .description(does)
    .addHelpText('after', `\nExample:\n  npx ocop ${name} --space main`);

/** What each process loads is its own: the API needs no Temporal worker. */
export const workerCommand = (config: Config): Command =>
  serving('worker', 'decide and append for one space; any number may run').action(async ({ space }: { space: string }) => {
    const addresses = configuredAddresses(config);
    const { bundleOf, installRuntime, startWorker } = await import('./worker.ts');
    installRuntime(config);
    const served = await spaceNamed(addresses.postgres, space);
    const log = loggerOf(config, 'worker');
    const worker = await startWorker(addresses, served, await bundleOf(config));
    log.info({ space }, 'serving');
    process.exitCode = await serveUntilStopped(log, worker);
  });
export const projectorCommand = (config: Config): Command =>
  serving('projector', 'keep the views of one space; any number may run').action(async ({ space }: { space: string }) => {
    const addresses = configuredAddresses(config);
    const { startProjector } = await import('./projector.ts');
    const log = loggerOf(config, 'projector');
    process.exitCode = await serveUntilStopped(log, await startProjector(addresses, await spaceNamed(addresses.postgres, space), log));
  });
export const apiCommand = (config: Config): Command =>
  new Command('api')
    .description('serve the HTTP API of all spaces; any number may run')
    .addHelpText('after', '\nExample:\n  OCOP_API_PORT=18081 npx ocop api')
    .action(async () => {
      const { startApi } = await import('./api.ts');
      const log = loggerOf(config, 'api');
      process.exitCode = await serveUntilStopped(log, await startApi(configuredAddresses(config), config, log));
    });
