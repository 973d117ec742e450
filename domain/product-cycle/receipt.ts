import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import { dueInDays, dueInWorkingDays, type Due } from '../kernel/due.ts';
import { dayOf } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { rule, type Context } from '../kernel/rule.ts';
import { shape } from './events.ts';
import { resultDay } from './round-day.ts';
import { agencyOfLevel, committeeOfLevel, desk } from './parties.ts';
import { command, from, type Changes, type ProductCycle } from './state.ts';
import { stepOf } from './stations.ts';

type Waiting = Extract<ProductCycle, { stage: 'filed' | 'requested' }>;
type Received = Extract<ProductCycle, { stage: 'received' }>;

/** The clock that a receipt starts: only where the edition gives the level one (commune, 15 working days, 7.2). */
const clockOf = (state: Waiting, { now, calendar }: Pick<Context, 'now' | 'calendar'>): Due | null | { yearWithoutCalendar: number } => {
  const { value: clock, basis } = stepOf(state).clock;
  if (clock.runs !== 'term' || clock.from !== 'receipt' || clock.term.unit !== 'working-days') return null;
  return dueInWorkingDays(dayOf(now), clock.term.value, 'commune.report', basis, calendar);
};
export const clockEndsInTheCalendar = rule({
  clause: 'calendar.range',
  otherwise: 'YearWithoutCalendar',
  holds: (_: unknown, state: Waiting, context) => {
    const clock = clockOf(state, context);
    return clock === null || !('yearWithoutCalendar' in clock) || { year: clock.yearWithoutCalendar };
  },
});

export const receive = command({
  data: z.strictObject({
    copies: z.int().min(1).max(50),
    samples: shape.samples,
    components: z.array(z.string().max(120)).max(60),
  }),
  clause: 'dossier.receipt',
  by: [committeeOfLevel, agencyOfLevel],
  stage: ['filed', 'requested'],
  rules: [clockEndsInTheCalendar],
  duty: (state) => desk(state, resultDay(state)),
  then: (data, state, context) => {
    const clock = clockOf(state, context);
    return [{ type: 'DossierReceived', data: { ...data, level: state.run.level, due: clock !== null && 'day' in clock ? clock : null } }];
  },
});

export const requestSupplement = command({
  data: z.strictObject({ items: z.array(shape.request).min(1).max(40), by: shape.day }),
  clause: 'supplement.request',
  by: [committeeOfLevel, agencyOfLevel],
  stage: ['received'],
  then: (data) => [{ type: 'SupplementRequested', data }],
});

/** Renewals are evaluated within 45 days of the complete request, level by level (7.6.g). */
const evaluationClock = ({ edition, kind, run }: Received, { now }: Pick<Context, 'now'>): Due | undefined => {
  const { value: days, basis } = editions[edition].renewal.evaluationDays;
  return kind === 'renewal' && run.role !== 'report' && days !== null ? dueInDays(dayOf(now), days, 'request.complete', basis) : undefined;
};
export const needsConfirmation = (state: Received): boolean => !state.isComplete && evaluationClock(state, { now: 0 }) !== undefined;
export const clockIsToBeStarted = rule({
  clause: 'request.complete',
  otherwise: 'NotThisLevel',
  always: true,
  holds: (_: unknown, state: Received) => needsConfirmation(state) || { level: state.run.level, unit: state.place.province },
});
export const confirmComplete = command({
  data: z.strictObject({}),
  clause: 'request.complete',
  by: [agencyOfLevel],
  stage: ['received'],
  rules: [clockIsToBeStarted],
  duty: (state) => (needsConfirmation(state) ? desk(state) : []),
  then: (_, state, context) => {
    const due = evaluationClock(state, context);
    invariant(due, 'the rule has seen that this level has a clock');
    return [{ type: 'RequestFoundComplete', data: { due } }];
  },
});

export const changes = {
  DossierReceived: from(['filed', 'requested'], (state, { due, ...receipt }, at) => ({
    ...state,
    stage: 'received',
    due,
    isComplete: false,
    receipts: [...state.receipts, { ...receipt, on: dayOf(at), due }],
  })),
  SupplementRequested: from(['received'], ({ due: _, isComplete: __, ...state }, asked) => ({
    ...state,
    stage: 'supplement-asked',
    asked,
  })),
  RequestFoundComplete: from(['received'], (state, { due }) => ({ ...state, due, isComplete: true })),
} satisfies Changes<'DossierReceived' | 'SupplementRequested' | 'RequestFoundComplete'>;
