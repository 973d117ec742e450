import * as z from 'zod';
import { addWorkingDays } from '../calendar/working-days.ts';
import { dueOn } from '../kernel/due.ts';
import { dayOf, type Day } from '../kernel/instant.ts';
import { rule, type Context } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { sittingIsAhead, sittingIsKnown, type OfSitting } from './known-sitting.ts';
import { personsOn } from './seats.ts';
import { findSitting, inSitting, type Sitting } from './sitting.ts';
import { agencyOfUnit, command, from, theSecretary, type Changes, type Formed } from './state.ts';

/** By when papers had to be sent for a sitting of this day: so many working days before it. Nothing, where the paper of the regulation binds nobody. */
const latestDispatch = ({ regulation: { dispatchLeadDays } }: Sitting, on: Day, calendar: Context['calendar']) =>
  dispatchLeadDays === undefined ? undefined : addWorkingDays(on, -dispatchLeadDays, calendar);

/** Only the council's own paper makes this a bar; our working answer of two days is no rule of theirs. */
export const papersWereSentInTime = rule({
  clause: 'sitting.dispatch',
  otherwise: 'DispatchTooLate',
  holds: ({ sitting }: OfSitting, state: Formed, { now, calendar }) => {
    const found = findSitting(state, sitting);
    const latest = found && latestDispatch(found, dayOf(now), calendar);
    if (!found || latest === undefined || 'yearWithoutCalendar' in latest) return true;
    const isInTime = found.papersSentOn !== null && found.papersSentOn <= latest.day;
    return isInTime || { sitting, days: found.regulation.dispatchLeadDays ?? 0 };
  },
});
export const dispatchDaysCanBeCounted = rule({
  clause: 'calendar.range',
  otherwise: 'YearWithoutCalendar',
  holds: ({ sitting }: OfSitting, state: Formed, { now, calendar }) => {
    const found = findSitting(state, sitting);
    const latest = found && latestDispatch(found, dayOf(now), calendar);
    return latest === undefined || !('yearWithoutCalendar' in latest) || { year: latest.yearWithoutCalendar };
  },
});

/** Who prepares the sitting: its secretary, and where it has none the agency. */
const preparer = (state: Formed) => {
  const [person] = personsOn(state, 'secretary');
  return person === undefined
    ? ({ role: 'ocopAgency', unit: state.unit } as const)
    : ({ role: 'councilSecretary', unit: state.unit, person } as const);
};

export const dispatchPapers = command({
  data: z.strictObject(shape.sitting),
  clause: 'sitting.dispatch',
  by: [theSecretary, agencyOfUnit],
  stage: ['formed'],
  duty: (state, calendar) =>
    state.sittings.flatMap((sitting) => {
      const latest = latestDispatch(sitting, sitting.on, calendar);
      if (sitting.stage !== 'convened' || sitting.papersSentOn !== null || latest === undefined) return [];
      const due = 'day' in latest ? { due: dueOn(latest.day, sitting.on, 'sitting.dispatch', { councilRegulation: 'dispatch' }) } : {};
      return [{ ...preparer(state), ...due }];
    }),
  rules: [sittingIsKnown('sitting.dispatch'), sittingIsAhead('sitting.dispatch')],
  then: (data) => [{ type: 'PapersDispatched', data }],
});

export const changes = {
  PapersDispatched: from(['formed'], (state, { sitting: id }, at) =>
    // Who sends a paper again has not sent the first one later.
    inSitting(state, id, (sitting) => ({ ...sitting, papersSentOn: sitting.papersSentOn ?? dayOf(at) })),
  ),
} satisfies Changes<'PapersDispatched'>;
