// What the kernel says about processes, for tests which must not trust the code they test.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

export function isRunning(pid: number): boolean {
  // After the name in parentheses comes the state; Z is a dead process that nobody has asked about yet.
  const state = /\) (\S)/.exec(textOf(`/proc/${pid}/stat`))?.[1];
  return state !== undefined && state !== 'Z';
}

export function childrenOf(pid: number): number[] {
  return textOf(`/proc/${pid}/task/${pid}/children`)
    .trim()
    .split(' ')
    .filter((each) => each !== '')
    .map(Number);
}

export function commandOf(pid: number): string {
  return textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** The addresses at which this process waits for connections, as the kernel writes them: 0100007F is 127.0.0.1. */
export function listenAddresses(pid: number): string[] {
  const sockets = new Set(filesOf(pid).map((each) => /^socket:\[(\d+)\]$/.exec(each)?.[1]));
  const rows = ['tcp', 'tcp6'].flatMap((table) => textOf(`/proc/${pid}/net/${table}`).split('\n').slice(1));
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && sockets.has(fields[9]))
    .map((fields) => fields[1]?.split(':')[0] ?? '');
}

function filesOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((each) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${each}`);
    } catch {
      return ''; // Closed between the listing and the look.
    }
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
