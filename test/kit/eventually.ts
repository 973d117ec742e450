import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is yes; a wait that never comes true fails with what was last seen. The only wait in tests. */
export async function eventually(holds: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  let seen: unknown = 'no';
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(25)) {
    const answer = await Promise.resolve()
      .then(holds)
      .catch((error: unknown) => {
        seen = error;
        return false;
      });
    if (answer) return;
  }
  throw new Error(`not within ${withinMs} ms: ${holds.toString().slice(0, 200)}; last seen: ${String(seen)}`);
}
