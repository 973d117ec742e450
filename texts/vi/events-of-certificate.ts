import { addDays, showDay } from '../../domain/kernel/instant.ts';
import { groundName } from '../ground-name.ts';
import type { EventSentences } from '../words.ts';
import { unitsOf } from '../units-of.ts';
import { due as computed } from './due.ts';
import { act, noted, refused } from './paper.ts';
import { terms } from './terms.ts';

const { endings, editions, outcomes, renewalOutcomes, extensionReasons, holderChanges, copyReasons, certificateFields } = terms;
const shown = (value: string): string => {
  if (value === '') return 'chưa ghi';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : `"${value}"`;
};
const on = (ground: string): string => `căn cứ ${ground} (${groundName(ground, 'vi')})`;
type Ended = Parameters<EventSentences['certificate']['CertificateEnded']>[0];
const ended = (end: Ended): string => {
  switch (end.how) {
    case 'superseded':
      return ` (hồ sơ ${end.by})`;
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
    `Cấp giấy chứng nhận ${star} sao${certificateNumber === undefined ? '' : ` số ${certificateNumber}`} cho sản phẩm "${name}" của ${producer.name}, ` +
    `có giá trị đến hết ngày ${showDay(lastDay)}, theo ${editions(issuedUnder)} ${act(legal)}`,
  CertificateTakenOver: ({ name, producer, star, issuer, source, lastDay, issuedUnder, ...legal }) =>
    `Ghi nhận giấy chứng nhận ${star} sao do ${issuer} cấp cho sản phẩm "${name}" của ${producer.name}, có giá trị đến hết ngày ${showDay(lastDay)}, ` +
    `theo ${editions(issuedUnder)} ${act(legal)}; nguồn: ${source}`,
  ResponsibilityHandedOver: ({ from, to, on }) =>
    `Từ ngày ${showDay(on)} giấy chứng nhận do ${unitsOf(to)} chịu trách nhiệm, thay cho ${unitsOf(from)}`,
  HolderReminded: ({ daysBefore, day }) =>
    daysBefore === 0
      ? `Nhắc chủ thể: hôm nay là ngày cuối giấy chứng nhận có giá trị (${showDay(day)})`
      : `Nhắc chủ thể: còn ${daysBefore} ngày, giấy chứng nhận có giá trị đến hết ngày ${showDay(addDays(day, daysBefore))}`,
  RenewalWindowOpened: ({ day }) => `Mở thời gian nộp đánh giá lại từ ngày ${showDay(day)}`,
  RenewalWindowClosed: ({ day }) => `Hết thời gian nộp đánh giá lại sau ngày ${showDay(day)}`,
  RenewalNoted: ({ cycle, filedOn }) => `Đã nộp hồ sơ đánh giá lại ${cycle} ngày ${showDay(filedOn)}`,
  RenewalConcluded: ({ cycle, outcome }) => `Hồ sơ đánh giá lại ${cycle}: ${renewalOutcomes[outcome]}`,
  RedoConcluded: ({ cycle, outcome }) => `Kết quả thực hiện lại việc đánh giá của hồ sơ ${cycle}: ${outcomes[outcome]}`,
  ValidityExtended: ({ reason, cycle, until }) =>
    `Hiệu lực kéo dài đến khi có kết quả hồ sơ ${cycle}, chậm nhất ngày ${showDay(until.day)}: ${extensionReasons[reason]} (${computed(until)})`,
  ConclusionRecorded: ({ ground, finding, due, ...legal }) =>
    `Kết luận kiểm tra, ${on(ground)}: ${finding} ${act(legal)}${due === null ? '' : `, hạn thu hồi ${showDay(due.day)}`}`,
  ProductionStopConfirmed: ({ ground, due, ...legal }) =>
    `UBND cấp xã xác nhận ngừng sản xuất, ${on(ground)} ${act(legal)}${due === null ? '' : `, hạn thu hồi ${showDay(due.day)}`}`,
  RevocationProposed: ({ ground, ...legal }) => `Cơ quan tham mưu trình thu hồi, ${on(ground)} ${act(legal)}`,
  HolderChanged: ({ how, from, to, ...legal }) => `Đổi chủ thể từ ${from.name} sang ${to.name}: ${holderChanges[how]} ${act(legal)}`,
  CopyReissued: ({ reason, ...legal }) => `Cấp lại giấy chứng nhận: ${copyReasons[reason]} ${act(legal)}`,
  DeadlinesReplanned: ({ window, lastDay }) =>
    `Tính lại thời hạn: ngày cuối ${showDay(lastDay)}, ` +
    (window === null
      ? 'không có thời gian nộp đánh giá lại'
      : `nộp đánh giá lại từ ${showDay(window.opens)} đến ${showDay(window.closes)}`),
  FieldCorrected: ({ field, was, becomes, ...legal }) =>
    `Đính chính ${certificateFields[field]}: ${shown(was)} thành ${shown(becomes)} ${act(legal)}`,
  CertificateEnded: (end) => `Giấy chứng nhận hết hiệu lực từ ngày ${showDay(end.on)}: ${endings[end.how]}${ended(end)}`,
};
