import { aggregates } from '../../domain/aggregates.ts';
import type { AnnualCycle } from '../../domain/annual-cycle/state.ts';
import { roundsOfYear } from '../../domain/annual-cycle/year-rounds.ts';
import type { Certificate } from '../../domain/certificate/state.ts';
import { assignmentsIn } from '../../domain/council/assignments.ts';
import type { Council } from '../../domain/council/state.ts';
import { productOf, type Address, type AggregateName } from '../../domain/kernel/address.ts';
import type { Ack, Aggregate, Deadline, DomainEvent, Sent } from '../../domain/kernel/aggregate.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { engine, type Actor, type Assignment } from '../../domain/people/actor.ts';
import { productCodeOf } from '../../domain/product-cycle/product-code.ts';
import type { ProductCycle } from '../../domain/product-cycle/state.ts';

/*
 * The domain without servers: aggregates in memory, deadlines in the order of their days, obligations answered at once. It decides and folds by the
 * same tables as the engine; what it says of a story is checked against the story, and the engine itself plays each as a test.
 */

interface Life<State> {
  address: Address;
  state: () => State;
  send: (sent: Sent, actor: Actor, now: Instant) => Ack;
  next: () => Deadline | undefined;
  pass: (deadline: Deadline) => void;
  owed: () => ReturnType<Aggregate<State>['obligations']>;
  settle: (events: readonly DomainEvent[], now: Instant) => void;
}
/** Something that happened, and why. */
export interface Happening {
  aggregate: AggregateName;
  by: 'command' | 'deadline' | 'answer';
  type: string;
}
type Tell = (by: Happening['by'], events: readonly DomainEvent[]) => void;

const live = <State>(aggregate: Aggregate<State>, address: Address, tell: Tell): Life<State> => {
  let state = aggregate.unborn;
  let latest = Number.NEGATIVE_INFINITY;
  const record = (by: Happening['by'], events: readonly DomainEvent[], at: Instant) => {
    latest = Math.max(latest, at);
    for (const event of events) state = aggregate.apply(state, event, latest);
    tell(by, events);
  };
  return {
    address,
    state: () => state,
    send: (sent, actor, now) => {
      const verdict = aggregate.judge(state, sent, actor, Math.max(now, latest));
      if ('rejection' in verdict) return { ok: false, rejection: verdict.rejection };
      record('command', verdict.events, now);
      return { ok: true, position: 1, events: verdict.events };
    },
    next: () => aggregate.nextDeadline(state),
    pass: ({ event, at }) => {
      record('deadline', [event], at);
    },
    owed: () => aggregate.obligations(state, address.id),
    settle: (events, now) => {
      record('answer', events, now);
    },
  };
};

export class Memory {
  readonly happened: Happening[] = [];
  readonly engines = new Set<string>();
  private readonly products = new Map<string, Life<ProductCycle>>();
  private readonly certificates = new Map<string, Life<Certificate>>();
  private readonly councils = new Map<string, Life<Council>>();
  private readonly years = new Map<string, Life<AnnualCycle>>();
  private readonly others = new Map<string, Pick<Life<unknown>, Exclude<keyof Life<unknown>, 'state'>>>();

  send(to: Address, { type, data }: Sent, { actor, now }: { actor: Actor; now: Instant }): Ack {
    const known = to.aggregate === 'product-cycle' ? this.knownFor(to.id, type, data) : undefined;
    const seated = { ...actor, roles: [...actor.roles, ...this.seatsOf(actor.person)] };
    return this.at(to).send({ type, data, ...(known && { known }) }, seated, now);
  }

  /** Every deadline until then passes on its own day, with what follows from it. */
  goTo(now: Instant): void {
    this.quiet(now);
    for (;;) {
      const soonest = this.all()
        .flatMap((life) => {
          const due = life.next();
          return due !== undefined && due.at <= now ? [{ life, due }] : [];
        })
        .toSorted((a, b) => a.due.at - b.due.at)[0];
      if (soonest === undefined) return;
      soonest.life.pass(soonest.due);
      this.quiet(soonest.due.at);
    }
  }

  /** Until nobody owes anybody anything. */
  quiet(now: Instant): void {
    for (;;) {
      const [first] = this.all().flatMap((life) => life.owed().map((duty) => ({ life, duty })));
      if (first === undefined) return;
      const { life, duty } = first;
      const answer = this.send(duty.to, duty.command, { actor: engine, now });
      if (answer.ok) this.engines.add(duty.command.type);
      life.settle(duty.settle(answer), now);
    }
  }

  private all() {
    return [
      ...this.products.values(),
      ...this.certificates.values(),
      ...this.councils.values(),
      ...this.years.values(),
      ...this.others.values(),
    ];
  }
  private at(address: Address): Pick<Life<unknown>, 'send'> {
    const { aggregate, id } = address;
    const tell: Tell = (by, events) => {
      for (const { type } of events) this.happened.push({ aggregate, by, type });
    };
    const key = `${aggregate}:${id}`;
    switch (aggregate) {
      case 'product-cycle':
        return bornIn(this.products, id, () => live(aggregates[aggregate], address, tell));
      case 'certificate':
        return bornIn(this.certificates, id, () => live(aggregates[aggregate], address, tell));
      case 'council':
        return bornIn(this.councils, id, () => live(aggregates[aggregate], address, tell));
      case 'annual-cycle':
        return bornIn(this.years, id, () => live(aggregates[aggregate], address, tell));
      case 'number-book':
        return bornIn(this.others, key, () => live(aggregates[aggregate], address, tell));
    }
  }

  /** Seats come from the councils themselves. */
  private seatsOf(person: string): readonly Assignment[] {
    return [...this.councils.values()].flatMap(({ address, state }) => {
      const council = state();
      return council.stage === 'formed' ? assignmentsIn(address.id, council).filter((each) => each.person === person) : [];
    });
  }
  /** What the API would add from the views. */
  private knownFor(cycle: string, command: string, data: unknown): object | undefined {
    if (command === 'moveToRound') return this.announcedFor(cycle, data);
    if (aggregates['product-cycle'].commands[command]?.knows !== true) return undefined;
    const product = productOf(cycle);
    const held = [...this.certificates.values()]
      .flatMap(({ address, state }) => {
        const now = state();
        return now.stage !== 'unborn' && now.certificate.product === product ? [{ id: address.id, now }] : [];
      })
      .toSorted((a, b) => b.now.certificate.effectiveOn.localeCompare(a.now.certificate.effectiveOn))[0];
    const open = [...this.products.values()].find(
      (life) => life.address.id !== cycle && productOf(life.address.id) === product && isOpen(life.state()),
    );
    return {
      ...(held && heldAs(held)),
      ...(held && recognisedAs(this.products.get(held.id)?.state())),
      ...(open && { openCycle: open.address.id }),
    };
  }
  private announcedFor(cycle: string, data: unknown): object {
    const state = this.products.get(cycle)?.state();
    if (!state || !('run' in state) || typeof data !== 'object' || data === null || !('round' in data)) return {};
    const found = [...this.years.values()]
      .map((life) => life.state())
      .flatMap((year) => (year.stage === 'unborn' ? [] : roundsOfYear(year.year, year.rounds, year.openedOn)))
      .find(({ id, level, source }) => id === data.round && level === state.run.level && source !== 'edition');
    return found === undefined
      ? {}
      : { announced: { requestsBefore: found.requestsBefore, lastRequestDay: found.lastRequestDay, lastResultDay: found.lastResultDay } };
  }
}

const bornIn = <Born>(lives: Map<string, Born>, key: string, bear: () => Born): Born => {
  const found = lives.get(key) ?? bear();
  lives.set(key, found);
  return found;
};
const isOpen = (state: ProductCycle): boolean =>
  state.stage !== 'unborn' && aggregates['product-cycle'].alive(state) && state.stage !== 'recognised';
const heldAs = ({ id, now }: { id: string; now: Exclude<Certificate, { stage: 'unborn' }> }) => ({
  held: {
    certificate: id,
    star: now.certificate.star,
    lastDay: now.certificate.lastDay,
    ...(now.stage === 'ended' && { ended: now.end.how }),
  },
});
const recognisedAs = (state: ProductCycle | undefined) => {
  if (state?.stage !== 'recognised') return {};
  const productCode = productCodeOf(state);
  return { dossier: { evidence: state.evidence, ...(productCode !== undefined && { productCode }) } };
};
