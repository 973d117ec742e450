import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from './child.ts';
import type { Exit } from './child.ts';
import type { Guard } from './guard.ts';
import { choosePort, freePorts, isListening } from './ports.ts';
import { forgetMembers, updateSchemas } from './temporal-schema.ts';

export type TemporalOptions = {
  dataDir: string;
  binaries: { server: string; sqlTool: string; version: string };
  /** The database `temporal` under the role which owns it and `temporal_visibility`. */
  databaseUrl: string;
  /** Nobody else's server uses that database, so what is written there about members is about our own earlier runs. */
  ownDatabase: boolean;
  preferredPort: number | undefined;
  forTests: boolean;
  guard: Guard;
  onExit?: (exit: Exit) => void;
};

export type Temporal = { child: Child; version: string; address: string; metricsUrl: string };

type Ports = { grpc: number; http: number; metrics: number; inner: Record<string, string> };

const innerPorts = [
  'FRONTEND_MEMBERSHIP_PORT',
  'HISTORY_GRPC_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'MATCHING_GRPC_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'WORKER_GRPC_PORT',
  'WORKER_MEMBERSHIP_PORT',
] as const;

/** The number of shards is written into the database at the first start and can never change; four serve one machine. */
const shards = '4';

export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  await updateSchemas(options.databaseUrl, options.binaries.sqlTool, options.binaries.version);
  return run(options);
}

/** Between choosing a dozen free ports and using them another program may take one: then all are chosen again. */
async function run(options: TemporalOptions, attempt = 1): Promise<Temporal> {
  const ports = await choosePorts(options.preferredPort);
  if (options.ownDatabase) await forgetMembers(options.databaseUrl);
  try {
    const child = await startServer(options, ports);
    const version = (await answersAt(ports.http)) ?? options.binaries.version;
    return { child, version, address: `127.0.0.1:${ports.grpc}`, metricsUrl: `http://127.0.0.1:${ports.metrics}/metrics` };
  } catch (error) {
    if (attempt >= 3 || !(error instanceof Error && error.message.includes('address already in use'))) throw error;
    return run(options, attempt + 1);
  }
}

function startServer(options: TemporalOptions, ports: Ports): Promise<Child> {
  return Child.start({
    name: 'temporal',
    command: options.binaries.server,
    args: ['--allow-no-auth', 'start'],
    env: environment(options, ports),
    cwd: options.dataDir,
    logFile: join(options.dataDir, 'logs', 'temporal.log'),
    guard: options.guard,
    ready: async () => (await isListening(ports.grpc)) && (await answersAt(ports.http)) !== undefined,
    readyWithinMs: 90_000,
    stopWithinMs: 15_000,
    ...(options.onExit === undefined ? {} : { onExit: options.onExit }),
  });
}

/** Drives the template inside the server, which it uses when no configuration file is named; every port is ours, so that stacks do not meet. */
function environment({ databaseUrl, forTests }: TemporalOptions, ports: Ports): Record<string, string> {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const dynamic = forTests ? 'temporal-dynamic.test.yaml' : 'temporal-dynamic.yaml';
  return {
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: hostname,
    DB_PORT: port === '' ? '5432' : port,
    POSTGRES_USER: decodeURIComponent(username),
    POSTGRES_PWD: decodeURIComponent(password),
    DBNAME: 'temporal',
    VISIBILITY_DBNAME: 'temporal_visibility',
    SQL_MAX_CONNS: '20',
    SQL_VIS_MAX_CONNS: '10',
    NUM_HISTORY_SHARDS: shards,
    BIND_ON_IP: '127.0.0.1',
    FRONTEND_GRPC_PORT: String(ports.grpc),
    FRONTEND_HTTP_PORT: String(ports.http),
    PROMETHEUS_ENDPOINT: `127.0.0.1:${ports.metrics}`,
    LOG_LEVEL: 'warn',
    DYNAMIC_CONFIG_FILE_PATH: fileURLToPath(new URL(dynamic, import.meta.url)),
    ...ports.inner,
  };
}

async function choosePorts(preferred: number | undefined): Promise<Ports> {
  const grpc = await choosePort(preferred);
  const [http = 0, metrics = 0, ...rest] = (await freePorts(innerPorts.length + 3)).filter((port) => port !== grpc);
  return { grpc, http, metrics, inner: Object.fromEntries(innerPorts.map((name, i) => [name, String(rest[i])])) };
}

/** The version which the running server tells; undefined while it does not answer. */
async function answersAt(httpPort: number): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${httpPort}/api/v1/system-info`, { signal: AbortSignal.timeout(5_000) });
    const { serverVersion } = (await response.json()) as { serverVersion?: string };
    return serverVersion;
  } catch {
    return undefined;
  }
}
