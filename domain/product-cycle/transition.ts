import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { transitionOf, type Transition } from '../edition/transition.ts';
import type { Deadline, NamedDuty } from '../kernel/aggregate.ts';
import { dueOn } from '../kernel/due.ts';
import type { OneOf } from '../kernel/form.ts';
import { dayOf, startOf } from '../kernel/instant.ts';
import { refusal, rule, under, type Context, type Rejection } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import type { Party } from '../people/actor.ts';
import { shape, type Events } from './events.ts';
import { unitAt } from '../territory/place.ts';
import {
  command,
  dossierOf,
  from,
  hasDossier,
  isUnderReview,
  underReview,
  type Changes,
  type Dossier,
  type ProductCycle,
} from './state.ts';

/*
 * Dossiers filed before a newer edition finish under their own within its term (12.2). After that day nothing more is decided on them: what is
 * unfinished is closed by a recorded decision, and the producer files again under the newer edition.
 */

type Pending = Extract<ProductCycle, { stage: (typeof underReview)[number] }>;
const termOf = (state: ProductCycle): Transition | undefined =>
  isUnderReview(state) ? transitionOf(state.edition, state.kind) : undefined;

/** What may still be done: to end the dossier, and to keep the books about it. */
const stillDone: readonly string[] = ['closeByTransition', 'withdrawDossier', 'handOver', 'carryOver', 'correct'];
export const barredByTransition = (state: ProductCycle, act: string, context: Context): Rejection | undefined => {
  const term = termOf(state);
  return term && term.until < dayOf(context.now) && !stillDone.includes(act)
    ? under(refusal('TransitionOver', { until: term.until }), 'transition.pending', { ...context, edition: editions[term.edition] })
    : undefined;
};

const wentBy = ({ deadlinesPassed, transition }: Pending): boolean =>
  transition !== undefined && deadlinesPassed.includes(`transition/${transition.until}/1`);
/** From the day on which the newer edition begins, its term binds every duty that has no earlier day; when it is over, only the closing is left. */
export const awaitedInTransition = (state: ProductCycle, duties: readonly NamedDuty[]): readonly NamedDuty[] => {
  const term = termOf(state);
  if (!term || !isUnderReview(state) || state.transition === undefined) return duties;
  if (wentBy(state)) return duties.filter((duty) => duty.command === 'closeByTransition');
  const due = dueOn(term.until, term.from, 'transition.pending', term.basis);
  return duties.map((duty) => (duty.due && duty.due.day <= term.until ? duty : { ...duty, due }));
};
/** A newer edition that has begun tells each pending dossier until when it may finish. */
export const beginning = (state: ProductCycle): readonly Deadline<OneOf<Events>>[] => {
  const term = termOf(state);
  if (!term || !isUnderReview(state) || state.transition !== undefined) return [];
  const { edition, from: begins, until } = term;
  return [{ key: `transition.${begins}`, at: startOf(begins), event: { type: 'TransitionBegan', data: { edition, from: begins, until } } }];
};

export const transitionHasEnded = rule({
  clause: 'transition.closing',
  otherwise: 'TransitionNotOver',
  holds: (_: unknown, state: Pending, { now }) => {
    const until = termOf(state)?.until ?? null;
    return (until !== null && until < dayOf(now)) || { until };
  },
});
/** The deciding authority that the dossier has reached, or has next above it: of the province, mostly, or the Minister. */
const unitOfAuthority = ({ edition, run, place }: Dossier): string => {
  const { levels } = editions[edition];
  const upward = levels.slice(levels.findIndex(({ level }) => level === run.level));
  return unitAt(place, upward.find(({ certifies }) => certifies.value.length > 0)?.level ?? run.level);
};
const authorityOverPending: Party<ProductCycle> = {
  role: 'decidingAuthority',
  at: (state) => (hasDossier(state) ? unitOfAuthority(state) : undefined),
};
export const closeByTransition = command({
  data: z.strictObject(shape.legalAct),
  clause: 'transition.closing',
  by: [authorityOverPending],
  stage: underReview,
  duty: (state) => (wentBy(state) ? [{ role: 'decidingAuthority', unit: unitOfAuthority(state) }] : []),
  rules: [transitionHasEnded, documentIsWhole, effectiveDayHasCome],
  then: (paper, state) => [{ type: 'ClosedByTransition', data: { ...paper, until: termOf(state)?.until ?? paper.effectiveOn } }],
});

export const changes = {
  TransitionBegan: from([...underReview], (state, transition) => ({ ...state, transition })),
  ClosedByTransition: from([...underReview], (state, { document }) => ({
    ...dossierOf(state),
    stage: 'closed-by-transition',
    closing: document,
  })),
} satisfies Changes<'TransitionBegan' | 'ClosedByTransition'>;
