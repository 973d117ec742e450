import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cachePath, pinnedVersion } from '../../infra/servers/build.ts';
import { findBinaries } from '../../infra/servers/find.ts';
import type { Choice, FindOptions } from '../../infra/servers/find.ts';

let folder = '';
let path = '';
let cacheDir = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-find-'));
  path = join(folder, 'path');
  cacheDir = join(folder, 'cache');
  mkdirSync(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a configured path is taken before one on PATH', async () => {
  const mine = program(join(folder, 'mine'), 'nats-server: v2.16.0');
  program(join(path, 'nats-server'), 'nats-server: v2.15.2');
  expect(await findNats({ binaries: { 'nats-server': mine } })).toEqual({
    name: 'nats-server',
    kind: 'configured',
    where: mine,
    version: '2.16.0',
  });
});

test('a configured path that does not fit is refused, not passed over', async () => {
  const mine = program(join(folder, 'mine'), 'nats-server: v2.10.27');
  program(join(path, 'nats-server'), 'nats-server: v2.15.2');
  await expect(findNats({ binaries: { 'nats-server': mine } })).rejects.toThrow(/OCOP_NATS_SERVER names .* 2\.10\.27; 2\.15\.1 or newer/);
  await expect(findNats({ binaries: { 'nats-server': join(folder, 'absent') } })).rejects.toThrow(/does not run/);
});

test('a fitting one on PATH is taken before the cache, an old one is passed over', async () => {
  const inCache = program(cachePath('nats-server', cacheDir), 'unused');
  const old = program(join(path, 'nats-server'), 'nats-server: v2.9.10');
  expect(await findNats()).toMatchObject({ kind: 'cache', where: inCache, version: pinnedVersion('nats-server') });
  program(old, 'nats-server: v2.15.1');
  expect(await findNats()).toMatchObject({ kind: 'path', where: old, version: '2.15.1' });
});

test('Temporal on PATH must be of the very minor version', async () => {
  program(cachePath('temporal-server', cacheDir), 'unused');
  const onPath = program(join(path, 'temporal-server'), 'temporal version 1.33.0');
  expect((await findBinaries(['temporal-server'], options()))['temporal-server'].kind).toBe('cache');
  program(onPath, 'temporal version 1.32.4');
  expect((await findBinaries(['temporal-server'], options()))['temporal-server'].kind).toBe('path');
});

test('what is nowhere is built with Go, once, even if two ask', async () => {
  goThatBuilds(pinnedVersion('nats-server'));
  const [one, two] = await Promise.all([findNats(), findNats()]);
  expect([one.kind, two.kind]).toEqual(['built', 'built']);
  const calls = readFileSync(join(folder, 'go.log'), 'utf8').trim().split('\n');
  expect(calls).toEqual([
    `CGO_ENABLED=0 GOTOOLCHAIN=local build -v -trimpath -ldflags=-s -w -tags disable_grpc_modules -o ${one.where}.partial github.com/nats-io/nats-server/v2`,
  ]);
  expect((await findNats()).kind).toBe('cache');
});

test('a build of another version than the pinned one never becomes a server', async () => {
  goThatBuilds('9.9.9');
  await expect(findNats()).rejects.toThrow(/says it is 9\.9\.9/);
  expect(existsSync(cachePath('nats-server', cacheDir))).toBe(false);
});

test('without Go the error names every way out', async () => {
  await expect(findNats()).rejects.toThrow(
    /nats-server \(2\.15\.1 or newer\): OCOP_NATS_SERVER.*Install Go 1\.26 or newer.*address of a server/s,
  );
});

function options(more: Partial<FindOptions> = {}): FindOptions {
  return { cacheDir, environment: { PATH: path }, ...more };
}

async function findNats(more: Partial<FindOptions> = {}): Promise<Choice> {
  return (await findBinaries(['nats-server'], options(more)))['nats-server'];
}

function program(file: string, says: string): string {
  return script(file, `echo '${says}'`);
}

function goThatBuilds(version: string): void {
  const build = [
    `echo "CGO_ENABLED=$CGO_ENABLED GOTOOLCHAIN=$GOTOOLCHAIN $*" >> '${join(folder, 'go.log')}'`,
    'while [ "$1" != -o ]; do shift; done',
    `printf '#!/bin/sh\\necho v${version}\\n' > "$2"; /bin/chmod 755 "$2"`,
  ];
  script(join(path, 'go'), ['if [ "$1" = version ]; then echo go version go1.26.8 linux/amd64; exit; fi', ...build].join('\n'));
}

function script(file: string, body: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}
