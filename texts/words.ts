import type { Commands as AnnualCycleCommands } from '../domain/annual-cycle/index.ts';
import type { Events as AnnualCycleEvents } from '../domain/annual-cycle/events.ts';
import type { AnnualCycle } from '../domain/annual-cycle/state.ts';
import type { Commands as CertificateCommands } from '../domain/certificate/index.ts';
import type { Events as CertificateEvents } from '../domain/certificate/events.ts';
import type { Certificate } from '../domain/certificate/state.ts';
import type { Commands as CouncilCommands } from '../domain/council/index.ts';
import type { Events as CouncilEvents } from '../domain/council/events.ts';
import type { Sitting } from '../domain/council/sitting.ts';
import type { Council } from '../domain/council/state.ts';
import type {
  Clause,
  Component,
  EditionId,
  EvidenceCode,
  FindingCode,
  GateKind,
  Kind,
  Level,
  ProducerKind,
  RegulationTopic,
} from '../domain/edition/edition.ts';
import type { SettingName } from '../domain/edition/settings.ts';
import type { ReminderTopic } from '../domain/edition/validity.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import type { Due } from '../domain/kernel/due.ts';
import type { Day } from '../domain/kernel/instant.ts';
import type { Commands as NumberBookCommands } from '../domain/number-book/index.ts';
import type { Events as NumberBookEvents } from '../domain/number-book/events.ts';
import type { NumberBook } from '../domain/number-book/state.ts';
import type { Role } from '../domain/people/actor.ts';
import type { Commands as ProductCycleCommands } from '../domain/product-cycle/index.ts';
import type { Events as ProductCycleEvents } from '../domain/product-cycle/events.ts';
import type { Stage as ProductCycleStage } from '../domain/product-cycle/state.ts';
import type { RejectionCode, Rejections } from '../domain/rejections.ts';
import type { Screens } from './screens.ts';

/** A refused command that nobody waited for, as every aggregate records it. */
export interface Refused {
  type: string;
  code: string;
}
interface EveryStream {
  CommandRefused: Refused;
}

export interface CommandsOf {
  'product-cycle': ProductCycleCommands;
  'council': CouncilCommands;
  'certificate': CertificateCommands;
  'annual-cycle': AnnualCycleCommands;
  'number-book': NumberBookCommands;
}
export interface EventsOf {
  'product-cycle': ProductCycleEvents & EveryStream;
  'council': CouncilEvents & EveryStream;
  'certificate': CertificateEvents & EveryStream;
  'annual-cycle': AnnualCycleEvents & EveryStream;
  'number-book': NumberBookEvents & EveryStream;
}
/** A sitting is a part of its council and has stages of its own. */
export interface StagesOf {
  'product-cycle': ProductCycleStage;
  'council': Council['stage'];
  'certificate': Certificate['stage'];
  'annual-cycle': AnnualCycle['stage'];
  'number-book': NumberBook['stage'];
  'sitting': Sitting['stage'];
}
export type Staged = keyof StagesOf;

/** One label for each member of a union. */
export type Names<Of extends string> = { readonly [Name in Of]: string };
export type Sentences<Map> = { readonly [Name in keyof Map]: (data: Map[Name]) => string };
export type CommandNames = { readonly [A in AggregateName]: { readonly [Name in keyof CommandsOf[A]]: string } };
export type EventNames = { readonly [A in AggregateName]: { readonly [Type in keyof EventsOf[A]]: string } };
export type EventSentences = { readonly [A in AggregateName]: Sentences<EventsOf[A]> };
export type StageNames = { readonly [S in Staged]: Names<StagesOf[S]> };
export type RejectionSentences = Sentences<Rejections>;

/** Where the law says it, as a decision holds it or as an event has kept it. */
export type Ground = Due['basis'];
/** A paper that a dossier holds: a form or a piece of evidence. */
export type Paper = Component | EvidenceCode;
export type Unit = Due['unit'];
/** What became of a dossier, as a notice or a certificate tells it. */
export type Outcome = ProductCycleEvents['ResultNotified']['outcome'] | CertificateEvents['RenewalConcluded']['outcome'];
/** What a clock runs for. */
export type Task = ProductCycleEvents['DeadlinePassed']['what'];
/** First word of the key of an obligation: what one aggregate asks of another. */
export type Duty =
  | 'enrol'
  | 'renewal'
  | 'form'
  | 'serial'
  | 'number'
  | 'certificate'
  | 'supersede'
  | 'conclude'
  | 'redo'
  | 'agenda'
  | 'scoring'
  | 'panel'
  | 'recuse'
  | 'carry';
/** What a reminder of a certificate has to tell. */
export interface Holding {
  product: string;
  lastDay: Day;
  window?: { opens: Day; closes: Day } | undefined;
}
/** A step of the work ladder, in working days from the due day; 1 and later are overdue. */
export interface Waiting {
  what: Task;
  step: number;
  due: Day;
}

/** What things are called; each map is total, so a word that is missing does not compile. */
export interface Terms {
  aggregates: Names<Staged>;
  stages: StageNames;
  roles: Names<Role | 'anyone'>;
  levels: Names<Level>;
  kinds: Names<Kind>;
  producerKinds: Names<ProducerKind>;
  papers: Names<Paper>;
  findings: Names<FindingCode>;
  units: Names<Unit>;
  outcomes: Names<Outcome>;
  meetingReasons: Names<ProductCycleEvents['ReferredToMeeting']['reasons'][number]>;
  correctable: Names<ProductCycleEvents['FieldCorrected']['field']>;
  endings: Names<CertificateEvents['CertificateEnded']['how']>;
  renewalOutcomes: Names<CertificateEvents['RenewalConcluded']['outcome']>;
  extensionReasons: Names<CertificateEvents['ValidityExtended']['reason']>;
  holderChanges: Names<CertificateEvents['HolderChanged']['how']>;
  copyReasons: Names<CertificateEvents['CopyReissued']['reason']>;
  certificateFields: Names<CertificateCommands['correct']['field']>;
  tasks: Names<Task>;
  duties: Names<Duty>;
  seats: Names<CouncilEvents['CouncilFormed']['seats'][number]['seat']>;
  modes: Names<CouncilEvents['SittingConvened']['mode']>;
  presets: Names<CouncilEvents['RegulationIssued']['preset']>;
  runRoles: Names<ProductCycleEvents['ReviewRunOpened']['role']>;
  triggers: Names<ProductCycleEvents['ReviewRunOpened']['trigger']>;
  sources: Names<ProductCycleEvents['CouncilResultReported']['source']>;
  gates: Names<GateKind>;
  editions: (id: EditionId) => string;
  regulationTopics: Names<RegulationTopic>;
  clauses: Names<Clause>;
  settings: Names<SettingName>;
  reminderTopics: Names<ReminderTopic>;
}

/** Everything that one language says. */
export interface Words {
  language: 'vi' | 'en';
  terms: Terms;
  commands: CommandNames;
  eventNames: EventNames;
  events: EventSentences;
  rejections: RejectionSentences;
  /** What a refusal is called in a list or a title, without its particulars. */
  rejectionNames: Names<RejectionCode>;
  basis: (basis: Ground) => string;
  due: (due: Due) => string;
  reminders: { readonly [Topic in ReminderTopic]: (holding: Holding) => string };
  waiting: (waiting: Waiting) => string;
  screens: Screens;
}
