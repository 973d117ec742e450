import * as z from 'zod';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { personsOn } from './seats.ts';
import { sittingIsKnown, type OfSitting } from './known-sitting.ts';
import { chairOfSitting, findSitting, inSitting, type Sitting } from './sitting.ts';
import type { Awaited } from '../people/actor.ts';
import { command, from, theChair, theSecretary, type Changes, type Formed } from './state.ts';

const signatures = (sitting: Sitting | undefined) => (sitting?.stage === 'closed' ? sitting.signed : []);
const secretaryHasSigned = (state: Formed, sitting: Sitting | undefined): boolean =>
  personsOn(state, 'secretary').length === 0 || signatures(sitting).some(({ seat }) => seat === 'secretary');
const isChair = (state: Formed, { sitting: id }: OfSitting, person: string): boolean => {
  const sitting = findSitting(state, id);
  return sitting !== undefined && chairOfSitting(state, sitting) === person;
};

/** Minutes tell a whole sitting, so they are signed when it is over. */
export const sittingIsOver = rule({
  clause: 'sitting.minutes',
  otherwise: 'NotAtThisStage',
  holds: ({ sitting }: OfSitting, state: Formed) => {
    const stage = findSitting(state, sitting)?.stage ?? 'convened';
    return stage === 'closed' || { stage, stages: ['closed'] };
  },
});
export const signedOnceEach = rule({
  clause: 'sitting.minutes',
  otherwise: 'SignedAlready',
  holds: ({ sitting }: OfSitting, state: Formed, { actor }) =>
    !signatures(findSitting(state, sitting)).some(({ by }) => by === actor.person) || { sitting },
});
export const secretarySignsFirst = rule({
  clause: 'sitting.minutes',
  otherwise: 'NotYourPart',
  holds: ({ sitting }: OfSitting, state: Formed, { actor }) =>
    !isChair(state, { sitting }, actor.person) ||
    secretaryHasSigned(state, findSitting(state, sitting)) || { who: ['councilSecretary'] as const },
});

export const signsForItsSitting = rule({
  clause: 'sitting.minutes',
  otherwise: 'NotYourPart',
  holds: (data: OfSitting, state: Formed, { actor: { person } }) =>
    isChair(state, data, person) || personsOn(state, 'secretary').includes(person) || { who: ['councilChair'] as const },
});

export const signMinutes = command({
  data: z.strictObject({ ...shape.sitting, ...shape.legalAct }),
  clause: 'sitting.minutes',
  by: [theSecretary, theChair],
  stage: ['formed'],
  duty: (state) =>
    state.sittings.flatMap((sitting): Awaited[] => {
      if (sitting.stage !== 'closed' || sitting.signed.some(({ seat }) => seat === 'chair')) return [];
      const { unit } = state;
      if (secretaryHasSigned(state, sitting)) return [{ role: 'councilChair', unit, person: chairOfSitting(state, sitting) }];
      return personsOn(state, 'secretary')
        .slice(0, 1)
        .map((person) => ({ role: 'councilSecretary', unit, person }));
    }),
  rules: [
    sittingIsKnown('sitting.minutes'),
    sittingIsOver,
    signsForItsSitting,
    signedOnceEach,
    secretarySignsFirst,
    documentIsWhole,
    effectiveDayHasCome,
  ],
  then: (data, state, { actor: { person: by } }) => [
    { type: 'MinutesSigned', data: { ...data, by, seat: isChair(state, data, by) ? 'chair' : 'secretary' } },
  ],
});

export const changes = {
  MinutesSigned: from(['formed'], (state, signature) =>
    inSitting(state, signature.sitting, (sitting) => {
      invariant(sitting.stage === 'closed', `minutes of the sitting ${sitting.id} while ${sitting.stage}`);
      return { ...sitting, signed: [...sitting.signed, signature] };
    }),
  ),
} satisfies Changes<'MinutesSigned'>;
