import type { Change, Plan } from './aggregate.ts';
import { command, type Draft } from './command.ts';
import { answers } from './decide.ts';
import type { Instant } from './instant.ts';
import { invariant } from './invariant.ts';
import { isAt, type At, type Staged } from './stage.ts';

/** The words in which the steps of one aggregate are written. */
export const grammar = <State extends Staged, Events>() =>
  Object.freeze({
    command: <Data, const Stage extends State['stage'], Known = unknown>(draft: Draft<State, Events, Data, Known, Stage>) => command(draft),
    /** The change of an event, from the stages it can happen in. Elsewhere the log itself is wrong, and we crash. */
    from:
      <const Stage extends State['stage'], Data>(
        stages: readonly Stage[],
        change: (state: At<State, Stage>, data: Data, at: Instant) => State,
      ): Change<State, Data> =>
      (state, data, at) => {
        invariant(isAt(state, stages), `an event of ${stages.join(', ')} at ${state.stage}`);
        return change(state, data, at);
      },
    aggregate: <Commands>(plan: Plan<State, Events, Commands>) => answers(plan),
  });
