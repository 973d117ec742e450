import type { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '../../domain/kernel/address.ts';
import type { Door } from '../../infra/temporal/send.ts';
import { workflowIdOf } from '../../workflows/messages.ts';

/*
 * The server moves the clock of one aggregate's workflow, its whole chain of runs, from timer to timer; nothing else moves. It is experimental, off
 * unless the server's configuration for tests turns it on, and known to this file alone.
 */
const completed = 2;
const endedBefore = 3;
const timedOut = 1;
const skipsMax = 10_000; // the server's default of 200 would end the skipping in silence

/** Lets so much time pass for an aggregate, and what falls due in it happen; sooner when its run ends for good. */
export async function letPass({ client }: Door, { aggregate, id }: Address, days: number): Promise<void> {
  const connection = client.connection as Connection;
  const { workflowService } = connection;
  const target = { namespace: client.options.namespace, workflowExecution: { workflowId: workflowIdOf(aggregate, id) } };
  const fastForwardId = randomUUID();
  await workflowService.updateWorkflowExecutionOptions({
    ...target,
    updateMask: { paths: ['time_skipping_config'] }, // the whole field: a part of it is refused
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: skipsMax,
        fastForwardConfig: { id: fastForwardId, duration: { seconds: Math.ceil(days * 86_400) as never } },
      },
    },
  });
  const poll = () =>
    connection.withDeadline(Date.now() + 60_000, () => workflowService.pollWorkflowExecutionTimeSkipping({ ...target, fastForwardId }));
  let answer = await poll();
  while (answer.fastForwardPollingResult === timedOut) answer = await poll();
  const { fastForwardPollingResult: result } = answer;
  if (result !== completed && result !== endedBefore)
    throw new Error(`the clock of ${aggregate}:${id} could not be moved: ${answer.failedReason}`);
  await untilQuiet({ client }, target);
}

/** What time it is for an aggregate. */
export async function nowOf({ client }: Pick<Door, 'client'>, { aggregate, id }: Address): Promise<number> {
  const execution = { workflowId: workflowIdOf(aggregate, id) };
  const { workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution,
  });
  const now = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return now ? Number(now.seconds) * 1_000 : Date.now();
}

/** The clock may have arrived while an activity still runs. */
async function untilQuiet(
  { client: { workflowService } }: Pick<Door, 'client'>,
  { namespace, workflowExecution }: { namespace: string; workflowExecution: { workflowId: string } },
): Promise<void> {
  const running = 1;
  for (let attempt = 0; attempt < 200; attempt++, await sleep(50)) {
    const { workflowExecutionInfo, pendingWorkflowTask, pendingActivities } = await workflowService.describeWorkflowExecution({
      namespace,
      execution: workflowExecution,
    });
    if (workflowExecutionInfo?.status !== running || (!pendingWorkflowTask && pendingActivities.length === 0)) return;
  }
  throw new Error(`${workflowExecution.workflowId} did not come to rest`);
}
