import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { environment, root } from '../../infra/config.ts';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line as a person starts it, with settings of its own and none of the machine's. */
export class Ocop {
  readonly #variables: Readonly<Record<string, string>>;
  constructor(variables: Readonly<Record<string, string>>) {
    this.#variables = variables;
  }

  start(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
    const { PATH = '', HOME = '', XDG_CACHE_HOME = '' } = environment();
    const env = { PATH, HOME, XDG_CACHE_HOME, ...this.#variables, ...more };
    return spawn(process.execPath, [join(root, 'bin/ocop.mjs'), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  run(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    return outcomeOf(this.start(args, more));
  }
}

export const outcomeOf = (child: ChildProcess): Promise<Outcome> =>
  new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (stderr += part.toString()));
    child.once('exit', (code) => {
      resolve({ code, stdout, stderr });
    });
  });

/** Until the process says it; ends with what it said if it ends before. */
export const says = (child: ChildProcess, words: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part.toString();
      if (said.includes(words)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      reject(new Error(`ended with ${String(code)} before it said "${words}":\n${said.slice(-4_000)}`));
    });
  });
