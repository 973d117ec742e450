import { ApiClient, type Answer, type Server } from './api-client.ts';
import type { CaseFile, Expected, Moment, Step } from './case-file.ts';
import { check } from './check.ts';
import { CommandedClock } from './commanded-clock.ts';
import { restsOn } from './compare.ts';
import type { Report, Tally } from './entry.ts';
import { merged } from './merged.ts';

/**
 * Plays stories on a running server, in one rehearsal space, by their dates: the clock goes to the instant of each line, deadlines on the way pass,
 * and the line is played when the space is quiet. A difference is told and the story goes on; a step that was not answered as written ends its
 * own story, and trouble with the server ends all.
 */
export async function play(cases: readonly CaseFile[], server: Server, report: Report): Promise<Tally> {
  report({ kind: 'started', cases: cases.map(({ title }) => title) });
  const tally = await new Player(new ApiClient(server), report).play(merged(cases));
  report({ kind: 'finished', ...tally });
  return tally;
}

class Player {
  private readonly api: ApiClient;
  private readonly report: Report;
  private readonly clock: CommandedClock;
  private readonly ended = new Set<string>();
  private readonly tally: Tally = { ok: true, steps: 0, met: 0, differs: 0, stopped: 0 };

  constructor(api: ApiClient, report: Report) {
    this.api = api;
    this.report = report;
    this.clock = new CommandedClock(api, ({ at, aggregate, id, key }) => { report({ kind: 'deadline', at, aggregate, id, key }); });
  }

  async play(moments: readonly Moment[]): Promise<Tally> {
    for (const [index, moment] of moments.entries()) {
      if (this.ended.has(moment.case)) continue;
      const rest = moments.slice(index + 1);
      try {
        const reason = await this.moment(moment);
        if (reason !== undefined) this.end(moment, reason, rest.filter((later) => later.case === moment.case));
      } catch (error) {
        this.end(moment, error instanceof Error ? error.message : String(error), rest);
        break;
      }
    }
    return { ...this.tally, ok: this.tally.differs === 0 && this.tally.stopped === 0 };
  }

  private end({ case: name, file, line, at }: Moment, reason: string, skipped: readonly Moment[]): void {
    this.ended.add(name);
    this.tally.stopped++;
    this.report({ kind: 'stopped', file, line, at, reason, skipped: skipped.filter(({ kind }) => kind === 'step').length });
  }

  /** Why the story cannot go on, if it cannot. */
  private async moment(moment: Moment): Promise<string | undefined> {
    await this.clock.goTo(moment.at);
    switch (moment.kind) {
      case 'until': return undefined;
      case 'expect': return this.expect(moment);
      case 'step': return this.step(moment);
    }
  }

  private async expect({ file, line, at, expectation }: Expected): Promise<undefined> {
    const { says } = expectation;
    const differences = await check(this.api, expectation);
    if (differences.length === 0) {
      this.tally.met++;
      this.report({ kind: 'met', file, line, at, says });
    } else {
      this.tally.differs++;
      this.report({ kind: 'differs', file, line, at, says, differences });
    }
    return undefined;
  }

  private async step(step: Step): Promise<string | undefined> {
    const { to, verb, commandId, data, at, person, onBehalfOf, isSignal } = step;
    const sending = { to, command: verb.command, commandId, data, at, actor: { person: person.id, roles: person.roles }, ...(onBehalfOf !== undefined && { onBehalfOf }) };
    this.tally.steps++;
    if (!isSignal) return this.answered(step, await this.api.send(sending));
    await this.api.signal(sending);
    await this.clock.wake(to, at);
    this.report({ kind: 'signalled', ...shown(step) });
    return undefined;
  }

  private answered(step: Step, answer: Answer): string | undefined {
    const { refused } = step;
    if (!('refusal' in answer)) {
      this.report({ kind: 'accepted', ...shown(step), events: answer.events.map(({ type }) => type) });
      if (!refused) return undefined;
      this.differs(step, { expected: refused, actual: 'accepted' });
      return undefined;
    }
    const { code, basis, detail } = answer.refusal;
    const refusal = { code, basis, detail };
    this.report({ kind: 'refused', ...shown(step), refusal });
    if (!refused) return `${verbOf(step)}: ${code}${detail === undefined ? '' : ` – ${detail}`}`;
    if ((refused.code === undefined || refused.code === code) && restsOn(refused, basis)) this.tally.met++;
    else this.differs(step, { expected: refused, actual: { code, ...basis } });
    return undefined;
  }
  private differs(step: Step, { expected, actual }: { expected: unknown; actual: unknown }): void {
    this.tally.differs++;
    const { file, line, at } = step;
    this.report({ kind: 'differs', file, line, at, says: verbOf(step), differences: [{ field: 'refused', expected, actual }] });
  }
}

const verbOf = ({ verb, on }: Step): string => `${verb.command} ${on}`;
const shown = ({ file, line, at, person, verb, on }: Step) => ({ file, line, at, person: person.name, verb, on });
