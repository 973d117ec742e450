import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import type { FulfilActivities, LogActivities } from '../../workflows/activity-contracts.ts';
import { fulfilQueue } from '../../workflows/messages.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const payloadConverterPath = pathOf('../../workflows/payload-converter.ts');

/**
 * The workflows' code as one bundle. The domain is preloaded: evaluated and deep-frozen once a worker, not once for each of thousands of cached
 * workflows (0.1 to 0.4 MB each instead of more than 1).
 */
export const bundle = (workflowsPath = pathOf('../../workflows/index.ts')): Promise<{ code: string }> =>
  bundleWorkflowCode({
    workflowsPath,
    payloadConverterPath,
    logger: new DefaultLogger('ERROR'),
    preloadModules: [pathOf('../../domain/aggregates.ts')],
  });

export interface WorkerOptions {
  address: string;
  namespace: string;
  taskQueue: string;
  workflowBundle: WorkflowBundleOption;
  activities: { log: LogActivities; fulfil: FulfilActivities };
}
/** Two workers of one process: decisions with their appends, and obligations, which wait for others and must take no slot from appends. */
export async function runWorkers({
  address,
  namespace,
  taskQueue,
  workflowBundle,
  activities,
}: WorkerOptions): Promise<{ stop: () => Promise<void>; ended: Promise<void> }> {
  const connection = await NativeConnection.connect({ address });
  const common = {
    connection,
    namespace,
    shutdownGraceTime: 5_000,
    shutdownForceTime: 15_000,
    dataConverter: { payloadConverterPath },
  };
  const workers = [
    await Worker.create({
      ...common,
      taskQueue,
      workflowBundle,
      activities: { ...activities.log },
      maxCachedWorkflows: 3_000,
      stickyQueueScheduleToStartTimeout: 2_000,
      maxConcurrentWorkflowTaskExecutions: 16,
      maxConcurrentActivityTaskExecutions: 100,
    }),
    await Worker.create({
      ...common,
      taskQueue: fulfilQueue(taskQueue),
      activities: { ...activities.fulfil },
      maxConcurrentActivityTaskExecutions: 40,
    }),
  ];
  const ended = Promise.all(workers.map((worker) => worker.run())).then(() => connection.close());
  return {
    ended,
    stop: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
    },
  };
}
