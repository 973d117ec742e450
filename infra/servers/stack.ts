import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BinaryName } from './binaries.ts';
import { bringNats, bringPostgres, bringTemporal, bringUi, chooseBinaries, exitOf } from './bring.ts';
import type { Context } from './bring.ts';
import type { Child, Exit } from './child.ts';
import { checkExternal } from './external.ts';
import type { External } from './external.ts';
import type { Choice } from './find.ts';
import { endLeftovers, startGuard } from './guard.ts';
import type { Guard } from './guard.ts';
import { tryLock } from './lock.ts';
import { reported } from './progress.ts';
import type { Environment, Progress } from './progress.ts';
import { Running } from './running.ts';

export type Ports = { postgres: number; nats: number; natsMonitor: number; temporal: number; ui: number };

export type StackOptions = {
  dataDir: string;
  cacheDir: string;
  /** The environment of the person who starts it, for looking on PATH and for building with Go; the servers do not get it. */
  environment: Environment;
  /** Wanted ports; one that is taken is replaced by a free one. Not given: the usual ones, for tests any free ones. */
  preferredPorts?: Partial<Ports>;
  external?: External;
  binaries?: Partial<Record<BinaryName, string>>;
  withUi?: boolean;
  /** Temporal with movable clocks and without rate limits. */
  forTests?: boolean;
  /** Default true. False: PostgreSQL does not wait for the disk; for data that is thrown away only. */
  durable?: boolean;
  progress?: Progress;
  /** A child of the stack, or one adopted by it, ended without being asked to. */
  onExit?: (name: string, exit: Exit) => void;
};

export type Stack = {
  /** `url` for the application; `adminUrl` (absent for an external database) may create roles and databases. */
  postgres: { url: string; adminUrl?: string };
  nats: { url: string; monitorUrl: string };
  temporal: { address: string; metricsUrl?: string };
  ui?: { url: string };
  choices: Choice[];
  /** For Child.start of the engine's own processes: they then die with this process at the latest. */
  guard: Guard;
  /** The child is stopped before the servers, the last adopted first. */
  adopt: (child: Child) => void;
  stop: () => Promise<void>;
};

export async function startStack(given: StackOptions): Promise<Stack> {
  checkExternal(given.external ?? {});
  const dataDir = resolve(given.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const lock = tryLock(join(dataDir, 'stack.lock'));
  if (!lock.held) throw new Error(`Process ${lock.byPid} already runs a stack on ${dataDir}. Stop it first, or use another folder.`);
  const pidsFile = join(dataDir, 'pids.json');
  const running = new Running();
  running.finally(lock.release);
  try {
    await reported({ step: 'stop what an earlier run left', progress: given.progress, work: () => endLeftovers(pidsFile) });
    const guard = startGuard(pidsFile);
    running.finally(guard.close);
    return await startAll({ ...given, dataDir }, guard, running);
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function startAll(options: StackOptions, guard: Guard, running: Running): Promise<Stack> {
  const context: Context = { options, guard, running, choices: await chooseBinaries(options) };
  const [postgres, nats] = await bothOrNeither(bringPostgres(context), bringNats(context));
  const temporal = await bringTemporal(context, postgres.temporalUrl);
  const ui = options.withUi === true ? await bringUi(context, temporal.address) : undefined;
  return {
    postgres: { url: postgres.url, ...(postgres.adminUrl === undefined ? {} : { adminUrl: postgres.adminUrl }) },
    nats,
    temporal,
    ...(ui === undefined ? {} : { ui }),
    choices: [...context.choices.values()],
    guard,
    adopt: (child) => {
      running.add(child);
      void child.exited.then(exitOf(options));
    },
    stop: () => running.stop(),
  };
}

/** Waits for both even if one fails: what has started must be known, so that it can be stopped. */
async function bothOrNeither<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
