import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { blocksOf, codeIn, pages, proseOf, read, root } from './pages.ts';

const readme = read('README.md');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

/** What a page tells a person to type: its shell blocks, and `npm …` and `npx ocop …` in a sentence. */
const commandsIn = (text: string): string[] =>
  [
    ...blocksOf(text, 'sh').flatMap((block) => block.replaceAll('\\\n', ' ').split('\n')),
    ...codeIn(proseOf(text)).filter((code) => /^(?:npm|npx|ocop) /.test(code)),
  ]
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const ocop = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/ocop.mjs'), ...words, '--help'], { encoding: 'utf8' }).stdout;
const helps = new Map<string, string>();
/** The help of a command, and of the command below it; asked once. */
const helpOf = (words: readonly string[]) => {
  const key = words.join(' ');
  const known = helps.get(key) ?? ocop(...words);
  helps.set(key, known);
  return known;
};
const listedIn = (help: string) => [...help.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name);

const faultOf = (line: string): string | undefined => {
  const words = line.replace(/^(?:[A-Z_]+=\S+ )*(?:npx )?/, '').split(/\s+/);
  if (words[0] === 'npm') {
    const name = words[1] === 'run' ? words[2] : words[1];
    return name === 'ci' || (name !== undefined && Object.hasOwn(scripts, name)) ? undefined : `${line}: there is no script ${name}`;
  }
  if (words[0] !== 'ocop') return undefined;
  const [name = '', below = ''] = words.slice(1);
  if (!listedIn(helpOf([])).includes(name)) return `${line}: there is no command ${name}`;
  const path = listedIn(helpOf([name])).includes(below) ? [name, below] : [name];
  const unknown = words
    .filter((word) => word.startsWith('--'))
    .map((word) => word.split('=')[0] ?? '')
    .filter((option) => !helpOf(path).includes(option));
  return unknown.length === 0 ? undefined : `${line}: no option ${unknown.join(', ')}`;
};

test('the README is read in one sitting', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(150);
});

test('every command that a page names can be typed', { timeout: 180_000 }, () => {
  expect(commandsIn(readme).length).toBeGreaterThan(3);
  expect(
    pages
      .flatMap(({ path, text }) => commandsIn(text).map((line) => ({ path, fault: faultOf(line) })))
      .filter(({ fault }) => fault !== undefined),
  ).toEqual([]);
});

test('planted faults are seen', { timeout: 120_000 }, () => {
  expect(faultOf('npm run no-such-script')).toBeDefined();
  expect(faultOf('npx ocop no-such-command')).toBeDefined();
  expect(faultOf('npx ocop status --no-such-option')).toBeDefined();
  expect(faultOf('npm test')).toBeUndefined();
});
