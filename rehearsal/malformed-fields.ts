import { aggregates } from '../domain/aggregates.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Rejection } from '../domain/kernel/rule.ts';
import type { Actor } from '../domain/people/actor.ts';
import type { Verb } from './words.ts';

interface Machine {
  unborn: object;
  judge: (
    state: object,
    command: { type: string; data: unknown },
    actor: Actor,
    now: Instant,
  ) => { events: unknown } | { rejection: Rejection };
}

/** The fields that the command's own form does not take. Judged on a fresh state: what else would refuse it is the engine's to say. */
export const malformedFields = (
  { aggregate, command: type }: Verb,
  data: object,
  { actor, at }: { actor: Actor; at: Instant },
): readonly string[] => {
  const { unborn, judge } = aggregates[aggregate] as Machine;
  const verdict = judge(unborn, { type, data }, actor, at);
  return 'rejection' in verdict && verdict.rejection.code === 'Malformed' ? verdict.rejection.data.fields : [];
};
