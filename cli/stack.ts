import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, dataDirOf, environment, root, type Addresses, type Config } from '../infra/config.ts';
import { openDatabase, openPool } from '../infra/db/database.ts';
import { createArchiver, migrateDatabase } from '../infra/db/migrate.ts';
import { connectLog } from '../infra/log/connect.ts';
import { defaultCacheDir } from '../infra/servers/find.ts';
import type { Exit } from '../infra/servers/child.ts';
import type { Progress } from '../infra/servers/progress.ts';
import { startStack, type Stack } from '../infra/servers/stack.ts';
import type { Servers } from '../infra/provision.ts';
import { connectTemporal } from '../infra/temporal/client.ts';
import { hashOfToken, randomToken, readTokens, type TokenEntry } from '../infra/tokens.ts';

export interface StackCommand {
  config: Config;
  withUi: boolean;
  progress: Progress;
  onExit: (name: string, exit: Exit) => void;
}
export interface Running {
  stack: Stack;
  addresses: Addresses;
  servers: Servers;
  bundle: string;
  token: string;
  tokensFile: string;
  close: () => Promise<void>;
}

/** The servers of this installation, migrated and ready for spaces, with the workflows bundled once for all workers. */
export async function startServers({ config, withUi, progress, onExit }: StackCommand): Promise<Running> {
  const dataDir = dataDirOf(config);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const bundling = bundleInto(dataDir);
  bundling.catch(() => undefined); // awaited below, once the servers stand
  const stack = await startStack({
    dataDir,
    cacheDir: config.OCOP_CACHE_DIR ?? defaultCacheDir(environment()),
    environment: environment(),
    withUi,
    progress,
    onExit,
    external: externalOf(config),
    binaries: binariesOf(config),
  });
  try {
    const addresses = {
      postgres: stack.postgres.url,
      nats: stack.nats.url,
      natsMonitor: stack.nats.monitorUrl,
      temporal: stack.temporal.address,
    };
    const servers = await openServers(addresses, stack.postgres.adminUrl);
    const { token, file } = tokensIn(dataDir, config);
    const close = async () => {
      await servers.root.destroy();
      await servers.temporal.close();
      await servers.log.connection.close();
      await stack.stop();
    };
    return { stack, addresses, servers, bundle: await bundling, token, tokensFile: file, close };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function openServers(addresses: Addresses, adminUrl: string | undefined): Promise<Servers> {
  if (adminUrl !== undefined) {
    const admin = openDatabase(openPool(adminUrl, { max: 1 }));
    await createArchiver(admin, decodeURIComponent(new URL(addresses.postgres).username));
    await admin.destroy();
  }
  const database = openDatabase(openPool(addresses.postgres, { max: 4, name: 'provision' }));
  await migrateDatabase(database);
  return { root: database, log: await connectLog(addresses.nats, 'provision'), temporal: await connectTemporal(addresses.temporal) };
}

const externalOf = (config: Config) =>
  onlySet({
    postgres: config.OCOP_POSTGRES_URL,
    nats: config.OCOP_NATS_URL,
    natsMonitor: config.OCOP_NATS_MONITOR_URL,
    temporal: config.OCOP_TEMPORAL_ADDRESS,
  });
const binariesOf = (config: Config) =>
  onlySet({
    'nats-server': config.OCOP_NATS_SERVER,
    'temporal-server': config.OCOP_TEMPORAL_SERVER,
    'temporal-sql-tool': config.OCOP_TEMPORAL_SQL_TOOL,
    'temporal-ui-server': config.OCOP_TEMPORAL_UI_SERVER,
  });
const onlySet = (settings: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** Kept under the digest of its sources: the second start finds it ready. */
async function bundleInto(dataDir: string): Promise<string> {
  const sources = ['domain', 'workflows']
    .flatMap((folder) => filesIn(join(root, folder)))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const digest = digestOf([...sources, join(root, 'package-lock.json')]);
  const path = join(dataDir, `workflows-${digest.slice(0, 16)}.js`);
  if (existsSync(path)) return path;
  const { bundle } = await import('../infra/temporal/worker.ts'); // heavy, and only needed when the sources have changed
  const { code } = await bundle();
  for (const old of readdirSync(dataDir)) if (/^workflows-\w+\.js$/.test(old)) rmSync(join(dataDir, old));
  writeFileSync(`${path}.tmp`, code);
  renameSync(`${path}.tmp`, path);
  return path;
}
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
export function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** The operator's token is new with each start; tokens of a configured file are added by whoever owns that file. */
function tokensIn(dataDir: string, { OCOP_TOKENS: configured }: Config): { token: string; file: string } {
  const token = randomToken();
  const operator: TokenEntry = {
    sha256: hashOfToken(token),
    person: 'operator',
    roles: [
      { role: 'administrator', unit: 'VN' },
      { role: 'driver', unit: '' },
    ],
  };
  const others = configured === undefined ? [] : readTokens(configured);
  const file = join(dataDir, 'tokens.json');
  writeFileSync(file, JSON.stringify([operator, ...others], null, 2), { mode: 0o600 });
  return { token, file };
}

/** For `ocop worker`, `projector` and `api` run alone. */
export function configuredAddresses(config: Config): Addresses {
  const addresses = addressesOf(config);
  if (!('missing' in addresses)) return addresses;
  throw new Error(`${addresses.missing.join(', ')} must be set (see .env.example), or start everything with "npm start".`);
}
