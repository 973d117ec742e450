/* The workflows as a release that takes other steps: it looks at the log before it decides. */
import { proxyActivities } from '@temporalio/workflow';
import { aggregates } from '../../domain/aggregates.ts';
import type { LogActivities } from '../../workflows/activity-contracts.ts';
import { entity } from '../../workflows/entity.ts';
import type { EntityInput } from '../../workflows/messages.ts';

const { readStream } = proxyActivities<LogActivities>({ startToCloseTimeout: 5_000 });

export const annualCycle = async (input: EntityInput): Promise<void> => {
  await readStream({ aggregate: 'annual-cycle', id: input.id, after: 0 });
  await entity(aggregates['annual-cycle'], input);
};
export const certificate = async (input: EntityInput): Promise<void> => {
  await readStream({ aggregate: 'certificate', id: input.id, after: 0 });
  await entity(aggregates.certificate, input);
};
