import type { Step } from '../edition/route.ts';
import type { Level } from '../edition/edition.ts';
import { dayOf } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Context } from '../kernel/rule.ts';
import type { Run } from './events.ts';
import { roundOfRequest } from './round-day.ts';
import type { Dossier, Gate, ProductCycle, Result } from './state.ts';
import { stepsOf } from './stations.ts';

type Opening = Pick<Context, 'edition' | 'now'>;
interface Reviewed {
  kind: Dossier['kind'];
  runs: readonly Run[];
}

/** The next run at this station, in the round that takes its request; renewals are bound to none. */
export const runAt = (
  { kind, runs }: Reviewed,
  { level, role, mode }: Pick<Step, 'level' | 'role' | 'mode'>,
  trigger: Run['trigger'],
  { edition, now }: Opening,
): Run => ({
  level,
  n: runs.filter((run) => run.level === level).length + 1,
  role,
  mode,
  roundId: roundOfRequest(edition, kind, level, dayOf(now))?.roundId ?? null,
  trigger,
});

/** A council judges anew on the same dossier, even where the route has no council at this level (7.6.e): only a council has a mean. */
export const runAgainAt = (state: Dossier, level: Level, trigger: Run['trigger'], opening: Opening): Run => {
  const step = stepsOf(state).find((each) => each.level === level);
  invariant(step, `${state.edition} has no level ${level}`);
  return runAt(state, { level, role: 'council', mode: step.role === 'council' ? step.mode : 'meeting' }, trigger, opening);
};

/** What is changed of the run that is under way is changed among all runs as well. */
export const withRun = <State extends Pick<Dossier, 'run' | 'runs'>>(state: State, run: Run): State => ({
  ...state,
  run,
  runs: state.runs.map((each) => (each.level === run.level && each.n === run.n ? run : each)),
});

/** What councils have concluded so far, oldest first; of a run that is under way there is nothing yet. */
export const conclusionsOf = (state: Extract<ProductCycle, { run: Run }>): readonly (Result | Gate)[] => {
  if ('result' in state) return [...state.results, state.result];
  return 'gate' in state ? [...state.results, state.gate] : state.results;
};
/** The dossier stays with the level that already has it: nothing is received anew, and no clock of the request runs. */
export const atHand = { stage: 'received', due: null, isComplete: true } as const;
