import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../domain/kernel/instant.ts';
import { ServerTrouble, type ApiClient, type Pending } from './api-client.ts';

export type DueDeadline = Pending['deadlines'][number];
const pollMs = { first: 10, most: 200 };
const shownMax = 5;

/**
 * The clock of a rehearsal space, which stands where its driver left it. It goes forward from deadline to deadline: each is woken at its own
 * instant, and only when nothing is owed and every view has seen the whole log does the next one come.
 */
export class CommandedClock {
  private readonly api: ApiClient;
  private readonly onDeadline: (deadline: DueDeadline) => void;
  private woken = 0;

  constructor(api: ApiClient, onDeadline: (deadline: DueDeadline) => void) {
    this.api = api;
    this.onDeadline = onDeadline;
  }

  async goTo(at: Instant): Promise<void> {
    let before: DueDeadline | undefined;
    for (;;) {
      const { deadlines } = await this.quiet(at);
      const [first] = deadlines;
      if (!first) return;
      if (before && isSame(before, first))
        throw new ServerTrouble(`the deadline ${first.key} of ${first.aggregate} ${first.id} was woken and does not pass`);
      for (const due of deadlines.filter((each) => each.at === first.at)) {
        await this.wake(due, due.at);
        this.onDeadline(due);
      }
      before = first;
    }
  }

  /** After a signal: behind it in the queue, so its answer says that the signal has been dealt with. */
  async wake(to: { aggregate: string; id: string }, at: Instant): Promise<void> {
    this.woken++;
    await this.api.wake({ aggregate: to.aggregate, id: to.id }, `wake-${at}-${this.woken}`, at);
  }

  private async quiet(until: Instant): Promise<Pending> {
    const end = Date.now() + this.api.waitMs;
    for (let pause = pollMs.first; ; pause = Math.min(pause * 2, pollMs.most)) {
      const pending = await this.api.pending(until);
      const reason = unrest(pending);
      if (reason === undefined) return pending;
      if (Date.now() > end) throw new ServerTrouble(`not quiet after ${this.api.waitMs} ms: ${reason}`);
      await sleep(pause);
    }
  }
}

const isSame = (a: DueDeadline, b: DueDeadline): boolean =>
  a.aggregate === b.aggregate && a.id === b.id && a.key === b.key && a.at === b.at;
const isStopped = ({ stopped }: Pending['views'][number]): boolean => stopped !== undefined && stopped !== null && stopped !== false;
/** Why the space is not quiet; a view that has stopped never will be. */
const unrest = ({ position, views, obligations }: Pending): string | undefined => {
  if (views.length === 0) return 'no view follows the log';
  const broken = views.find(isStopped);
  if (broken) throw new ServerTrouble(`the view ${broken.name} has stopped: ${JSON.stringify(broken.stopped)}`);
  const behind = views.filter(({ seq }) => seq < position).map(({ name, seq }) => `${name} is at ${seq} of ${position}`);
  const owed = obligations.map(({ aggregate, id, key, command }) => `${aggregate} ${id} owes ${command} (${key})`);
  const reasons = [...behind, ...owed];
  return reasons.length === 0 ? undefined : reasons.slice(0, shownMax).join('; ');
};
