import * as z from 'zod';
import { editionIds, kinds, levels } from '../edition/terms.ts';
import { form, type DataOf } from '../kernel/form.ts';
import { settlement } from '../kernel/settlement.ts';
import { shape as shared } from '../legal-act.ts';

/** Shapes of this aggregate that commands and events share. */
const evidence = z.strictObject({
  digest: shared.digest,
  title: shared.name,
  validUntil: shared.day.optional(),
  criteria: z.array(z.string().max(60)).max(40),
  reusedFrom: shared.id.optional(),
});
const registration = z.strictObject({ representative: shared.name.optional(), note: shared.text.optional() });
const pointsByPart = z.strictObject({ A: z.int().min(0), B: z.int().min(0), C: z.int().min(0) });
const selfAssessment = z.strictObject({
  points: pointsByPart.optional(),
  planResults: shared.text.optional(),
  outlook: shared.text.optional(),
});
const dossier = {
  place: shared.place,
  name: shared.name,
  set: z.int().min(1).max(26),
  producer: shared.producer,
  registration: registration.optional(),
  selfAssessment: selfAssessment.optional(),
  evidence: z.array(evidence).max(200),
};
const held = z.strictObject({ certificate: shared.id, star: z.literal([3, 4, 5]), lastDay: shared.day });
const level = z.enum(levels);
const mode = z.enum(['meeting', 'written']);
/** A round of the place's own, as its year announced it: not every day of it can be computed from an edition. */
const announced = z.strictObject({ requestsBefore: shared.day, lastRequestDay: shared.day, lastResultDay: shared.day });
const run = z.strictObject({
  level,
  n: z.int().min(1),
  role: z.enum(['report', 'agencyReport', 'council']),
  mode: mode.nullable(),
  roundId: z.string().nullable(),
  announced: announced.optional(),
  trigger: z.enum(['first', 'evaluateAgain', 'redoOrdered', 'complaint']),
  /** The round that the request came too late for, and its last day. */
  missed: z.strictObject({ roundId: z.string(), lastDay: shared.day }).optional(),
  /** Who scored this product at this level before does not score this run. */
  freshPanel: z.literal(true).optional(),
});
const task = z.enum(['commune-report', 'renewal-evaluation', 'supplement', 'transition', 'request', 'round-result']);
const finding = z.strictObject({ met: z.boolean(), reason: shared.text });
const findings = z.partialRecord(z.enum(['origin', 'labour', 'idea', 'identity']), finding);
const request = z.strictObject({ item: z.string().min(1).max(120), note: shared.text });
const tests = z.array(shared.name).min(1).max(40);
/** One kind today; sheets by criteria and sealed sheets join the union. */
const points = z.int().min(0).max(100);
const sheet = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('parts'), A: points, B: points, C: points, note: shared.text.optional() }),
]);
const panelChange = { members: z.array(shared.id).min(1).max(60).optional(), chair: shared.id.optional() };
const panel = z.strictObject({
  council: shared.id,
  sitting: shared.id,
  chair: shared.id,
  secretary: shared.id.nullable(),
  members: z.array(shared.id).min(1).max(60),
  recused: z.array(shared.id),
});
const samples = z.int().min(0).max(100);
const regulation = z.strictObject({
  preset: shared.id,
  secretaryScores: z.boolean(),
  spread: z.strictObject({ max: z.number().min(0), inclusive: z.boolean() }).optional(),
});
const meetingReason = z.enum(['spread-over-limit', 'stars-differ', 'member-asks']);
const kind = z.enum(kinds);
const correctable = z.enum(['name', 'producerName', 'representative']);
const star = z.literal([1, 2, 3, 4, 5]);
const mean = z.strictObject({ sum: z.int().min(0), count: z.int().min(1) });
const source = z.enum(['sheets', 'paperMinutes']);
const gate = z.enum(['reject-dossier', 'reject-product', 'stop-scoring']);
export const shape = Object.freeze({
  ...shared,
  kind,
  correctable,
  evidence,
  registration,
  selfAssessment,
  points: pointsByPart,
  announced,
  dossier,
  held,
  level,
  mode,
  run,
  findings,
  request,
  tests,
  sheet,
  panel,
  panelChange,
  regulation,
  samples,
  star,
  mean,
  source,
  gate,
});

const act = shared.legalAct;
export const events = Object.freeze({
  IdeaProposed: form(z.strictObject({ place: shared.place, name: shared.name, idea: shared.text, proposer: shared.id })),
  IdeaAccepted: form(z.strictObject({ note: shared.text.optional() })),
  IdeaReturned: form(z.strictObject({ note: shared.text })),
  PlanSubmitted: form(z.strictObject({ producer: shared.producer, summary: shared.text, digest: shared.digest.optional() })),
  PlanAccepted: form(z.strictObject({ note: shared.text.optional() })),
  PlanReturned: form(z.strictObject({ note: shared.text })),
  ImplementationReported: form(z.strictObject({ results: shared.text })),
  DossierFiled: form(
    z.strictObject({
      ...dossier,
      kind,
      edition: z.enum(editionIds),
      held: held.optional(),
      productCode: z.string().optional(),
    }),
  ),
  ReviewRunOpened: form(run),
  DossierReceived: form(
    z.strictObject({
      level,
      copies: z.int().min(0),
      samples: z.int().min(0),
      components: z.array(z.string().max(120)).max(60),
      due: shared.due.nullable(),
    }),
  ),
  SupplementRequested: form(z.strictObject({ items: z.array(request).min(1).max(40), by: shared.day })),
  DossierSupplemented: form(z.strictObject({ evidence: z.array(evidence).min(1).max(200), note: shared.text.optional() })),
  CommuneReported: form(z.strictObject({ findings, ...act })),
  NextLevelRequested: form(z.strictObject({ from: level, to: level, samples: samples.optional(), ...act })),
  DossierWithdrawn: form(z.strictObject({ reason: shared.text.optional() })),
  RequestFoundComplete: form(z.strictObject({ due: shared.due })),
  AgencyReported: form(z.strictObject({ report: shared.text, ...act })),
  DossierAssessed: form(z.strictObject({ opinion: shared.text, points: pointsByPart.optional(), digest: shared.digest.optional() })),
  SiteVisited: form(z.strictObject({ on: shared.day, results: shared.text, digest: shared.digest.optional() })),
  TestsRequested: form(z.strictObject({ tests, note: shared.text.optional() })),
  MovedToRound: form(z.strictObject({ round: z.string(), former: z.string(), announced: announced.optional(), reason: shared.text })),
  PlacedOnAgenda: form(z.strictObject({ council: shared.id, sitting: shared.id, on: shared.day })),
  TakenOffAgenda: form(z.strictObject({ council: shared.id, sitting: shared.id, reason: shared.text })),
  ScoringOpened: form(z.strictObject({ panel, regulation })),
  PanelChanged: form(z.strictObject(panelChange)),
  MemberRecused: form(z.strictObject({ person: shared.id, reason: shared.text })),
  SheetSubmitted: form(z.strictObject({ member: shared.id, sheet, enteredBy: shared.id.optional(), scan: shared.digest.optional() })),
  ReferredToMeeting: form(
    z.strictObject({ reasons: z.array(meetingReason).min(1).max(3), askedBy: shared.id.optional(), note: shared.text.optional() }),
  ),
  ScoringClosed: form(z.strictObject({})),
  /** `betweenBands`: the mean lies between two printed bands and took the lower one. */
  CouncilResultReported: form(
    z.strictObject({ source, mean, star, betweenBands: z.literal(true).optional(), scan: shared.digest.optional(), ...act }),
  ),
  GateClosed: form(z.strictObject({ gate, reason: shared.text, source, scan: shared.digest.optional(), ...act })),
  SentDown: form(z.strictObject({ from: level, to: level, ...act })),
  CentralResultAccepted: form(z.strictObject({ level, star: z.literal([3, 4, 5]), ...act })),
  EvaluationReopened: form(z.strictObject({ level, ...act })),
  RedoOrdered: form(z.strictObject({ level, reason: shared.text, freshPanel: z.boolean(), ...act })),
  SubmittedForDecision: form(z.strictObject(act)),
  SentBack: form(z.strictObject({ reason: shared.text })),
  ProductRecognised: form(
    z.strictObject({
      star: z.literal([3, 4, 5]),
      certificateNumber: z.string().max(60).optional(),
      numbering: z.literal('allocated').optional(),
      ...act,
    }),
  ),
  ResultApproved: form(z.strictObject(act)),
  ResultNotified: form(
    z.strictObject({ outcome: z.enum(['recognised', 'sent-up', 'not-passed', 'rejected', 'stopped', 'stands']), ...act }),
  ),
  ResultPublished: form(z.strictObject({ on: shared.day, channel: shared.name })),
  FieldCorrected: form(z.strictObject({ field: correctable, ...shared.correction })),
  /** A newer edition has begun and leaves this dossier until a day to finish under its own. */
  TransitionBegan: form(z.strictObject({ edition: z.enum(editionIds), from: shared.day, until: shared.day })),
  ClosedByTransition: form(z.strictObject({ until: shared.day, ...act })),
  /** `on`: the first day of the new unit. Without a note the units themselves have changed. */
  ResponsibilityHandedOver: form(z.strictObject({ from: shared.place, to: shared.place, on: shared.day, note: shared.text.optional() })),
  CarriedOver: form(z.strictObject({ year: z.int() })),
  FilingContested: form(z.strictObject({ code: z.string() })),
  DeadlinePassed: form(z.strictObject({ what: task, step: z.int(), due: shared.day })),
  ObligationSettled: settlement,
});
export interface Events extends DataOf<typeof events> {}
export interface Evidence extends z.infer<typeof evidence> {}
export interface Run extends z.infer<typeof run> {}
export interface Sheet extends z.infer<typeof sheet> {}
