import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../scripts/sources.ts';

export const root = join(import.meta.dirname, '../..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface Page {
  path: string;
  text: string;
}
export const pages: readonly Page[] = filesOf(root)
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: read(path) }));

/** The text outside fenced blocks: what stands inside them is code of its own kind. */
export const proseOf = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '');

/** Fenced blocks of a language. */
export const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].filter(([, named]) => named === language).map(([, , block = '']) => block);

/** The cells of every row of a table; the head and the line below it are left out. */
export const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line, index, all) => line.startsWith('|') && !line.startsWith('|-') && all[index + 1]?.startsWith('|-') !== true)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

export const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
