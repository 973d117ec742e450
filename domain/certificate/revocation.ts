import * as z from 'zod';
import type { Calendar } from '../calendar/working-days.ts';
import { editions } from '../edition/edition-for.ts';
import type { Edition } from '../edition/edition.ts';
import type { Duty } from '../kernel/command.ts';
import { dueInDays, dueInOfficeDays, untilDay, type Due } from '../kernel/due.ts';
import type { Day } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { documentIsWhole, effectiveDayHasCome } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { shape } from './events.ts';
import { unitAt } from '../territory/place.ts';
import { command, endedAs, from, levelOfAuthority, parties, type Changes, type Conclusion, type InForce } from './state.ts';

interface Grounded {
  ground: Conclusion['ground'];
}
interface Dated {
  effectiveOn: Day;
}

/** The level that revokes a star under the law of the day; where that names none, the level that issued. */
const levelOf = ({ certificate: { star, level } }: InForce, { revocation }: Edition): Conclusion['level'] =>
  revocation.authorities.value.find(({ stars }) => stars.includes(star))?.level ?? level;
const decidedAt = (state: InForce, edition: Edition): Pick<Conclusion, 'level' | 'unit'> => {
  const level = levelOf(state, edition);
  return { level, unit: unitAt(state.certificate.place, level) };
};
/** 15 days from the paper, not from its typing; an authority's term does not end on a day off. */
const termFrom = ({ effectiveOn }: Dated, edition: Edition, calendar: Calendar): Due | null | { yearWithoutCalendar: number } => {
  const { value: term } = edition.clocks.revocation;
  const clause = 'certificate.revocationTerm';
  return term === null ? null : dueInOfficeDays(dueInDays(effectiveOn, term.value, clause, edition.clauses[clause]), calendar);
};
const dueFrom = (act: Dated, edition: Edition, calendar: Calendar): Due | null => {
  const term = termFrom(act, edition, calendar);
  return term !== null && 'day' in term ? term : null;
};

export const termEndsInTheCalendar = rule({
  clause: 'calendar.range',
  otherwise: 'YearWithoutCalendar',
  holds: (act: Dated, _: unknown, { edition, calendar }) => {
    const term = termFrom(act, edition, calendar);
    return term === null || !('yearWithoutCalendar' in term) || { year: term.yearWithoutCalendar };
  },
});
/** A ground stands on a conclusion, or on the commune's word that production has stopped. */
export const groundIsConcluded = rule({
  clause: 'certificate.revocationGround',
  otherwise: 'GroundMissing',
  holds: ({ ground }: Grounded, { conclusions }: InForce) => conclusions.some((conclusion) => conclusion.ground === ground) || { ground },
});
/** The agency has verified and submitted before the authority decides (8.3). */
export const revocationIsProposed = rule({
  clause: 'certificate.verification',
  otherwise: 'RevocationNotProposed',
  holds: ({ ground }: Grounded, { proposed }: InForce) => proposed.includes(ground) || { ground },
});
/** Three and four stars are the province's to take, five the minister's. */
export const authorityRevokesTheStar = rule({
  clause: 'certificate.revocationAuthority',
  otherwise: 'NotTheDecidingAuthority',
  holds: (_: unknown, state: InForce, context) => {
    const level = levelOfAuthority(state.certificate, context);
    return level === undefined || level === levelOf(state, context.edition) || { star: state.certificate.star, level };
  },
});
export const revokedByItsOwnAuthority = rule({
  clause: 'certificate.revocationAuthority',
  otherwise: 'NotYourUnit',
  always: true,
  holds: (_: unknown, state: InForce, { edition, actor }) => {
    const { unit } = decidedAt(state, edition);
    return holds(actor, 'decidingAuthority', unit) || { units: [unit] };
  },
});

/** What the commune's word stands for; under a text that names no grounds, in the words of the one that does. */
const stopGround = (edition: Edition): Conclusion['ground'] => {
  const named = [edition, ...Object.values(editions)].flatMap(({ revocation }) => revocation.grounds.value);
  const stop = named.find(({ isProductionStop }) => isProductionStop === true);
  invariant(stop, 'a text names the stop of production');
  return stop.code;
};

export const recordConclusion = command({
  data: z.strictObject({ ground: shape.ground, finding: shape.text, ...shape.legalAct }),
  clause: 'certificate.inspection',
  by: [parties.agency, parties.ministryAgency],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [documentIsWhole, effectiveDayHasCome, termEndsInTheCalendar],
  then: (data, state, { edition, calendar }) => [
    { type: 'ConclusionRecorded', data: { ...data, due: dueFrom(data, edition, calendar), ...decidedAt(state, edition) } },
  ],
});
export const confirmProductionStopped = command({
  data: z.strictObject(shape.legalAct),
  clause: 'certificate.productionStop',
  by: [parties.commune],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [documentIsWhole, effectiveDayHasCome, termEndsInTheCalendar],
  then: (data, state, { edition, calendar }) => [
    {
      type: 'ProductionStopConfirmed',
      data: { ...data, ground: stopGround(edition), due: dueFrom(data, edition, calendar), ...decidedAt(state, edition) },
    },
  ],
});

/** Of several conclusions for one step, the one that is due first is shown. */
const awaited = (role: 'ocopAgency' | 'decidingAuthority', conclusions: readonly Conclusion[]): Duty[] => {
  const [first] = conclusions.toSorted((a, b) => (a.due?.day ?? '9').localeCompare(b.due?.day ?? '9'));
  return first ? [untilDay({ role, unit: first.unit }, first.due)] : [];
};
export const proposeRevocation = command({
  data: z.strictObject({ ground: shape.ground, ...shape.legalAct }),
  clause: 'certificate.verification',
  by: [parties.agency, parties.ministryAgency],
  stage: ['in-force'],
  elsewhere: endedAs,
  duty: ({ conclusions, proposed }) =>
    awaited(
      'ocopAgency',
      conclusions.filter(({ ground }) => !proposed.includes(ground)),
    ),
  rules: [groundIsConcluded, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'RevocationProposed', data }],
});
export const revoke = command({
  data: z.strictObject({ ground: shape.ground, ...shape.legalAct }),
  clause: 'certificate.revocation',
  by: [{ role: 'decidingAuthority' }],
  stage: ['in-force'],
  elsewhere: endedAs,
  duty: ({ conclusions, proposed }) =>
    awaited(
      'decidingAuthority',
      conclusions.filter(({ ground }) => proposed.includes(ground)),
    ),
  rules: [authorityRevokesTheStar, revokedByItsOwnAuthority, groundIsConcluded, revocationIsProposed, documentIsWhole, effectiveDayHasCome],
  then: (data) => [{ type: 'CertificateEnded', data: { how: 'revoked', on: data.effectiveOn, ...data } }],
});

const joined = ({ conclusions }: InForce, { ground, due, level, unit }: Conclusion): readonly Conclusion[] => [
  ...conclusions,
  { ground, due, level, unit },
];
export const changes = {
  ConclusionRecorded: from(['in-force'], (state, conclusion) => ({ ...state, conclusions: joined(state, conclusion) })),
  ProductionStopConfirmed: from(['in-force'], (state, conclusion) => ({ ...state, conclusions: joined(state, conclusion) })),
  RevocationProposed: from(['in-force'], (state, { ground }) => ({ ...state, proposed: [...state.proposed, ground] })),
} satisfies Changes<'ConclusionRecorded' | 'ProductionStopConfirmed' | 'RevocationProposed'>;
