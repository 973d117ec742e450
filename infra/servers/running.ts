import type { Child } from './child.ts';

/** What runs, in the order of its start: it stops in the opposite order, once, however often that is asked for. */
export class Running {
  readonly #children: Child[] = [];
  readonly #finally: (() => void)[] = [];
  #stopped: Promise<void> | undefined;

  add(child: Child): void {
    this.#children.push(child);
  }

  /** Done when all children have stopped, the last registered first. */
  finally(action: () => void): void {
    this.#finally.push(action);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll(): Promise<void> {
    for (const child of this.#children.toReversed()) await child.stop();
    for (const action of this.#finally.toReversed()) action();
  }
}
