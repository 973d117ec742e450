import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../scripts/lock-platforms.mjs');
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-lock-platforms-'));
  file = join(folder, 'package-lock.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a missing platform gets a record by which npm skips it elsewhere, and a second run adds none', () => {
  write({
    'node_modules/@swc/core': {
      version: '1.2.3',
      optionalDependencies: { '@swc/core-linux-x64-musl': '1.2.3', '@swc/core-darwin-arm64': '1.2.3' },
    },
  });
  expect(run('--check')).toEqual({ status: 1, says: 'missing: 2' });
  expect(packages()).not.toHaveProperty(['node_modules/@swc/core-darwin-arm64']);
  expect(run()).toEqual({ status: 0, says: 'added: 2' });
  expect(packages()).toMatchObject({
    'node_modules/@swc/core-darwin-arm64': { version: '1.2.3', cpu: ['arm64'], os: ['darwin'], optional: true },
    'node_modules/@swc/core-linux-x64-musl': { version: '1.2.3', cpu: ['x64'], os: ['linux'], libc: ['musl'], optional: true },
  });
  expect(run('--check')).toEqual({ status: 0, says: 'missing: 0' });
});

test('another version at the top does not satisfy: the record goes below its parent', () => {
  write({
    'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-win32-x64': '1.0.0' } },
    'node_modules/a-win32-x64': { version: '2.0.0', optional: true },
  });
  run();
  expect(packages()).toMatchObject({ 'node_modules/a/node_modules/a-win32-x64': { version: '1.0.0', os: ['win32'] } });
});

test('a record is for development only as long as every parent is', () => {
  const optionalDependencies = { 'b-aix-ppc64': '1.0.0' };
  write({
    'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies },
    'node_modules/b': { version: '1.0.0', optionalDependencies },
  });
  run();
  expect(packages()['node_modules/b-aix-ppc64']).not.toHaveProperty('dev');
});

test('what names no platform is left to a person', () => {
  write({ 'node_modules/a': { version: '1.0.0', optionalDependencies: { fsevents: '~2.3.0' } } });
  expect(run().status).toBe(1);
});

test("the repository's own lock file is complete", () => {
  const own = join(import.meta.dirname, '../../package-lock.json');
  expect(spawnSync(process.execPath, [script, '--check', own], { encoding: 'utf8' }).stdout.trim()).toBe('missing: 0');
});

function write(content: Record<string, object>): void {
  writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...content } }));
}

function packages(): Record<string, object> {
  return (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, object> }).packages;
}

function run(...words: string[]): { status: number | null; says: string } {
  const { status, stdout } = spawnSync(process.execPath, [script, ...words, file], { encoding: 'utf8' });
  return { status, says: stdout.trim() };
}
