import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bringNats, bringPostgres, bringTemporal, bringUi, chooseBinaries, exitOf } from './bring.ts';
import type { Context } from './bring.ts';
import { checkExternal } from './external.ts';
import { endLeftovers, startGuard } from './guard.ts';
import { tryLock } from './lock.ts';
import { reported } from './progress.ts';
import { Running } from './running.ts';
import type { Guard } from './guard.ts';
import type { Stack, StackOptions } from './stack-options.ts';

export type { Stack, StackOptions } from './stack-options.ts';

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
      child.exited.then(exitOf(options), () => undefined); // it never rejects
    },
    stop: () => running.stop(),
  };
}

/** Waits for both even if one fails: what has started must be known, so that it can be stopped. */
async function bothOrNeither<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
