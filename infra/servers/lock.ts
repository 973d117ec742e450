import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, startOf } from './pids.ts';

/** Either we hold the lock and can release it, or we learn who does. */
export type Lock = { held: true; release: () => void } | { held: false; byPid: number };

type Holder = { pid: number; startedAt: string };

/**
 * A lock file with its holder's number and start time. It is made complete under another name and linked into place, so nobody
 * ever reads half of it. The lock of a dead process is taken over: moved aside, looked at once more (another process may have
 * been quicker, and then it is put back), and only then is ours linked.
 */
export function tryLock(file: string): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? 'unknown' };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (;;) {
      if (linked(draft, file)) return { held: true, release: () => rmSync(file, { force: true }) };
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) return { held: false, byPid: holder.pid };
      moveStaleAside(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function moveStaleAside(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Somebody else moved it first.
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isAlive(holder)) linked(aside, file);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
