import { addDays, showDay } from '../../domain/kernel/instant.ts';
import { nameOf } from '../name-of.ts';
import type { EventSentences } from '../words.ts';
import { counted } from './counted.ts';
import { eventsOfProduct } from './events-of-product.ts';
import { act, noted, paper, refused, settled } from './paper.ts';
import { terms } from './terms.ts';

const { levels, stages, seats, modes, presets, endings, editions } = terms;
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
    RegulationIssued: ({ preset, document, quorum, chairRequired, secretaryScores, spread }) =>
      `Regulation issued (${presets[preset]}; ${paper(document)}): at least ${quorum.of}/${quorum.in} of the members present, ` +
      `council chair required: ${yesOrNo(chairRequired)}, secretary scores: ${yesOrNo(secretaryScores)}, ` +
      `spread ${spread.inclusive ? 'at most' : 'under'} ${spread.max} points`,
    SittingConvened: ({ sitting, mode, on, agenda }) =>
      `Sitting ${sitting} convened for ${showDay(on)} (${modes[mode]}), ${counted(agenda.length, 'product')}: ${agenda.join(', ')}`,
    ConflictDeclared: ({ product, person, reason }) =>
      `${person} declares a conflict of interest with the product ${product}${noted(reason)}`,
    AttendanceRecorded: ({ sitting, present }) =>
      `Attendance at the sitting ${sitting}: ${present.length} present${present.length === 0 ? '' : ` (${present.join(', ')})`}`,
    SittingOpened: ({ sitting }) => `Sitting ${sitting} opened`,
    SittingClosed: ({ sitting }) => `Sitting ${sitting} closed`,
    MinutesSigned: ({ sitting, by, seat, ...legal }) => `${by} (${seats[seat]}) signs the minutes of the sitting ${sitting} ${act(legal)}`,
  },
  'certificate': {
    CommandRefused: refused,
    CertificateIssued: ({ name, producer, star, certificateNumber, lastDay, issuedUnder, ...legal }) =>
      `Certificate${certificateNumber === undefined ? '' : ` ${certificateNumber}`} of ${star} stars issued for "${name}" of ${producer.name}, ` +
      `valid to the end of ${showDay(lastDay)}, under ${editions[issuedUnder]} ${act(legal)}`,
    HolderReminded: ({ daysBefore, day }) =>
      daysBefore === 0
        ? `Holder reminded: the certificate is valid for the last day (${showDay(day)})`
        : `Holder reminded: ${counted(daysBefore, 'day')} left, the certificate is valid to the end of ${showDay(addDays(day, daysBefore))}`,
    RenewalWindowOpened: ({ day }) => `Renewals can be filed from ${showDay(day)}`,
    RenewalWindowClosed: ({ day }) => `The renewal window has closed after ${showDay(day)}`,
    RenewalNoted: ({ cycle, filedOn }) => `Renewal ${cycle} filed on ${showDay(filedOn)}`,
    RenewalConcluded: ({ cycle, outcome }) =>
      `Renewal ${cycle}: ${outcome === 'closed-by-transition' ? terms.stages['product-cycle'][outcome] : terms.outcomes[outcome]}`,
    CertificateEnded: (end) =>
      `Certificate without force from ${showDay(end.on)}: ${endings[end.how]}${end.how === 'superseded' ? ` (dossier ${end.by})` : ''}`,
  },
  'annual-cycle': {
    CommandRefused: refused,
    ObligationSettled: settled,
    AnnualCycleOpened: ({ year, province, plan, rounds, ...legal }) =>
      `Annual cycle of ${year} of ${province} opened ${act(legal)}: ${plan}${rounds.length === 0 ? '' : `, ${counted(rounds.length, 'round')} of its own`}`,
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
    AnnualCycleClosed: ({ counts: { enrolled, stars, notPassed, returned, carriedOver, notFiled, unanswered, others } }) =>
      `Annual cycle closed: ${counted(enrolled, 'dossier')}, ${stars[3]} with 3 stars, ${stars[4]} with 4 stars, ${stars[5]} with 5 stars, ` +
      `${notPassed} not passed, ${returned} returned, ${carriedOver} carried over` +
      endedOtherwise(others, notFiled, unanswered),
  },
  'number-book': {
    CommandRefused: refused,
    FormNumberAllocated: ({ key, number }) => `Form number ${number} allocated to ${key}`,
    SerialAllocated: ({ key, number }) => `Serial ${number} allocated to the product ${key}`,
  },
};
