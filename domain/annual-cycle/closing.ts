import * as z from 'zod';
import { productCycleOf } from '../kernel/address.ts';
import type { Ack, Obligation } from '../kernel/aggregate.ts';
import type { OneOf, Some } from '../kernel/form.ts';
import type { Answer } from '../kernel/settlement.ts';
import type { Events } from './events.ts';
import { carried, countsOf, keyOf } from './counts.ts';
import {
  command,
  from,
  ofCountry,
  ofProvince,
  ofSuccessor,
  onHold,
  type AnnualCycle,
  type Changes,
  type Closing,
  type Enrolled,
} from './state.ts';

/** Who is asked; a certificate that nobody renewed cannot answer. */
const dossiersIn = (enrolled: readonly Enrolled[]): readonly Enrolled[] => enrolled.filter(({ certificate }) => certificate === undefined);

/** No paper: the year ends as the plan said it would, and nothing of a product is decided by it. */
export const closeAnnualCycle = command({
  data: z.strictObject({}),
  clause: 'annualCycle.closing',
  by: [ofProvince, ofSuccessor, ofCountry],
  stage: ['open'],
  elsewhere: onHold,
  then: (_, { enrolled }) =>
    dossiersIn(enrolled).length > 0
      ? [{ type: 'AnnualCycleClosing', data: {} }]
      : [
          { type: 'AnnualCycleClosing', data: {} },
          { type: 'AnnualCycleClosed', data: { counts: countsOf(enrolled, {}) } },
        ],
});

/** A product that has ended refuses to be carried over, and its refusal tells its outcome. Carried over before counts as carried over. */
const answerOf = (ack: Ack): Answer => {
  if (ack.ok) return { ok: true, value: carried };
  const { rejection } = ack;
  if (rejection.code === 'CarriedOverAlready') return { ok: false, code: rejection.code, value: carried };
  if (rejection.code !== 'CycleFinished') return { ok: false, code: rejection.code };
  const { outcome, star } = rejection.data;
  return { ok: false, code: rejection.code, value: star > 0 ? `${outcome}-${star}` : outcome };
};
/** The last answer closes the cycle in its own commit; the loop asks the newest state to settle, so one of them is the last. */
const settleIn =
  ({ enrolled, settled }: Closing, key: string) =>
  (ack: Ack): Some<OneOf<Events>> => {
    const answer = answerOf(ack);
    const all = { ...settled, [key]: answer };
    const settlement = { type: 'ObligationSettled' as const, data: { key, ...answer } };
    return Object.keys(all).length < dossiersIn(enrolled).length
      ? [settlement]
      : [settlement, { type: 'AnnualCycleClosed', data: { counts: countsOf(enrolled, all) } }];
  };

export const obligations = (state: AnnualCycle): readonly Obligation<OneOf<Events>>[] => {
  if (state.stage !== 'closing') return [];
  const command = { type: 'carryOver', data: { year: state.year + 1 } };
  const unanswered = dossiersIn(state.enrolled).filter(({ cycle }) => state.settled[keyOf(cycle)] === undefined);
  return unanswered.map(({ cycle }) => ({ key: keyOf(cycle), to: productCycleOf(cycle), command, settle: settleIn(state, keyOf(cycle)) }));
};

export const changes = {
  AnnualCycleClosing: from(['open'], (state) => ({ ...state, stage: 'closing', settled: {} })),
  ObligationSettled: from(['closing'], (state, { key, ...answer }) => ({ ...state, settled: { ...state.settled, [key]: answer } })),
  AnnualCycleClosed: from(['closing'], (state, { counts }) => ({ ...state, stage: 'closed', counts })),
} satisfies Changes<'AnnualCycleClosing' | 'ObligationSettled' | 'AnnualCycleClosed'>;
