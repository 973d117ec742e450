import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { forwardsOn } from '../edition/classify.ts';
import { untilDay } from '../kernel/due.ts';
import { showMean } from '../kernel/exact.ts';
import { dayOf } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { shape, type Run } from './events.ts';
import { needsConfirmation } from './receipt.ts';
import { missedRound, requestDay, roundOfRequest } from './round-day.ts';
import { runAt } from './run.ts';
import { unitAt } from '../territory/place.ts';
import { agencyOfLevel, committeeOfLevel, desk } from './parties.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';
import { stepAfter, stepOf } from './stations.ts';

type Received = Extract<ProductCycle, { stage: 'received' }>;
/** Once a council has it on its agenda, the request has been found complete. */
type Judgeable = Extract<ProductCycle, { stage: 'received' | 'on-agenda' | 'scoring' | 'scored' }>;
type Sendable = Extract<ProductCycle, { stage: 'reported' | 'result-reported' | 'approved' }>;
const contents = ['origin', 'labour', 'idea', 'identity'] as const;

export const allFindingsMade = rule({
  clause: 'commune.findings',
  otherwise: 'FindingsMissing',
  holds: ({ findings }: { findings: { [C in (typeof contents)[number]]?: unknown } }) => {
    const open = contents.filter((content) => findings[content] === undefined);
    return open.length === 0 || { contents: open };
  },
});
const roleIs = (role: Run['role'], clause: 'commune.report' | 'agency.report') =>
  rule({
    clause,
    otherwise: 'NotThisLevel',
    always: true,
    holds: (_: unknown, { run, place }: Received) => run.role === role || { level: run.level, unit: unitAt(place, run.level) },
  });
export const levelReports = roleIs('report', 'commune.report');
export const agencyReportsHere = rule({
  clause: 'agency.report',
  otherwise: 'NotThisLevel',
  always: true,
  holds: (_: unknown, { run, place, kind }: Received) =>
    run.role === 'agencyReport' || (run.role === 'council' && kind === 'renewal') || { level: run.level, unit: unitAt(place, run.level) },
});
export const requestIsComplete = rule({
  clause: 'request.complete',
  otherwise: 'RequestNotComplete',
  holds: (_: unknown, state: Judgeable) =>
    state.stage !== 'received' ||
    state.isComplete ||
    state.kind !== 'renewal' ||
    editions[state.edition].renewal.evaluationDays.value === null ||
    state.run.role === 'report' ||
    false,
});
/** Five sample units go up with the request, none for tourism (6.2). Those that came after the receipt are told with the request. */
export const samplesAreThere = rule({
  clause: 'dossier.samples',
  otherwise: 'SamplesMissing',
  holds: ({ samples: handedIn = 0 }: { samples?: number | undefined }, state: Sendable) => {
    const { count, exceptSets } = editions[state.edition].dossier.samples.value;
    const has = Math.max(handedIn, ...state.receipts.map(({ samples }) => samples));
    return exceptSets.includes(state.set) || has >= count || { count };
  },
});
/** Where the level certifies, the result is approved before it goes up (7.3.e). */
export const resultIsApproved = rule({
  clause: 'decision.approval',
  otherwise: 'MustGoUp',
  holds: (_: unknown, state: Sendable) =>
    state.stage !== 'result-reported' ||
    stepOf(state).certifies.length === 0 ||
    !forwardsOn(stepOf(state), state.result.mean) || { mean: showMean(state.result.mean) },
});
export const goesUp = rule({
  clause: 'request.forwarding',
  otherwise: 'BelowForwarding',
  holds: (_: unknown, state: Sendable) =>
    state.stage === 'reported' || forwardsOn(stepOf(state), state.result.mean) || { mean: showMean(state.result.mean) },
});

/** The request counts, not the producer's filing. Late, it goes into the next round and says so, or where an office wants that, it waits. */
export const cutoffIsMet = rule({
  clause: 'request.cutoff',
  otherwise: 'CutoffPassed',
  holds: (_: unknown, state: Sendable, { edition, now }) => {
    const missed = edition.rounds.missedCutoff.value === 'refuse' ? missedRound(state, dayOf(now)) : undefined;
    if (missed === undefined) return true;
    const next = roundOfRequest(edition, state.kind, missed.level, dayOf(now));
    return { round: missed.roundId, lastDay: missed.lastRequestDay, next: next?.roundId ?? missed.roundId };
  },
});

export const notYet = (state: ProductCycle) =>
  state.stage === 'filed' || state.stage === 'requested'
    ? refusal('NotReceived', false)
    : state.stage === 'supplement-asked'
      ? refusal('SupplementPending', { items: state.asked.items.map(({ item }) => item) })
      : undefined;

export const report = command({
  data: z.strictObject({ findings: shape.findings, ...shape.legalAct }),
  clause: 'commune.report',
  by: [committeeOfLevel],
  stage: ['received'],
  elsewhere: notYet,
  duty: (state) => (state.run.role === 'report' ? desk(state, state.due) : []),
  rules: [levelReports, allFindingsMade, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'CommuneReported', data }],
});

/** At five stars it stands for the provincial council (7.6.e); with a council it goes into the council's papers (7.6.c). */
export const reportByAgency = command({
  data: z.strictObject({ report: shape.text, ...shape.legalAct }),
  clause: 'agency.report',
  by: [agencyOfLevel],
  stage: ['received'],
  elsewhere: notYet,
  duty: (state) => (state.run.role === 'agencyReport' && !needsConfirmation(state) ? desk(state, state.due) : []),
  rules: [agencyReportsHere, requestIsComplete, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'AgencyReported', data }],
});

export const requestNextLevel = command({
  data: z.strictObject({ samples: shape.samples.optional(), ...shape.legalAct }),
  clause: 'request.nextLevel',
  by: [committeeOfLevel, agencyOfLevel],
  stage: ['reported', 'result-reported', 'approved'],
  elsewhere: notYet,
  duty: (state) =>
    state.stage !== 'result-reported' || (stepOf(state).certifies.length === 0 && forwardsOn(stepOf(state), state.result.mean))
      ? [untilDay({ role: 'committee', unit: unitAt(state.place, state.run.level) } as const, requestDay(state))]
      : [],
  rules: [resultIsApproved, goesUp, samplesAreThere, cutoffIsMet, documentIsWhole, effectiveDayHasCome],
  then: (data, state, context) => {
    const next = stepAfter(state);
    invariant(next, `a level above ${state.run.level}`);
    const missed = missedRound(state, dayOf(context.now));
    const run: Run = {
      ...runAt(state, next, state.run.trigger, context),
      ...(missed && { missed: { roundId: missed.roundId, lastDay: missed.lastRequestDay } }),
    };
    return [
      { type: 'NextLevelRequested', data: { ...data, from: state.run.level, to: next.level } },
      { type: 'ReviewRunOpened', data: run },
    ];
  },
});

export const changes = {
  CommuneReported: from(['received'], ({ due: _, isComplete: __, ...state }) => ({ ...state, stage: 'reported' })),
  AgencyReported: from(['received'], ({ due, isComplete, ...state }) =>
    state.run.role === 'agencyReport' ? { ...state, stage: 'reported' } : { ...state, stage: 'received', due, isComplete },
  ),
  NextLevelRequested: from(['reported', 'result-reported', 'approved'], (state) => {
    if (state.stage === 'reported') return { ...state, stage: 'requested' };
    const { result, ...dossier } = state;
    return { ...dossier, stage: 'requested', results: [...dossier.results, result] };
  }),
} satisfies Changes<'CommuneReported' | 'AgencyReported' | 'NextLevelRequested'>;
