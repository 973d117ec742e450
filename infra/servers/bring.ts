// One function a server: used from outside if the configuration gives an address, else started here and remembered for the stop.
import type { BinaryName } from './binaries.ts';
import type { Exit } from './child.ts';
import { useExternalNats, useExternalPostgres, useExternalTemporal } from './external.ts';
import { findBinaries } from './find.ts';
import type { Choice } from './find.ts';
import type { Guard } from './guard.ts';
import { startNats } from './nats.ts';
import { choosePort } from './ports.ts';
import { ensureDatabase, startPostgres, withClient } from './postgres.ts';
import { reported } from './progress.ts';
import type { Running } from './running.ts';
import type { Ports, Stack, StackOptions } from './stack-options.ts';
import { startTemporal } from './temporal.ts';
import { startTemporalUi } from './temporal-ui.ts';

export type Context = { options: StackOptions; guard: Guard; running: Running; choices: Map<string, Choice> };

const usualPorts: Ports = { postgres: 15_432, nats: 14_222, natsMonitor: 18_222, temporal: 17_233, ui: 18_233 };

export async function chooseBinaries(options: StackOptions): Promise<Map<string, Choice>> {
  const { external = {}, withUi = false, binaries, cacheDir, environment, progress } = options;
  const names: BinaryName[] = [];
  if (external.nats === undefined) names.push('nats-server');
  if (external.temporal === undefined) names.push('temporal-server', 'temporal-sql-tool');
  if (withUi) names.push('temporal-ui-server');
  const found = await findBinaries(names, { binaries, cacheDir, environment, progress });
  return new Map(Object.entries(found));
}

export async function bringPostgres(context: Context): Promise<{ url: string; temporalUrl: string; adminUrl?: string }> {
  const { options, guard, running, choices } = context;
  const external = options.external?.postgres;
  if (external !== undefined) {
    choices.set('postgres', await useExternalPostgres(external));
    return { url: external, temporalUrl: external };
  }
  const port = await choosePort(preferred(options, 'postgres'));
  const { child, version, where, urls } = await reported({
    step: 'start PostgreSQL',
    progress: options.progress,
    work: () => startPostgres({ dataDir: options.dataDir, port, durable: options.durable ?? true, guard, onExit: exitOf(options) }),
  });
  running.add(child);
  choices.set('postgres', { name: 'postgres', kind: 'package', where, version });
  return { url: urls.ocop, temporalUrl: urls.temporal, adminUrl: urls.admin };
}

export async function bringNats(context: Context): Promise<Stack['nats']> {
  const { options, guard, running, choices } = context;
  const { nats, natsMonitor } = options.external ?? {};
  if (nats !== undefined && natsMonitor !== undefined) {
    choices.set('nats-server', await useExternalNats(nats, natsMonitor));
    return { url: nats, monitorUrl: natsMonitor };
  }
  const port = await choosePort(preferred(options, 'nats'));
  const httpPort = await choosePort(preferred(options, 'natsMonitor'));
  const binary = placeOf(context, 'nats-server');
  const { child, url, monitorUrl } = await reported({
    step: 'start NATS',
    progress: options.progress,
    work: () => startNats({ dataDir: options.dataDir, binary, port, httpPort, guard, onExit: exitOf(options) }),
  });
  running.add(child);
  return { url, monitorUrl };
}

export async function bringTemporal(context: Context, databaseUrl: string): Promise<Stack['temporal']> {
  const { options, guard, running, choices } = context;
  const external = options.external?.temporal;
  if (external !== undefined) {
    choices.set('temporal-server', await useExternalTemporal(external));
    return { address: external };
  }
  const ownDatabase = options.external?.postgres === undefined;
  if (!ownDatabase) await createDatabases(databaseUrl);
  const { child, address, metricsUrl } = await reported({
    step: 'start Temporal',
    progress: options.progress,
    work: () =>
      startTemporal({
        dataDir: options.dataDir,
        binaries: temporalBinaries(context),
        databaseUrl,
        ownDatabase,
        preferredPort: preferred(options, 'temporal'),
        forTests: options.forTests ?? false,
        guard,
        onExit: exitOf(options),
      }),
  });
  running.add(child);
  return { address, metricsUrl };
}

export async function bringUi(context: Context, temporalAddress: string): Promise<{ url: string }> {
  const { options, guard, running } = context;
  const port = await choosePort(preferred(options, 'ui'));
  const binary = placeOf(context, 'temporal-ui-server');
  const { child, url } = await reported({
    step: "start Temporal's pages",
    progress: options.progress,
    work: () => startTemporalUi({ dataDir: options.dataDir, binary, temporalAddress, port, guard, onExit: exitOf(options) }),
  });
  running.add(child);
  return { url };
}

/** On a database server of others, Temporal gets databases of its own beside the application's, under the same role. */
async function createDatabases(url: string): Promise<void> {
  const owner = decodeURIComponent(new URL(url).username);
  await withClient(url, async (client) => {
    await ensureDatabase(client, 'temporal', owner);
    await ensureDatabase(client, 'temporal_visibility', owner);
  });
}

function temporalBinaries(context: Context): { server: string; sqlTool: string; version: string } {
  const version = context.choices.get('temporal-sql-tool')?.version ?? '';
  return { server: placeOf(context, 'temporal-server'), sqlTool: placeOf(context, 'temporal-sql-tool'), version };
}

function placeOf({ choices }: Context, name: BinaryName): string {
  const choice = choices.get(name);
  if (choice === undefined) throw new Error(`${name} was not looked for. This is a fault of infra/servers; please report it.`);
  return choice.where;
}

/** Tests choose free ports, so that they never meet a stack that a person is using. */
function preferred(options: StackOptions, name: keyof Ports): number | undefined {
  return options.preferredPorts?.[name] ?? (options.forTests === true ? undefined : usualPorts[name]);
}

/** Told only when it was not asked to end. */
export function exitOf({ onExit }: StackOptions): (exit: Exit) => void {
  return (exit) => {
    if (!exit.expected) onExit?.(exit.name, exit);
  };
}
