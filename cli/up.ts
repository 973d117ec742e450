import { existsSync, renameSync } from 'node:fs';
import { Command } from 'commander';
import { dataDirOf, type Config } from '../infra/config.ts';
import { choosePort } from '../infra/servers/ports.ts';
import { sleep } from '../infra/servers/progress.ts';
import { dropSpace, listSpaces, provisionSpace } from '../infra/provision.ts';
import { findRun, removeRun, writeRun } from '../infra/run-file.ts';
import type { WantedSpace } from '../infra/space.ts';
import { consoleWords, type ConsoleWords } from '../texts/console.ts';
import { openClient } from './client.ts';
import { Failure } from './failure.ts';
import { note, print, printJson } from './output.ts';
import { Processes } from './processes.ts';
import { startServers, type Running } from './stack.ts';
import { summary } from './summary.ts';
import { areStale, examplesSpace, play } from './worked-examples.ts';

const mainSpace: WantedSpace = { name: 'main', kind: 'real' };
const readyWithinMs = 60_000;
interface Wanted {
  fresh: boolean;
  json: boolean;
  /** The spaces to serve; without it, all that are kept. */
  space?: readonly string[];
}

export const upCommand = (config: Config): Command =>
  new Command('up')
    .description(consoleWords[config.OCOP_LANGUAGE].upDoes)
    .option('--fresh', 'move the old data aside and begin anew', false)
    .option('--space <name...>', 'serve these spaces alone, as "main" without the worked examples of "vi-du"')
    .option('--json', 'tell machines where everything is, once it stands', false)
    .addHelpText('after', '\nExample:\n  npm start\n  npx ocop up --space main')
    .action(async (options: Wanted) => {
      process.exitCode = await up(config, options);
    });

async function up(config: Config, { fresh, json, space }: Wanted): Promise<number> {
  const words = consoleWords[config.OCOP_LANGUAGE];
  const dataDir = dataDirOf(config);
  const already = findRun(dataDir);
  if (already) throw new Failure(words.already(already.pid, already.api.url));
  if (fresh) moveAside(dataDir, words);
  note(words.starting);
  const asked = askedToStop();
  let stop: (() => Promise<void>) | undefined;
  const starting = start(config, words, { json, ...(space && { space }) }, (step) => {
    stop = step;
  });
  const outcome = await Promise.race([starting.then(() => 'started' as const), asked.then(() => 'asked' as const)]).catch(
    async (error: unknown) => {
      await stop?.();
      removeRun(dataDir);
      throw error;
    },
  );
  if (outcome === 'started') await asked;
  note(words.stopping);
  process.once('SIGINT', () => process.exit(1));
  await stop?.();
  removeRun(dataDir);
  note(words.stopped);
  return 0;
}

/** For a command that needs a stack where none runs: brings one up without examples, works, and stops it. */
export async function withStack<Result>(config: Config, work: () => Promise<Result>): Promise<Result> {
  let stop: (() => Promise<void>) | undefined;
  try {
    await bringUp(config, consoleWords[config.OCOP_LANGUAGE], [mainSpace.name], (step) => {
      stop = step;
    });
    return await work();
  } finally {
    await stop?.();
    removeRun(dataDirOf(config));
  }
}

async function start(
  config: Config,
  words: ConsoleWords,
  { json, space }: Pick<Wanted, 'json' | 'space'>,
  onStop: (stop: () => Promise<void>) => void,
): Promise<void> {
  const { running, isStale } = await bringUp(config, words, space, onStop);
  const examples = isAsked(space, examplesSpace.name);
  if (isStale) await play(running, config, words);
  else if (examples) note(words.kept);
  if (json) printJson(withoutSecrets(dataDirOf(config)));
  else print(await summary(config, words, examples ? examplesSpace.name : undefined));
}

/** Servers, spaces and processes, in this order; `onStop` is told how to end what stands so far. */
async function bringUp(
  config: Config,
  words: ConsoleWords,
  space: Wanted['space'] | undefined,
  onStop: (stop: () => Promise<void>) => void,
): Promise<{ running: Running; isStale: boolean }> {
  const running = await startServers({
    config,
    withUi: true,
    progress: ({ step, elapsedMs, detail }) => {
      note(words.elapsed(step, Math.round(elapsedMs / 1000), detail === undefined ? '' : `, ${detail}`));
    },
    onExit: (name, { expected }) => {
      if (!expected) note(words.exited(name, false));
    },
  });
  const processes = new Processes(running, config, (name, _, isGivenUp) => {
    note(words.exited(name, !isGivenUp));
  });
  onStop(async () => {
    processes.stopping();
    await running.close();
  });
  for (const { name, version, kind, where } of running.stack.choices) note(words.server(name, version, words.kinds[kind] ?? kind, where));
  await provisionSpace(running.servers, mainSpace, true);
  const isStale = await provisionExamples(running, space);
  const port = await choosePort(config.OCOP_API_PORT);
  const served = await servedSpaces(running, words, space);
  await Promise.all([
    ...served.flatMap((name) => [
      processes.start(`worker-${name}`, ['worker', '--space', name, '--json']),
      processes.start(`projector-${name}`, ['projector', '--space', name, '--json']),
    ]),
    processes.start('api', ['api', '--json'], {
      OCOP_API_HOST: config.OCOP_API_HOST,
      OCOP_API_PORT: String(port),
      OCOP_TOKENS: running.tokensFile,
    }),
  ]);
  writeRun(dataDirOf(config), {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    api: { url: `http://${config.OCOP_API_HOST}:${port}`, token: running.token },
    addresses: running.addresses,
    ui: running.stack.ui?.url ?? null,
    bundle: running.bundle,
    servers: running.stack.choices.map(({ name, kind, where, version }) => ({ name, kind, where, version })),
  });
  await untilReady(config, words);
  return { running, isStale };
}

/** Their space, where it is asked for; whether they are to be played in it, for then it is empty again. */
async function provisionExamples(running: Running, space: Wanted['space'] | undefined): Promise<boolean> {
  if (!isAsked(space, examplesSpace.name)) return false;
  const stale = await areStale(running);
  if (stale) await dropSpace(running.servers, examplesSpace.name);
  await provisionSpace(running.servers, examplesSpace, true);
  return stale;
}

/** The names of those kept, or of those asked for, which must be there. */
async function servedSpaces({ servers }: Running, words: ConsoleWords, space: Wanted['space'] | undefined): Promise<string[]> {
  const kept = (await listSpaces(servers.root)).filter(({ keep }) => keep).map(({ name }) => name);
  const unknown = space?.filter((name) => !kept.includes(name)) ?? [];
  if (unknown.length > 0) throw new Failure(words.noSuchSpace(unknown.join(', ')), 2);
  return kept.filter((name) => isAsked(space, name));
}

/** Where everything is; the token and the passwords stay in the file that its owner alone can read. */
const withoutSecrets = (dataDir: string): object => {
  const run = findRun(dataDir);
  return { pid: run?.pid, startedAt: run?.startedAt, api: run?.api.url, temporalUi: run?.ui, servers: run?.servers, dataDir };
};

const isAsked = (space: Wanted['space'] | undefined, name: string): boolean => space?.includes(name) ?? true;

async function untilReady(config: Config, words: ConsoleWords): Promise<void> {
  const client = openClient(config);
  for (const end = Date.now() + readyWithinMs; ; await sleep(200)) {
    const isReady = await client.get<{ servers?: object; isWell?: boolean }>('/health/ready').then(
      ({ isWell }) => isWell === true,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > end) throw new Failure(words.unreachable(client.url), 3);
  }
}

function moveAside(dataDir: string, words: ConsoleWords): void {
  if (!existsSync(dataDir)) return;
  const aside = `${dataDir}.${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(dataDir, aside);
  note(words.movedAside(aside));
}

const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
