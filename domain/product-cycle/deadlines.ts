import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { editions } from '../edition/edition-for.ts';
import type { Clause } from '../edition/clause.ts';
import { setting } from '../edition/settings.ts';
import type { Deadline } from '../kernel/aggregate.ts';
import type { Due } from '../kernel/due.ts';
import type { OneOf } from '../kernel/form.ts';
import { startOf, type Day } from '../kernel/instant.ts';
import type { Events } from './events.ts';
import { requestDay, resultDay } from './round-day.ts';
import { hasDossier, isUnderReview, type ProductCycle } from './state.ts';
import { succession } from './territory.ts';
import { beginning } from './transition.ts';

type What = Events['DeadlinePassed']['what'];

interface Task {
  what: What;
  day: Day;
  begun: Day;
}
/** What a round has a day for at this stage: the request to the level above, in time for its round, or the result of the council. */
const taskOfRound = (state: ProductCycle): Task | undefined => {
  if (state.stage === 'reported' || state.stage === 'approved') return until('request', requestDay(state));
  return isJudging(state) && state.run.role === 'council' ? until('round-result', resultDay(state)) : undefined;
};
const judging = ['requested', 'received', 'on-agenda', 'scoring', 'scored', 'result-reported'] as const;
const isJudging = (state: ProductCycle): state is Extract<ProductCycle, { stage: (typeof judging)[number] }> =>
  judging.some((stage) => stage === state.stage);
const until = (what: What, due: Due | undefined): Task | undefined => due && { what, day: due.day, begun: due.from };

/** The task whose clock runs, and its due day. While a supplement is awaited the ladder is silent; nothing lapses because nobody acted. */
export const taskWithClock = (state: ProductCycle): Task | undefined => {
  if (isUnderReview(state) && state.transition && !('due' in state && state.due !== null))
    return { what: 'transition', day: state.transition.until, begun: state.transition.from };
  if (!('due' in state) || state.due === null || !hasDossier(state)) return taskOfRound(state);
  const { day } = state.due;
  return { what: state.run.role === 'report' ? 'commune-report' : 'renewal-evaluation', day, begun: state.receipts.at(-1)?.on ?? day };
};

/** A step of the ladder lies so many working days from the due day; +1 and later are overdue. The day after the due day begins step 1. */
const dayOfStep = (due: Day, step: number, calendar: Calendar): Day | undefined => {
  const moved = addWorkingDays(due, step, calendar);
  return 'day' in moved ? moved.day : undefined;
};

/** The sentence of the law by which each of these days comes. */
export const restsOn = {
  DeadlinePassed: 'work.overdue',
  TransitionBegan: 'transition.pending',
  ResponsibilityHandedOver: 'territory.unit',
} as const satisfies { readonly [Type in keyof Events]?: Clause };

const ladder = (state: ProductCycle, calendar: Calendar): readonly Deadline<OneOf<Events>>[] => {
  const task = taskWithClock(state);
  if (!task || !hasDossier(state)) return [];
  const { what, day: due, begun } = task;
  return setting('reminders.workLadder', editions[state.edition]).flatMap((step) => {
    const key = `${what}/${due}/${step}`;
    const day = dayOfStep(due, step, calendar);
    if (day === undefined || day <= begun || state.deadlinesPassed.includes(key)) return [];
    return [{ key: key.replaceAll('/', '.'), at: startOf(day), event: { type: 'DeadlinePassed' as const, data: { what, step, due } } }];
  });
};

/** What is changed by the day itself, and the reminders of whoever has the task. */
export const deadlines = (state: ProductCycle, calendar: Calendar): readonly Deadline<OneOf<Events>>[] => [
  ...ladder(state, calendar),
  ...beginning(state),
  ...succession(state),
];
