import { readFileSync, rmSync, renameSync, writeFileSync } from 'node:fs';
import { until } from './progress.ts';

/** A process as we remember it: a number alone may by now belong to a stranger, a number with its start time cannot. */
export type Remembered = { name: string; pid: number; startedAt: string; signal: NodeJS.Signals };

/** When the process with this number started, in the kernel's own count; undefined when there is none (a zombie counts as none). */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return answersSignals(pid) ? 'unknown' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in parentheses and may hold spaces, so fields are counted from the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

export function isAlive({ pid, startedAt }: Pick<Remembered, 'pid' | 'startedAt'>): boolean {
  return startOf(pid) === startedAt;
}

/** Asks every process to stop in its own way, kills what is still there when the time is over, and returns when none is left. */
export async function endAll(processes: readonly Remembered[], withinMs: number): Promise<void> {
  for (const one of processes) signal(one, one.signal);
  if (await until(() => !processes.some(isAlive), withinMs, 50)) return;
  for (const one of processes) signal(one, 'SIGKILL');
  await until(() => !processes.some(isAlive), 2_000, 50);
}

export function signal(one: Remembered, name: NodeJS.Signals): void {
  if (!isAlive(one)) return;
  try {
    process.kill(one.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

export function readPids(file: string): Remembered[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).filter(isRemembered);
  } catch {
    return []; // No file: a first start. Half a file: its writer died, and the guard had the same list.
  }
}

export function writePids(file: string, processes: readonly Remembered[]): void {
  if (processes.length === 0) return rmSync(file, { force: true });
  writeFileSync(`${file}.tmp`, JSON.stringify(processes));
  renameSync(`${file}.tmp`, file);
}

export function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'pid' in value && typeof value.pid === 'number' && 'startedAt' in value && typeof value.startedAt === 'string' && 'signal' in value
  );
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
