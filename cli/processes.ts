import { join } from 'node:path';
import type { Addresses, Config } from '../infra/config.ts';
import { dataDirOf, environment, root } from '../infra/config.ts';
import { Child, type Exit } from '../infra/servers/child.ts';
import { sleep } from '../infra/servers/progress.ts';
import type { Running } from './stack.ts';

/** A process that ends by itself is started again, unless it does so too often. */
const restartsMax = 5;
const restartAfterMs = 1_000;

export const addressVariables = ({ postgres, nats, natsMonitor, temporal }: Addresses) => ({
  OCOP_POSTGRES_URL: postgres,
  OCOP_NATS_URL: nats,
  OCOP_NATS_MONITOR_URL: natsMonitor,
  OCOP_TEMPORAL_ADDRESS: temporal,
});

/** The engine's own processes beside the servers: `ocop worker`, `projector` and `api`, each with its log in the data folder. */
export class Processes {
  readonly #running: Running;
  readonly #config: Config;
  readonly #onExit: (name: string, exit: Exit, isGivenUp: boolean) => void;
  readonly #restarts = new Map<string, number>();
  #isStopping = false;

  constructor(running: Running, config: Config, onExit: (name: string, exit: Exit, isGivenUp: boolean) => void) {
    this.#running = running;
    this.#config = config;
    this.#onExit = onExit;
  }

  stopping(): void {
    this.#isStopping = true;
  }

  async start(name: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Child> {
    const { PATH = '', HOME = '', LANG = 'C.UTF-8' } = environment();
    const child = await Child.start({
      name,
      command: process.execPath,
      args: [join(root, 'cli/main.ts'), ...args],
      cwd: root,
      logFile: join(dataDirOf(this.#config), 'logs', `${name}.log`),
      guard: this.#running.stack.guard,
      stopWithinMs: 25_000,
      env: {
        PATH,
        HOME,
        LANG,
        ...addressVariables(this.#running.addresses),
        OCOP_WORKFLOW_BUNDLE: this.#running.bundle,
        OCOP_LOG_LEVEL: this.#config.OCOP_LOG_LEVEL,
        OCOP_DATA_DIR: this.#config.OCOP_DATA_DIR,
        ...variables,
      },
    });
    this.#running.stack.adopt(child);
    child.exited
      .then((exit) => (exit.expected || this.#isStopping ? undefined : this.#again(exit, () => this.start(name, args, variables))))
      .catch(() => {
        this.#onExit(name, { name, code: null, signal: null, expected: false }, true); // it did not even start
      });
    return child;
  }

  async #again(exit: Exit, start: () => Promise<Child>): Promise<void> {
    const restarts = (this.#restarts.get(exit.name) ?? 0) + 1;
    this.#restarts.set(exit.name, restarts);
    this.#onExit(exit.name, exit, restarts > restartsMax);
    if (restarts > restartsMax) return;
    await sleep(restartAfterMs * restarts);
    if (!this.#isStopping) await start();
  }
}
