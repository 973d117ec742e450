import { showDay } from '../../domain/kernel/instant.ts';
import { unitCalled } from '../../domain/territory/unit.ts';
import { nameOf } from '../name-of.ts';
import type { EventSentences } from '../words.ts';
import { counted } from './counted.ts';
import { eventsOfCertificate } from './events-of-certificate.ts';
import { eventsOfProduct } from './events-of-product.ts';
import { act, noted, paper, refused, settled } from './paper.ts';
import { terms } from './terms.ts';

const { levels, stages, seats, modes, presets } = terms;
const roundKinds = { local: 'Local round', extra: 'Extra round' };
/** Only what there was: most years have none of these. */
const endedOtherwise = (others: Readonly<Record<string, number>> = {}, notFiled = 0, unanswered = 0): string =>
  [
    ...Object.entries(others).map(([outcome, count]) => `${count} ${nameOf(stages['product-cycle'], outcome)}`),
    ...(notFiled === 0 ? [] : [`${counted(notFiled, 'certificate')} without a renewal`]),
    ...(unanswered === 0 ? [] : [`${unanswered} without an answer`]),
  ]
    .map((part) => `, ${part}`)
    .join('');
const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** One fact each, with its particulars, for the timeline. */
export const events: EventSentences = {
  'product-cycle': eventsOfProduct,
  'council': {
    CommandRefused: refused,
    ObligationSettled: settled,
    CouncilFormed: ({ name, level, seats: members, ...legal }) =>
      `${name} (${levels[level]}) formed with ${counted(members.length, 'seat')} ${act(legal)}`,
    RegulationIssued: ({ preset, document, quorum, chairRequired, secretaryScores, spread, dispatchLeadDays, effectiveOn }) =>
      `Regulation issued (${presets[preset]}; ${paper(document)}): at least ${quorum.of}/${quorum.in} of the members present, ` +
      `council chair required: ${yesOrNo(chairRequired)}, secretary scores: ${yesOrNo(secretaryScores)}, ` +
      `spread ${spread.inclusive ? 'at most' : 'under'} ${spread.max} points` +
      (dispatchLeadDays === undefined ? '' : `, papers sent ${counted(dispatchLeadDays, 'working day')} before`) +
      (effectiveOn === undefined ? '' : `, in effect from ${showDay(effectiveOn)}`),
    AdvisoryTeamFormed: ({ members, ...legal }) =>
      `Advisory team of ${counted(members.length, 'member')} formed (${members.join(', ')}) ${act(legal)}`,
    MemberSeated: ({ person, seat, organisation, ...legal }) =>
      `${person} seated as ${seats[seat]}${organisation === undefined ? '' : ` (${organisation})`} ${act(legal)}`,
    SeatEnded: ({ person, replacedBy, reason, ...legal }) =>
      `${person} leaves the council${replacedBy === undefined ? '' : `, replaced by ${replacedBy}`}${noted(reason)} ${act(legal)}`,
    HeadAuthorised: ({ person, ...legal }) => `${person} authorised to chair where the council chair is absent ${act(legal)}`,
    PapersDispatched: ({ sitting }) => `Papers of the sitting ${sitting} dispatched`,
    SittingAdjourned: ({ sitting, on, reason }) => `Sitting ${sitting} adjourned to ${showDay(on)}${noted(reason)}`,
    SittingConvened: ({ sitting, mode, on, agenda }) =>
      `Sitting ${sitting} convened for ${showDay(on)} (${modes[mode]}), ${counted(agenda.length, 'product')}: ${agenda.join(', ')}`,
    ConflictDeclared: ({ product, person, reason }) =>
      `${person} declares a conflict of interest with the product ${product}${noted(reason)}`,
    AttendanceRecorded: ({ sitting, present }) =>
      `Attendance at the sitting ${sitting}: ${present.length} present${present.length === 0 ? '' : ` (${present.join(', ')})`}`,
    SittingOpened: ({ sitting }) => `Sitting ${sitting} opened`,
    SittingClosed: ({ sitting }) => `Sitting ${sitting} closed`,
    FieldCorrected: ({ was, becomes, ...legal }) => `Name of the council corrected: "${was}" becomes "${becomes}" ${act(legal)}`,
    MinutesSigned: ({ sitting, by, seat, ...legal }) => `${by} (${seats[seat]}) signs the minutes of the sitting ${sitting} ${act(legal)}`,
  },
  'certificate': eventsOfCertificate,
  'annual-cycle': {
    CommandRefused: refused,
    ObligationSettled: settled,
    AnnualCycleOpened: ({ year, province, plan, rounds, ...legal }) =>
      `Annual cycle of ${year} of ${unitCalled(province)} opened ${act(legal)}: ${plan}${rounds.length === 0 ? '' : `, ${counted(rounds.length, 'round')} of its own`}`,
    RoundAnnounced: ({ kind, round: { id, level, requestsBefore, resultsBefore, allowedBy }, ...legal }) =>
      `${roundKinds[kind]} ${id} announced (${levels[level]}): requests before ${showDay(requestsBefore)}, ` +
      `results before ${showDay(resultsBefore)}${allowedBy === undefined ? '' : `, by the regulation, ${paper(allowedBy)}`} ${act(legal)}`,
    ProductEnrolled: ({ cycle, name, certificate }) =>
      `Product "${name}" (${cycle}) enrolled` +
      (certificate === undefined
        ? ''
        : `: due for renewal, filed from ${showDay(certificate.opens)} to ${showDay(certificate.closes)}, ` +
          `its certificate is valid until ${showDay(certificate.lastDay)}`),
    AnnualCyclePaused: ({ reason }) => `Annual cycle paused: ${reason}. Terms of the law run on`,
    AnnualCycleResumed: ({ note }) => `Annual cycle resumed${noted(note)}`,
    AnnualCycleClosing: () => 'The annual cycle begins to close',
    FieldCorrected: ({ was, becomes, ...legal }) => `Title of the plan corrected: "${was}" becomes "${becomes}" ${act(legal)}`,
    AnnualCycleClosed: ({ counts: { enrolled, stars, notPassed, returned, carriedOver, notFiled, unanswered, others } }) =>
      `Annual cycle closed: ${counted(enrolled, 'dossier')}, ${stars[3]} with 3 stars, ${stars[4]} with 4 stars, ${stars[5]} with 5 stars, ` +
      `${notPassed} not passed, ${returned} returned, ${carriedOver} carried over` +
      endedOtherwise(others, notFiled, unanswered),
  },
  'number-book': {
    CommandRefused: refused,
    FormNumberAllocated: ({ key, number }) => `Form number ${number} allocated to ${key}`,
    SerialAllocated: ({ key, number }) => `Serial ${number} allocated to the product ${key}`,
    CertificateNumberAllocated: ({ key, number }) => `Certificate number ${number} allocated to ${key}`,
  },
};
