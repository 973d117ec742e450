import * as z from 'zod';
import { quorumFor } from '../edition/council-regulations.ts';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { dispatchDaysCanBeCounted, papersWereSentInTime } from './dispatch.ts';
import { shape } from './events.ts';
import { sittingIsKnown, type OfSitting } from './known-sitting.ts';
import { personsOn, votersOf, votersPresent } from './seats.ts';
import { chairOfSitting, findSitting, inSitting, isOpened, opened, seatedAt, withMembers, type Sitting } from './sitting.ts';
import { command, from, theChair, theSecretary, type Changes, type Formed } from './state.ts';

export const presentAreSeated = rule({
  clause: 'sitting.attendance',
  otherwise: 'NotOnPanel',
  holds: ({ sitting, present }: OfSitting & { present: readonly string[] }, state: Formed) => {
    const found = findSitting(state, sitting);
    const stranger = present.find((person) => !personsOn(found ? seatedAt(state, found) : state).includes(person));
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
export const quorumIsMet = rule({
  clause: 'sitting.quorum',
  otherwise: 'QuorumNotMet',
  holds: ({ sitting }: OfSitting, state: Formed) => {
    const found = findSitting(state, sitting);
    if (!found) return true;
    const seated = seatedAt(state, found);
    const [present, needed] = [votersPresent(seated, found.present ?? []).length, quorumFor(found.regulation, votersOf(seated).length)];
    return present >= needed || { present, needed };
  },
});
export const chairIsPresent = rule({
  clause: 'sitting.chair',
  otherwise: 'CouncilChairAbsent',
  holds: ({ sitting }: OfSitting, state: Formed) => {
    const found = findSitting(state, sitting);
    if (!found || !found.regulation.chairRequired) return true;
    return found.present?.includes(chairOfSitting(state, found)) === true || { sitting };
  },
});
/** Of two who may chair, the one who chairs this sitting has the word. */
export const chairsThisSitting = rule({
  clause: 'sitting.chair',
  otherwise: 'NotYourPart',
  holds: ({ sitting }: OfSitting, state: Formed, { actor }) => {
    const found = findSitting(state, sitting);
    return !found || chairOfSitting(state, found) === actor.person || { who: ['councilChair'] as const };
  },
});
export const sittingIsOpen = rule({
  clause: 'sitting.closing',
  otherwise: 'SittingNotOpen',
  holds: ({ sitting }: OfSitting, state: Formed) => findSitting(state, sitting)?.stage === 'open' || { sitting },
});

const chairPerson = (state: Formed, sitting: Sitting) =>
  ({ role: 'councilChair', unit: state.unit, person: chairOfSitting(state, sitting) }) as const;
const waiting = ({ sittings }: Formed) => sittings.filter(({ stage }) => stage === 'convened');

export const recordAttendance = command({
  data: shape.attendance,
  clause: 'sitting.attendance',
  by: [theSecretary, theChair],
  stage: ['formed'],
  duty: (state) =>
    waiting(state)
      .filter(({ present }) => present === null)
      .map((sitting) => {
        const [person] = personsOn(state, 'secretary');
        return person === undefined ? chairPerson(state, sitting) : { role: 'councilSecretary', unit: state.unit, person };
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
      .map((sitting) => chairPerson(state, sitting)),
  rules: [
    sittingIsKnown('sitting.opening'),
    sittingIsNotOpenYet,
    attendanceIsRecorded,
    quorumIsMet,
    chairIsPresent,
    chairsThisSitting,
    dispatchDaysCanBeCounted,
    papersWereSentInTime,
  ],
  then: (data) => [{ type: 'SittingOpened', data }],
});
export const closeSitting = command({
  data: z.strictObject(shape.sitting),
  clause: 'sitting.closing',
  by: [theChair],
  stage: ['formed'],
  duty: (state) => state.sittings.filter(({ stage }) => stage === 'open').map((sitting) => chairPerson(state, sitting)),
  rules: [sittingIsKnown('sitting.closing'), sittingIsOpen, chairsThisSitting],
  then: (data) => [{ type: 'SittingClosed', data }],
});

export const changes = {
  AttendanceRecorded: from(['formed'], (state, { sitting: id, present }) =>
    inSitting(state, id, (sitting) =>
      isOpened(sitting) ? { ...withMembers(sitting, votersPresent(sitting, present), state.conflicts), present } : { ...sitting, present },
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
