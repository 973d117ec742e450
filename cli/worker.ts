import { DefaultLogger, Runtime, type WorkflowBundleOption } from '@temporalio/worker';
import { appendCommit } from '../activities/append-commit.ts';
import { fulfil } from '../activities/fulfil.ts';
import { readStream } from '../activities/read-stream.ts';
import type { Addresses, Config } from '../infra/config.ts';
import type { Logger } from '../infra/logger.ts';
import { connectLog } from '../infra/log/connect.ts';
import { checkStream } from '../infra/log/stream.ts';
import { checkNats } from '../infra/servers/nats.ts';
import type { Space } from '../infra/space.ts';
import { connectTemporal, doorOf, taskQueueOf } from '../infra/temporal/client.ts';
import { resettingStuckRuns } from '../infra/temporal/stuck-runs.ts';
import { bundle, runWorkers } from '../infra/temporal/worker.ts';

export interface RunningWorker {
  stop: () => Promise<void>;
  ended: Promise<void>;
}

/** Decides and appends for one space. Any number may run; the log is opened only where every acknowledged write is on the disk. */
export async function startWorker(
  addresses: Addresses,
  space: Space,
  { workflowBundle, logger }: { workflowBundle: WorkflowBundleOption; logger: Logger },
): Promise<RunningWorker> {
  await checkNats(addresses.natsMonitor);
  const log = await connectLog(addresses.nats, `worker ${space.name}`);
  await checkStream(log, space.name);
  const temporal = await connectTemporal(addresses.temporal);
  const door = doorOf(temporal, space);
  const workers = await runWorkers({
    address: addresses.temporal,
    namespace: space.namespace,
    taskQueue: taskQueueOf(space.name),
    workflowBundle,
    activities: {
      log: { appendCommit: appendCommit(log, space.name), readStream: readStream(log, space.name) },
      fulfil: { fulfil: fulfil(door) },
    },
  });
  const stopping = new AbortController();
  const resetting = resettingStuckRuns(door.client, logger, stopping.signal);
  const close = async () => {
    stopping.abort();
    await resetting;
    await temporal.close();
    await log.connection.drain();
  };
  return {
    ended: workers.ended,
    stop: async () => {
      await workers.stop();
      await close();
    },
  };
}

export const bundleOf = async ({ OCOP_WORKFLOW_BUNDLE }: Config): Promise<WorkflowBundleOption> =>
  OCOP_WORKFLOW_BUNDLE === undefined ? bundle() : { codePath: OCOP_WORKFLOW_BUNDLE };

/** Temporal's own messages go where ours go; once a process, before anything else. */
export function installRuntime(log: Logger): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    if (level === 'ERROR') log.error(meta ?? {}, message);
    else log.warn(meta ?? {}, message);
  });
  Runtime.install({ logger, telemetryOptions: { logging: { filter: 'ERROR' } }, shutdownSignals: [] });
}
