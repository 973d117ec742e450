import * as z from 'zod';
import type { Level } from '../edition/edition.ts';
import { setting } from '../edition/settings.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape } from './events.ts';
import { atHand, conclusionsOf, runAgainAt } from './run.ts';
import { unitAt } from '../territory/place.ts';
import { country } from '../territory/unit.ts';
import { theMinistry } from './parties.ts';
import { command, concluded, from, type Changes, type ProductCycle } from './state.ts';

type Concluded = Extract<ProductCycle, { stage: (typeof concluded)[number] }>;
interface Order {
  level: Level;
}

/** The ministry has the work of the levels below it done again, where a council of theirs has concluded. Its own is not meant (10.1.b). */
export const levelHasConcluded = rule({
  clause: 'redo.order',
  otherwise: 'NotThisLevel',
  holds: ({ level }: Order, state: Concluded) =>
    (unitAt(state.place, level) !== country && conclusionsOf(state).some(({ run }) => run.level === level)) || {
      level: state.run.level,
      unit: unitAt(state.place, state.run.level),
    },
});

export const orderRedo = command({
  data: z.strictObject({ level: shape.level, reason: shape.text, freshPanel: z.boolean().optional(), ...shape.legalAct }),
  clause: 'redo.order',
  by: theMinistry,
  stage: concluded,
  rules: [levelHasConcluded, documentIsWhole, effectiveDayHasCome],
  then: ({ freshPanel: ordered, ...data }, state, context) => {
    const freshPanel = ordered ?? setting('redo.freshPanel', context.edition);
    const run = runAgainAt(state, data.level, 'redoOrdered', context);
    return [
      { type: 'RedoOrdered', data: { ...data, freshPanel } },
      { type: 'ReviewRunOpened', data: freshPanel ? { ...run, freshPanel } : run },
    ];
  },
});

/** A recognition stays, and so does its certificate, until the deciding authority withdraws it. */
const withoutOutcome = (state: Concluded) => {
  switch (state.stage) {
    case 'recognised': {
      const { result: _, sentDown: __, decision: ___, isNotified: ____, ...dossier } = state;
      return dossier;
    }
    case 'not-passed': {
      const { result: _, sentDown: __, notice: ___, ...dossier } = state;
      return dossier;
    }
    case 'rejected':
    case 'stopped': {
      const { gate: _, notice: __, ...dossier } = state;
      return dossier;
    }
  }
};

export const changes = {
  RedoOrdered: from(concluded, (state) => ({ ...withoutOutcome(state), ...atHand, results: conclusionsOf(state) })),
} satisfies Changes<'RedoOrdered'>;
