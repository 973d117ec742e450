import * as z from 'zod';
import type { Edition, HeldStar, Kind } from '../edition/edition.ts';
import { editionFor, editions } from '../edition/edition-for.ts';
import { route, type Step } from '../edition/route.ts';
import { renewalWindow } from '../edition/validity.ts';
import { dueOn } from '../kernel/due.ts';
import { dayOf, type Day } from '../kernel/instant.ts';
import { invariant } from '../kernel/invariant.ts';
import { rule, type Context } from '../kernel/rule.ts';
import type { Place, Producer } from '../legal-act.ts';
import { holds } from '../people/actor.ts';
import { missingComponents, type Evidenced } from './components.ts';
import { shape, type Evidence, type Run } from './events.ts';
import { runAt } from './run.ts';
import { principal, theCommune, theProducer } from './parties.ts';
import { command, from, lifeOf, type Changes, type ProductCycle } from './state.ts';
import { unitsAreThere } from './territory.ts';

/** What the held certificate is worth on the day, as the views know it; the certificate itself judges `noteRenewal` again. */
const knows = z.strictObject({
  held: shape.held.extend({ ended: z.string().optional() }).optional(),
  openCycle: shape.id.optional(),
  dossier: z.strictObject({ evidence: z.array(shape.evidence), productCode: z.string().optional() }).optional(),
});
type Filing = z.infer<typeof knows> & { kind: Kind; place: Place; producer: Producer; set: number };

export const filedForOwnUnit = rule({
  clause: 'dossier.filing',
  otherwise: 'NotYourUnit',
  holds: ({ producer, place }: Filing, _: unknown, { actor }) =>
    holds(actor, 'producer', producer.id) || holds(actor, 'committee', place.commune) || { units: [producer.id, place.commune] },
});
export const dayHasAnEdition = rule({
  clause: 'dossier.edition',
  otherwise: 'NoEditionForDay',
  holds: (_: unknown, __: unknown, { now }) => editionFor(dayOf(now)) !== undefined || { day: dayOf(now) },
});
export const producerIsEligible = rule({
  clause: 'dossier.producer',
  otherwise: 'ProducerNotEligible',
  holds: ({ producer: { kind }, set }: Filing, _: unknown, { edition }) => {
    const { value: kinds } = edition.producers;
    const known = kinds.find((each) => each.kind === kind);
    return kinds.length === 0 || (known !== undefined && (known.onlySets === null || known.onlySets.includes(set))) || { kind };
  },
});
const inForce = ({ held }: Filing, day: Day) => held !== undefined && held.ended === undefined && day <= held.lastDay;
export const certificateHasNotEnded = rule({
  clause: 'certificate.inForce',
  otherwise: 'CertificateAlreadyEnded',
  holds: (filing: Filing, _: unknown, { now }) =>
    filing.kind === 'first' || filing.held === undefined || inForce(filing, dayOf(now)) || { lastDay: filing.held.lastDay },
});
export const kindFits = rule({
  clause: 'dossier.kind',
  otherwise: 'KindDoesNotFit',
  holds: (filing: Filing, _: unknown, { now }) =>
    (filing.kind !== 'first') === inForce(filing, dayOf(now)) || { held: filing.held?.star ?? 0, kind: filing.kind },
});
const routeOf = (edition: Edition, { kind, held }: Filing): readonly Step[] => route(edition, kind, startingStar(kind, held));
const startingStar = (kind: Kind, held: Filing['held']): HeldStar => (kind === 'first' ? 0 : (held?.star ?? 0));
/** An upgrade raises a star that is held, under every edition; above five there is none. */
export const upgradeHasAStarToRaise = rule({
  clause: 'dossier.kind',
  otherwise: 'KindDoesNotFit',
  always: true,
  holds: (filing: Filing, _: unknown, { now, edition }) =>
    filing.kind !== 'upgrade' ||
    (inForce(filing, dayOf(now)) && filing.held?.star !== 5 && routeOf(edition, filing).length > 0) || {
      held: filing.held?.star ?? 0,
      kind: filing.kind,
    },
});
export const windowHasOpened = rule({
  clause: 'dossier.window',
  otherwise: 'WindowNotOpen',
  holds: ({ kind, held }: Filing, _: unknown, { now, edition }) => {
    const window = kind === 'renewal' && held ? renewalWindow(held.lastDay, edition) : undefined;
    return window === undefined || window.opens <= dayOf(now) || window;
  },
});
export const noOtherCycleIsOpen = rule({
  clause: 'dossier.onePerProduct',
  otherwise: 'CycleAlreadyOpen',
  holds: ({ openCycle }: Filing) => openCycle === undefined || { cycle: openCycle },
});
export const dossierIsComplete = rule({
  clause: 'dossier.components',
  otherwise: 'ComponentsMissing',
  holds: (filing: Filing & Evidenced, _: unknown, { edition, now }) => {
    const items = missingComponents(edition, { ...filing, evidence: carried(filing, dayOf(now)) });
    return items.length === 0 || { items };
  },
});
export const givesWhatWasAsked = rule({
  clause: 'supplement.answer',
  otherwise: 'ComponentsMissing',
  holds: ({ evidence }: { evidence: readonly Evidence[] }, { asked }: Extract<ProductCycle, { stage: 'supplement-asked' }>) => {
    const items = asked.items
      .map(({ item }) => item)
      .filter((item) => !evidence.some(({ title, criteria }) => title === item || criteria.includes(item)));
    return items.length === 0 || { items };
  },
});

/** Renewal and upgrade file the difference: what the recognised dossier held is carried over, but for what has run out or is filed anew under the same title. */
const carried = ({ kind, evidence, dossier, held }: Evidenced & Pick<Filing, 'kind' | 'dossier' | 'held'>, day: Day): Evidence[] => {
  const stillGood = ((kind !== 'first' && dossier?.evidence) || []).filter(
    ({ title, validUntil }) => (validUntil === undefined || day <= validUntil) && !evidence.some((filed) => filed.title === title),
  );
  return [...stillGood.map((piece) => ({ ...piece, reusedFrom: piece.reusedFrom ?? held?.certificate })), ...evidence];
};
/** The first run of the review, at the level where the edition has dossiers filed. */
const firstRun = (filing: Filing, context: Context): Run => {
  const { edition } = context;
  const step = routeOf(edition, filing)[0];
  invariant(step, `${edition.id} has a route for ${filing.kind}`);
  return runAt({ kind: filing.kind, runs: [] }, step, 'first', context);
};

export const fileDossier = command({
  data: z.strictObject({ kind: shape.kind, ...shape.dossier }),
  knows,
  clause: 'dossier.filing',
  by: [theProducer, theCommune],
  onBehalf: ({ producer }) => producer.id,
  stage: ['unborn', 'idea-accepted', 'plan-accepted', 'implemented'],
  duty: (state) => ('producer' in state ? [{ role: 'producer', unit: state.producer.id }] : []),
  rules: [
    filedForOwnUnit,
    unitsAreThere,
    dayHasAnEdition,
    producerIsEligible,
    certificateHasNotEnded,
    kindFits,
    upgradeHasAStarToRaise,
    windowHasOpened,
    noOtherCycleIsOpen,
    dossierIsComplete,
  ],
  then: ({ openCycle: _, dossier, held, ...filing }, __, context) => {
    const recognised =
      filing.kind !== 'first' && held
        ? { held: { certificate: held.certificate, star: held.star, lastDay: held.lastDay }, productCode: dossier?.productCode }
        : {};
    const evidence = carried({ ...filing, dossier, held }, dayOf(context.now));
    return [
      { type: 'DossierFiled', data: { ...filing, ...recognised, evidence, edition: context.edition.id } },
      { type: 'ReviewRunOpened', data: firstRun({ ...filing, held }, context) },
    ];
  },
});

export const supplement = command({
  data: z.strictObject({ evidence: z.array(shape.evidence).min(1).max(200), note: shape.text.optional() }),
  clause: 'supplement.answer',
  by: [theProducer, theCommune],
  onBehalf: principal,
  stage: ['supplement-asked'],
  rules: [givesWhatWasAsked],
  duty: ({ producer, asked, edition, receipts }) => [
    {
      role: 'producer',
      unit: producer.id,
      due: dueOn(asked.by, receipts.at(-1)?.on ?? asked.by, 'supplement.request', editions[edition].clauses['supplement.request']),
    },
  ],
  then: (data) => [{ type: 'DossierSupplemented', data }],
});

export const changes = {
  DossierFiled: from(
    ['unborn', 'idea-accepted', 'plan-accepted', 'implemented'],
    (state, { edition, registration, selfAssessment: _, ...dossier }, at) => ({
      stage: 'opening',
      ...lifeOf(state, dossier, at),
      ...dossier,
      ...(registration?.representative !== undefined && { representative: registration.representative }),
      edition,
      filedOn: dayOf(at),
      receipts: [],
      runs: [],
      results: [],
      recognitions: [],
      deadlinesPassed: [],
    }),
  ),
  // At hand already ('received'): an evaluation again, in the commit that orders it.
  ReviewRunOpened: from(['opening', 'requested', 'received'], (state, run) =>
    state.stage === 'opening' ? { ...state, stage: 'filed', run, runs: [run] } : { ...state, run, runs: [...state.runs, run] },
  ),
  DossierSupplemented: from(['supplement-asked'], ({ asked: _, ...state }, { evidence }) => ({
    ...state,
    stage: 'filed',
    evidence: [...state.evidence, ...evidence],
  })),
} satisfies Changes<'DossierFiled' | 'ReviewRunOpened' | 'DossierSupplemented'>;
