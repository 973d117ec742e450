import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { askVersion, binaries, versionIn } from './binaries.ts';
import type { BinaryName } from './binaries.ts';
import { tryLock } from './lock.ts';
import { reported, sleep } from './progress.ts';
import type { Environment, Progress } from './progress.ts';

export type BuildOptions = { cacheDir: string; environment: Environment; progress?: Progress | undefined };

const moduleDir = fileURLToPath(new URL('.', import.meta.url));
const flags = ['-trimpath', '-ldflags=-s -w', '-tags', 'disable_grpc_modules'];
const ownGo = '1.26.8';
const buildTrouble = 'Look for a full disk, or for a Go module proxy that cannot be reached (GOPROXY); then start again.';
const howToHelp =
  'Install Go 1.26 or newer and start again (the first build takes about ten minutes), or name a binary of your own in the ' +
  'variables above, or give the address of a server which already runs.';

/** Where the binary of the pinned version lies, whether built yet or not: another version or other flags give another place. */
export function cachePath(name: BinaryName, cacheDir: string): string {
  const sums = readFileSync(join(moduleDir, 'go.sum'), 'utf8');
  const hash = createHash('sha256').update(flags.join(' ')).update(sums).digest('hex').slice(0, 12);
  return join(cacheDir, 'servers', `${pinnedVersion(name)}-${process.platform}-${process.arch}-${hash}`, name);
}

export function pinnedVersion(name: BinaryName): string {
  const module = binaries[name].module;
  const line = readFileSync(join(moduleDir, 'go.mod'), 'utf8')
    .split('\n')
    .find((each) => each.trim().startsWith(`${module} v`));
  const version = versionIn(line?.slice(line.indexOf(module) + module.length) ?? '');
  if (version === undefined) throw new Error(`infra/servers/go.mod names no version of ${module}. Restore the file from the repository.`);
  return version;
}

/** Builds what the cache lacks, one process at a time on this machine: a second one waits, says so, and then finds all built. */
export async function build(names: readonly BinaryName[], options: BuildOptions): Promise<void> {
  const release = await waitForLock(join(options.cacheDir, 'servers', 'build.lock'), options.progress);
  try {
    const missing = names.filter((name) => !existsSync(cachePath(name, options.cacheDir)));
    if (missing.length > 0) await buildAll(missing, options);
  } finally {
    release();
  }
}

async function waitForLock(file: string, progress: Progress | undefined): Promise<() => void> {
  let byPid = 0;
  const work = async (): Promise<() => void> => {
    for (;;) {
      const lock = tryLock(file);
      if (lock.held) return lock.release;
      byPid = lock.byPid;
      await sleep(500);
    }
  };
  return reported({ step: 'wait for another build of the servers', progress, detail: () => `process ${byPid} is building them`, work });
}

async function buildAll(names: readonly BinaryName[], options: BuildOptions): Promise<void> {
  const toolchain = await goToolchain(options.environment, names);
  const env = { ...options.environment, CGO_ENABLED: '0', GOTOOLCHAIN: toolchain, GOWORK: 'off' };
  for (const name of names) {
    const seen = { fetched: 0, compiled: 0, last: [] as string[] };
    await reported({
      step: `build ${name} ${pinnedVersion(name)} with Go`,
      progress: options.progress,
      detail: () => `${seen.fetched} modules fetched, ${seen.compiled} packages compiled; this happens once`,
      work: () => buildOne(name, options.cacheDir, env, seen),
    });
  }
}

type Seen = { fetched: number; compiled: number; last: string[] };

/** Under another name until it is complete and has told its version, so that a broken build is never taken for a server. */
async function buildOne(name: BinaryName, cacheDir: string, env: NodeJS.ProcessEnv, seen: Seen): Promise<void> {
  const target = cachePath(name, cacheDir);
  const partial = `${target}.partial`;
  mkdirSync(dirname(target), { recursive: true });
  await runGo(['build', '-v', ...flags, '-o', partial, binaries[name].package], env, seen);
  const version = await askVersion(partial);
  if (version !== pinnedVersion(name)) {
    throw new Error(
      `The ${name} just built says it is ${version ?? 'nothing'}, not ${pinnedVersion(name)}. Remove ${partial}, start again.`,
    );
  }
  renameSync(partial, target);
}

function runGo(args: readonly string[], env: NodeJS.ProcessEnv, seen: Seen): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = spawn('go', [...args], { cwd: moduleDir, env, stdio: ['ignore', 'ignore', 'pipe'] });
    // With -v, Go names each package as it compiles it: the only sign of progress which costs nothing.
    createInterface({ input: go.stderr }).on('line', (line) => {
      seen.last = [...seen.last, line].slice(-12);
      if (line.startsWith('go: downloading')) seen.fetched += 1;
      else seen.compiled += 1;
    });
    go.once('error', reject);
    go.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`go ${args.join(' ')} failed (${signal ?? code}):\n${seen.last.join('\n')}\n${buildTrouble}`));
    });
  });
}

/** The installed Go when it is new enough, else the newer one which it fetches itself. */
async function goToolchain(environment: Environment, names: readonly BinaryName[]): Promise<'local' | 'auto'> {
  const version = await installedGo(environment);
  if (version !== undefined) return isRecentEnough(version) ? 'local' : 'auto';
  const variables = names.map((name) => `${name} (${binaries[name].wanted}): ${binaries[name].variable}`).join('; ');
  throw new Error(`These servers were found nowhere, and there is no Go to build them: ${variables}. ${howToHelp}`);
}

function installedGo(environment: Environment): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('go', ['version'], { cwd: '/', env: { ...environment, GOTOOLCHAIN: 'local' } }, (error, stdout) => {
      resolve(error === null ? /go(\d+\.\d+(?:\.\d+)?)/.exec(stdout)?.[1] : undefined);
    });
  });
}

function isRecentEnough(version: string): boolean {
  return version.localeCompare(ownGo, 'en', { numeric: true }) >= 0;
}
