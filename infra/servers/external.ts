import type { Choice } from './find.ts';
import { checkNats } from './nats.ts';
import { isListening } from './ports.ts';
import { serverVersion, withClient } from './postgres.ts';

/** Servers which run elsewhere and are only used. NATS comes with its monitoring port, else nobody knows whether it syncs. */
export type External = { postgres?: string; nats?: string; natsMonitor?: string; temporal?: string };

export async function useExternalPostgres(url: string): Promise<Choice> {
  const where = withoutPassword(url);
  try {
    return { name: 'postgres', kind: 'external', where, version: await withClient(url, serverVersion) };
  } catch (error) {
    throw new Error(`The configured database ${where} cannot be opened: ${reason(error)}. Check that it runs, its address and password.`, {
      cause: error,
    });
  }
}

/** Seen before anything is started, because it is a fault of the configuration alone. */
export function checkExternal({ nats, natsMonitor }: External): void {
  if ((nats === undefined) === (natsMonitor === undefined)) return;
  throw new Error(
    'Of a NATS server that runs elsewhere, its address and its monitoring address must both be configured: ' +
      'only at the second can be seen whether it writes to disk before it answers. Give both, or neither.',
  );
}

export async function useExternalNats(url: string, monitorUrl: string): Promise<Choice> {
  const { hostname, port } = new URL(url);
  await reach('NATS', hostname, Number(port === '' ? 4222 : port));
  return { name: 'nats-server', kind: 'external', where: withoutPassword(url), version: await checkNats(monitorUrl) };
}

/** Its version is asked by the first client which connects; here it only has to be there. */
export async function useExternalTemporal(address: string): Promise<Choice> {
  const colon = address.lastIndexOf(':');
  if (colon < 1) throw new Error(`The Temporal address "${address}" is not of the form host:port. Correct it in the configuration.`);
  await reach('Temporal', address.slice(0, colon), Number(address.slice(colon + 1)));
  return { name: 'temporal-server', kind: 'external', where: address, version: 'unknown' };
}

async function reach(name: string, host: string, port: number): Promise<void> {
  if (await isListening(port, host)) return;
  throw new Error(`The configured ${name} server ${host}:${port} cannot be reached. Check that it runs and that its address is right.`);
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
