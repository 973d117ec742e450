import type { Basis, Clause } from './clause.ts';
import { clauses as left } from './qd-148-2023-clauses.ts';

/**
 * 1489 amends the procedure of 148 and leaves the rest; no article of either was seen, so the name alone is cited of the one that says it.
 * 'QĐ 490 (2)' is a step of the annual cycle.
 */
const procedure: Basis = { article: 'QĐ 1489' };

export const clauses: Readonly<Record<Clause, Basis>> = {
  ...left,
  'commune.report': procedure,
  'commune.findings': procedure,
  'request.nextLevel': procedure,
  'request.forwarding': procedure,
  'result.report': procedure,
  'decision.submission': procedure,
  'decision.recognition': procedure,
  'decision.authority': procedure,
  'council.formation': procedure,
  'council.regulation': procedure,
  'council.seat': procedure,
  'council.advisoryTeam': procedure,
  'council.authorisation': procedure,
};
