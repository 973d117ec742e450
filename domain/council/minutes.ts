import * as z from 'zod';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { personsOn } from './seats.ts';
import { sittingIsKnown } from './session.ts';
import { findSitting, inSitting, type Sitting } from './sitting.ts';
import { command, from, theChair, theSecretary, type Changes, type Formed } from './state.ts';

interface OfSitting {
  sitting: string;
}
const signatures = (sitting: Sitting | undefined) => (sitting?.stage === 'closed' ? sitting.signed : []);
const secretaryHasSigned = (state: Formed, sitting: Sitting | undefined): boolean =>
  personsOn(state, 'secretary').length === 0 || signatures(sitting).some(({ seat }) => seat === 'secretary');
const isChair = (state: Formed, person: string) => personsOn(state, 'chair').includes(person);

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
    !isChair(state, actor.person) || secretaryHasSigned(state, findSitting(state, sitting)) || { who: ['councilSecretary'] as const },
});

const awaited = { chair: { kind: 'chair', role: 'councilChair' }, secretary: { kind: 'secretary', role: 'councilSecretary' } } as const;
export const signMinutes = command({
  data: z.strictObject({ ...shape.sitting, ...shape.legalAct }),
  clause: 'sitting.minutes',
  by: [theSecretary, theChair],
  stage: ['formed'],
  duty: (state) =>
    state.sittings.flatMap((sitting) => {
      if (sitting.stage !== 'closed' || sitting.signed.some(({ seat }) => seat === 'chair')) return [];
      const { kind, role } = secretaryHasSigned(state, sitting) ? awaited.chair : awaited.secretary;
      return personsOn(state, kind)
        .slice(0, 1)
        .map((person) => ({ role, unit: state.unit, person }));
    }),
  rules: [sittingIsKnown('sitting.minutes'), sittingIsOver, signedOnceEach, secretarySignsFirst, documentIsWhole, effectiveDayHasCome],
  then: (data, state, { actor: { person: by } }) => [
    { type: 'MinutesSigned', data: { ...data, by, seat: isChair(state, by) ? 'chair' : 'secretary' } },
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
