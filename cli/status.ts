import { Command } from 'commander';
import type { Health } from '../api/health.ts';
import { dataDirOf, type Config } from '../infra/config.ts';
import { findRun } from '../infra/run-file.ts';
import { consoleWords } from '../texts/console.ts';
import { openClient } from './client.ts';
import { Failure } from './failure.ts';
import { print, printJson } from './output.ts';

export const statusCommand = (config: Config): Command =>
  new Command('status')
    .description('what runs where and whether all is well; exit 0 only then')
    .option('--space <name>', 'of this space alone')
    .option('--json', 'for machines', false)
    .addHelpText('after', '\nExample:\n  npx ocop status --json')
    .action(async ({ json, space }: { json: boolean; space?: string }) => {
      const words = consoleWords[config.OCOP_LANGUAGE];
      const client = openClient(config);
      const run = findRun(dataDirOf(config)) ?? nothingRuns;
      const whole = await client.get<Health>('/health/ready').catch((error: unknown): Health => {
        if (!json || !(error instanceof Failure)) throw error;
        return { isWell: false, servers: { postgres: 'unknown', nats: 'unknown', temporal: 'unknown' }, spaces: [], cause: error.message };
      });
      const health = space === undefined ? whole : ofSpace(whole, space);
      const { postgres, nats, natsMonitor, temporal } = run.addresses;
      const addresses = { api: client.url, postgres: withoutPassword(postgres), nats, natsMonitor, temporal, temporalUi: run.ui };
      if (json) printJson({ ...health, addresses, binaries: run.servers, startedAt: run.startedAt, pid: run.pid });
      else print(lines(health, addresses, run.servers, words).join('\n'));
      process.exitCode = health.isWell ? 0 : 3;
    });

/** No stack of this folder: the API may be known by configuration all the same. */
const nothingRuns = {
  addresses: { postgres: '', nats: '', natsMonitor: '', temporal: '' },
  ui: null,
  servers: [],
  startedAt: null,
  pid: null,
};
/** Asked of one space, its own state decides; one that is not there is not well. */
const ofSpace = (health: Health, name: string): Health => {
  const spaces = health.spaces.filter((space) => space.name === name);
  const serversAnswer = Object.values(health.servers).every((answer) => answer === 'up');
  return { ...health, spaces, isWell: serversAnswer && spaces.length > 0 && spaces.every(({ isWell }) => isWell) };
};
const withoutPassword = (url: string): string => url.replace(/:[^:@/]+@/, ':…@');
const lines = (
  { servers, spaces, isWell }: Health,
  addresses: object,
  binaries: readonly { name: string; version: string }[],
  words: (typeof consoleWords)['vi'],
): string[] => [
  ...Object.entries(addresses).map(([name, address]) => `${name.padEnd(12)} ${String(address)}`),
  ...binaries.map(({ name, version }) => `${name.padEnd(20)} ${version}`),
  ...Object.entries(servers).map(([name, answer]) => `${answer === 'up' ? ' ' : '!'} ${name}: ${answer}`),
  ...spaces.flatMap(({ name, kind, position, views }) => [
    `  ${name} (${kind}): ${words.position} ${position}`,
    ...views.map(
      (view) =>
        `${view.stopped === null && view.seq >= position ? ' ' : '!'}   ${view.name}: ${view.seq}${view.stopped === null ? '' : ` ${words.viewStopped} ${view.stopped.reason}`}`,
    ),
  ]),
  isWell ? words.well : words.unwell,
];
