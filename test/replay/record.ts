// node test/replay/record.ts: records the histories anew, from real runs. Whoever does it says why the old ones may be given up: runs that are open
// in the field were begun by the code that made them.
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendCommit } from '../../activities/append-commit.ts';
import { fulfil } from '../../activities/fulfil.ts';
import { readStream } from '../../activities/read-stream.ts';
import { openDatabase, openPool } from '../../infra/db/database.ts';
import { connectLog } from '../../infra/log/connect.ts';
import { provisionSpace } from '../../infra/provision.ts';
import type { WantedSpace } from '../../infra/space.ts';
import { connectTemporal, doorOf } from '../../infra/temporal/client.ts';
import type { Door } from '../../infra/temporal/send.ts';
import { runWorkers } from '../../infra/temporal/worker.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { startShared } from '../kit/global-setup.ts';
import { stories } from './stories.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });
const runsMax = 3;
const folder = join(import.meta.dirname, 'histories');
const { stack, bundlePath, stop } = await startShared();
const root = openDatabase(openPool(stack.postgres, { max: 2 }));
const log = await connectLog(stack.nats, 'record');
const temporal = await connectTemporal(stack.temporal);

const open = async (wanted: WantedSpace): Promise<{ door: Door; stop: () => Promise<void> }> => {
  const space = await provisionSpace({ root, log, temporal }, wanted, false);
  const door = doorOf(temporal, space);
  const activities = {
    log: { appendCommit: appendCommit(log, space.name), readStream: readStream(log, space.name) },
    fulfil: { fulfil: fulfil(door) },
  };
  const workers = await runWorkers({
    address: stack.temporal,
    namespace: space.namespace,
    taskQueue: door.taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities,
  });
  return { door, stop: workers.stop };
};
const real = await open({ name: 'recorded', kind: 'real' });
const rehearsal = await open({ name: 'recorded-rehearsal', kind: 'rehearsal' });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, tell] of Object.entries(stories)) {
  const {
    through: { client },
    to,
  } = await tell({ real: real.door, rehearsal: rehearsal.door });
  const workflowId = workflowIdOf(to.aggregate, to.id);
  let runId = (await client.workflow.getHandle(workflowId).describe()).runId;
  for (let run = 0; runId !== '' && run < runsMax; run++) {
    // backwards through continue-as-new
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const file = `${name}${run === 0 ? '' : `.${run}-before`}.json`;
    writeFileSync(
      join(folder, file),
      `${JSON.stringify({ workflowId, history: JSON.parse(historyToJSON(history)) as unknown }, undefined, 1)}\n`,
    );
    console.log(`${file}: ${history.events?.length ?? 0} events`);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
}
await Promise.all([real.stop(), rehearsal.stop()]);
await Promise.all([root.destroy(), temporal.close(), log.connection.close()]);
await stop();
