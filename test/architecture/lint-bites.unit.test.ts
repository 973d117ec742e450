import { expect, test } from 'vitest';
import { run, withPlanted } from './planted.ts';

/*
 * The linter fails loudly in all cases but one: without `typeAware` its typed rules are skipped, and it says nothing. So planted faults,
 * under our own configuration.
 */

interface Fault {
  rule: string;
  path: string;
  text: string;
}
const faults: Fault[] = [
  {
    rule: 'typescript(no-floating-promises)',
    path: 'api/a.ts',
    text: `const save = (): Promise<number> => Promise.resolve(1);\nexport const answer = () => {\n  save();\n};\n`,
  },
  {
    rule: 'typescript(no-misused-promises)',
    path: 'workflows/a.ts',
    text: [
      `import * as wf from '@temporalio/workflow';`,
      `const update = wf.defineUpdate<void, [string]>('update');`,
      `const check = (text: string): Promise<void> => (text === '' ? Promise.reject(new Error('empty')) : Promise.resolve());`,
      `export const listen = () => {`,
      `  wf.setHandler(update, () => undefined, { validator: async (text) => { await check(text); } });`,
      `};`,
    ].join('\n'),
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    path: 'texts/a.ts',
    text: `export const say = (level: 'low' | 'high'): string => {\n  switch (level) {\n    case 'low':\n      return 'a';\n  }\n  return 'b';\n};\n`,
  },
  {
    rule: 'typescript(strict-boolean-expressions)',
    path: 'api/a.ts',
    text: `export const say = (points?: number) => (points ? 'some' : 'none');\n`,
  },
  {
    rule: 'typescript(no-unnecessary-condition)',
    path: 'api/a.ts',
    text: `export const size = (text: string) => text?.length;\n`,
  },
  { rule: 'node(no-process-env)', path: 'api/a.ts', text: `export const port = process.env['PORT'];\n` },
  { rule: 'eslint(no-restricted-globals)', path: 'domain/a.ts', text: `export const today = () => new Date(0).toISOString();\n` },
  { rule: 'eslint(no-restricted-globals)', path: 'domain/a.ts', text: `export const now = () => globalThis.Date.now();\n` },
  { rule: 'eslint(no-restricted-properties)', path: 'domain/a.ts', text: `export const dice = () => Math.random();\n` },
  {
    rule: 'eslint(no-restricted-properties)',
    path: 'domain/a.ts',
    text: `export const show = (points: number) => points.toLocaleString();\n`,
  },
  { rule: 'eslint(no-restricted-properties)', path: 'test/a.unit.test.ts', text: `export const dice = () => Math.random();\n` },
  { rule: 'oxc(no-async-await)', path: 'domain/a.ts', text: `export const wait = async () => 1;\n` },
  {
    rule: 'eslint(no-restricted-imports)',
    path: 'workflows/a.ts',
    text: `import { join } from 'node:path';\nexport const a = join('a', 'b');\n`,
  },
  { rule: 'typescript(no-explicit-any)', path: 'api/a.ts', text: `export const a: any = 1;\n` },
  { rule: 'typescript(no-non-null-assertion)', path: 'api/a.ts', text: `export const first = (all: string[]) => all[0]!;\n` },
  { rule: 'eslint(max-lines)', path: 'api/a.ts', text: `export const a = 1;\n${'// more\n'.repeat(251)}` },
  { rule: 'eslint(max-lines-per-function)', path: 'api/a.ts', text: `export const a = () => {\n${"  console.log('');\n".repeat(71)}};\n` },
];

const innocent = { path: 'domain/innocent.ts', text: `export const twice = (points: number): number => 2 * points;\n` };

/** Each fault in a file of its own, all linted at once: the linter starts slower than it works. */
const planted = [...faults, innocent].map(({ path, text }, index) => ({ path: path.replace('/', `/fault-${index}-`), text }));
const tsconfigOf = (layer: string): [string, string] => {
  const types = layer === 'domain' || layer === 'workflows' ? [] : ['node'];
  return [
    `${layer}/tsconfig.json`,
    JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions: { types, outDir: `../.types/${layer}` } }),
  ];
};
const layers = [...new Set(faults.map(({ path }) => path.split('/')[0] ?? ''))];
const files = Object.fromEntries([...planted.map(({ path, text }): [string, string] => [path, text]), ...layers.map(tsconfigOf)]);
const { status, says } = withPlanted(files, (folder) => run('oxlint', ['--format', 'unix', ...layers], folder));

test.each(faults.map(({ rule }, index) => ({ rule, path: planted[index]?.path ?? '' })))(
  'oxlint reports $rule in $path',
  ({ rule, path }) => {
    expect(says.split('\n').filter((line) => line.startsWith(`${path}:`) && line.includes(`[Error/${rule}]`))).not.toEqual([]);
    expect(status).toBe(1);
  },
);

test('oxlint has nothing to say of a file without fault', () => {
  expect(says).not.toContain('innocent');
});
