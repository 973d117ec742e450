import { Command, CommanderError } from 'commander';
import { dataDirOf, loadConfig, type Config } from '../infra/config.ts';
import { loggerOf } from '../infra/logger.ts';
import { openDatabase, openPool } from '../infra/db/database.ts';
import { findSpace } from '../infra/provision.ts';
import type { Space } from '../infra/space.ts';
import { consoleWords } from '../texts/console.ts';
import { startApi } from './api.ts';
import { clientCommands } from './commands.ts';
import { Failure } from './failure.ts';
import { note, printJson } from './output.ts';
import { startProjector } from './projector.ts';
import { rehearseCommand } from './rehearse.ts';
import { serveUntilStopped } from './serve.ts';
import { spaceCommand } from './space.ts';
import { configuredAddresses } from './stack.ts';
import { statusCommand } from './status.ts';
import { upCommand } from './up.ts';
import { bundleOf, installRuntime, startWorker } from './worker.ts';

/** The row of a space tells a process which clock it serves. */
async function spaceNamed(postgres: string, name: string): Promise<Space> {
  const root = openDatabase(openPool(postgres, { max: 1 }));
  const row = await findSpace(root, name).finally(() => root.destroy());
  if (!row) throw new Failure(`There is no space "${name}". Make it with: npx ocop space create ${name}`);
  return { name, kind: row.kind };
}

function processCommands(config: Config): Command[] {
  const serving = (name: string) => new Command(name).option('--space <name>', 'the space to serve', 'main');
  return [
    serving('worker').description('decide and append for one space; any number may run').addHelpText('after', '\nExample:\n  npx ocop worker --space main')
      .action(async ({ space }: { space: string }) => {
        const addresses = configuredAddresses(config);
        installRuntime(config);
        const served = await spaceNamed(addresses.postgres, space);
        process.exitCode = await serveUntilStopped(loggerOf(config, 'worker'), await startWorker(addresses, served, await bundleOf(config)));
      }),
    serving('projector').description('keep the views of one space; any number may run').addHelpText('after', '\nExample:\n  npx ocop projector --space main')
      .action(async ({ space }: { space: string }) => {
        const addresses = configuredAddresses(config);
        const log = loggerOf(config, 'projector');
        process.exitCode = await serveUntilStopped(log, await startProjector(addresses, await spaceNamed(addresses.postgres, space), log));
      }),
    new Command('api').description('serve the HTTP API of all spaces; any number may run').addHelpText('after', '\nExample:\n  OCOP_API_PORT=18081 npx ocop api')
      .action(async () => {
        const log = loggerOf(config, 'api');
        process.exitCode = await serveUntilStopped(log, await startApi(configuredAddresses(config), config, log));
      }),
  ];
}

async function main(): Promise<void> {
  const config = loadConfig();
  const program = new Command('ocop').description(consoleWords[config.OCOP_LANGUAGE].about).version('0.1.0').exitOverride().showHelpAfterError();
  const all = [upCommand(config), ...processCommands(config), statusCommand(config), ...clientCommands(config), rehearseCommand(config), spaceCommand(config)];
  for (const command of all) program.addCommand(command.exitOverride());
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = codeOf(error);
    if (error instanceof Failure && error.problem !== undefined && process.argv.includes('--json')) printJson(error.problem);
    else if (!(error instanceof CommanderError)) note(error instanceof Error ? error.message : String(error));
    if (!(error instanceof Failure || error instanceof CommanderError)) note(`${dataDirOf(config)}/logs`);
  }
}
const codeOf = (error: unknown): number =>
  (error instanceof Failure ? error.exitCode : error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : 1);

await main();
process.exit();   // connections of a library that will not end must not keep a finished command alive
