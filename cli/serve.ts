import type { Logger } from '../infra/logger.ts';

/** A process that serves until it is asked to stop: SIGTERM or SIGINT ends it in order, a second one now, and it never hangs longer than half a minute. */
export async function serveUntilStopped(
  log: Logger,
  { stop, ended }: { stop: () => Promise<void>; ended: Promise<unknown> },
): Promise<number> {
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        resolve('asked');
      });
  });
  const failed = ended.then(
    () => 'ended' as const,
    (error: unknown) => error,
  );
  const outcome = await Promise.race([asked, failed]);
  if (outcome !== 'asked') {
    log.error({ err: outcome }, 'ended without being asked to');
    await stop().catch(() => undefined);
    return 1;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  setTimeout(() => process.exit(1), 30_000).unref();
  await stop();
  log.info('stopped');
  return 0;
}
