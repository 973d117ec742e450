import * as z from 'zod';
import { productCycleOf } from '../kernel/address.ts';
import type { Ack, Obligation } from '../kernel/aggregate.ts';
import type { OneOf, Some } from '../kernel/form.ts';
import { refusal } from '../kernel/rule.ts';
import type { Events } from './events.ts';
import { command, from, ofCountry, ofProvince, type AnnualCycle, type Answer, type Changes, type Closing, type Settled } from './state.ts';

const carried = 'carried-over';
const keyOf = (cycle: string) => `carry.${cycle}`;
const notOpen = (state: AnnualCycle) =>
  state.stage === 'unborn' ? undefined : refusal('AnnualCycleNotOpen', { year: state.year, province: state.province });

/** What became of the products, counted by their own answers. One that could not answer is in `enrolled` alone. */
const countsOf = (enrolled: number, settled: Settled): Events['AnnualCycleClosed'] => {
  const answers = Object.values(settled);
  const count = (value: string) => answers.filter((answer) => answer.value === value).length;
  const stars = { 3: count('recognised-3'), 4: count('recognised-4'), 5: count('recognised-5') };
  return { counts: { enrolled, stars, notPassed: count('not-passed'), returned: count('returned'), carriedOver: count(carried) } };
};

/** No paper: the year ends as the plan said it would, and nothing of a product is decided by it. */
export const closeAnnualCycle = command({
  data: z.strictObject({}),
  clause: 'annualCycle.closing',
  by: [ofProvince, ofCountry],
  stage: ['open'],
  elsewhere: notOpen,
  then: (_, { enrolled }) =>
    enrolled.length > 0
      ? [{ type: 'AnnualCycleClosing', data: {} }]
      : [
          { type: 'AnnualCycleClosing', data: {} },
          { type: 'AnnualCycleClosed', data: countsOf(0, {}) },
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
    return Object.keys(all).length < enrolled.length
      ? [settlement]
      : [settlement, { type: 'AnnualCycleClosed', data: countsOf(enrolled.length, all) }];
  };

export const obligations = (state: AnnualCycle): readonly Obligation<OneOf<Events>>[] => {
  if (state.stage !== 'closing') return [];
  const command = { type: 'carryOver', data: { year: state.year + 1 } };
  const unanswered = state.enrolled.filter(({ cycle }) => state.settled[keyOf(cycle)] === undefined);
  return unanswered.map(({ cycle }) => ({ key: keyOf(cycle), to: productCycleOf(cycle), command, settle: settleIn(state, keyOf(cycle)) }));
};

export const changes = {
  AnnualCycleClosing: from(['open'], (state) => ({ ...state, stage: 'closing', settled: {} })),
  ObligationSettled: from(['closing'], (state, { key, ...answer }) => ({ ...state, settled: { ...state.settled, [key]: answer } })),
  AnnualCycleClosed: from(['closing'], (state, { counts }) => ({ ...state, stage: 'closed', counts })),
} satisfies Changes<'AnnualCycleClosing' | 'ObligationSettled' | 'AnnualCycleClosed'>;
