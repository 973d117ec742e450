import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the running stack is and how to talk to it; readable by its owner alone, since it holds a token. */
const shape = z.object({
  pid: z.int().positive(),
  startedAt: z.string(),
  api: z.object({ url: z.string(), token: z.string() }),
  addresses: z.object({ postgres: z.string(), nats: z.string(), natsMonitor: z.string(), temporal: z.string() }),
  ui: z.string().nullable(),
  bundle: z.string(),
  servers: z.array(z.object({ name: z.string(), kind: z.string(), where: z.string(), version: z.string() })),
});
export type Run = z.infer<typeof shape>;
const pathIn = (dataDir: string): string => join(dataDir, 'run.json');

export function writeRun(dataDir: string, run: Run): void {
  mkdirSync(dataDir, { recursive: true });
  const path = pathIn(dataDir);
  writeFileSync(`${path}.tmp`, JSON.stringify(run, null, 2), { mode: 0o600 });
  renameSync(`${path}.tmp`, path);
}
export const removeRun = (dataDir: string): void => {
  rmSync(pathIn(dataDir), { force: true });
};

/** The stack that runs on this folder; none if its process is gone. */
export function findRun(dataDir: string): Run | undefined {
  try {
    const run = shape.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
    process.kill(run.pid, 0);
    return run;
  } catch {
    return undefined;
  }
}
