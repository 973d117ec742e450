import type { Basis, Clause } from './clause.ts';
import { clauses as before } from './qd-1048-2019-clauses.ts';

/**
 * 148 replaces 1048; what it is known to say stands below, and what 1048 leaves to a setting, to the councils or to nobody it leaves too.
 * Its articles were not seen, only that it says these things, so its name alone is cited.
 */
const decision: Basis = { article: 'QĐ 148' };

export const clauses: Readonly<Record<Clause, Basis>> = {
  ...before,
  'dossier.filing': decision,
  'dossier.components': decision,
  'dossier.receipt': decision,
  'dossier.samples': decision,
  'request.nextLevel': decision,
  'scoring.parts': decision,
  'result.report': decision,
  'gate.closing': decision,
  'decision.submission': decision,
  'decision.recognition': decision,
  'decision.authority': decision,
  'decision.star': decision,
  'decision.certifiable': decision,
  'council.formation': decision,
  'council.regulation': decision,
  'council.seat': decision,
  'council.advisoryTeam': decision,
  'council.authorisation': decision,
  'certificate.issue': decision,
  'certificate.term': decision,
  'certificate.renewal': decision,
  // Follows from its bands.
  'decision.approval': { setting: 'levels.forwardsWhen' },
};
