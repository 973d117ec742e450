import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { root } from './house.ts';

const pinned = z.record(z.string(), z.string());
const manifest = z.object({
  dependencies: pinned,
  devDependencies: pinned,
  optionalDependencies: pinned,
  allowScripts: z.record(z.string(), z.boolean()),
});
/** npm writes one name as a text when the package does. */
const several = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  optional: z.boolean().optional(),
  os: several.optional(),
  cpu: several.optional(),
  libc: several.optional(),
  hasInstallScript: z.boolean().optional(),
});
type Entry = z.infer<typeof entry>;
const parse = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { packages } = z.object({ packages: z.record(z.string(), entry) }).parse(parse('package-lock.json'));
const records = Object.entries(packages).filter(([name]) => name !== '');

/** npm would not install this here: on glibc Linux, on either processor that we ship for. */
const isForeign = ({ os = ['linux'], cpu = ['x64', 'arm64'], libc = ['glibc'] }: Entry): boolean =>
  !os.includes('linux') || !(cpu.includes('x64') || cpu.includes('arm64')) || !libc.includes('glibc');
const isUnchecked = (each: Entry): boolean => each.integrity === undefined && !(each.optional === true && isForeign(each));

test('the lock file has a record for every platform', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'scripts/lock-platforms.mjs'), '--check', join(root, 'package-lock.json')],
    { encoding: 'utf8' },
  );
  expect({ status, says: stdout.trim() }).toEqual({ status: 0, says: 'missing: 0' });
});

test('whatever may be installed here is checked by its hash', () => {
  expect(records.length).toBeGreaterThan(100);
  expect(records.filter(([, each]) => isUnchecked(each)).map(([name]) => name)).toEqual([]);
});

test.each([
  ['one of our own platform', { optional: true, os: ['linux'], cpu: ['arm64'] }],
  ['one that is not optional', { os: ['darwin'] }],
  ['one that names no platform', { optional: true }],
])('a record without hash is noticed: %s', (_, each: Entry) => {
  expect(isUnchecked(each)).toBe(true);
});

test('packages come from the public registry, whatever mirror wrote the file', () => {
  expect(
    records.map(([, { resolved }]) => resolved).filter((from) => from !== undefined && !from.startsWith('https://registry.npmjs.org/')),
  ).toEqual([]);
});

test('our own dependencies are pinned', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(parse('package.json'));
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(all.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
});

test('who wants to run a script at installation has been judged', () => {
  const { allowScripts } = manifest.parse(parse('package.json'));
  const wanting = records
    .filter(([, each]) => each.hasInstallScript === true && !isForeign(each))
    .map(([name]) => name.split('node_modules/').at(-1) ?? '');
  expect(wanting.filter((name) => !(name in allowScripts))).toEqual([]);
});
