import type { Stars } from './edition/edition.ts';
import type { Day } from './kernel/instant.ts';
import type { Role } from './people/actor.ts';

/** Every state of affairs that refuses a command, with what it has to tell; `false`: nothing more. Sentences are in `texts/`. */
export interface Rejections {
  Malformed: { fields: string[] };
  UnknownCommand: { type: string };
  CommandIdReused: { commandId: string };
  WrongClock: { commanded: boolean };
  NotYourPart: { who: readonly (Role | 'anyone')[] };
  NotYourUnit: { units: readonly string[]; from?: Day };
  NotAtThisStage: { stage: string; stages: readonly string[] };
  DocumentMissing: false;
  EffectiveDayInFuture: { effectiveOn: Day };
  DayInFuture: { on: Day };
  YearWithoutCalendar: { year: number };

  NoEditionForDay: { day: Day };
  KindDoesNotFit: { held: Stars | 0; kind: string };
  CycleAlreadyOpen: { cycle: string };
  ProducerNotEligible: { kind: string };
  ComponentsMissing: { items: readonly string[] };
  WindowNotOpen: { opens: Day; closes: Day };
  CertificateAlreadyEnded: { lastDay: Day };
  NotReceived: false;
  SamplesMissing: { count: number };
  SupplementPending: { items: readonly string[] };
  FindingsMissing: { contents: readonly string[] };
  WithdrawalTooLate: false;
  OnBehalfMissing: { producer: string };
  OnBehalfDoesNotFit: { producer: string };

  NotThisLevel: { level: string; unit: string };
  RequestNotComplete: false;
  CutoffPassed: { round: string; lastDay: Day; next: string };
  RoundNotAhead: { round: string; ahead: readonly string[] };
  ScoringNotOpen: false;
  NotOnPanel: { person: string };
  MemberIsRecused: { person: string };
  SecretaryDoesNotScore: { person: string };
  SheetAlreadySubmitted: { person: string };
  ScanMissing: false;
  PartOutOfRange: { part: string; max: number };
  SheetsMissing: { persons: readonly string[] };
  MeetingRequired: false;
  NotByWriting: false;
  OpinionsDiffer: { reasons: readonly string[] };
  OpinionsAgree: false;

  ResultNotReported: false;
  SourceDoesNotFit: { source: 'sheets' | 'paperMinutes' };
  NothingToSendDown: { mean: string };
  NotEvaluatedAgainHere: { level: string };
  NotTheDecidingAuthority: { star: Stars; level: string };
  StarDiffersFromResult: { star: Stars };
  MustGoUp: { mean: string };
  BelowForwarding: { mean: string };
  NothingToCertify: { star: Stars };
  DecisionPending: { star: Stars };
  UpgradeNotReached: { star: Stars; held: Stars | 0 };
  AlreadyDecided: { number: string };
  AlreadyNotified: false;
  SentBackPending: { reason: string };
  AlreadySubmitted: false;
  NothingToDecide: { star: number };
  AlreadyPublished: { on: Day };
  StarNotCorrectable: false;
  CycleFinished: { outcome: string; star: Stars | 0 };
  CarriedOverAlready: { year: number };
  TransitionOver: { until: Day };
  TransitionNotOver: { until: Day | null };
  UnitUnchanged: { unit: string };

  CouncilChairNotSeated: false;
  SeatedTwice: { person: string };
  SittingUnknown: { sitting: string };
  SittingExists: { sitting: string };
  SittingNotOpen: { sitting: string };
  SittingAlreadyOpen: { sitting: string };
  SittingDayNotLater: { sitting: string; on: Day };
  DispatchTooLate: { sitting: string; days: number };
  AttendanceMissing: { sitting: string };
  QuorumNotMet: { present: number; needed: number };
  CouncilChairAbsent: { sitting: string };
  SignedAlready: { sitting: string };

  CertificateNotInForce: { how: string };
  RenewalAlreadyNoted: { cycle: string };
  NoRenewalNoted: false;
  DatesOutOfOrder: { effectiveOn: Day; lastDay: Day };
  GroundMissing: { ground: string };
  RevocationNotProposed: { ground: string };
  HolderUnchanged: { how: string; holder: string };
  CorrectionDoesNotMatch: { field: string; present: string };

  AnnualCycleNotOpen: { year: number; province: string };
  AnnualCycleAlreadyOpen: { year: number; date: Day };
  AnnualCycleOnHold: { year: number; province: string; since: Day };
  RoundExists: { round: string };
  RoundDaysOutOfOrder: { round: string; requestsBefore: Day; resultsBefore: Day };
  RoundOutsideYear: { round: string; year: number; requestsBefore: Day };
  RoundContradictsEdition: { round: string; level: string; fixed: readonly Day[] };
  ExtraRoundNotAllowed: { round: string };
  CertificateNotDue: { certificate: string; year: number };
  ProductEnrolledAlready: { cycle: string };
  NumberAlreadyAllocated: { key: string; number: number };
}
export type RejectionCode = keyof Rejections;
