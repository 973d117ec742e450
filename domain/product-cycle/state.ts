import { editionFor, editions, lawOn } from '../edition/edition-for.ts';
import type { Edition, EditionId, GateKind, Kind, Level, Star, Stars } from '../edition/edition.ts';
import type { ChangesOf } from '../kernel/aggregate.ts';
import { grammar } from '../kernel/grammar.ts';
import type { Due } from '../kernel/due.ts';
import type { Mean } from '../kernel/exact.ts';
import { dayOf, type Day, type Instant } from '../kernel/instant.ts';
import type { Settled } from '../kernel/settlement.ts';
import type { StateOf } from '../kernel/stage.ts';
import type { Document, Place, Producer } from '../legal-act.ts';
import type { Events, Evidence, Run, Sheet } from './events.ts';

/** What the first event said. Later ones may rename or move the product; the year it enrols in is told of it as it was born. */
export interface Birth {
  on: Day;
  name: string;
  province: string;
}
/** Known from the first event on: what the product is, where, and which obligations have been answered. */
export interface Born {
  name: string;
  place: Place;
  birth: Birth;
  carriedTo: readonly number[];
  settled: Settled;
}
type Life = Pick<Born, 'birth' | 'carriedTo' | 'settled'>;
export const lifeOf = (state: ProductCycle, { name, place }: Pick<Born, 'name' | 'place'>, at: Instant): Life =>
  'settled' in state
    ? { birth: state.birth, carriedTo: state.carriedTo, settled: state.settled }
    : { birth: { on: dayOf(at), name, province: place.province }, carriedTo: [], settled: {} };
export interface Idea extends Born {
  idea: string;
  proposer: string;
}
export interface Plan extends Idea {
  producer: Producer;
  plan: Omit<Events['PlanSubmitted'], 'producer'>;
}

/** One receipt: it starts the clock of its level anew; all are kept. */
export interface Receipt {
  level: Level;
  on: Day;
  copies: number;
  samples: number;
  components: readonly string[];
  due: Due | null;
  /** Where it was, when the place has become another since. */
  place?: Place | undefined;
}
/**
 * What a council concluded on a run; it stays readable, with who scored and how, when the next run begins. `source`: `paperMinutes` where the
 * council met on paper and its minutes were typed in; then the engine has no panel and no sheets, but the scan of the minutes.
 */
interface Conclusion {
  run: Run;
  source: Events['CouncilResultReported']['source'];
  scan?: string | undefined;
  panel: Panel | null;
  sheets: Scoring['sheets'];
  document: Document;
  effectiveOn: Day;
}
export interface Result extends Conclusion {
  mean: Mean;
  star: Star;
  submission?: { sentBack: string | null } | undefined;
}
/** The council turned the dossier or the product away, or stopped the scoring: no mean and no star follow. */
export interface Gate extends Conclusion {
  gate: GateKind;
  reason: string;
}
/** The level that has to answer a result of the level above. */
export interface SentDown {
  to: Level;
  on: Day;
  document: Document;
}
/**
 * A recognition of this cycle, by which level, and whom and what it names: the certificate is issued in its words, whatever is corrected or
 * handed over since. An order to do it again leaves it standing.
 */
export interface Recognition {
  decision: Events['ProductRecognised'];
  level: Level;
  name: string;
  producer: Producer;
  place: Place;
  publishedOn?: Day | undefined;
}
/** What was found out on a run before its council judged. */
export type Advice = { run: Run; on: Day } & (
  | { is: 'assessment'; opinion: string; points?: Events['DossierAssessed']['points'] }
  | { is: 'site-visit'; results: string }
  | { is: 'tests'; tests: readonly string[]; note?: string | undefined }
);
export interface Dossier extends Born {
  kind: Kind;
  edition: EditionId;
  filedOn: Day;
  set: number;
  producer: Producer;
  evidence: readonly Evidence[];
  held?: { certificate: string; star: Stars; lastDay: Day } | undefined;
  productCode?: string | undefined;
  representative?: string | undefined;
  run: Run;
  /** Every run opened so far, this one too. */
  runs: readonly Run[];
  receipts: readonly Receipt[];
  /** Conclusions of earlier runs. */
  results: readonly (Result | Gate)[];
  recognitions: readonly Recognition[];
  deadlinesPassed: readonly string[];
  advice?: readonly Advice[] | undefined;
  /** Set when a newer edition has begun: until when this dossier may finish under its own. */
  transition?: Events['TransitionBegan'] | undefined;
}
export interface Received extends Dossier {
  due: Due | null;
  isComplete: boolean;
}
export interface Panel {
  council: string;
  sitting: string;
  chair: string;
  secretary: string | null;
  members: readonly string[];
  recused: readonly string[];
}
export interface OnAgenda extends Dossier {
  agenda: Events['PlacedOnAgenda'];
  due: Due | null;
}
export interface Scoring extends OnAgenda {
  panel: Panel;
  regulation: Events['ScoringOpened']['regulation'];
  sheets: { readonly [member: string]: Sheet };
}
export interface Decided extends Dossier {
  result: Result;
  sentDown?: SentDown | undefined;
}
export interface Ended extends Dossier {
  gate: Gate;
  notice: Document;
}

export type ProductCycle = StateOf<{
  'unborn': object;
  'idea-proposed': Idea;
  'idea-returned': Idea & { note: string };
  'idea-accepted': Idea;
  'plan-submitted': Plan;
  'plan-returned': Plan & { note: string };
  'plan-accepted': Plan;
  'implemented': Plan & { results: string };
  'opening': Omit<Dossier, 'run'>; // inside the commit that files, until its run is opened
  'filed': Dossier;
  'requested': Dossier;
  'received': Received;
  'supplement-asked': Dossier & { asked: Events['SupplementRequested'] };
  'reported': Dossier;
  'on-agenda': OnAgenda;
  'scoring': Scoring;
  'scored': Scoring & { mean: Mean };
  'result-reported': Decided;
  'sent-down': Decided & { sentDown: SentDown };
  'result-accepted': Decided & { sentDown: SentDown };
  'gate-closed': Dossier & { gate: Gate };
  'approved': Decided & { isNotified: boolean };
  'recognised': Decided & { decision: Events['ProductRecognised']; isNotified: boolean };
  'not-passed': Decided & { notice: Document };
  'rejected': Ended;
  'stopped': Ended;
  'returned': Born & { code: string };
  'withdrawn': Dossier & { withdrawal: Events['DossierWithdrawn'] };
  'closed-by-transition': Dossier & { closing: Document };
}>;
export type Stage = ProductCycle['stage'];
/** Every state in which a dossier is under review. */
export const underReview = [
  'filed',
  'requested',
  'received',
  'supplement-asked',
  'reported',
  'on-agenda',
  'scoring',
  'scored',
  'result-reported',
  'sent-down',
  'result-accepted',
  'gate-closed',
  'approved',
] as const;
/** The outcome is there; only the ministry's order to do it again opens one of these anew. */
export const concluded = ['recognised', 'not-passed', 'rejected', 'stopped'] as const;
export const afterFiling = [...underReview, ...concluded, 'withdrawn', 'closed-by-transition'] as const;
/** Every state between the first event and an outcome. */
export const open = [
  'idea-proposed',
  'idea-returned',
  'idea-accepted',
  'plan-submitted',
  'plan-returned',
  'plan-accepted',
  'implemented',
  ...underReview,
] as const;
export const isUnderReview = (state: ProductCycle): state is Extract<ProductCycle, { stage: (typeof underReview)[number] }> =>
  underReview.some((stage) => stage === state.stage);
export const hasDossier = (state: ProductCycle): state is Extract<ProductCycle, { stage: (typeof afterFiling)[number] }> => 'run' in state;

/** Of any state of a dossier what all of them have: what stays when nobody works on it any more, with no clock, no agenda and no sheets. */
export const dossierOf = (state: Dossier): Dossier => ({
  name: state.name,
  place: state.place,
  birth: state.birth,
  carriedTo: state.carriedTo,
  settled: state.settled,
  kind: state.kind,
  edition: state.edition,
  filedOn: state.filedOn,
  set: state.set,
  producer: state.producer,
  evidence: state.evidence,
  held: state.held,
  productCode: state.productCode,
  representative: state.representative,
  run: state.run,
  runs: state.runs,
  receipts: state.receipts,
  results: state.results,
  recognitions: state.recognitions,
  deadlinesPassed: state.deadlinesPassed,
  advice: state.advice,
  transition: state.transition,
});

/** The filing pins the edition; an idea has none and is judged by the law of the day. */
export const pinnedEdition = (state: ProductCycle, now: Instant): Edition =>
  hasDossier(state) ? editions[state.edition] : (editionFor(dayOf(now)) ?? lawOn(dayOf(now)));
export const { command, from, aggregate } = grammar<ProductCycle, Events>();
export type Changes<Type extends keyof Events> = ChangesOf<ProductCycle, Events, Type>;
