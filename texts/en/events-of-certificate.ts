import { addDays, showDay } from '../../domain/kernel/instant.ts';
import { groundName } from '../ground-name.ts';
import type { EventSentences } from '../words.ts';
import { unitsOf } from '../units-of.ts';
import { counted } from './counted.ts';
import { due as computed } from './due.ts';
import { act, noted, refused } from './paper.ts';
import { terms } from './terms.ts';

const { endings, editions, outcomes, renewalOutcomes, extensionReasons, holderChanges, copyReasons, certificateFields } = terms;
const shown = (value: string): string => {
  if (value === '') return 'not stated';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : `"${value}"`;
};
const on = (ground: string): string => `ground ${ground} (${groundName(ground, 'en')})`;
type Ended = Parameters<EventSentences['certificate']['CertificateEnded']>[0];
const ended = (end: Ended): string => {
  switch (end.how) {
    case 'superseded':
      return ` (dossier ${end.by})`;
    case 'revoked':
      return `, ${on(end.ground)} ${act(end)}`;
    case 'recognitionWithdrawn':
      return ` ${act(end)}`;
    case 'surrendered':
      return noted(end.note);
    case 'expired':
      return '';
  }
};

export const eventsOfCertificate: EventSentences['certificate'] = {
  CommandRefused: refused,
  CertificateIssued: ({ name, producer, star, certificateNumber, lastDay, issuedUnder, ...legal }) =>
    `Certificate${certificateNumber === undefined ? '' : ` ${certificateNumber}`} of ${star} stars issued for "${name}" of ${producer.name}, ` +
    `valid to the end of ${showDay(lastDay)}, under ${editions(issuedUnder)} ${act(legal)}`,
  CertificateTakenOver: ({ name, producer, star, issuer, source, lastDay, issuedUnder, ...legal }) =>
    `Certificate of ${star} stars, issued by ${issuer}, taken over for "${name}" of ${producer.name}, valid to the end of ${showDay(lastDay)}, ` +
    `under ${editions(issuedUnder)} ${act(legal)}; source: ${source}`,
  ResponsibilityHandedOver: ({ from, to, on }) => `From ${showDay(on)} the certificate is with ${unitsOf(to)} instead of ${unitsOf(from)}`,
  HolderReminded: ({ daysBefore, day }) =>
    daysBefore === 0
      ? `Holder reminded: the certificate is valid for the last day (${showDay(day)})`
      : `Holder reminded: ${counted(daysBefore, 'day')} left, the certificate is valid to the end of ${showDay(addDays(day, daysBefore))}`,
  RenewalWindowOpened: ({ day }) => `Renewals can be filed from ${showDay(day)}`,
  RenewalWindowClosed: ({ day }) => `The renewal window has closed after ${showDay(day)}`,
  RenewalNoted: ({ cycle, filedOn }) => `Renewal ${cycle} filed on ${showDay(filedOn)}`,
  RenewalConcluded: ({ cycle, outcome }) => `Renewal ${cycle}: ${renewalOutcomes[outcome]}`,
  RedoConcluded: ({ cycle, outcome }) => `Evaluation of ${cycle} done again: ${outcomes[outcome]}`,
  ValidityExtended: ({ reason, cycle, until }) =>
    `Validity extended until the result of ${cycle}, at most to ${showDay(until.day)}: ${extensionReasons[reason]} (${computed(until)})`,
  ConclusionRecorded: ({ ground, finding, due, ...legal }) =>
    `Conclusion of an inspection, ${on(ground)}: ${finding} ${act(legal)}${due === null ? '' : `, revocation due on ${showDay(due.day)}`}`,
  ProductionStopConfirmed: ({ ground, due, ...legal }) =>
    `The commune confirms that production has stopped, ${on(ground)} ${act(legal)}${due === null ? '' : `, revocation due on ${showDay(due.day)}`}`,
  RevocationProposed: ({ ground, ...legal }) => `The OCOP agency proposes the revocation, ${on(ground)} ${act(legal)}`,
  HolderChanged: ({ how, from, to, ...legal }) => `Holder changed from ${from.name} to ${to.name}: ${holderChanges[how]} ${act(legal)}`,
  CopyReissued: ({ reason, ...legal }) => `Copy of the certificate issued: ${copyReasons[reason]} ${act(legal)}`,
  DeadlinesReplanned: ({ window, lastDay }) =>
    `Deadlines planned anew: last day ${showDay(lastDay)}, ` +
    (window === null ? 'no window for a renewal' : `renewals are filed from ${showDay(window.opens)} to ${showDay(window.closes)}`),
  FieldCorrected: ({ field, was, becomes, ...legal }) =>
    `Corrected, ${certificateFields[field]}: ${shown(was)} becomes ${shown(becomes)} ${act(legal)}`,
  CertificateEnded: (end) => `Certificate without force from ${showDay(end.on)}: ${endings[end.how]}${ended(end)}`,
};
