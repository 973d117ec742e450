// node worker-child.ts <orders as JSON>: the worker of a space as a process of its own, which a test may kill. It ends with its parent.
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { appendCommit } from '../../activities/append-commit.ts';
import { fulfil } from '../../activities/fulfil.ts';
import { readStream } from '../../activities/read-stream.ts';
import { connectLog } from '../../infra/log/connect.ts';
import { connectTemporal, doorOf } from '../../infra/temporal/client.ts';
import { runWorkers } from '../../infra/temporal/worker.ts';
import { disturbed } from './disturbed.ts';
import type { Orders } from './mortal-worker.ts';
import { seeded } from './seeded.ts';

process.on('disconnect', () => {
  process.exit();
});
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const { stack, space, rollAfter, bundlePath, seed, rates } = orders;
const log = await connectLog(stack.nats, 'worker-child');
const door = doorOf(await connectTemporal(stack.temporal), space, { rollAfter });
const { name } = space;
const used = disturbed(
  { appendCommit: appendCommit(log, name), readStream: readStream(log, name), fulfil: fulfil(door) },
  seeded(seed),
  rates,
);
await runWorkers({
  address: stack.temporal,
  namespace: space.namespace,
  taskQueue: door.taskQueue,
  workflowBundle: { codePath: bundlePath },
  activities: { log: { appendCommit: used.appendCommit, readStream: used.readStream }, fulfil: { fulfil: used.fulfil } },
});
process.send?.('ready');
