import { showDay } from '../../domain/kernel/instant.ts';
import { showMean } from '../../domain/kernel/exact.ts';
import { listOf, nameOf } from '../name-of.ts';
import type { EventSentences } from '../words.ts';
import { basis } from './basis.ts';
import { counted } from './counted.ts';
import { waiting } from './due.ts';
import { act, noted, refused, roundName, settled } from './paper.ts';
import { unitsOf } from '../units-of.ts';
import { rejectionNames } from './rejection-names.ts';
import { terms } from './terms.ts';

const { kinds, levels, papers, findings, outcomes, editions, runRoles, modes, producerKinds, meetingReasons, correctable } = terms;
const { triggers, sources, gates } = terms;

const onPaper = (source: keyof typeof sources) => (source === 'paperMinutes' ? ` (${sources[source]})` : '');

export const eventsOfProduct: EventSentences['product-cycle'] = {
  CommandRefused: refused,
  ObligationSettled: settled,
  IdeaProposed: ({ name, proposer }) => `${proposer} proposes the product idea "${name}"`,
  IdeaAccepted: ({ note }) => `The idea is accepted${noted(note)}`,
  IdeaReturned: ({ note }) => `The idea is returned for completion: ${note}`,
  PlanSubmitted: ({ producer: { name, kind } }) => `The producer ${name} (${producerKinds[kind]}) submits a business plan`,
  PlanAccepted: ({ note }) => `The business plan is accepted${noted(note)}`,
  PlanReturned: ({ note }) => `The business plan is returned for completion: ${note}`,
  ImplementationReported: ({ results }) => `Report on the business plan: ${results}`,
  DossierFiled: ({ kind, name, producer, set, edition, evidence }) =>
    `The producer ${producer.name} files a dossier (${kinds[kind]}) for "${name}", product set ${set}, ${counted(evidence.length, 'piece')} of evidence, ` +
    `under ${editions(edition)}`,
  ReviewRunOpened: ({ level, n, role, mode, roundId, missed, trigger, freshPanel }) =>
    `Run ${n} opened at the ${levels[level]} level: ${runRoles[role]}` +
    `${mode === null ? '' : `, ${modes[mode]}`}${roundId === null ? '' : `, ${roundName(roundId)}`}` +
    (missed === undefined ? '' : ` (after the last day ${showDay(missed.lastDay)} of ${roundName(missed.roundId)})`) +
    `${trigger === 'first' ? '' : `, ${triggers[trigger]}`}${freshPanel ? ', without those who scored before' : ''}`,
  DossierReceived: ({ level, copies, samples, due }) =>
    `Dossier received at the ${levels[level]} level: ${counted(copies, 'set')} of papers, ${counted(samples, 'sample')}` +
    `${due === null ? '' : `, due ${showDay(due.day)}${due.provisional ? ' (provisional)' : ''}`}`,
  SupplementRequested: ({ items, by }) =>
    `Supplement asked for by the end of ${showDay(by)}: ${items.map(({ item, note }) => `${nameOf(papers, item)} (${note})`).join('; ')}`,
  DossierSupplemented: ({ evidence, note }) => `The producer adds ${counted(evidence.length, 'piece')} of evidence${noted(note)}`,
  CommuneReported: ({ findings: found, ...legal }) => {
    const told = Object.entries(found).map(
      ([content, { met, reason }]) => `${nameOf(findings, content)}: ${met ? 'met' : 'not met'} (${reason})`,
    );
    return `The commune committee reports ${act(legal)}${noted(told.join('; '))}`;
  },
  NextLevelRequested: ({ from, to, samples, ...legal }) =>
    `The ${levels[from]} level asks the ${levels[to]} level to evaluate${samples === undefined ? '' : `, with ${samples} samples,`} ${act(legal)}`,
  DossierWithdrawn: ({ reason }) => `The producer withdraws the dossier${noted(reason)}`,
  RequestFoundComplete: ({ due }) => `The request dossier is complete, the renewal is due ${showDay(due.day)}`,
  AgencyReported: ({ report, ...legal }) => `The OCOP agency reports ${act(legal)}: ${report}`,
  DossierAssessed: ({ opinion, points }) =>
    `The advisory team assesses: ${opinion}` +
    (points === undefined ? '' : ` (points proposed: part A ${points.A}, part B ${points.B}, part C ${points.C})`),
  SiteVisited: ({ on, results }) => `Site visited on ${showDay(on)}: ${results}`,
  TestsRequested: ({ tests, note }) => `Tests asked for: ${tests.join('; ')}${note === undefined ? '' : ` (${note})`}`,
  MovedToRound: ({ round, former, reason }) =>
    `${former === '' ? 'Put into' : `Moved from ${roundName(former)} to`} ${roundName(round)}: ${reason}`,
  PlacedOnAgenda: ({ council, sitting, on }) => `Placed on the agenda of the sitting ${sitting} of ${showDay(on)}, council ${council}`,
  TakenOffAgenda: ({ council, sitting, reason }) => `Taken off the agenda of the sitting ${sitting}, council ${council}: ${reason}`,
  ScoringOpened: ({ panel: { sitting, members, recused } }) =>
    `Scoring opened in the sitting ${sitting}: ${counted(members.length, 'member')}${recused.length === 0 ? '' : `, ${recused.length} recused`}`,
  PanelChanged: ({ members, chair }) =>
    `Panel changed${members === undefined ? '' : `: ${members.join(', ')}`}${chair === undefined ? '' : `; chaired from now on by ${chair}`}`,
  MemberRecused: ({ person, reason }) => `${person} is recused (conflict of interest): ${reason}`,
  // Whoever reads the timeline must not learn a member's points here.
  SheetSubmitted: ({ member, enteredBy }) =>
    `${member} submits a score sheet${enteredBy === undefined ? '' : `, typed in from paper by ${enteredBy}`}`,
  ScoringClosed: () => 'Scoring closed',
  ReferredToMeeting: ({ reasons, askedBy, note }) =>
    `Referred to a meeting of the council: ${listOf(meetingReasons, reasons)}${askedBy === undefined ? '' : ` (${askedBy})`}${noted(note)}`,
  CouncilResultReported: ({ mean, star, betweenBands, source, ...legal }) =>
    `The council reports its result: ${showMean(mean)} points, ${counted(star, 'star')}${onPaper(source)} ${act(legal)}` +
    (betweenBands === true ? `; between two bands, the lower one is taken (${basis({ setting: 'bands.gapPolicy' })})` : ''),
  GateClosed: ({ gate, reason, source, ...legal }) => `The council concludes: ${gates[gate]}${onPaper(source)}: ${reason} ${act(legal)}`,
  SubmittedForDecision: (legal) => `The OCOP agency submits the file for decision ${act(legal)}`,
  SentBack: ({ reason }) => `The deciding authority sends the file back: ${reason}`,
  ProductRecognised: ({ star, certificateNumber, numbering, ...legal }) =>
    `Product recognised with ${star} stars${certificateNumber === undefined ? '' : `, certificate ${certificateNumber}`}` +
    `${numbering === undefined ? '' : ', the certificate number is being allocated'} ${act(legal)}`,
  SentDown: ({ from, to, ...legal }) => `The ${levels[from]} level sends the result down to the ${levels[to]} level ${act(legal)}`,
  CentralResultAccepted: ({ level, star, ...legal }) =>
    `The ${levels[level]} level accepts the result of the level above: ${star} stars ${act(legal)}`,
  EvaluationReopened: ({ level, ...legal }) =>
    `The ${levels[level]} level evaluates again after the result of the level above ${act(legal)}`,
  RedoOrdered: ({ level, reason, ...legal }) => `The ministry orders the ${levels[level]} level to evaluate again: ${reason} ${act(legal)}`,
  ResultApproved: (legal) => `Result approved ${act(legal)}`,
  ResultNotified: ({ outcome, ...legal }) => `Result notified: ${outcomes[outcome]} ${act(legal)}`,
  ResultPublished: ({ on, channel }) => `Result published on ${showDay(on)}: ${channel}`,
  FieldCorrected: ({ field, was, becomes, ...legal }) =>
    `Correction of the ${correctable[field]}: "${was}" becomes "${becomes}" ${act(legal)}`,
  TransitionBegan: ({ edition, until }) =>
    `${editions(edition)} begins: the dossier may finish under its earlier rules to the end of ${showDay(until)}`,
  ClosedByTransition: ({ until, ...legal }) => `Closed by transition, unfinished when its term ended on ${showDay(until)} ${act(legal)}`,
  ResponsibilityHandedOver: ({ from, to, on, note }) =>
    `From ${showDay(on)} the dossier is with ${unitsOf(to)} instead of ${unitsOf(from)}${noted(note)}`,
  CarriedOver: ({ year }) => `Carried over to the annual cycle of ${year}`,
  FilingContested: ({ code }) => `Dossier returned: ${nameOf(rejectionNames, code)}`,
  DeadlinePassed: waiting,
};
