import { showDay } from '../../domain/kernel/instant.ts';
import { unitCalled } from '../../domain/territory/unit.ts';
import { fitting } from '../fitting.ts';
import { familyOf, listOf, nameOf } from '../name-of.ts';
import type { RejectionSentences } from '../words.ts';
import { rejectionsOfCertificate } from './rejections-of-certificate.ts';
import { rejectionsOfCouncil } from './rejections-of-council.ts';
import { roundName } from './paper.ts';
import { terms } from './terms.ts';

const { stages, aggregates, roles, levels, kinds, producerKinds, papers, findings, endings } = terms;
const quoted = (names: { readonly [name: string]: string }, codes: readonly string[]) =>
  codes.map((code) => `"${nameOf(names, code)}"`).join(', ');

/** Each says what was wrong and what to do. */
export const rejections: RejectionSentences = {
  ...rejectionsOfCouncil,
  ...rejectionsOfCertificate,
  Malformed: ({ fields }) => `The request is malformed: ${fields.join(', ')}. Correct these and send it again.`,
  UnknownCommand: ({ type }) => `There is no command "${type}". Check its name.`,
  CommandIdReused: ({ commandId }) => `The command id ${commandId} was used for something else. Use another one.`,
  WrongClock: ({ commanded }) =>
    commanded
      ? 'A rehearsal needs a day and time from the sender. State when this is done.'
      : 'This space takes no day and time from the sender. Send it again without.',
  NotYourPart: ({ who }) => `This is the part of: ${listOf(roles, who)}. Hand it to the right person.`,
  NotYourUnit: ({ units, from }) =>
    `This belongs to ${units.map(unitCalled).join(', ')}${from === undefined ? '' : ` since ${showDay(from)}`}. Hand it to that unit.`,
  NotAtThisStage: ({ stage, stages: possible }) => {
    const family = familyOf(stages, [stage, ...possible]);
    return (
      `${aggregates[family]} is at the stage "${nameOf(stages[family], stage)}". This can be done at: ${quoted(stages[family], possible)}. ` +
      'See what is to be done at the present stage.'
    );
  },
  DocumentMissing: () => 'The authority, number or signatory of the paper is missing. Enter them all.',
  EffectiveDayInFuture: ({ effectiveOn }) =>
    `The day of effect ${showDay(effectiveOn)} has not come. Enter the act when the paper is in effect.`,
  DayInFuture: ({ on }) => `${showDay(on)} has not come yet. Record it once it has happened.`,
  YearWithoutCalendar: ({ year }) => `There is no working calendar of ${year}. Have the calendar adopted first.`,

  NoEditionForDay: ({ day }) => `No rules take dossiers on ${showDay(day)}. Check the day of filing.`,
  KindDoesNotFit: ({ held, kind }) =>
    `The product has ${held === 0 ? 'no certificate' : `a certificate of ${held} stars`} in force, ` +
    `so the kind "${nameOf(kinds, kind)}" does not fit. Choose ${fitting(held, kind)
      .map((other) => `"${kinds[other]}"`)
      .join(' or ')}.`,
  CycleAlreadyOpen: ({ cycle }) => `The product has the open dossier ${cycle}. Go on with it or withdraw it.`,
  ProducerNotEligible: ({ kind }) =>
    `A producer of the kind "${nameOf(producerKinds, kind)}" may not register this product set. Check the kind of producer.`,
  ComponentsMissing: ({ items }) => `The dossier lacks: ${listOf(papers, items)}. Add them and file it.`,
  WindowNotOpen: ({ opens, closes }) => `Renewals cannot be filed yet. File it from ${showDay(opens)} to ${showDay(closes)}.`,
  CertificateAlreadyEnded: ({ lastDay }) => `The certificate ended on ${showDay(lastDay)}. File a first evaluation.`,
  NotReceived: () => 'The dossier has not been received. Receive it first.',
  SamplesMissing: ({ count }) => `${count} samples are needed (none for tourism). Take them in, and tell their number in the request.`,
  SupplementPending: ({ items }) => `The producer still has to supply: ${listOf(papers, items)}. Receive the supplement first.`,
  FindingsMissing: ({ contents }) => `Of the four findings these are open: ${listOf(findings, contents)}. Write them all before signing.`,

  WithdrawalTooLate: () =>
    'There is a decision, so the dossier cannot be withdrawn any more. Give the certificate back if it is not wanted.',
  OnBehalfMissing: ({ producer }) =>
    `An officer of the commune does this for the producer ${producer}. Say that you act on behalf of that producer.`,
  OnBehalfDoesNotFit: ({ producer }) =>
    `This cannot be done on behalf of ${producer}. An officer of the commune acts for the producer of the dossier alone. Leave out for whom, or name that producer.`,

  NotThisLevel: ({ level, unit }) =>
    `This is not done by the ${nameOf(levels, level)} level (${unitCalled(unit)}) at this step. Do it at the level and unit that have the dossier.`,
  RequestNotComplete: () => 'The request dossier is not confirmed complete. Confirm it before the renewal is evaluated.',
  CutoffPassed: ({ round, lastDay, next }) =>
    `The cut-off of ${roundName(round)} has passed (last day ${showDay(lastDay)}). Make the request for ${roundName(next)}.`,
  RoundNotAhead: ({ round, ahead }) =>
    ahead.length === 0
      ? `It cannot be moved to ${roundName(round)}: no round lies ahead of this dossier. Go on with it as it is.`
      : `It cannot be moved to ${roundName(round)}. Choose one of: ${ahead.map(roundName).join('; ')}.`,

  ResultNotReported: () => 'The council has not reported its result. Report it before asking for a decision.',
  SourceDoesNotFit: ({ source }) =>
    source === 'sheets'
      ? 'There are no sheets in the system. Open the scoring, or type the result in from paper minutes with their scan.'
      : 'The council has scored on sheets in the system. Report the result of the sheets.',
  NothingToSendDown: ({ mean }) => `A mean of ${mean} is not sent down. Decide or notify at this level.`,
  NotEvaluatedAgainHere: ({ level }) =>
    `The ${nameOf(levels, level)} level does not evaluate this result again. Accept the result of the level above.`,
  NotTheDecidingAuthority: ({ star, level }) =>
    `${star} stars are not decided at the ${nameOf(levels, level)} level. Hand it to the right authority.`,
  StarDiffersFromResult: ({ star }) => `The result is ${star} stars. Recognise exactly that.`,
  MustGoUp: ({ mean }) => `The mean of ${mean} has to go to the next level. Approve the result and ask the next level to evaluate.`,
  BelowForwarding: ({ mean }) => `The mean of ${mean} does not go to the next level. Decide at this level.`,
  NothingToCertify: ({ star }) => `For ${star} stars there is no decision and no certificate. Send the notice.`,
  DecisionPending: ({ star }) => `The result of ${star} stars is not decided or sent up yet. Notify after the decision.`,
  UpgradeNotReached: ({ star, held }) =>
    `The result of ${star} stars is not above the ${held} stars held, so the upgrade fails. Send the notice; the certificate held stays as it is.`,
  AlreadyDecided: ({ number }) => `This run has the decision ${number}. If it is wrong, have it corrected.`,
  AlreadyNotified: () => 'The result has been notified. Nothing has to be done.',
  SentBackPending: ({ reason }) => `The file was sent back: ${reason}. Submit it again, then decide.`,
  AlreadySubmitted: () => 'The file has been submitted. Wait for the decision.',
  NothingToDecide: ({ star }) =>
    `A result of ${star} stars is not decided at this level. Notify it, or ask or send to the level that it belongs to.`,
  AlreadyPublished: ({ on }) => `The result was published on ${showDay(on)}. Nothing has to be done.`,
  CycleFinished: ({ outcome, star }) =>
    `The dossier has ended: ${nameOf(stages['product-cycle'], outcome)}${star === 0 ? '' : `, ${star} stars`}. It need not be carried over.`,
  CarriedOverAlready: ({ year }) => `The dossier belongs to the annual cycle of ${year} already. Nothing has to be done.`,
  TransitionOver: ({ until }) => `The transition ended on ${showDay(until)}. Close the dossier and file again under the rules of today.`,
  TransitionNotOver: ({ until }) =>
    until === null
      ? 'No transition sets this dossier an end. Go on under its rules.'
      : `The dossier may finish under its earlier rules to the end of ${showDay(until)}. Go on with it.`,
  UnitUnchanged: ({ unit }) => `The dossier is with ${unitCalled(unit)}. Choose another unit to receive it.`,

  CertificateNotInForce: ({ how }) =>
    `The certificate is not in force (${nameOf(endings, how)}). Nothing about it is changed any more; to be recognised again, the producer files a first evaluation.`,
  RenewalAlreadyNoted: ({ cycle }) => `The certificate has noted the renewal ${cycle}. Go on with that dossier.`,
  NoRenewalNoted: () => 'The certificate has not noted this renewal. Check the code of the dossier.',

  AnnualCycleNotOpen: ({ year, province }) =>
    `The annual cycle of ${year} of ${unitCalled(province)} is not open or closed. Ask the administrator to open it.`,
  AnnualCycleAlreadyOpen: ({ year, date }) => `The annual cycle of ${year} was opened on ${showDay(date)}. Nothing has to be done.`,
  AnnualCycleOnHold: ({ year, province, since }) =>
    `The annual cycle of ${year} of ${unitCalled(province)} has been paused since ${showDay(since)}; terms run on. Ask the administrator to resume it, then send this again.`,
  RoundExists: ({ round }) => `This year has a round "${round}" already. Use another code.`,
  RoundDaysOutOfOrder: ({ round, requestsBefore, resultsBefore }) =>
    `Round "${round}": the day for requests (${showDay(requestsBefore)}) has to come before that for results (${showDay(resultsBefore)}). Correct the days.`,
  RoundOutsideYear: ({ round, year, requestsBefore }) =>
    `Round "${round}" (requests before ${showDay(requestsBefore)}) is not of the annual cycle of ${year}. Correct the day or choose its year.`,
  RoundContradictsEdition: ({ round, level, fixed }) =>
    fixed.length === 0
      ? `Round "${round}": the ${nameOf(levels, level)} level has no council. Choose one that has.`
      : `Round "${round}" contradicts the rounds that the law fixes at the ${nameOf(levels, level)} level (requests before ${fixed.map(showDay).join(', ')}). ` +
        'Keep to those, or announce an extra round with other days.',
  ExtraRoundNotAllowed: ({ round }) =>
    `Round "${round}" is an extra one and needs a council regulation that allows it. Name the document of the regulation.`,
  CertificateNotDue: ({ certificate, year }) => `The certificate ${certificate} has no filing window in ${year}. Enrol it in its own year.`,
  ProductEnrolledAlready: ({ cycle }) => `The dossier ${cycle} is in the annual cycle. Nothing has to be done.`,
  CouncilNotFormed: () => 'This council has not been formed. Form it first.',
  DeadlinesUnchanged: ({ lastDay }) => `The deadlines are as they were recorded, last day ${showDay(lastDay)}. Nothing has to be done.`,
  NumberIsAllocated: ({ number }) =>
    `The certificate number ${number} is typed and an allocated one is asked for as well. Leave out one of the two.`,
  NumberAlreadyAllocated: ({ key, number }) => `${key} has the number ${number}. Nothing has to be done.`,
};
