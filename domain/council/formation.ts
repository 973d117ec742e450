import * as z from 'zod';
import { findLevel } from '../edition/level.ts';
import { rule, type Rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome, type Document } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { shape, type Events } from './events.ts';
import { regulationBy } from './regulation.ts';
import { personsOn, type Seat } from './seats.ts';
import { command, from, type Changes } from './state.ts';

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
  then: ({ regulation, ...council }, _, { edition }) => {
    const { quorum, chairRequired, secretaryScores, spreadMax, spreadInclusive } = regulationBy(regulation.preset, edition);
    const spread = { max: spreadMax, inclusive: spreadInclusive };
    return [
      { type: 'CouncilFormed', data: council },
      { type: 'RegulationIssued', data: { ...regulation, quorum, chairRequired, secretaryScores, spread } },
    ];
  },
});

export const changes = {
  CouncilFormed: from(['unborn'], (_, council) => ({ stage: 'forming', ...council })),
  RegulationIssued: from(['forming'], ({ name, level, unit, seats }, regulation) => ({
    stage: 'formed',
    name,
    level,
    unit,
    seats,
    regulation,
    sittings: [],
    conflicts: [],
    settled: {},
  })),
} satisfies Changes<'CouncilFormed' | 'RegulationIssued'>;
