import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Addresses } from '../../infra/config.ts';
import type { Space } from '../../infra/space.ts';
import { calm, type Rates } from './disturbed.ts';
import type { Chance } from './seeded.ts';
import type { TestSpace } from './space.ts';

export interface Orders {
  stack: Addresses;
  space: Space;
  rollAfter: number;
  bundlePath: string;
  seed: number;
  rates: Rates;
}

/** A space's worker as a process that is killed (-9) at random moments and started again, until it is left in peace. */
export class MortalWorker {
  readonly #orders: Omit<Orders, 'seed' | 'rates'>;
  readonly #chance: Chance;
  #child: ChildProcess | undefined;
  kills = 0;

  constructor({ space, door: { rollAfter } }: TestSpace, chance: Chance) {
    this.#orders = { stack: inject('stack'), space, rollAfter, bundlePath: inject('bundlePath') };
    this.#chance = chance;
  }

  async start(rates: Rates): Promise<void> {
    const orders: Orders = { ...this.#orders, rates, seed: this.#chance.below(1_000_000) };
    const child = fork(fileURLToPath(new URL('worker-child.ts', import.meta.url)), [JSON.stringify(orders)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => {
        resolve();
      });
      child.once('exit', (code, signal) => {
        reject(new Error(`the worker ended by itself: ${code ?? signal}`));
      });
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
    });
    child.kill('SIGKILL');
    await exited;
    this.#child = undefined;
  }

  /** Each lives one to four seconds; the last one is left in peace and undisturbed. */
  async dieOften(times: number, rates: Rates): Promise<void> {
    while (this.kills < times) {
      await this.start(rates);
      await sleep(1_000 + this.#chance.below(3_000));
      await this.kill();
      this.kills++;
    }
    await this.start(calm);
  }
}
