/**
 * The loop of every aggregate: a queue, one writer, a cache of the aggregate's stream. It decides, appends in an activity and folds what the append
 * brought back, never what it decided. It carries nothing from run to run: the next run reads the stream. How it was proved: docs/decisions.
 */
import * as wf from '@temporalio/workflow';
import type { Ack, Aggregate, Deadline, DomainEvent, Obligation } from '../domain/kernel/aggregate.ts';
import { commandRefused } from '../domain/kernel/decide.ts';
import { fingerprint, spread } from '../domain/kernel/fingerprint.ts';
import { fingerprintOf, readCommand, wake, type Author, type CommandMessage } from '../domain/kernel/message.ts';
import { refusal, type Rejection } from '../domain/kernel/rule.ts';
import type { FulfilActivities, LogActivities } from './activity-contracts.ts';
import { jitterMs } from './clock.ts';
import { describe } from './describe.ts';
import { executeCommand, fulfilQueue, signalCommand, workflowIdOf, type EntityInput } from './messages.ts';
import { allReadable, fits, readable, tooLarge } from './recordable.ts';
import { StreamCache } from './stream-cache.ts';

/** No schedule-to-close: an append tries until the log is back. Start-to-close is also how long a killed worker's append stays unseen. */
const { appendCommit, readStream } = wf.proxyActivities<LogActivities>({
  startToCloseTimeout: 5_000,
  retry: { initialInterval: 200, maximumInterval: 30_000 },
});
/** The server allows 2,000 pending activities; an annual cycle may owe more. */
const obligationsAtOnce = 50;
const clockAuthor: Author = { person: 'clock' };
const engineAuthor: Author = { person: 'engine' };

type Item = { kind: 'update'; raw: unknown; ack?: Ack } | { kind: 'signal'; raw: unknown } | { kind: 'settle'; key: string; answer: Ack };
type Verdict = { events: readonly DomainEvent[] } | { ack: Ack };
const refused = (rejection: Rejection): Ack => ({ ok: false, rejection });
const failure = (type: string, details: Rejection[] = []) =>
  wf.ApplicationFailure.create({ type, message: details[0]?.code ?? type, details, nonRetryable: true });

class Entity<State> {
  private readonly aggregate: Aggregate<State>;
  private readonly input: EntityInput;
  private readonly fulfil: FulfilActivities['fulfil'];
  private readonly stream: StreamCache<State>;
  private appended = 0;
  private resting = false; // waiting, nothing in flight: only then may the validator judge
  private shown = ''; // search attributes as last set
  private readonly fulfilling = new Set<string>();
  private readonly inbox: Item[] = [];

  constructor(aggregate: Aggregate<State>, input: EntityInput) {
    this.aggregate = aggregate;
    this.input = input;
    this.stream = new StreamCache(aggregate, input.id, { appendCommit, readStream });
    const taskQueue = fulfilQueue(wf.workflowInfo().taskQueue);
    this.fulfil = wf.proxyActivities<FulfilActivities>({
      taskQueue,
      startToCloseTimeout: 10_000,
      retry: { initialInterval: 200, maximumInterval: 30_000 },
    }).fulfil;
  }

  async run(): Promise<void> {
    this.listen();
    if (this.inbox.length === 0) await this.stream.catchUp(); // continued as new, or started bare after a loss
    for (;;) {
      await this.drain();
      if (this.input.clock === 'wall') await this.passDeadlines(Date.now());
      this.oblige();
      this.show();
      const leaving = this.isOver() || this.mustRoll();
      if (leaving && this.inbox.length === 0 && wf.allHandlersFinished()) break; // no await from here on
      await this.rest(leaving);
    }
    if (!this.isOver()) await wf.continueAsNew<(input: EntityInput) => Promise<void>>(this.input);
  }

  private listen(): void {
    // First, for what a new run finds waiting is handed over as handlers come: a signal that started it is before every update.
    wf.setHandler(signalCommand, (raw) => {
      this.inbox.push({ kind: 'signal', raw });
    });
    wf.setHandler(
      executeCommand,
      async (raw) => {
        const item: Item & { kind: 'update' } = { kind: 'update', raw };
        this.inbox.push(item);
        await wf.condition(() => item.ack !== undefined);
        return item.ack ?? refused(refusal('Malformed', { fields: [] }));
      },
      {
        validator: (raw) => {
          this.validate(raw);
        },
      },
    );
  }

  /** Refuses without a trace in history, but only what it can judge on the newest state; else the loop answers. */
  private validate(raw: unknown): void {
    if (this.mustRoll()) throw failure('RunIsMoving'); // else it would never be quiet; the door sends it to the next run
    if (!this.resting || this.inbox.length > 0 || this.stream.position === 0) return;
    const read = readCommand(raw);
    const rejection = 'rejection' in read ? read.rejection : this.foreseen(read.command);
    if (rejection) throw failure('CommandRefused', [rejection]);
  }
  /** Why the loop would refuse it too; nothing while a deadline has to pass first. */
  private foreseen(command: CommandMessage): Rejection | undefined {
    const now = this.now(command);
    if ((this.next()?.at ?? Infinity) <= now) return undefined;
    const verdict = this.judge(command, now);
    return 'ack' in verdict && !verdict.ack.ok ? verdict.ack.rejection : undefined;
  }

  private next(): Deadline | undefined {
    return this.aggregate.nextDeadline(this.stream.state);
  }
  private now(command?: CommandMessage): number {
    return this.input.clock === 'wall' ? Date.now() : Math.max(command?.at ?? 0, this.stream.instant);
  }

  private judge(command: CommandMessage, now: number): Verdict {
    const { commandId } = command;
    const before = this.stream.answers.get(commandId);
    if (before)
      return { ack: before.fingerprint === fingerprintOf(command) ? before.ack : refused(refusal('CommandIdReused', { commandId })) };
    const commanded = this.input.clock === 'commanded';
    if ((command.at !== undefined) !== commanded) return { ack: refused(refusal('WrongClock', { commanded })) };
    if (command.type === wake) return { ack: { ok: true, position: this.stream.position, events: [] } };
    const decision = this.aggregate.judge(this.stream.state, command, command.actor, now);
    if ('rejection' in decision) return { ack: refused(decision.rejection) };
    return fits(decision.events) ? decision : { ack: refused(refusal('Malformed', tooLarge)) };
  }

  private async drain(): Promise<void> {
    for (let item = this.inbox.shift(); item; item = this.inbox.shift()) {
      if (item.kind === 'update') item.ack = await this.handle(item.raw);
      else if (item.kind === 'settle') await this.settle(item.key, item.answer);
      else await this.handleSignal(item.raw);
    }
  }

  private async handle(raw: unknown): Promise<Ack> {
    const read = readCommand(raw);
    if ('rejection' in read) return refused(read.rejection);
    const { command } = read;
    for (;;) {
      const now = this.now(command);
      await this.passDeadlines(now);
      const verdict = this.judge(command, now);
      if ('events' in verdict) await this.append(command, fingerprintOf(command), now, verdict.events); // the next turn answers
      else if ((verdict.ack.ok && command.type !== wake) || this.stream.position > 0 || this.stream.hasRead) return verdict.ack;
      else await this.stream.catchUp(); // about to refuse on an empty state: first look whether the log knows more
    }
  }

  /** Nobody waits for a signal's answer, so its refusal is an event: once per id. */
  private async handleSignal(raw: unknown): Promise<void> {
    const ack = await this.handle(raw);
    if (ack.ok) return;
    const read = readCommand(raw);
    const sent =
      'command' in read
        ? { ...read.command, person: read.command.actor.person }
        : { commandId: fingerprint(raw), type: '', person: 'unknown' };
    const { code, clause, basis, data } = ack.rejection;
    const told = { commandId: sent.commandId, type: sent.type, code, clause, basis };
    const whole = { type: commandRefused, data: { ...told, data } };
    const event = fits([whole]) ? whole : { type: commandRefused, data: { ...told, data: tooLarge } };
    const commandId = `~refused/${sent.commandId}`;
    const actor = { person: readable(sent.person) };
    while (!this.stream.answers.has(commandId)) await this.append({ commandId, actor }, fingerprint(raw), this.now(), allReadable([event]));
  }

  private async passDeadlines(now: number): Promise<void> {
    for (let due = this.next(); due && due.at <= now; due = this.next()) {
      const commandId = `~deadline/${due.key}@${due.at}`;
      if (this.stream.answers.has(commandId)) throw new Error(`defect: ${commandId} has passed and is still next`); // visible, no spin
      await this.append({ commandId, actor: clockAuthor }, '', due.at, [due.event]);
    }
  }

  private async settle(key: string, answer: Ack): Promise<void> {
    const find = () => this.owed().find((duty) => duty.key === key);
    const at = Math.max(this.now(), this.stream.causes.get(key) ?? 0);
    for (let duty = find(); duty; duty = find())
      await this.append({ commandId: `~settled/${key}`, actor: engineAuthor }, '', at, duty.settle(answer));
    this.fulfilling.delete(key);
  }

  private async append(
    { commandId, actor }: { commandId: string; actor: Author },
    print: string,
    at: number,
    events: readonly DomainEvent[],
  ): Promise<void> {
    this.appended++;
    const author = { person: actor.person, ...(actor.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }) };
    await this.stream.append({ commandId, fingerprint: print, at, actor: author, events });
  }

  private owed(): readonly Obligation[] {
    return this.aggregate.obligations(this.stream.state, this.input.id);
  }

  private oblige(): void {
    for (const { key, to, command } of this.owed()) {
      if (this.fulfilling.size >= obligationsAtOnce || this.fulfilling.has(key)) continue;
      this.fulfilling.add(key);
      const commandId = `${workflowIdOf(this.aggregate.name, this.input.id)}/${key}`;
      const at = this.input.clock === 'commanded' ? { at: this.stream.causes.get(key) ?? this.stream.instant } : {};
      this.fulfil({ commandId, to, command, ...at }).then(
        (answer) => {
          this.inbox.push({ kind: 'settle', key, answer });
        },
        () => {
          this.fulfilling.delete(key);
        }, // it retries for ever: it ends so only when this run is being left
      );
    }
  }

  private show(): void {
    const { text, attributes } = describe(this.aggregate.facets(this.stream.state, this.input.id), this.next()?.at);
    if (this.stream.position === 0 || text === this.shown) return;
    this.shown = text;
    wf.upsertSearchAttributes(attributes);
  }

  /** Unborn (a refused first command leaves no ghost) or closed, and nothing owed. */
  private isOver(): boolean {
    return !this.aggregate.alive(this.stream.state) && this.owed().length === 0;
  }

  private mustRoll(): boolean {
    const { continueAsNewSuggested } = wf.workflowInfo();
    return continueAsNewSuggested || this.appended >= this.input.rollAfter;
  }

  private async rest(leaving: boolean): Promise<void> {
    const woken = () => this.inbox.length > 0 || (leaving ? wf.allHandlersFinished() : this.mustRoll());
    const due = this.input.clock === 'wall' && !leaving ? this.next() : undefined;
    this.resting = true;
    const inTime =
      due === undefined
        ? await wf.condition(woken).then(() => true)
        : await wf.condition(woken, Math.max(1, due.at + spread(this.input.id, jitterMs) - Date.now()));
    this.resting = false;
    if (due && !inTime) await this.passDeadlines(Math.max(due.at, Date.now())); // the timer is the proof that it is due
  }
}

export const entity = <State>(aggregate: Aggregate<State>, input: EntityInput): Promise<void> => new Entity(aggregate, input).run();
