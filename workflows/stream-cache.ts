import type { ActivityFunctionWithOptions } from '@temporalio/workflow';
import type { Ack, Aggregate } from '../domain/kernel/aggregate.ts';
import type { Commit } from '../domain/kernel/message.ts';
import type { LogActivities } from './activity-contracts.ts';

interface LogOfRun {
  appendCommit: ActivityFunctionWithOptions<LogActivities['appendCommit']>;
  readStream: LogActivities['readStream'];
}

/** What a run knows of its aggregate's stream, and all that it knows: nothing here survives the run, everything is read again by the next. */
export class StreamCache<State> {
  state: State;
  position = 0;
  /** Of the last commit; the next one names it. */
  hash = '';
  instant = 0;
  hasRead = false;
  /** Every command id of the stream with its first answer. */
  readonly answers = new Map<string, { fingerprint: string; ack: Ack }>();
  /** Obligation -> instant of the commit that made it. */
  readonly causes = new Map<string, number>();
  private readonly aggregate: Aggregate<State>;
  private readonly id: string;
  private readonly log: LogOfRun;

  constructor(aggregate: Aggregate<State>, id: string, log: LogOfRun) {
    this.aggregate = aggregate;
    this.id = id;
    this.log = log;
    this.state = aggregate.unborn;
  }

  /** Folds what the append brought back: this commit, or what others wrote in its place. */
  async append(commit: Omit<Commit, 'position' | 'hash'>): Promise<void> {
    const summary = commit.events.map(({ type }) => type).join(', ');
    const input = { aggregate: this.aggregate.name, id: this.id, expected: this.position, prevHash: this.hash, commit };
    this.fold(await this.log.appendCommit.executeWithOptions({ summary }, [input]));
  }

  async catchUp(): Promise<void> {
    for (let page: Commit[] | undefined; page === undefined || page.length > 0;) {
      page = await this.log.readStream({ aggregate: this.aggregate.name, id: this.id, after: this.position });
      this.fold(page);
    }
    this.hasRead = true;
  }

  /** The only place where state changes. */
  private fold(commits: readonly Commit[]): void {
    for (const { events, position, hash, at, commandId, fingerprint } of commits) {
      this.state = events.reduce((state, event) => this.aggregate.apply(state, event, at), this.state);
      this.position = position;
      this.hash = hash;
      this.instant = at;
      this.answers.set(commandId, { fingerprint, ack: { ok: true, position, events } });
      for (const { key } of this.aggregate.obligations(this.state, this.id)) if (!this.causes.has(key)) this.causes.set(key, at);
    }
  }
}
