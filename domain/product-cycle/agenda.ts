import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { theEngine, type Party } from '../people/actor.ts';
import { requestIsComplete } from './commune-report.ts';
import { shape } from './events.ts';
import { needsConfirmation } from './receipt.ts';
import { resultDay } from './round-day.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, desk } from './parties.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';

type Received = Extract<ProductCycle, { stage: 'received' }>;

/** A council puts on its agenda what has been received at its own level and unit, and only where a council judges. */
export const councilIsOfThisLevel = rule({
  clause: 'agenda.place',
  otherwise: 'NotThisLevel',
  holds: ({ level, unit }: { level: string; unit: string }, { run, place }: Received) => {
    const here = unitAt(place, run.level);
    return (run.role === 'council' && run.level === level && here === unit) || { level: run.level, unit: here };
  },
});

interface Calling {
  mode?: 'meeting' | 'written' | undefined;
}
/** Opinions are written only where the route says so, and no longer once they have been referred to a meeting; a council may always meet. */
export const modeIsOfTheRoute = rule({
  clause: 'agenda.mode',
  otherwise: 'MeetingRequired',
  holds: ({ mode }: Calling, { run }: Received) => mode !== 'written' || run.mode === 'written' || false,
});

export const placeOnAgenda = command({
  data: z.strictObject({
    council: shape.id,
    level: shape.level,
    unit: shape.id,
    sitting: shape.id,
    on: shape.day,
    mode: shape.mode.optional(),
  }),
  clause: 'agenda.place',
  by: [theEngine],
  stage: ['received'],
  rules: [councilIsOfThisLevel, modeIsOfTheRoute, requestIsComplete],
  // The engine does it when a council is convened; until then whoever prepares that is awaited.
  duty: (state) => (state.run.role === 'council' && !needsConfirmation(state) ? desk(state, state.due ?? resultDay(state)) : []),
  then: ({ council, sitting, on }) => [{ type: 'PlacedOnAgenda', data: { council, sitting, on } }],
});

const secretaryOfAgenda: Party<ProductCycle> = {
  role: 'councilSecretary',
  at: (state) => (state.stage === 'on-agenda' ? state.agenda.council : undefined),
};
/** Before its scoring a product may be left to a later sitting; the sitting itself goes on without it. */
export const takeOffAgenda = command({
  data: z.strictObject({ reason: shape.text }),
  clause: 'agenda.place',
  by: [agencyOfLevel, secretaryOfAgenda],
  stage: ['on-agenda'],
  then: ({ reason }, { agenda: { council, sitting } }) => [{ type: 'TakenOffAgenda', data: { council, sitting, reason } }],
});

export const changes = {
  PlacedOnAgenda: from(['received'], ({ isComplete: _, ...state }, agenda) => ({ ...state, stage: 'on-agenda', agenda })),
  // What was on an agenda had been found complete, where the edition asks for that.
  TakenOffAgenda: from(['on-agenda'], ({ agenda: _, ...state }) => ({ ...state, stage: 'received', isComplete: true })),
} satisfies Changes<'PlacedOnAgenda' | 'TakenOffAgenda'>;
