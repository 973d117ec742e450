import * as z from 'zod';
import { quorumFor } from '../edition/council-regulations.ts';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { chairOf, personsOn, votersOf, votersPresent } from './seats.ts';
import { findSitting, inSitting, isOpened, opened, withMembers } from './sitting.ts';
import { command, from, theChair, theSecretary, type Changes, type Formed } from './state.ts';

interface OfSitting {
  sitting: string;
}
type Clause = 'sitting.attendance' | 'sitting.opening' | 'sitting.closing' | 'sitting.minutes';

export const sittingIsKnown = (clause: Clause) =>
  rule({
    clause,
    otherwise: 'SittingUnknown',
    holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting) !== undefined || { sitting },
  });
export const presentAreSeated = rule({
  clause: 'sitting.attendance',
  otherwise: 'NotOnPanel',
  holds: ({ present }: { present: readonly string[] }, state: Formed) => {
    const stranger = present.find((person) => !personsOn(state).includes(person));
    return stranger === undefined || { person: stranger };
  },
});
export const sittingHasNotClosed = rule({
  clause: 'sitting.attendance',
  otherwise: 'SittingNotOpen',
  holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting)?.stage !== 'closed' || { sitting },
});
export const sittingIsNotOpenYet = rule({
  clause: 'sitting.opening',
  otherwise: 'SittingAlreadyOpen',
  holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting)?.stage === 'convened' || { sitting },
});
export const attendanceIsRecorded = rule({
  clause: 'sitting.attendance',
  otherwise: 'AttendanceMissing',
  holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting)?.present !== null || { sitting },
});
const presentAt = ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting)?.present ?? [];
export const quorumIsMet = rule({
  clause: 'sitting.quorum',
  otherwise: 'QuorumNotMet',
  holds: (data: OfSitting, state: Formed) => {
    const [present, needed] = [votersPresent(state, presentAt(data, state)).length, quorumFor(state.regulation, votersOf(state).length)];
    return present >= needed || { present, needed };
  },
});
export const chairIsPresent = rule({
  clause: 'sitting.chair',
  otherwise: 'CouncilChairAbsent',
  holds: (data: OfSitting, state: Formed) =>
    !state.regulation.chairRequired || presentAt(data, state).includes(chairOf(state)) || { sitting: data.sitting },
});
export const sittingIsOpen = rule({
  clause: 'sitting.closing',
  otherwise: 'SittingNotOpen',
  holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting)?.stage === 'open' || { sitting },
});

const chairPerson = (state: Formed) => ({ role: 'councilChair', unit: state.unit, person: chairOf(state) }) as const;
const waiting = ({ sittings }: Formed) => sittings.filter(({ stage }) => stage === 'convened');

export const recordAttendance = command({
  data: shape.attendance,
  clause: 'sitting.attendance',
  by: [theSecretary, theChair],
  stage: ['formed'],
  duty: (state) =>
    waiting(state)
      .filter(({ present }) => present === null)
      .map(() => {
        const [person] = personsOn(state, 'secretary');
        return person === undefined ? chairPerson(state) : { role: 'councilSecretary', unit: state.unit, person };
      }),
  rules: [sittingIsKnown('sitting.attendance'), sittingHasNotClosed, presentAreSeated],
  then: (data) => [{ type: 'AttendanceRecorded', data }],
});
export const openSitting = command({
  data: z.strictObject(shape.sitting),
  clause: 'sitting.opening',
  by: [theChair],
  stage: ['formed'],
  duty: (state) =>
    waiting(state)
      .filter(({ present }) => present !== null)
      .map(() => chairPerson(state)),
  rules: [sittingIsKnown('sitting.opening'), sittingIsNotOpenYet, attendanceIsRecorded, quorumIsMet, chairIsPresent],
  then: (data) => [{ type: 'SittingOpened', data }],
});
export const closeSitting = command({
  data: z.strictObject(shape.sitting),
  clause: 'sitting.closing',
  by: [theChair],
  stage: ['formed'],
  duty: (state) => state.sittings.filter(({ stage }) => stage === 'open').map(() => chairPerson(state)),
  rules: [sittingIsKnown('sitting.closing'), sittingIsOpen],
  then: (data) => [{ type: 'SittingClosed', data }],
});

export const changes = {
  AttendanceRecorded: from(['formed'], (state, { sitting: id, present }) =>
    inSitting(state, id, (sitting) =>
      isOpened(sitting) ? { ...withMembers(sitting, votersPresent(state, present), state.conflicts), present } : { ...sitting, present },
    ),
  ),
  SittingOpened: from(['formed'], (state, { sitting: id }) => inSitting(state, id, (sitting) => opened(state, sitting))),
  SittingClosed: from(['formed'], (state, { sitting: id }) =>
    inSitting(state, id, (sitting) => {
      invariant(sitting.stage === 'open', `the sitting ${id} closes while ${sitting.stage}`);
      return { ...sitting, stage: 'closed', signed: [] };
    }),
  ),
} satisfies Changes<'AttendanceRecorded' | 'SittingOpened' | 'SittingClosed'>;
