import type { Basis, Stated } from './clause.ts';
import type { Bilingual, Kind, Level } from './terms.ts';

/** Papers without which a dossier cannot be filed; which of them, an edition says per kind. */
export type Component = 'registration' | 'self-assessment' | 'plan' | 'organisation' | 'business-registration';

/** What evidence may be about; each edition lists its own. */
export type EvidenceCode =
  | 'registration'
  | 'plan'
  | 'organisation'
  | 'business-registration'
  | 'samples'
  | 'production-eligibility'
  | 'quality-declaration'
  | 'standard'
  | 'test-report'
  | 'barcode-ip'
  | 'barcode-traceability'
  | 'material-origin'
  | 'quality-system'
  | 'environment'
  | 'environment-technology'
  | 'local-labour'
  | 'growth'
  | 'intellectual-property'
  | 'accounting'
  | 'market'
  | 'promotion'
  | 'story'
  | 'quality-plan'
  | 'awards';

/** The four contents of form 03, which the commune judges (26/2026, 7.2). */
export type FindingCode = 'origin' | 'labour' | 'idea' | 'identity';

/** Who may register a product (26/2026, 2.3). */
export type ProducerKind =
  | 'cooperative'
  | 'cooperative-group'
  | 'enterprise'
  | 'farm'
  | 'registered-facility'
  | 'family'
  | 'association'
  | 'operating-centre';

/** What a request upward holds. */
export type UpwardPaper =
  | 'request'
  | 'letter'
  | 'commune-report'
  | 'agency-report'
  | 'advisory-report'
  | 'council-report'
  | 'council-minutes'
  | 'approving-decision'
  | 'decision'
  | 'certificate'
  | 'product-dossier'
  | 'extra-tests'
  | 'samples';

export interface Form {
  /** As printed on it. */
  readonly number: string;
  readonly title: Bilingual;
  readonly preparedBy: 'producer' | 'commune';
}

export interface ProducerRules {
  readonly kind: ProducerKind;
  readonly name: Bilingual;
  /** The only sets that this kind may register; null = all. */
  readonly onlySets: readonly number[] | null;
}

export interface KindRules {
  readonly components: readonly Component[];
  /** Numbers of the forms that make them up. */
  readonly forms: readonly string[];
  /** What the report of this kind must say beyond a first one; null = nothing. */
  readonly adds: Bilingual | null;
  readonly basis: Basis;
}

export interface Evidence {
  readonly code: EvidenceCode;
  readonly name: Bilingual;
  /**
   * True only where the edition's own list says so; under 26/2026 the rubric asks, and an option without its evidence cannot be reached.
   */
  readonly mandatory: boolean;
}

export interface UpwardRules {
  readonly from: Level;
  readonly to: Level;
  readonly kinds: readonly Kind[];
  readonly papers: readonly UpwardPaper[];
  readonly basis: Basis;
}

/** What a dossier is made of, on filing and on its way up. */
export interface Dossier {
  readonly kinds: Readonly<Record<Kind, KindRules>>;
  readonly forms: readonly Form[];
  readonly evidence: Stated<readonly Evidence[]>;
  readonly upward: readonly UpwardRules[];
  /** Units of the product sent with the request; none for services, whose sets are named. */
  readonly samples: Stated<{ readonly count: number; readonly exceptSets: readonly number[] }>;
  /** Sets of papers the producer hands in; null = the edition names no number. */
  readonly copies: Stated<{ readonly paper: number; readonly electronic: number } | null>;
  /** A dossier filed on software has the legal value of paper. */
  readonly softwareHasPaperValue: Stated<boolean | null>;
  /** Contents of the commune's report that must all be judged; empty where no commune reports. */
  readonly findings: Stated<readonly { readonly code: FindingCode; readonly name: Bilingual }[]>;
}
