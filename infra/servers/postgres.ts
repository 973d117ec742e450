import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Child } from './child.ts';
import type { Exit } from './child.ts';
import type { Guard } from './guard.ts';
import { endAll, startOf } from './pids.ts';
import { makePrivate, postgresHome } from './postgres-home.ts';
import type { Account, PostgresHome } from './postgres-home.ts';
import { sleep } from './progress.ts';

export type PostgresOptions = {
  dataDir: string;
  port: number;
  /** False only for data that is thrown away: a power cut may then destroy it. */
  durable: boolean;
  guard: Guard;
  onExit?: (exit: Exit) => void;
};

export type Postgres = {
  child: Child;
  version: string;
  where: string;
  /** For the superuser, the application's owner and the Temporal server's owner. */
  urls: { admin: string; ocop: string; temporal: string };
};

const superuser = 'postgres';
const initFlags = ['--data-checksums', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--username=${superuser}`];
const notDurable = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const home = postgresHome(options.dataDir);
  const passwords = passwordsOf(options.dataDir, existsSync(join(home.data, 'PG_VERSION')));
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, passwords.admin, options.durable);
  await clearStalePostmaster(home.data);
  const url = (role: string, password: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${options.port}/${database}`;
  const urls = {
    admin: url(superuser, passwords.admin, 'postgres'),
    ocop: url('ocop', passwords.ocop, 'ocop'),
    temporal: url('temporal', passwords.temporal, 'temporal'),
  };
  const child = await run(home, urls.admin, options);
  const version = await prepareDatabases(urls.admin, passwords);
  return { child, version, where: home.data, urls };
}

async function run(home: PostgresHome, adminUrl: string, options: PostgresOptions, attempt = 1): Promise<Child> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(options.durable ? [] : notDurable),
  ];
  try {
    return await Child.start({
      name: 'postgres',
      command: join(home.programs, 'postgres'),
      args: ['-D', home.data, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])],
      env: { LC_ALL: 'C', PGTZ: 'UTC' },
      logFile: join(options.dataDir, 'logs', 'postgres.log'),
      guard: options.guard,
      account: home.account,
      stopSignal: 'SIGINT', // "Fast": open sessions are ended, the data is written, no recovery at the next start.
      ready: () => answers(adminUrl),
      readyWithinMs: 60_000,
      ...(options.onExit === undefined ? {} : { onExit: options.onExit }),
    });
  } catch (error) {
    // The sessions of a killed server take a moment to notice its death; until then they hold its shared memory.
    if (attempt >= 5 || !(error instanceof Error && error.message.includes('shared memory block'))) throw error;
    await sleep(500);
    return run(home, adminUrl, options, attempt + 1);
  }
}

type Passwords = { admin: string; ocop: string; temporal: string };

function passwordsOf(dataDir: string, mustExist: boolean): Passwords {
  const file = join(dataDir, 'postgres-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (mustExist) throw new Error(`${file} is missing, without it nobody can open the database. Restore it from a backup of this folder.`);
  const passwords = { admin: secret(), ocop: secret(), temporal: secret() };
  writeFileSync(`${file}.tmp`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
  return passwords;
}

function secret(): string {
  return randomBytes(18).toString('hex');
}

/** Into a folder beside, renamed when complete: initdb writes PG_VERSION early, so a killed one would look finished. */
async function initialise({ programs, data, account }: PostgresHome, password: string, durable: boolean): Promise<void> {
  const partial = `${data}.partial`;
  const passwordFile = `${data}.password`;
  rmSync(partial, { recursive: true, force: true });
  makePrivate(partial, account);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  try {
    const flags = [...initFlags, `--pgdata=${partial}`, `--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync'])];
    await initdb(join(programs, 'initdb'), flags, account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, data);
}

function initdb(command: string, flags: readonly string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, flags, { ...account, cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } }, (error, _stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`The database could not be initialised: ${stderr || error.message}`));
    });
  });
}

/**
 * The file of a server that was killed names its process. Is that process still the server of this very data, it is ended; does the
 * number belong to a stranger by now (after a restart of the machine or container), PostgreSQL would wait for him: remove the file.
 */
async function clearStalePostmaster(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const startedAt = startOf(pid);
  if (startedAt !== undefined && commandOf(pid).includes(data))
    await endAll([{ name: 'postgres', pid, startedAt, signal: 'SIGINT' }], 5_000);
  rmSync(file, { force: true });
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** The application and the Temporal server each own their databases and cannot touch each other's. */
async function prepareDatabases(adminUrl: string, passwords: Passwords): Promise<string> {
  return withClient(adminUrl, async (client) => {
    for (const role of ['ocop', 'temporal'] as const) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${passwords[role]}'`);
    }
    await ensureDatabase(client, 'ocop', 'ocop');
    await ensureDatabase(client, 'temporal', 'temporal');
    await ensureDatabase(client, 'temporal_visibility', 'temporal');
    return serverVersion(client);
  });
}

export async function ensureDatabase(client: Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${name} OWNER ${client.escapeIdentifier(owner)}`);
  await client.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
}

export async function serverVersion(client: Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return rows[0]?.server_version ?? 'unknown';
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // A server that stops meanwhile also fails the query, which reports it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}
