import type { Calendar } from '../calendar/working-days.ts';
import type { Basis, Clause, Edition } from '../edition/edition.ts';
import type { Actor } from '../people/actor.ts';
import type { RejectionCode, Rejections } from '../rejections.ts';
import type { Instant } from './instant.ts';

/** What a decision may know beside state and command: who acts, when, under which law, with which calendar. */
export interface Context {
  actor: Actor;
  now: Instant;
  edition: Edition;
  calendar: Calendar;
}

/** A refusal as a value. `clause` and `basis` are there when a sentence of the law refuses, not when a command cannot be read. */
export type Rejection<Code extends RejectionCode = RejectionCode> = {
  [C in Code]: { code: C; data: Rejections[C]; clause?: Clause; basis?: Basis };
}[Code];
export const refusal = <Code extends RejectionCode>(code: Code, data: Rejections[Code]): Rejection<Code> => ({ code, data });
export const under = <Code extends RejectionCode>(rejection: Rejection<Code>, clause: Clause, { edition }: Context): Rejection<Code> => ({
  ...rejection,
  clause,
  basis: edition.clauses[clause],
});

/** One sentence of the law. It is not asked where the edition is silent. */
export interface Rule<Data, State, Code extends RejectionCode = RejectionCode> {
  clause: Clause;
  otherwise: Code;
  refuses: (data: Data, state: State, context: Context) => Rejection<Code> | undefined;
}
/** `holds` answers true, or what the rejection has to tell. `always`: no sentence of the law but the order of its steps; asked of a silent edition, too. */
export const rule = <Code extends RejectionCode, Data, State>({
  clause,
  holds,
  otherwise,
  always = false,
}: {
  clause: Clause;
  always?: boolean;
  otherwise: Code;
  holds: (data: Data, state: State, context: Context) => true | Rejections[Code];
}): Rule<Data, State, Code> => ({
  clause,
  otherwise,
  refuses: (data, state, context) => {
    if (!always && 'silent' in context.edition.clauses[clause]) return undefined;
    const verdict = holds(data, state, context);
    return verdict === true ? undefined : under(refusal(otherwise, verdict), clause, context);
  },
});
