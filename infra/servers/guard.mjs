// The watchdog of one stack: its parent holds the other end of this process's standard input and writes down there what it starts.
// When that pipe closes, for whatever reason (kill -9 included), everything still on the list is stopped and this process ends.
// It runs in a session of its own, so that neither Ctrl-C nor a closing terminal ends it before its work is done.
import { createInterface } from 'node:readline';
import { endAll } from './pids.ts';

const graceMs = 4_000;
const watched = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const { add, remove } = JSON.parse(line);
  if (add !== undefined) watched.set(add.pid, add);
  if (remove !== undefined) watched.delete(remove);
}
await endAll([...watched.values()], graceMs);
