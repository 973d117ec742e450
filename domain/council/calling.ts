import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { findSitting, isOpened, opened, withConflict } from './sitting.ts';
import { anySeat, command, from, theChair, theSecretary, type Changes, type Formed } from './state.ts';

export const sittingIsAnother = rule({
  clause: 'sitting.convening',
  otherwise: 'SittingExists',
  holds: ({ sitting }: { sitting: string }, state: Formed) => findSitting(state, sitting) === undefined || { sitting },
});

export const convene = command({
  data: shape.calling,
  clause: 'sitting.convening',
  by: [theChair, theSecretary],
  stage: ['formed'],
  rules: [sittingIsAnother],
  then: (data) => [{ type: 'SittingConvened', data }],
});

/** For one product and for good: before its scoring opens the member is left out of the panel, afterwards the product is told. */
export const declareConflict = command({
  data: z.strictObject(shape.conflict),
  clause: 'council.conflict',
  by: [anySeat],
  stage: ['formed'],
  then: (data, _, { actor: { person } }) => [{ type: 'ConflictDeclared', data: { ...data, person } }],
});

export const changes = {
  SittingConvened: from(['formed'], (state, { sitting: id, ...calling }) => {
    const called = { id, ...calling, present: null, calledFor: calling.on, regulation: state.regulation, papersSentOn: null };
    const sitting = calling.mode === 'written' ? opened(state, called) : { ...called, stage: 'convened' as const };
    return { ...state, sittings: [...state.sittings, sitting] };
  }),
  ConflictDeclared: from(['formed'], (state, conflict) => ({
    ...state,
    conflicts: [...state.conflicts, conflict],
    sittings: state.sittings.map((sitting) => (isOpened(sitting) ? withConflict(sitting, conflict) : sitting)),
  })),
} satisfies Changes<'SittingConvened' | 'ConflictDeclared'>;
