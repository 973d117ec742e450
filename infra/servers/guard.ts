import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endAll, readPids, startOf, writePids } from './pids.ts';
import type { Remembered } from './pids.ts';

/**
 * Sees to it that no process outlives the one which started it. Two nets, because each has a hole: the watchdog (guard.mjs) acts
 * within moments of the parent's death but can itself be killed; the file is read by the next start, whenever that is.
 */
export type Guard = {
  watch: (child: { name: string; pid: number; signal: NodeJS.Signals }) => void;
  forget: (pid: number) => void;
  close: () => void;
};

const leftoverGraceMs = 4_000;

export function startGuard(pidsFile: string): Guard {
  const watchdog = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  watchdog.on('error', () => undefined); // The file remains as the second net.
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  const watched = new Map<number, Remembered>();
  const tell = (message: object): void => {
    watchdog.stdin.write(`${JSON.stringify(message)}\n`);
    writePids(pidsFile, [...watched.values()]);
  };
  return {
    watch: ({ name, pid, signal }) => {
      const startedAt = startOf(pid);
      if (startedAt === undefined) return;
      const add: Remembered = { name, pid, startedAt, signal };
      watched.set(pid, add);
      tell({ add });
    },
    forget: (pid) => {
      if (watched.delete(pid)) tell({ remove: pid });
    },
    close: () => watchdog.stdin.end(),
  };
}

/** What an earlier run left behind is stopped before a new one opens the same files. Call it only while holding the folder's lock. */
export async function endLeftovers(pidsFile: string): Promise<void> {
  await endAll(readPids(pidsFile), leftoverGraceMs);
  writePids(pidsFile, []);
}
