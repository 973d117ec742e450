import { expect, test } from 'vitest';
import { withPlanted, run, type Outcome } from './planted.ts';
import { root } from './fence.ts';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A layer with the settings of our own, another that it does not refer to, and one file with a fault. */
const compile = (layer: 'domain' | 'workflows', text: string): Outcome =>
  withPlanted({ 'infra/sleep.ts': `export const sleep = 1;\nexport type Sleep = 1;\n`, [`${layer}/a.ts`]: text }, (folder) => {
    mkdirSync(join(folder, 'domain'), { recursive: true });
    for (const each of ['domain', 'workflows']) cpSync(join(root, each, 'tsconfig.json'), join(folder, each, 'tsconfig.json'));
    return run('tsc', ['-p', layer], folder);
  });

const leaks: { what: string; code: string; text: string }[] = [
  { what: 'process', code: 'TS2591', text: `export const a = process.pid;\n` },
  { what: 'fetch', code: 'TS2304', text: `export const a = fetch('http://localhost');\n` },
  { what: 'setTimeout', code: 'TS2304', text: `export const a = setTimeout(() => undefined, 1);\n` },
  { what: 'crypto', code: 'TS2304', text: `export const a = crypto.randomUUID();\n` },
  { what: 'console', code: 'TS2584', text: `console.log('a');\nexport const a = 1;\n` },
  { what: 'node:fs', code: 'TS2591', text: `import { readFileSync } from 'node:fs';\nexport const a = readFileSync('a');\n` },
  { what: 'a foreign layer', code: 'TS6307', text: `import { sleep } from '../infra/sleep.ts';\nexport const a = sleep;\n` },
  { what: 'a foreign type', code: 'TS6307', text: `import type { Sleep } from '../infra/sleep.ts';\nexport const a: Sleep = 1;\n` },
  { what: 'a foreign layer, later', code: 'TS6307', text: `export const a = () => import('../infra/sleep.ts');\n` },
  { what: 'an enum', code: 'TS1294', text: `export enum Level { commune }\n` },
];
const cases = (['domain', 'workflows'] as const).flatMap((layer) => leaks.map((leak) => ({ ...leak, layer })));

test.each(cases)('$what does not compile in $layer ($code)', ({ layer, code, text }) => {
  const { status, says } = compile(layer, text);
  expect(says).toContain(code);
  expect(status).not.toBe(0);
});

test('a pure file compiles', () => {
  expect(compile('domain', `export const a = (points: number): number => 2 * points;\n`)).toEqual({ status: 0, says: '' });
});
