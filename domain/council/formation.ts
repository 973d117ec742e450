import * as z from 'zod';
import type { Edition } from '../edition/edition.ts';
import { findLevel } from '../edition/level.ts';
import { rule, type Rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome, type Document } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { shape, type Events } from './events.ts';
import { regulationBy } from './regulation.ts';
import { personsOn, type Seat } from './seats.ts';
import { command, from, theAuthority, type Changes } from './state.ts';

interface Formation {
  level: Events['CouncilFormed']['level'];
  unit: string;
  seats: readonly Seat[];
}

export const formedByItsAuthority = rule({
  clause: 'council.formation',
  otherwise: 'NotYourUnit',
  holds: ({ unit }: Formation, _: unknown, { actor }) => holds(actor, 'decidingAuthority', unit) || { units: [unit] },
});
/** A level that the law of the day does not have, or that only reports, has no council. */
export const levelHasCouncils = rule({
  clause: 'council.formation',
  otherwise: 'NotThisLevel',
  holds: ({ level, unit }: Formation, _: unknown, { edition }) => findLevel(edition, level)?.role === 'council' || { level, unit },
});
export const oneChairIsSeated = rule({
  clause: 'council.seat',
  otherwise: 'CouncilChairNotSeated',
  holds: (council: Formation) => personsOn(council, 'chair').length === 1 || false,
});
export const nobodySitsTwice = rule({
  clause: 'council.seat',
  otherwise: 'SeatedTwice',
  holds: ({ seats }: Formation) => {
    const twice = seats.find(({ person }, index) => seats.findIndex((other) => other.person === person) < index);
    return twice === undefined || { person: twice.person };
  },
});
/** The regulation is a paper of its own beside the decision on the council. */
export const regulationIsWhole: Rule<{ regulation: { document: Document } }, unknown> = {
  clause: documentIsWhole.clause,
  otherwise: documentIsWhole.otherwise,
  refuses: ({ regulation }, state, context) => documentIsWhole.refuses(regulation, state, context),
};

type Issued = Pick<Events['RegulationIssued'], 'preset' | 'document' | 'dispatchLeadDays' | 'effectiveOn'>;
const inFull = (regulation: Issued, edition: Edition): Events['RegulationIssued'] => {
  const { quorum, chairRequired, secretaryScores, spreadMax, spreadInclusive } = regulationBy(regulation.preset, edition);
  return { ...regulation, quorum, chairRequired, secretaryScores, spread: { max: spreadMax, inclusive: spreadInclusive } };
};

export const formCouncil = command({
  data: z.strictObject({ ...shape.council, regulation: shape.regulation, ...shape.legalAct }),
  clause: 'council.formation',
  by: [{ role: 'decidingAuthority' }],
  stage: ['unborn'],
  rules: [
    formedByItsAuthority,
    levelHasCouncils,
    oneChairIsSeated,
    nobodySitsTwice,
    documentIsWhole,
    regulationIsWhole,
    effectiveDayHasCome,
  ],
  then: ({ regulation, ...council }, _, { edition }) => [
    { type: 'CouncilFormed', data: council },
    { type: 'RegulationIssued', data: inFull(regulation, edition) },
  ],
});
/** Another regulation for a council that has one: for sittings convened from now on, not for those convened under the one before. */
export const issueRegulation = command({
  data: shape.regulation.extend({ effectiveOn: shape.day }),
  clause: 'council.regulation',
  by: [theAuthority],
  stage: ['formed'],
  rules: [documentIsWhole, effectiveDayHasCome],
  then: (regulation, _, { edition }) => [{ type: 'RegulationIssued', data: inFull(regulation, edition) }],
});
/** One team beside each council; another decision puts another team in its place. */
export const formAdvisoryTeam = command({
  data: z.strictObject({ ...shape.advisoryTeam, ...shape.legalAct }),
  clause: 'council.advisoryTeam',
  by: [theAuthority],
  stage: ['formed'],
  rules: [documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'AdvisoryTeamFormed', data }],
});

export const changes = {
  CouncilFormed: from(['unborn'], (_, council) => ({ stage: 'forming', ...council })),
  RegulationIssued: from(['forming', 'formed'], (state, regulation) => {
    if (state.stage === 'formed') return { ...state, regulation };
    const { name, level, unit, seats } = state;
    const begun = { sittings: [], conflicts: [], settled: {}, advisoryTeam: null, authorisedHead: null };
    return { stage: 'formed', name, level, unit, seats, regulation, ...begun };
  }),
  AdvisoryTeamFormed: from(['formed'], (state, advisoryTeam) => ({ ...state, advisoryTeam })),
} satisfies Changes<'CouncilFormed' | 'RegulationIssued' | 'AdvisoryTeamFormed'>;
