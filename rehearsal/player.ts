import { ApiClient, type Answer, type Server } from './api-client.ts';
import type { CaseFile, Expected, Moment, Step } from './case-file.ts';
import { check } from './check.ts';
import { CommandedClock } from './commanded-clock.ts';
import { restsOn } from './compare.ts';
import { calledIn } from './called.ts';
import type { Report, Tally, Unexpected } from './entry.ts';
import { merged } from './merged.ts';

/**
 * Plays stories on a running server, in one rehearsal space, by their dates: the clock goes to the instant of each line, deadlines on the way pass,
 * and the line is played when the space is quiet. A difference is told and the story goes on; a step that was not answered as written ends its
 * own story, and trouble with the server ends all.
 */
export async function play(cases: readonly CaseFile[], server: Server, report: Report): Promise<Tally> {
  const names = Object.assign({}, ...cases.map((each) => each.names)) as Readonly<Record<string, string>>;
  report({ kind: 'started', cases: cases.map(({ title }) => title), names });
  const tally = await new Player(new ApiClient(server), report, names).play(merged(cases));
  report({ kind: 'finished', ...tally });
  return tally;
}

interface Ending {
  reason: string;
  refused?: Unexpected;
  skipped: readonly Moment[];
}

class Player {
  private readonly api: ApiClient;
  private readonly report: Report;
  private readonly names: Readonly<Record<string, string>>;
  private readonly clock: CommandedClock;
  private readonly ended = new Set<string>();
  private readonly tally: Tally = { ok: true, steps: 0, met: 0, differs: 0, stopped: 0 };

  constructor(api: ApiClient, report: Report, names: Readonly<Record<string, string>>) {
    this.api = api;
    this.report = report;
    this.names = names;
    this.clock = new CommandedClock(api, (due) => {
      report({ kind: 'deadline', ...due });
    });
  }

  async play(moments: readonly Moment[]): Promise<Tally> {
    for (const [index, moment] of moments.entries()) {
      if (this.ended.has(moment.case)) continue;
      const rest = moments.slice(index + 1);
      try {
        if (index === 0) await this.api.opened();
        const refused = await this.moment(moment);
        const own = rest.filter((later) => later.case === moment.case);
        if (refused) this.end(moment, { reason: `${refused.verb.command}: ${refused.code}`, refused, skipped: own });
      } catch (error) {
        this.end(moment, { reason: error instanceof Error ? error.message : String(error), skipped: rest });
        break;
      }
    }
    return { ...this.tally, ok: this.tally.differs === 0 && this.tally.stopped === 0 };
  }

  private end({ case: name, file, line, at }: Moment, { reason, refused, skipped }: Ending): void {
    this.ended.add(name);
    this.tally.stopped++;
    this.report({ kind: 'stopped', file, line, at, reason, refused, skipped: skipped.filter(({ kind }) => kind === 'step').length });
  }

  /** Why the story cannot go on, if it cannot. */
  private async moment(moment: Moment): Promise<Unexpected | undefined> {
    await this.clock.goTo(moment.at);
    switch (moment.kind) {
      case 'until':
        return undefined;
      case 'expect':
        return this.expect(moment);
      case 'step':
        return this.step(moment);
    }
  }

  private async expect({ file, line, at, expectation }: Expected): Promise<undefined> {
    const differences = await check(this.api, expectation);
    if (differences.length === 0) {
      this.tally.met++;
      this.report({ kind: 'met', file, line, at, expectation });
    } else {
      this.tally.differs++;
      this.report({ kind: 'differs', file, line, at, about: expectation, differences });
    }
    return undefined;
  }

  private async step(step: Step): Promise<Unexpected | undefined> {
    const { to, verb, commandId, data, at, person, onBehalfOf, isSignal } = step;
    const sending = {
      to,
      command: verb.command,
      commandId,
      data,
      at,
      actor: { person: person.id, roles: person.roles },
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    };
    this.tally.steps++;
    if (!isSignal) return this.answered(step, await this.api.send(sending));
    await this.api.signal(sending);
    await this.clock.wake(to, at);
    this.report({ kind: 'signalled', ...this.act(step) });
    return undefined;
  }

  private answered(step: Step, answer: Answer): Unexpected | undefined {
    const { refused } = step;
    if (!('refusal' in answer)) {
      this.report({ kind: 'accepted', ...this.act(step), events: answer.events.map(({ type }) => type) });
      if (refused) this.differs(step, { expected: refused, actual: 'accepted' });
      return undefined;
    }
    const { code, basis, detail } = answer.refusal;
    const isExpected = refused !== undefined && (refused.code === undefined || refused.code === code) && restsOn(refused, basis);
    this.report({ kind: 'refused', ...this.act(step), refusal: { code, basis, detail }, isExpected });
    if (isExpected) this.tally.met++;
    else if (refused) this.differs(step, { expected: refused, actual: { code, ...basis } });
    else return { verb: step.verb, code };
    return undefined;
  }
  private differs(step: Step, { expected, actual }: { expected: unknown; actual: unknown }): void {
    this.tally.differs++;
    const { file, line, at, verb } = step;
    this.report({ kind: 'differs', file, line, at, about: verb, differences: [{ field: 'refused', expected, actual }] });
  }
  private act({ file, line, at, person, onBehalfOf, verb, to }: Step) {
    const principal = onBehalfOf === undefined ? {} : { onBehalfOf: calledIn(this.names, onBehalfOf) };
    return { file, line, at, person: person.name, ...principal, verb, on: calledIn(this.names, to.id) };
  }
}
