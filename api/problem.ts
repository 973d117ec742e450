import type { RejectionCode } from '../domain/rejections.ts';
import type { Rejection } from '../domain/kernel/rule.ts';
import { say, wordsFor, type Language, type ProblemName } from '../texts/index.ts';

/** RFC 9457, with what our users need: which rule, on what basis, and what to do. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  clause?: string | undefined;
  basis?: unknown;
  data?: unknown;
}
/** States of affairs outside the law. */
const troubles: { readonly [Name in ProblemName]: number } = {
  'not-found': 404,
  'no-such-page': 404,
  'unauthorised': 401,
  'forbidden': 403,
  'read-only': 403,
  'malformed': 400,
  'too-large': 413,
  'too-many': 429,
  'outcome-unknown': 503,
  'not-ready': 503,
  'views-behind': 503,
  'defect': 500,
};

/** The only place that knows HTTP statuses: 403 who, 409 when, 422 what, 400 unreadable. */
const kinds = { who: 403, when: 409, what: 422, form: 400, unknown: 404 } as const;
const rejections: { readonly [C in RejectionCode]: keyof typeof kinds } = {
  Malformed: 'form',
  UnknownCommand: 'unknown',
  CommandIdReused: 'when',
  WrongClock: 'form',
  NotYourPart: 'who',
  NotYourUnit: 'who',
  NotAtThisStage: 'when',
  DocumentMissing: 'what',
  EffectiveDayInFuture: 'what',
  DayInFuture: 'what',
  YearWithoutCalendar: 'what',
  NoEditionForDay: 'what',
  KindDoesNotFit: 'what',
  CycleAlreadyOpen: 'when',
  ProducerNotEligible: 'what',
  ComponentsMissing: 'what',
  WindowNotOpen: 'when',
  CertificateAlreadyEnded: 'when',
  NotReceived: 'when',
  SamplesMissing: 'what',
  SupplementPending: 'when',
  FindingsMissing: 'what',
  WithdrawalTooLate: 'when',
  OnBehalfMissing: 'who',
  OnBehalfDoesNotFit: 'who',
  NotThisLevel: 'when',
  RequestNotComplete: 'when',
  CutoffPassed: 'when',
  RoundNotAhead: 'what',
  ScoringNotOpen: 'when',
  NotOnPanel: 'who',
  MemberIsRecused: 'who',
  SecretaryDoesNotScore: 'who',
  SheetAlreadySubmitted: 'when',
  ScanMissing: 'what',
  PartOutOfRange: 'what',
  SheetsMissing: 'when',
  MeetingRequired: 'when',
  NotByWriting: 'when',
  OpinionsDiffer: 'when',
  OpinionsAgree: 'when',
  ResultNotReported: 'when',
  SourceDoesNotFit: 'when',
  NothingToSendDown: 'when',
  NotEvaluatedAgainHere: 'when',
  NotTheDecidingAuthority: 'who',
  StarDiffersFromResult: 'what',
  MustGoUp: 'when',
  BelowForwarding: 'when',
  NothingToCertify: 'when',
  DecisionPending: 'when',
  UpgradeNotReached: 'when',
  AlreadyDecided: 'when',
  AlreadyNotified: 'when',
  SentBackPending: 'what',
  AlreadySubmitted: 'when',
  NothingToDecide: 'what',
  AlreadyPublished: 'when',
  StarNotCorrectable: 'what',
  CycleFinished: 'when',
  CarriedOverAlready: 'when',
  TransitionOver: 'when',
  TransitionNotOver: 'when',
  UnitUnchanged: 'what',
  CouncilChairNotSeated: 'what',
  SeatedTwice: 'what',
  SittingUnknown: 'what',
  SittingExists: 'when',
  SittingNotOpen: 'when',
  SittingAlreadyOpen: 'when',
  SittingDayNotLater: 'what',
  DispatchTooLate: 'when',
  AttendanceMissing: 'when',
  QuorumNotMet: 'when',
  CouncilChairAbsent: 'when',
  SignedAlready: 'when',
  CertificateNotInForce: 'when',
  RenewalAlreadyNoted: 'when',
  NoRenewalNoted: 'when',
  DatesOutOfOrder: 'what',
  GroundMissing: 'when',
  RevocationNotProposed: 'when',
  HolderUnchanged: 'what',
  CorrectionDoesNotMatch: 'what',
  AnnualCycleNotOpen: 'when',
  AnnualCycleAlreadyOpen: 'when',
  AnnualCycleOnHold: 'when',
  RoundExists: 'when',
  RoundDaysOutOfOrder: 'what',
  RoundOutsideYear: 'what',
  RoundContradictsEdition: 'what',
  ExtraRoundNotAllowed: 'what',
  CertificateNotDue: 'when',
  ProductEnrolledAlready: 'when',
  CouncilNotFormed: 'when',
  DeadlinesUnchanged: 'when',
  NumberIsAllocated: 'what',
  NumberAlreadyAllocated: 'when',
};
const slugOf = (code: string): string => code.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

export const problemOf = (rejection: Rejection, language: Language): Problem => {
  const { code, clause, basis, data } = rejection;
  const words = wordsFor(language);
  return {
    type: `urn:ocop:problem:${slugOf(code)}`,
    title: words.rejectionNames[code],
    status: kinds[rejections[code]],
    detail: say(words, rejection),
    code,
    ...(clause !== undefined && { clause }),
    ...(basis !== undefined && { basis }),
    ...(data !== false && { data }),
  };
};
export const troubleOf = (trouble: ProblemName, language: Language, data?: unknown): Problem => {
  const { title, advice } = wordsFor(language).screens.problems[trouble];
  return {
    type: `urn:ocop:problem:${trouble}`,
    title,
    status: troubles[trouble],
    detail: advice,
    code: trouble,
    ...(data !== undefined && { data }),
  };
};

/** A trouble on its way out of a handler. */
export class Troubled extends Error {
  readonly trouble: ProblemName;
  readonly data: unknown;
  constructor(trouble: ProblemName, data?: unknown) {
    super(trouble);
    this.trouble = trouble;
    this.data = data;
  }
}
export const languageOf = (header: string | undefined): Language => (/^\s*en\b/i.test(header ?? '') ? 'en' : 'vi');
