/* The loop over aggregates that decide otherwise than those which made the recorded runs, and one that looks first: each must fail to replay them. */
import { proxyActivities } from '@temporalio/workflow';
import { aggregates } from '../../domain/aggregates.ts';
import type { Aggregate } from '../../domain/kernel/aggregate.ts';
import { refusal } from '../../domain/kernel/rule.ts';
import type { LogActivities } from '../../workflows/activity-contracts.ts';
import { entity } from '../../workflows/entity.ts';
import type { EntityInput } from '../../workflows/messages.ts';

type Run = (input: EntityInput) => Promise<void>;
type AnyAggregate = Aggregate<object>;
const product = aggregates['product-cycle'] as unknown as AnyAggregate;
const certificate = aggregates.certificate as unknown as AnyAggregate;
const year = aggregates['annual-cycle'] as unknown as AnyAggregate;
const broken =
  (aggregate: AnyAggregate, change: Partial<AnyAggregate>): Run =>
  (input) =>
    entity({ ...aggregate, ...change }, input);
const { readStream } = proxyActivities<LogActivities>({ startToCloseTimeout: 5_000 });

/** Nothing is wrong with these: they show that a history told under another name replays. */
export const productAsItIs = broken(product, {});
export const certificateAsItIs = broken(certificate, {});
export const yearAsItIs = broken(year, {});

export const productThatOwesNothing = broken(product, { obligations: () => [] });
export const productThatKnowsNoDeadline = broken(product, { nextDeadline: () => undefined });
export const certificateThatKnowsNoDeadline = broken(certificate, { nextDeadline: () => undefined });
export const certificateThatNeverEnds = broken(certificate, { alive: () => true });
export const yearThatRefusesAll = broken(year, { judge: () => ({ rejection: refusal('ScanMissing', false) }) });
export const yearThatEndsAtOnce = broken(year, { alive: () => false });
export const yearThatReadsTheLogBeforeItDecides: Run = async (input) => {
  await readStream({ aggregate: 'annual-cycle', id: input.id, after: 0 });
  await entity(year, input);
};
