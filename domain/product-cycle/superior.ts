import { editions } from '../edition/edition-for.ts';
import { getLevel } from '../edition/level.ts';
import { setting } from '../edition/settings.ts';
import type { Awaited } from '../people/actor.ts';
import { taskWithClock } from './deadlines.ts';
import { unitAt } from '../territory/place.ts';
import { hasDossier, type ProductCycle } from './state.ts';
import { stepAfter } from './stations.ts';

/**
 * Nothing lapses because nobody acted: from the first overdue step of the work ladder on the superior sees it, too
 * (`reminders.superior`), until the clock of the task ends. He is shown it and may not do it in the officer's place.
 */
export const superiorOf = (state: ProductCycle): Awaited | undefined => {
  const task = taskWithClock(state);
  if (task === undefined || !hasDossier(state)) return undefined;
  const overdue = setting('reminders.workLadder', editions[state.edition]).some(
    (step) => step > 0 && state.deadlinesPassed.includes(`${task.what}/${task.day}/${step}`),
  );
  if (!overdue) return undefined;
  const above = setting('reminders.superior', editions[state.edition]) === 'agency-above' ? stepAfter(state) : undefined;
  return above === undefined
    ? { role: 'decidingAuthority', unit: unitAt(state.place, state.run.level) }
    : { role: getLevel(editions[state.edition], above.level).receivedBy, unit: unitAt(state.place, above.level) };
};
