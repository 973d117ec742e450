import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { editions } from '../edition/edition-for.ts';
import type { Clause } from '../edition/clause.ts';
import { setting } from '../edition/settings.ts';
import type { Deadline } from '../kernel/aggregate.ts';
import type { OneOf } from '../kernel/form.ts';
import { startOf, type Day } from '../kernel/instant.ts';
import type { Events } from './events.ts';
import { hasDossier, type ProductCycle } from './state.ts';

type What = Events['DeadlinePassed']['what'];

/** The task whose clock runs, and its due day. While a supplement is awaited the ladder is silent; nothing lapses because nobody acted. */
const running = (state: ProductCycle): { what: What; day: Day } | undefined => {
  if (!('due' in state) || state.due === null || !hasDossier(state)) return undefined;
  return { what: state.run.role === 'report' ? 'commune-report' : 'renewal-evaluation', day: state.due.day };
};

/** A step of the ladder lies so many working days from the due day; +1 and later are overdue. The day after the due day begins step 1. */
const dayOfStep = (due: Day, step: number, calendar: Calendar): Day | undefined => {
  const moved = addWorkingDays(due, step, calendar);
  return 'day' in moved ? moved.day : undefined;
};

/** The sentence of the law by which each of these days comes. */
export const restsOn = { DeadlinePassed: 'work.overdue' } as const satisfies { readonly [Type in keyof Events]?: Clause };

export const deadlines = (state: ProductCycle, calendar: Calendar): readonly Deadline<OneOf<Events>>[] => {
  const task = running(state);
  if (!task || !hasDossier(state) || !('deadlinesPassed' in state)) return [];
  const begun = state.receipts.at(-1)?.on ?? task.day;
  return setting('reminders.workLadder', editions[state.edition]).flatMap((step) => {
    const key = `${task.what}/${task.day}/${step}`;
    const day = dayOfStep(task.day, step, calendar);
    if (day === undefined || day <= begun || state.deadlinesPassed.includes(key)) return [];
    return [
      {
        key: key.replaceAll('/', '.'),
        at: startOf(day),
        event: { type: 'DeadlinePassed' as const, data: { what: task.what, step, due: task.day } },
      },
    ];
  });
};
