import { expect, test } from 'vitest';
import { run, withPlanted } from './planted.ts';
import { root } from './house.ts';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

interface Leak {
  what: string;
  code: string;
  text: string;
}
const leaks: Leak[] = [
  { what: 'process', code: 'TS2591', text: `export const a = process.pid;\n` },
  { what: 'fetch', code: 'TS2304', text: `export const a = fetch('http://localhost');\n` },
  { what: 'setTimeout', code: 'TS2304', text: `export const a = setTimeout(() => undefined, 1);\n` },
  { what: 'crypto', code: 'TS2304', text: `export const a = crypto.randomUUID();\n` },
  { what: 'console', code: 'TS2584', text: `console.log('a');\nexport const a = 1;\n` },
  { what: 'node:fs', code: 'TS2591', text: `import { readFileSync } from 'node:fs';\nexport const a = readFileSync('a');\n` },
  { what: 'a foreign layer', code: 'TS6307', text: `import { sleep } from '../infra/sleep-1.ts';\nexport const a = sleep;\n` },
  { what: 'a foreign type', code: 'TS6307', text: `import type { Sleep } from '../infra/sleep-2.ts';\nexport const a: Sleep = 1;\n` },
  { what: 'a foreign layer, later', code: 'TS6307', text: `export const a = () => import('../infra/sleep-3.ts');\n` },
  { what: 'an enum', code: 'TS1294', text: `export enum Level { commune }\n` },
];
const pure = ['domain', 'workflows'] as const;
const fileOf = (layer: string, index: number) => `${layer}/leak-${index}.ts`;

/** Both pure layers with the settings of our own, another layer that they do not refer to, and each leak in a file of its own. */
const files = Object.fromEntries(pure.flatMap((layer) => leaks.map(({ text }, index) => [fileOf(layer, index), text])));
// Three, for the compiler names a foreign file once.
const foreign = Object.fromEntries([1, 2, 3].map((n) => [`infra/sleep-${n}.ts`, `export const sleep = 1;\nexport type Sleep = 1;\n`]));
const innocent = { 'domain/innocent.ts': `export const twice = (points: number): number => 2 * points;\n` };
const says = withPlanted({ ...files, ...foreign, ...innocent }, (folder) => {
  for (const layer of pure) cpSync(join(root, layer, 'tsconfig.json'), join(folder, layer, 'tsconfig.json'));
  return pure.map((layer) => run('tsc', ['-p', layer], folder).says).join('\n');
});

test.each(pure.flatMap((layer) => leaks.map(({ what, code }, index) => ({ what, code, layer, file: fileOf(layer, index) }))))(
  '$what does not compile in $layer ($code)',
  ({ code, file }) => {
    expect(says.split('\n').filter((line) => line.startsWith(`${file}(`) && line.includes(code))).not.toEqual([]);
  },
);

test('a pure file compiles', () => {
  expect(says).not.toContain('innocent');
});
