import type { FulfilActivities, LogActivities } from '../../workflows/activity-contracts.ts';
import type { Chance } from './seeded.ts';

/** How often an answer is lost after the deed was done, and how often the deed is not even begun. */
export interface Rates {
  lostAppends: number;
  failingFulfils: number;
  lostFulfils: number;
}
export const calm: Rates = { lostAppends: 0, failingFulfils: 0, lostFulfils: 0 };

const lossy =
  <Input, Output>(work: (input: Input) => Promise<Output>, { happens }: Chance, { failing, lost }: { failing: number; lost: number }) =>
  async (input: Input): Promise<Output> => {
    if (happens(failing)) throw new Error('disturbed: it did not begin');
    const answer = await work(input);
    if (happens(lost)) throw new Error('disturbed: its answer is lost');
    return answer;
  };

export const disturbed = (real: LogActivities & FulfilActivities, chance: Chance, rates: Rates): LogActivities & FulfilActivities => ({
  readStream: real.readStream,
  appendCommit: lossy(real.appendCommit, chance, { failing: 0, lost: rates.lostAppends }),
  fulfil: lossy(real.fulfil, chance, { failing: rates.failingFulfils, lost: rates.lostFulfils }),
});
