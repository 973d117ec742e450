import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto'; // in ESM only the default import exists at run time
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';

/*
 * A release may decide otherwise than the code that began a run. Its recorded steps can then not be repeated, and Temporal tries for ever. A run
 * is only a cache of the log, so it begins anew: reset to its first task, with every signal that it was given since. What was done is known by
 * its command's id. Temporal names such runs by a search attribute.
 */
const stuck = `ExecutionStatus = 'Running' AND TemporalReportedProblems = 'cause=WorkflowTaskFailedCauseNonDeterministicError'`;
const { RESET_REAPPLY_EXCLUDE_TYPE_UPDATE } = proto.temporal.api.enums.v1.ResetReapplyExcludeType;
const lookEveryMs = 10_000;

interface Run {
  workflowId: string;
  runId: string;
}
async function reset(client: Client, { workflowId, runId }: Run): Promise<void> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const first = events?.find(({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes);
  if (first?.eventId == null) return;
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId, runId },
    workflowTaskFinishEventId: first.eventId,
    resetReapplyExcludeTypes: [RESET_REAPPLY_EXCLUDE_TYPE_UPDATE], // whoever waits for an answer sends again, and one that was reapplied hung
    reason: 'the released code decides otherwise',
    requestId: randomUUID(),
  });
}

/** One round over the runs that are stuck. Two workers may do it at once: the second finds the run ended. */
export async function resetStuckRuns(client: Client, log: Logger): Promise<void> {
  for await (const { workflowId, runId } of client.workflow.list({ query: stuck })) {
    await reset(client, { workflowId, runId }).then(
      () => {
        log.warn({ workflowId, runId }, 'a run that the released code cannot repeat begins anew from the log');
      },
      (error: unknown) => {
        log.warn({ workflowId, runId, error }, 'a run that is stuck was not reset');
      },
    );
  }
}

/** Rounds until the signal; each worker goes them beside its work. */
export async function resettingStuckRuns(client: Client, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await resetStuckRuns(client, log).catch((error: unknown) => {
      log.warn({ error }, 'stuck runs could not be looked for');
    });
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}
