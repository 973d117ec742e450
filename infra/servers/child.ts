import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { until } from './progress.ts';
import type { Guard } from './guard.ts';

export type ChildOptions = {
  name: string;
  command: string;
  args: readonly string[];
  /** The whole environment of the child: nothing is inherited unseen. */
  env: NodeJS.ProcessEnv;
  cwd?: string;
  logFile: string;
  guard: Guard;
  /** Asked again and again until true; a child without it counts as ready once it runs. */
  ready?: () => Promise<boolean>;
  readyWithinMs?: number;
  /** How it is asked to stop (default SIGTERM), and how long it may take before it is killed. */
  stopSignal?: NodeJS.Signals;
  stopWithinMs?: number;
  account?: { uid: number; gid: number } | undefined;
  onExit?: (exit: Exit) => void;
};

export type Exit = { name: string; code: number | null; signal: NodeJS.Signals | null; expected: boolean };

const logBytesMax = 20_000_000;

/**
 * A process of ours: a server or one of the engine's own. It has a session of its own, so Ctrl-C in the terminal reaches only the
 * parent, which then stops its children in order; the guard sees to the case that the parent cannot.
 */
export class Child {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly #kill: (signal: NodeJS.Signals) => boolean;
  readonly #stopSignal: NodeJS.Signals;
  readonly #stopWithinMs: number;
  #stopping = false;
  #exit: Exit | undefined;

  private constructor(options: ChildOptions, running: ReturnType<typeof spawn>, pid: number) {
    this.name = options.name;
    this.pid = pid;
    this.#kill = (signal) => running.kill(signal);
    this.#stopSignal = options.stopSignal ?? 'SIGTERM';
    this.#stopWithinMs = options.stopWithinMs ?? 10_000;
    this.exited = new Promise((resolve) => {
      running.once('exit', (code, signal) => {
        this.#exit = { name: this.name, code, signal, expected: this.#stopping };
        options.guard.forget(pid);
        resolve(this.#exit);
      });
    });
  }

  /** Starts it and waits until it is ready; if it ends before, the error shows the end of its log. */
  static async start(options: ChildOptions): Promise<Child> {
    const child = await Child.#spawn(options);
    const readyWithinMs = options.readyWithinMs ?? 30_000;
    const ready = options.ready ?? ((): Promise<boolean> => Promise.resolve(true));
    const isReady = await until(async () => !child.running || (await ready()), readyWithinMs);
    if (!isReady || !child.running) {
      await child.stop();
      const what = isReady ? 'ended before it was ready' : `was not ready after ${readyWithinMs / 1000} s`;
      throw new Error(`${options.name} ${what}. The end of its log ${options.logFile}:\n${tail(options.logFile)}`);
    }
    child.exited.then(
      (exit) => options.onExit?.(exit),
      () => undefined,
    ); // it never rejects
    return child;
  }

  static async #spawn(options: ChildOptions): Promise<Child> {
    mkdirSync(dirname(options.logFile), { recursive: true });
    const log = openLog(options.logFile);
    const running = spawn(options.command, [...options.args], {
      detached: true,
      stdio: ['ignore', log, log],
      env: options.env,
      cwd: options.cwd ?? '/',
      ...options.account,
    });
    closeSync(log);
    const failure = new Promise<Error>((resolve) => {
      running.on('error', resolve);
    });
    if (running.pid === undefined) {
      throw new Error(`${options.name} could not be started (${options.command}): ${(await failure).message}`);
    }
    const child = new Child(options, running, running.pid);
    options.guard.watch({ name: child.name, pid: child.pid, signal: child.#stopSignal });
    return child;
  }

  get running(): boolean {
    return this.#exit === undefined;
  }

  /** Idempotent: asks it to stop, kills it when it takes longer than stated. */
  async stop(): Promise<Exit> {
    if (this.#exit !== undefined) return this.#exit;
    this.#stopping = true;
    this.#kill(this.#stopSignal);
    if (!(await until(() => !this.running, this.#stopWithinMs))) this.#kill('SIGKILL');
    return this.exited;
  }
}

export function tail(file: string, lines = 12): string {
  try {
    const last = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines);
    return last.map((line) => line.slice(0, 400)).join('\n'); // Temporal writes its call stacks into the line.
  } catch {
    return '(no log)';
  }
}

/** A log is appended to; one that has grown large is set aside once, so that two files bound the space. */
function openLog(file: string): number {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > logBytesMax) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
