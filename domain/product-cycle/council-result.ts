import * as z from 'zod';
import { classify } from '../edition/classify.ts';
import { compareWith, type Mean } from '../kernel/exact.ts';
import { invariant } from '../kernel/invariant.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { nobodysUnit, type Party } from '../people/actor.ts';
import { requestIsComplete } from './commune-report.ts';
import { shape, type Events } from './events.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, committeeOfLevel, panelChair } from './parties.ts';
import { command, from, type Changes, type Panel, type ProductCycle } from './state.ts';

type Source = Events['CouncilResultReported']['source'];
/** Where a council may conclude: on paper before scoring opens in the engine, by its chair afterwards. */
export type BeforeCouncil = Extract<ProductCycle, { stage: 'received' | 'on-agenda' | 'scoring' | 'scored' }>;
type Reportable = Exclude<BeforeCouncil, { stage: 'scoring' }>;
interface Reported {
  source?: Source | undefined;
}
interface Typed {
  scan?: string | undefined;
}

const sourceAt = ({ stage }: BeforeCouncil): Source => (stage === 'scoring' || stage === 'scored' ? 'sheets' : 'paperMinutes');
export const sourceFits = rule({
  clause: 'result.report',
  otherwise: 'SourceDoesNotFit',
  always: true,
  holds: ({ source = 'sheets' }: Reported, state: Reportable) => source === sourceAt(state) || { source },
});
export const councilJudgesHere = rule({
  clause: 'result.report',
  otherwise: 'NotThisLevel',
  always: true,
  holds: (_: unknown, { run, place }: BeforeCouncil) => run.role === 'council' || { level: run.level, unit: unitAt(place, run.level) },
});
/** What was counted on paper can be checked only in the minutes, so their scan is kept with it. */
export const minutesAreScanned = rule({
  clause: 'result.minutes',
  otherwise: 'ScanMissing',
  always: true,
  holds: ({ scan }: Typed, state: BeforeCouncil) => sourceAt(state) === 'sheets' || scan !== undefined || false,
});

/** A majority of the council closes a gate, wherever it sat; only its minutes show that. */
export const minutesShowIt = rule({
  clause: 'gate.decider',
  otherwise: 'ScanMissing',
  holds: ({ scan }: Typed) => scan !== undefined || false,
});

/** Until scoring opens, the desk types in what a council concluded on paper; from then on the chair of the panel has the word. */
const onPaper = ({ role, at }: Party<ProductCycle>): Party<ProductCycle> => ({
  role,
  at: (state) => (state.stage === 'scoring' || state.stage === 'scored' ? nobodysUnit : at?.(state)),
});

/** The run's panel and sheets go into what it concluded; the desk, the agenda and the regulation end with it. */
export const concluded = (state: BeforeCouncil) => {
  switch (state.stage) {
    case 'received': {
      const { due: _, isComplete: __, ...dossier } = state;
      return { dossier, panel: null, sheets: {} };
    }
    case 'on-agenda': {
      const { due: _, agenda: __, ...dossier } = state;
      return { dossier, panel: null, sheets: {} };
    }
    case 'scoring': {
      const { due: _, agenda: __, regulation: ___, panel, sheets, ...dossier } = state;
      return { dossier, panel, sheets };
    }
    case 'scored': {
      const { due: _, agenda: __, regulation: ___, mean: ____, panel, sheets, ...dossier } = state;
      return { dossier, panel, sheets };
    }
  }
};
const theChair = ({ panel }: { panel: Panel }) => [{ role: 'councilChair', unit: panel.council, person: panel.chair }] as const;

const isOnPaper = ({ source }: Reported) => source === 'paperMinutes';
/** A mean comes from minutes alone: where there are sheets the engine counts. */
const reported = z
  .strictObject({ source: shape.source.optional(), mean: shape.mean.optional(), scan: shape.digest.optional(), ...shape.legalAct })
  .refine(({ source, mean }) => isOnPaper({ source }) === (mean !== undefined), { path: ['mean'] })
  .refine(({ mean }) => mean === undefined || compareWith(mean, 100) <= 0, { path: ['mean'] });
const meanIn = (state: Reportable, typed: Mean | undefined): Mean => {
  const mean = state.stage === 'scored' ? state.mean : typed;
  invariant(mean, 'the form has seen that minutes state a mean');
  return mean;
};

export const reportCouncilResult = command({
  data: reported,
  clause: 'result.report',
  by: [panelChair, onPaper(agencyOfLevel), onPaper(committeeOfLevel)],
  stage: ['received', 'on-agenda', 'scored'],
  elsewhere: (state) => (state.stage === 'scoring' ? refusal('ResultNotReported', false) : undefined),
  duty: (state) => (state.stage === 'scored' ? theChair(state) : []),
  rules: [sourceFits, councilJudgesHere, requestIsComplete, minutesAreScanned, documentIsWhole, effectiveDayHasCome],
  then: ({ mean: typed, source: _, ...act }, state, { edition }) => {
    const mean = meanIn(state, typed);
    const { star, betweenBands } = classify(mean, edition);
    const result = { source: sourceAt(state), mean, star, ...(betweenBands && { betweenBands }) };
    return [{ type: 'CouncilResultReported', data: { ...act, ...result } }];
  },
});

export const closeGate = command({
  data: z.strictObject({ gate: shape.gate, reason: shape.text, scan: shape.digest.optional(), ...shape.legalAct }),
  clause: 'gate.closing',
  by: [panelChair, onPaper(agencyOfLevel), onPaper(committeeOfLevel)],
  stage: ['received', 'on-agenda', 'scoring', 'scored'],
  rules: [councilJudgesHere, requestIsComplete, minutesShowIt, documentIsWhole, effectiveDayHasCome],
  then: (data, state) => [{ type: 'GateClosed', data: { ...data, source: sourceAt(state) } }],
});

export const changes = {
  CouncilResultReported: from(['received', 'on-agenda', 'scored'], (state, result) => {
    const { dossier, ...scored } = concluded(state);
    return { ...dossier, stage: 'result-reported', result: { run: state.run, ...scored, ...result } };
  }),
  GateClosed: from(['received', 'on-agenda', 'scoring', 'scored'], (state, gate) => {
    const { dossier, ...scored } = concluded(state);
    return { ...dossier, stage: 'gate-closed', gate: { run: state.run, ...scored, ...gate } };
  }),
} satisfies Changes<'CouncilResultReported' | 'GateClosed'>;
