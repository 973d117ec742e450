import { showDay } from '../../domain/kernel/instant.ts';
import type { Due } from '../../domain/kernel/due.ts';
import type { Waiting, Words } from '../words.ts';
import { basis } from './basis.ts';
import { counted } from './counted.ts';
import { terms } from './terms.ts';

/** The whole computation, so that anybody can check it. */
export const due = ({ count, unit, from, skipped, day, provisional, basis: ground }: Due): string => {
  const off = skipped.length === 0 ? '' : `, stepping over the days off ${skipped.map(showDay).join(', ')}`;
  const term = count === 1 ? `1 ${unit === 'working-days' ? 'working day' : 'day'}` : `${count} ${terms.units[unit]}`;
  const rule = unit === 'fixed' ? 'A fixed day' : `${term} from ${showDay(from)} (the first day not counted)${off}`;
  return `${rule}: due ${showDay(day)}${provisional ? ' (provisional)' : ''} — ${basis(ground)}`;
};

export const waiting = ({ what, step, due: day }: Waiting): string => {
  const task = terms.tasks[what];
  if (step < 0) return `${counted(-step, 'working day')} left until ${showDay(day)}: ${task}. Finish it in time.`;
  if (step === 0) return `Due today, ${showDay(day)}: ${task}. Finish it today.`;
  return `${counted(step, 'working day')} overdue (due ${showDay(day)}): ${task}. Finish it at once.`;
};

type Reminders = Words['reminders'];
const held = ({ product, lastDay }: Parameters<Reminders['prepare']>[0]) =>
  `The certificate of ${product} is valid to the end of ${showDay(lastDay)}.`;
const between = ({ window }: Parameters<Reminders['prepare']>[0]) =>
  window ? ` from ${showDay(window.opens)} to ${showDay(window.closes)}` : '';
const until = ({ window }: Parameters<Reminders['prepare']>[0]) => (window ? ` by ${showDay(window.closes)}` : '');
export const reminders: Reminders = {
  'prepare': (holding) => `${held(holding)} Prepare the renewal, to be filed${between(holding)}.`,
  'window-opens': (holding) => `${held(holding)} Renewals can be filed now. File it${between(holding)}.`,
  'still-time': (holding) => `${held(holding)} There is still time for the renewal. File it${until(holding)}.`,
  'window-closes': (holding) => `${held(holding)} The renewal window closes soon. File it${until(holding)}.`,
  'last-filing-day': (holding) => `${held(holding)} This is the last day to file the renewal. File it today.`,
  'lapsing': (holding) => `${held(holding)} No renewal is filed. File it before the end.`,
  'ended': (holding) => `${held(holding)} After that day it may not be used. File a first evaluation to be recognised again.`,
};
