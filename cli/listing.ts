import { Command } from 'commander';

/** Every command that asks the API names its space and may answer for machines. */
export interface Shown {
  space: string;
  json: boolean;
}
export const listing = (name: string, example: string) =>
  new Command(name)
    .option('--space <name>', 'the space to ask', 'main')
    .option('--json', 'for machines', false)
    .addHelpText('after', `\nExample:\n  ${example}`);
/** What an option of the line may hold; a number of rows comes as its text. */
export type Filters = Readonly<Record<string, string | boolean | undefined>>;
export const query = (options: Filters, names: readonly string[]): string => {
  const given = new URLSearchParams();
  for (const name of names) if (typeof options[name] === 'string') given.set(name, options[name]);
  return given.size === 0 ? '' : `?${given.toString()}`;
};
