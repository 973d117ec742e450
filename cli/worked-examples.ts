import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Config } from '../infra/config.ts';
import { findSpace } from '../infra/provision.ts';
import type { WantedSpace } from '../infra/space.ts';
import type { ConsoleWords } from '../texts/console.ts';
import { note } from './output.ts';
import { casesOf, rehearseIn } from './rehearsing.ts';
import { digestOf, type Running } from './stack.ts';

export const examplesSpace: WantedSpace = { name: 'vi-du', kind: 'rehearsal' };
const exampleFiles = (): string[] =>
  readdirSync(join(root, 'examples'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(root, 'examples', file));
const digestOfExamples = (): string => digestOf(exampleFiles());
/** Played again when the set has changed or was never played to its end. */
export const isStale = async ({ servers }: Running): Promise<boolean> =>
  (await findSpace(servers.root, examplesSpace.name))?.digest !== digestOfExamples();

export async function play({ servers }: Running, config: Config, words: ConsoleWords): Promise<void> {
  const files = exampleFiles();
  note(words.playing(files.length));
  const begun = Date.now();
  const isOk = await rehearseIn(config, examplesSpace.name, casesOf(config, files));
  note(isOk ? words.played(Math.round((Date.now() - begun) / 1000)) : words.examplesFailed);
  if (isOk) await servers.root.updateTable('space').set({ digest: digestOfExamples() }).where('name', '=', examplesSpace.name).execute();
}
