import { basename } from 'node:path';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import type { CaseFile, Step } from '../../rehearsal/case-file.ts';
import { readCases } from '../../rehearsal/read-case.ts';
import { filesOf } from '../sources.ts';
import { Memory } from './memory.ts';

/** What one case file shows: what is done in it, by people and by the engine, what is refused, and which days come. */
export interface Shown {
  /** The case file, without its ending. */
  name: string;
  accepted: ReadonlySet<string>;
  refused: readonly Refusal[];
  /** Events of deadlines, `aggregate.Type`. */
  passed: ReadonlySet<string>;
  /** Where memory answers otherwise than the file says; from there on only what is written counts. */
  apart: string | undefined;
}
/** `clause`: as memory answered. */
export interface Refusal {
  command: string;
  code: string;
  clause: string | undefined;
}

export const readStories = (root: string): readonly CaseFile[] => {
  const files = filesOf(root, 'examples').filter((file) => file.endsWith('.yaml'));
  const read = readCases(files.toSorted().map((file) => `${root}/${file}`));
  if ('problems' in read) throw new Error(read.problems.map(({ file, line, code }) => `${file}:${line} ${code}`).join('\n'));
  return read.cases;
};

/** Plays as far as memory and the file agree. A repeated request is answered as before. */
class Telling {
  readonly memory = new Memory();
  apart: string | undefined;
  private readonly answers = new Map<string, Ack>();

  step(step: Step): Ack | undefined {
    if (this.apart !== undefined) return undefined;
    const { verb, to, data, person, at, line, commandId, onBehalfOf, isSignal } = step;
    const actor = { person: person.id, roles: person.roles, ...(onBehalfOf !== undefined && { onBehalfOf }) };
    const answer = this.answers.get(commandId) ?? this.memory.send(to, { type: verb.command, data }, { actor, now: at });
    if (answer.ok) this.answers.set(commandId, answer);
    this.memory.quiet(at);
    if (isSignal || isAsWritten(step, answer)) return answer;
    this.apart = `line ${line}: ${verb.command} ${answer.ok ? 'is accepted' : `is refused, ${answer.rejection.code}`}`;
    return undefined;
  }
}
const isAsWritten = ({ refused }: Step, answer: Ack): boolean =>
  answer.ok ? refused === undefined : refused !== undefined && (refused.code === undefined || refused.code === answer.rejection.code);
const refusalIn = ({ verb: { command }, refused }: Step, answer: Ack | undefined): Refusal | undefined => {
  if (answer?.ok === false) return { command, code: answer.rejection.code, clause: answer.rejection.clause };
  return refused?.code === undefined ? undefined : { command, code: refused.code, clause: undefined };
};

export const shownIn = ({ file, moments }: Pick<CaseFile, 'file' | 'moments'>): Shown => {
  const telling = new Telling();
  const accepted = new Set<string>();
  const refused: Refusal[] = [];
  for (const moment of moments) {
    if (telling.apart === undefined) telling.memory.goTo(moment.at);
    if (moment.kind !== 'step') continue;
    const refusal = refusalIn(moment, telling.step(moment));
    if (refusal) refused.push(refusal);
    else if (!moment.refused) accepted.add(moment.verb.command);
  }
  const { happened, engines } = telling.memory;
  return {
    name: basename(file).replace(/\.yaml$/, ''),
    accepted: new Set([...accepted, ...engines]),
    refused,
    passed: new Set(happened.filter(({ by }) => by === 'deadline').map(({ aggregate, type }) => `${aggregate}.${type}`)),
    apart: telling.apart,
  };
};
