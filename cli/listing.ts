import { Command } from 'commander';

/** Every command that asks the API names its space and may answer for machines. */
export interface Shown { space: string; json: boolean }
export const listing = (name: string, example: string) => new Command(name)
  .option('--space <name>', 'the space to ask', 'main').option('--json', 'for machines', false).addHelpText('after', `\nExample:\n  ${example}`);
export const query = (options: Readonly<Record<string, unknown>>, names: readonly string[]): string => {
  const given = new URLSearchParams();
  for (const name of names) if (options[name] !== undefined) given.set(name, String(options[name]));
  return given.size === 0 ? '' : `?${given.toString()}`;
};

