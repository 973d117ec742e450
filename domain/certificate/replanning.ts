import * as z from 'zod';
import { rule } from '../kernel/rule.ts';
import { ladderOf, windowOf } from './deadlines.ts';
import type { Events } from './events.ts';
import { command, endedAs, from, lastDayInForce, parties, type Changes, type InForce } from './state.ts';

type Plan = Events['DeadlinesReplanned'];
/** The days that the law of each day, as far as this release knows it, gives a certificate. */
const planOf = (state: InForce): Plan => {
  const window = windowOf(state);
  return {
    window: window === undefined ? null : { opens: window.opens, closes: window.closes, edition: window.edition.id },
    reminders: [...ladderOf(state)],
    lastDay: lastDayInForce(state),
  };
};
const isSame = (one: Plan, other: Plan): boolean => JSON.stringify(one) === JSON.stringify(other);

export const planHasMoved = rule({
  clause: 'certificate.replanning',
  otherwise: 'DeadlinesUnchanged',
  holds: (_: object, state: InForce) => {
    const plan = planOf(state);
    return state.plan === null || !isSame(state.plan, plan) || { lastDay: plan.lastDay };
  },
});

/**
 * After a release that knows another law. The days themselves follow by themselves whenever the certificate is looked at; this wakes one that
 * sleeps until a day of the former law, and keeps on record under which days it stands.
 */
export const replanDeadlines = command({
  data: z.strictObject({}),
  clause: 'certificate.replanning',
  by: [parties.administrator, parties.provincialAdministrator],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [planHasMoved],
  then: (_, state) => [{ type: 'DeadlinesReplanned', data: planOf(state) }],
});

export const changes = {
  DeadlinesReplanned: from(['in-force'], (state, plan) => ({ ...state, plan })),
} satisfies Changes<'DeadlinesReplanned'>;
