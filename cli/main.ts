import { Command, CommanderError } from 'commander';
import { readConfig, type Config } from '../infra/config.ts';
import { consoleWords } from '../texts/console.ts';
import { Failure, type ExitCode } from './failure.ts';
import { note, printJson } from './output.ts';

/** Each command is loaded when it is asked for: a listing need not load what runs workflows. */
const commands: Readonly<Record<string, (config: Config) => Promise<Command>>> = {
  'up': async (config) => (await import('./up.ts')).upCommand(config),
  'worker': async (config) => (await import('./process-commands.ts')).workerCommand(config),
  'projector': async (config) => (await import('./process-commands.ts')).projectorCommand(config),
  'api': async (config) => (await import('./process-commands.ts')).apiCommand(config),
  'status': async (config) => (await import('./status.ts')).statusCommand(config),
  'open-cycle': async (config) => (await import('./sending.ts')).openCycleCommand(config),
  'cycle': async (config) => (await import('./cycle.ts')).cycleCommand(config),
  'worklist': async (config) => (await import('./listings.ts')).worklistCommand(config),
  'products': async (config) => (await import('./listings.ts')).productsCommand(config),
  'product': async (config) => (await import('./listings.ts')).productCommand(config),
  'command': async (config) => (await import('./sending.ts')).commandCommand(config),
  'signal': async (config) => (await import('./sending.ts')).signalCommand(config),
  'take-over': async (config) => (await import('./take-over.ts')).takeOverCommand(config),
  'reconcile': async (config) => (await import('./reconcile.ts')).reconcileCommand(config),
  'certificates': async (config) => (await import('./listings.ts')).certificatesCommand(config),
  'rehearse': async (config) => (await import('./rehearse.ts')).rehearseCommand(config),
  'space': async (config) => (await import('./space.ts')).spaceCommand(config),
};

async function main(): Promise<void> {
  const read = readConfig();
  if ('config' in read) return run(read.config);
  for (const fault of read.faults) note(fault);
  for (const { wrongConfig } of Object.values(consoleWords)) note(wrongConfig);
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  const program = new Command('ocop')
    .description(consoleWords[config.OCOP_LANGUAGE].about)
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError();
  const asked = process.argv[2] ?? '';
  for (const name of Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands)) {
    const command = await commands[name]?.(config);
    if (command) program.addCommand(command.exitOverride());
  }
  await program.parseAsync().catch(fail);
}

function fail(error: unknown): void {
  process.exitCode = codeOf(error);
  if (error instanceof CommanderError) return; // it has said it itself
  if (error instanceof Failure && error.problem !== undefined && process.argv.includes('--json')) printJson(error.problem);
  else note(error instanceof Error ? error.message : String(error));
}
function codeOf(error: unknown): ExitCode {
  if (error instanceof Failure) return error.exitCode;
  if (!(error instanceof CommanderError)) return 1;
  return error.exitCode === 0 ? 0 : 2; // 0: help or the version was asked for
}

await main();
process.exit(); // connections of a library that will not end must not keep a finished command alive
