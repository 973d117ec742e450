import * as z from 'zod';
import { editions } from '../edition/edition-for.ts';
import type { Edition } from '../edition/edition.ts';
import type { Duty } from '../kernel/command.ts';
import { untilDay } from '../kernel/due.ts';
import { dayOf } from '../kernel/instant.ts';
import { rule } from '../kernel/rule.ts';
import { dayHasCome } from '../legal-act.ts';
import { unitAt } from '../territory/place.ts';
import { notYet } from './commune-report.ts';
import { shape, type Events, type Run } from './events.ts';
import { agencyOfLevel, teamOfLevel } from './parties.ts';
import { resultDay } from './round-day.ts';
import { command, from, type Advice, type Changes, type Dossier, type ProductCycle } from './state.ts';

/* What is found out before the council judges. It is told to the council and decides nothing: points may be proposed, a star may not. */

type AtHand = Extract<ProductCycle, { stage: 'received' | 'on-agenda' }>;
const stage = ['received', 'on-agenda'] as const;
const parts = ['A', 'B', 'C'] as const;

const hasTeam = (edition: Edition, { role, level }: Run): boolean =>
  role === 'council' && edition.councils.some((council) => council.level === level && council.advisoryTeam);
export const levelHasAdvisoryTeam = rule({
  clause: 'advice.assessment',
  otherwise: 'NotThisLevel',
  holds: (_: unknown, { run, place }: AtHand, { edition }) => hasTeam(edition, run) || { level: run.level, unit: unitAt(place, run.level) },
});
/** A renewal is reported on by the agency in the team's place (7.6.c). */
export const renewalIsNotAssessed = rule({
  clause: 'agency.report',
  otherwise: 'NotYourPart',
  holds: (_: unknown, { kind }: AtHand) => kind !== 'renewal' || { who: ['ocopAgency'] },
});
export const proposalIsInRange = rule({
  clause: 'scoring.parts',
  otherwise: 'PartOutOfRange',
  holds: ({ points }: Pick<Events['DossierAssessed'], 'points'>, _: AtHand, { edition }) => {
    const over = points && parts.find((part) => points[part] > edition.parts.value[part].max);
    return over === undefined || { part: over, max: edition.parts.value[over].max };
  },
});
/** The commune reports on four contents and judges nothing; visits and tests belong to a level with a council, or with an agency's report. */
const levelEvaluates = (clause: 'advice.siteVisit' | 'advice.tests') =>
  rule({
    clause,
    otherwise: 'NotThisLevel',
    holds: (_: unknown, { run, place }: AtHand) => run.role !== 'report' || { level: run.level, unit: unitAt(place, run.level) },
  });
export const levelVisits = levelEvaluates('advice.siteVisit');
export const levelTests = levelEvaluates('advice.tests');

const isOf =
  ({ level, n }: Run) =>
  ({ run }: Advice) =>
    run.level === level && run.n === n;
/** Awaited where a text says that the team assesses; where that is left to the council, it may. */
const assessmentIsDue = (state: AtHand): boolean => {
  const edition = editions[state.edition];
  const { 'advice.assessment': assessment, 'agency.report': agency } = edition.clauses;
  return (
    'article' in assessment &&
    hasTeam(edition, state.run) &&
    (state.kind !== 'renewal' || 'silent' in agency) &&
    !(state.advice ?? []).filter(isOf(state.run)).some(({ is }) => is === 'assessment')
  );
};
const theTeam = (state: AtHand): Duty =>
  untilDay({ role: 'advisoryTeam', unit: unitAt(state.place, state.run.level) } as const, resultDay(state));

export const assess = command({
  data: z.strictObject({ opinion: shape.text, points: shape.points.optional(), digest: shape.digest.optional() }),
  clause: 'advice.assessment',
  by: [teamOfLevel],
  stage,
  elsewhere: notYet,
  duty: (state) => (assessmentIsDue(state) ? [theTeam(state)] : []),
  rules: [levelHasAdvisoryTeam, renewalIsNotAssessed, proposalIsInRange],
  then: (data) => [{ type: 'DossierAssessed', data }],
});

export const recordSiteVisit = command({
  data: z.strictObject({ on: shape.day, results: shape.text, digest: shape.digest.optional() }),
  clause: 'advice.siteVisit',
  by: [teamOfLevel, agencyOfLevel],
  stage,
  elsewhere: notYet,
  rules: [levelVisits, dayHasCome],
  then: (data) => [{ type: 'SiteVisited', data }],
});

export const requestTests = command({
  data: z.strictObject({ tests: shape.tests, note: shape.text.optional() }),
  clause: 'advice.tests',
  by: [teamOfLevel, agencyOfLevel],
  stage,
  elsewhere: notYet,
  rules: [levelTests],
  then: (data) => [{ type: 'TestsRequested', data }],
});

const withAdvice = <State extends Dossier>(state: State, advice: Advice): State => ({
  ...state,
  advice: [...(state.advice ?? []), advice],
});
export const changes = {
  DossierAssessed: from([...stage], (state, { opinion, points }, at) =>
    withAdvice(state, { is: 'assessment', run: state.run, on: dayOf(at), opinion, points }),
  ),
  SiteVisited: from([...stage], (state, { on, results }) => withAdvice(state, { is: 'site-visit', run: state.run, on, results })),
  TestsRequested: from([...stage], (state, { tests, note }, at) =>
    withAdvice(state, { is: 'tests', run: state.run, on: dayOf(at), tests, note }),
  ),
} satisfies Changes<'DossierAssessed' | 'SiteVisited' | 'TestsRequested'>;
