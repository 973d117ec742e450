import { Command } from 'commander';
import { dataDirOf, type Config } from '../infra/config.ts';
import { findRun } from '../infra/run-file.ts';
import { casesOf, rehearse } from './rehearsing.ts';
import { withStack } from './up.ts';

export const rehearseCommand = (config: Config): Command =>
  new Command('rehearse')
    .argument('<files...>', 'case files (YAML)')
    .description('play stories on the real engine, in a rehearsal space of their own; exit 1 on any difference')
    .option('--json', 'one JSON object a line', false)
    .option('--space <name>', 'the name of the space to make')
    .option('--keep', 'keep the space to look at it', false)
    .addHelpText('after', '\nExample:\n  npx ocop rehearse examples/*.yaml --keep')
    .action(async (files: string[], options: { json: boolean; keep: boolean; space?: string }) => {
      const cases = casesOf(config, files);
      const work = () => rehearse(config, cases, options);
      const isOk = findRun(dataDirOf(config)) ? await work() : await withStack(config, work);
      process.exitCode = isOk ? 0 : 1;
    });
