import type { Day } from '../kernel/instant.ts';
import type { Basis, Clause, Stated } from './clause.ts';
import type { Dossier, ProducerRules } from './dossier-rules.ts';
import type { Bilingual, CertifiedStar, EditionId, HeldStar, Kind, Level, Star, Term } from './terms.ts';

export type { Basis, Clause, RegulationTopic, Stated } from './clause.ts';
export type { Component, EvidenceCode, FindingCode, ProducerKind } from './dossier-rules.ts';
export type { Bilingual, CertifiedStar, EditionId, HeldStar, Kind, Level, Star, Stars, Term } from './terms.ts';

/*
 * One edition of the rules, whole. A new edition is a new value of this type and no new code: whoever decides reads numbers from here,
 * and each number stands beside the place that states it. An edition never learns of another; which one applies is the matter of
 * `edition-for.ts`.
 */

/** What happens upward after this level. `mean`: when the exact mean is at least `min`; `always`: whatever was reported. */
export type Forwarding =
  | { readonly when: 'mean'; readonly to: Level; readonly min: number; readonly max: number }
  | { readonly when: 'always'; readonly to: Level }
  | { readonly when: 'never' };

/** A central (148: provincial) mean from `min` to below `below` goes back to `to`, whose deciding authority has these answers. */
export interface SendDown {
  readonly min: number;
  readonly below: number;
  readonly to: Level;
  readonly answers: readonly ('acceptCentralResult' | 'evaluateAgain')[];
}

export interface LevelRules {
  readonly level: Level;
  readonly name: Bilingual;
  readonly role: 'report' | 'council';
  /** Organises the level and asks the next one. */
  readonly committee: Bilingual;
  /** Takes in what is sent to this level: the committee itself, or its OCOP agency. */
  readonly receivedBy: 'committee' | 'ocopAgency';
  /** Signs the decision and the certificate. */
  readonly authority: Bilingual;
  readonly certifies: Stated<readonly CertifiedStar[]>;
  readonly forwards: Stated<Forwarding>;
  readonly sendsDown: Stated<readonly SendDown[]>;
}

/** How long a step may last. `round`: until the round's day for results; `local-plan`: as the office's own plan says, nothing national. */
export type StepClock =
  | { readonly runs: 'term'; readonly term: Term; readonly from: 'receipt' | 'complete-request' }
  | { readonly runs: 'round' }
  | { readonly runs: 'local-plan' };

/** How a step is reached: the producer files here; the step before asks; it asks once its mean suffices; it asks whatever its report. */
export type StepEntry = 'filed' | 'requested' | 'forwarded' | 'always';

/** Level and role of one station of a dossier; what it certifies and sends up follows from the level, see `route.ts`. */
export interface RouteStep {
  readonly level: Level;
  readonly role: 'report' | 'agencyReport' | 'council';
  readonly mode: 'meeting' | 'written' | null;
  readonly when: StepEntry;
  readonly clock: Stated<StepClock>;
  readonly basis: Basis;
}

export interface RouteRules {
  readonly kinds: readonly Kind[];
  readonly heldStars: readonly HeldStar[];
  readonly steps: readonly RouteStep[];
}

/** Points from `min` to `max` as printed; a mean of exactly `max` belongs here only if `maxInclusive`. */
export interface Band {
  readonly star: Star;
  readonly min: number;
  readonly max: number;
  readonly maxInclusive: boolean;
}

export type PartCode = 'A' | 'B' | 'C';
export interface Part {
  readonly max: number;
  readonly name: Bilingual;
}

export type GateKind = 'reject-dossier' | 'reject-product' | 'stop-scoring';

export interface CertificateRules {
  /** From the day the decision takes effect. */
  readonly months: Stated<number>;
  readonly stars: Stated<readonly CertifiedStar[]>;
  readonly mark: Bilingual;
}

export interface RenewalRules {
  readonly method: Stated<'full-evaluation' | 'written-opinions'>;
  /** Days before the last valid day, both in; null where the edition knows no window. */
  readonly window: Stated<{ readonly earliestDaysBefore: number; readonly latestDaysBefore: number } | null>;
  /** Days from the complete request, at each level. */
  readonly evaluationDays: Stated<number | null>;
  /** How many days past its end a certificate lives on at most, for one who filed late and for one whose decision is late. */
  readonly extensionDays: { readonly lateFiling: Stated<number | null>; readonly decisionPending: Stated<number | null> };
  /** The issuer warns the holder at the latest so many days before the end. */
  readonly issuerWarnsDaysBefore: Stated<number | null>;
  readonly siteCheck: Stated<'when-scale-or-evidence-changed' | null>;
}

/** 'MM-DD' limits are strict: the day before is the last. `cycleYearOffset` 1: the round falls in the year after its annual cycle. */
export interface Cutoff {
  readonly level: Level;
  readonly no: number;
  readonly requestedBy: Level;
  readonly requestsBefore: string;
  readonly resultsBefore: string;
  readonly cycleYearOffset: 0 | 1;
  readonly basis: Basis;
}

export interface RoundRules {
  readonly minPerYear: Stated<number | null>;
  /** Extra rounds, where the council's regulation provides for them and a plan exists. */
  readonly extraAllowed: Stated<boolean>;
  /** Whether a request on the printed day itself is still in time. */
  readonly cutoffInclusive: Stated<boolean>;
  /** What becomes of a request after the cut-off of the round that it could have met. */
  readonly missedCutoff: Stated<'next-round' | 'refuse'>;
  /** None: the rounds are those of local plans. */
  readonly cutoffs: readonly Cutoff[];
}

/** Terms that are not of one step; null where the edition has none. */
export interface Clocks {
  readonly communeReport: Stated<Term | null>;
  /** Before a council meets, its papers are with the members. */
  readonly dispatchLead: Stated<Term>;
  /** From the conclusion, or from the commune's word that production stopped. */
  readonly revocation: Stated<Term | null>;
}

export interface RevocationRules {
  readonly regulatedBy: 'national-text' | 'provincial-regulations';
  /** `isProductionStop`: the one that the commune's word is enough for. */
  readonly grounds: Stated<
    readonly { readonly code: 'a' | 'b' | 'c' | 'd' | 'đ' | 'e'; readonly name: Bilingual; readonly isProductionStop?: true }[]
  >;
  readonly authorities: Stated<readonly { readonly stars: readonly CertifiedStar[]; readonly level: Level }[]>;
}

export interface CouncilRules {
  readonly level: Level;
  readonly setUpBy: Bilingual;
  readonly chair: Bilingual;
  /** Seats by the list of the text, in the words of the law. */
  readonly seats_vi: readonly string[];
  readonly advisoryTeam: boolean;
  readonly basis: Basis;
}

/** How dossiers and certificates of an older edition come under this one. */
export interface TransitionRule {
  readonly code: 'certificates-continue' | 'pending-first-upgrade' | 'pending-renewal' | 'old-decisions-lapse';
  /** Last day, not moved when it is a day off; null: each certificate to its own end. */
  readonly until: Day | null;
  readonly rule: Bilingual;
  readonly basis: Basis;
}

export type CodeSegment = 'province' | 'district' | 'commune' | 'serial' | 'year';
export interface ProductCodeRules {
  /** In the order printed, with hyphens between; digits null = not padded. */
  readonly segments: readonly { readonly code: CodeSegment; readonly digits: number | null }[];
  readonly serialScope: 'commune-and-year';
  readonly unitCodesOf: string;
  readonly example: string | null;
}

export interface ProductSets {
  readonly sectors_vi: readonly string[];
  /** Null where not found. */
  readonly groups: number | null;
  readonly sets: number;
}

/** A text this edition rests on, and how far we have seen it: every number here is to be compared with the signed text. */
export interface Source {
  readonly instrument: string;
  readonly date: Day | null;
  readonly seenAs: 'third-party copy' | 'press and portal summaries';
}

export interface Edition {
  readonly id: EditionId;
  readonly title: Bilingual;
  /** As people cite it. */
  readonly name: Bilingual;
  /** As an office cites it: '26/2026/QĐ-TTg'. */
  readonly decision: string;
  readonly issuedOn: Day;
  readonly sources: readonly Source[];
  readonly effectiveFrom: Stated<Day>;
  /** Last day in force; null = no end known. */
  readonly effectiveTo: Stated<Day | null>;
  /** First and last day of filing that this edition takes new dossiers; null = open. It is chosen by these, never by its days in force. */
  readonly newDossiersFrom: Stated<Day>;
  readonly newDossiersUntil: Stated<Day | null>;
  readonly clauses: Readonly<Record<Clause, Basis>>;
  /** From the producer upward. */
  readonly levels: readonly LevelRules[];
  readonly routes: readonly RouteRules[];
  /** Five, from the highest. */
  readonly bands: Stated<readonly Band[]>;
  /** A mean between two printed integers; null where the bands leave no gap. */
  readonly gapPolicy: Stated<'lower-band' | 'hold' | null>;
  readonly parts: Stated<Readonly<Record<PartCode, Part>>>;
  readonly sheetUnit: Stated<'parts' | 'options'>;
  readonly gates: Stated<readonly GateKind[]>;
  /** Whether criteria must reach a minimum per star, and whether we have the whole list. */
  readonly starMinima: Stated<{ readonly exist: boolean; readonly complete: boolean }>;
  readonly productSets: Stated<ProductSets>;
  readonly certificate: CertificateRules;
  readonly renewal: RenewalRules;
  readonly rounds: RoundRules;
  readonly clocks: Clocks;
  /** Empty where the edition's own list was not seen; then nobody is turned away by it. */
  readonly producers: Stated<readonly ProducerRules[]>;
  readonly dossier: Dossier;
  readonly formNumber: Stated<{ readonly pattern: string; readonly givenBy: readonly Level[] } | null>;
  readonly productCode: Stated<ProductCodeRules>;
  readonly revocation: RevocationRules;
  readonly councils: readonly CouncilRules[];
  readonly transition: { readonly from: string | null; readonly rules: readonly TransitionRule[] };
}
