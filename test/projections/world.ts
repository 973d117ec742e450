import { appendCommit } from '../../activities/append-commit.ts';
import { aggregates } from '../../domain/aggregates.ts';
import type { Address } from '../../domain/kernel/address.ts';
import type { Ack, Aggregate, DomainEvent } from '../../domain/kernel/aggregate.ts';
import { commandRefused } from '../../domain/kernel/decide.ts';
import type { Commit } from '../../domain/kernel/message.ts';
import { engine, type Actor } from '../../domain/people/actor.ts';
import type { LogSpace } from './log-space.ts';

interface Place {
  state: object;
  position: number;
  hash: string;
}
const machineOf = ({ aggregate }: Address) => aggregates[aggregate] as unknown as Aggregate<object>;
const keyOf = ({ aggregate, id }: Address) => `${aggregate}:${id}`;

/** Writes what the workflows would write: judged by the aggregates, appended by the activity. */
export class World {
  private readonly append: ReturnType<typeof appendCommit>;
  private readonly places = new Map<string, Place & { to: Address }>();
  private count = 0;
  head = 0;

  constructor({ log, name }: LogSpace) {
    this.append = appendCommit(log, name);
  }

  stateOf(to: Address): object {
    return this.places.get(keyOf(to))?.state ?? machineOf(to).unborn;
  }

  async record(to: Address, events: readonly DomainEvent[], at: number, person = 'engine'): Promise<number> {
    const before = this.places.get(keyOf(to)) ?? { state: machineOf(to).unborn, position: 0, hash: '' };
    const commit: Omit<Commit, 'position' | 'hash'> = { commandId: `w-${this.count++}`, fingerprint: 'w', at, actor: { person }, events };
    const [written] = await this.append({ ...to, expected: before.position, prevHash: before.hash, commit });
    if (!written) throw new Error('nothing was written');
    const state = events.reduce((folded, event) => machineOf(to).apply(folded, event, at), before.state);
    this.places.set(keyOf(to), { to, state, position: written.position, hash: written.hash });
    this.head = Math.max(this.head, written.position);
    return written.position;
  }

  async tell(to: Address, type: string, data: object, { actor, at, known }: { actor: Actor; at: number; known?: object }): Promise<Ack> {
    const verdict = machineOf(to).judge(this.stateOf(to), { type, data, known }, actor, at);
    if ('rejection' in verdict) return { ok: false, rejection: verdict.rejection };
    return { ok: true, position: await this.record(to, verdict.events, at, actor.person), events: verdict.events };
  }
  /** As `tell`, on the way to what a test is about. */
  async must(...told: Parameters<World['tell']>): Promise<void> {
    const ack = await this.tell(...told);
    if (!ack.ok) throw new Error(`${told[1]} was refused: ${JSON.stringify(ack.rejection)}`);
  }
  async refuse(to: Address, type: string, code: string, at: number): Promise<number> {
    return this.record(
      to,
      [
        {
          type: commandRefused,
          data: { commandId: 'signal-1', type, code, clause: 'dossier.receipt', basis: { article: '7.2' }, data: false },
        },
      ],
      at,
      'S',
    );
  }

  /** Meets what is owed, at most so many. */
  async settle(at: number, most = Infinity): Promise<void> {
    for (let met = 0; met < most; met++) {
      const owed = [...this.places.values()].flatMap(({ to, state }) =>
        machineOf(to)
          .obligations(state, to.id)
          .map((duty) => ({ from: to, ...duty })),
      )[0];
      if (!owed) return;
      const answer = await this.tell(owed.to, owed.command.type, owed.command.data, { actor: engine, at });
      await this.record(owed.from, owed.settle(answer), at);
    }
  }
  async passDeadlines(to: Address, until: number): Promise<void> {
    for (
      let due = machineOf(to).nextDeadline(this.stateOf(to));
      due && due.at <= until;
      due = machineOf(to).nextDeadline(this.stateOf(to))
    ) {
      await this.record(to, [due.event], due.at, 'clock');
    }
  }
}
