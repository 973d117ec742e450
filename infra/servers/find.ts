import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { askVersion, binaries, fits } from './binaries.ts';
import type { BinaryName } from './binaries.ts';
import { build, cachePath, pinnedVersion } from './build.ts';
import type { Environment, Progress } from './progress.ts';

/** Which server is used, how it was found, and where: shown to the person who starts the stack. */
export type Choice = {
  name: string;
  kind: 'external' | 'configured' | 'path' | 'cache' | 'built' | 'package';
  where: string;
  version: string;
};

export type FindOptions = {
  /** Paths which the configuration names: these are used or refused, never passed over. */
  binaries?: Partial<Record<BinaryName, string>> | undefined;
  cacheDir: string;
  environment: Environment;
  progress?: Progress | undefined;
};

export function defaultCacheDir(environment: Environment): string {
  const base = environment['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'ocop-cycle-engine');
}

/** Finds each binary: the configured path, PATH, the cache, and last a build, which is done for all that are missing at once. */
export async function findBinaries<Name extends BinaryName>(names: readonly Name[], options: FindOptions): Promise<Record<Name, Choice>> {
  const found = new Map<Name, Choice>();
  for (const name of names) {
    const choice =
      (await configured(name, options)) ?? (await onPath(name, options.environment)) ?? cached(name, options.cacheDir, 'cache');
    if (choice !== undefined) found.set(name, choice);
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) await build(missing, options);
  for (const name of missing) {
    const choice = cached(name, options.cacheDir, 'built');
    if (choice !== undefined) found.set(name, choice);
  }
  return Object.fromEntries(found) as Record<Name, Choice>; // Each name is in it: a build that fails has thrown.
}

async function configured(name: BinaryName, options: FindOptions): Promise<Choice | undefined> {
  const where = options.binaries?.[name];
  if (where === undefined) return undefined;
  const version = await askVersion(where);
  const { variable, wanted } = binaries[name];
  if (version === undefined) throw new Error(`${variable} names ${where}, which does not run. Correct the path or clear the variable.`);
  if (!fits(name, version)) {
    throw new Error(`${variable} names ${where}, version ${version}; ${wanted} is needed. Name such a one or clear the variable.`);
  }
  return { name, kind: 'configured', where, version };
}

/** An unfitting one on PATH belongs to somebody else's work: it is passed over, and a later folder of PATH may hold a fitting one. */
async function onPath(name: BinaryName, environment: Environment): Promise<Choice | undefined> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter((each) => each !== '')) {
    const where = join(folder, name);
    if (!isExecutable(where)) continue;
    const version = await askVersion(where);
    if (version !== undefined && fits(name, version)) return { name, kind: 'path', where, version };
  }
  return undefined;
}

function cached(name: BinaryName, cacheDir: string, kind: 'cache' | 'built'): Choice | undefined {
  const where = cachePath(name, cacheDir);
  return existsSync(where) ? { name, kind, where, version: pinnedVersion(name) } : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
