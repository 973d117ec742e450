import { showDay } from '../../domain/kernel/instant.ts';
import { unitCalled } from '../../domain/territory/unit.ts';
import { nameOf } from '../name-of.ts';
import type { EventSentences } from '../words.ts';
import { eventsOfCertificate } from './events-of-certificate.ts';
import { eventsOfProduct } from './events-of-product.ts';
import { act, noted, paper, refused, settled } from './paper.ts';
import { terms } from './terms.ts';

const { levels, stages, seats, modes, presets } = terms;
const roundKinds = { local: 'của tỉnh', extra: 'thêm' };
/** Only what there was: most years have none of these. */
const endedOtherwise = (others: Readonly<Record<string, number>> = {}, notFiled = 0, unanswered = 0): string =>
  [
    ...Object.entries(others).map(([outcome, count]) => `${count} ${nameOf(stages['product-cycle'], outcome)}`),
    ...(notFiled === 0 ? [] : [`${notFiled} giấy chứng nhận chưa nộp đánh giá lại`]),
    ...(unanswered === 0 ? [] : [`${unanswered} chưa có trả lời`]),
  ]
    .map((part) => `, ${part}`)
    .join('');
const yesOrNo = (is: boolean) => (is ? 'có' : 'không');

/** One fact each, with its particulars, for the timeline. */
export const events: EventSentences = {
  'product-cycle': eventsOfProduct,
  'council': {
    CommandRefused: refused,
    ObligationSettled: settled,
    CouncilFormed: ({ name, level, seats: members, ...legal }) =>
      `Thành lập ${name} (${levels[level]}), ${members.length} thành viên ${act(legal)}`,
    RegulationIssued: ({ preset, document, quorum, chairRequired, secretaryScores, spread, dispatchLeadDays, effectiveOn }) =>
      `Ban hành Quy chế (${presets[preset]}; ${paper(document)}): có mặt ít nhất ${quorum.of}/${quorum.in} thành viên, ` +
      `bắt buộc có Chủ tịch Hội đồng: ${yesOrNo(chairRequired)}, thư ký chấm điểm: ${yesOrNo(secretaryScores)}, ` +
      `chênh lệch ${spread.inclusive ? 'tối đa' : 'dưới'} ${String(spread.max).replace('.', ',')} điểm` +
      (dispatchLeadDays === undefined ? '' : `, gửi tài liệu trước ${dispatchLeadDays} ngày làm việc`) +
      (effectiveOn === undefined ? '' : `, hiệu lực từ ngày ${showDay(effectiveOn)}`),
    AdvisoryTeamFormed: ({ members, ...legal }) => `Thành lập Tổ tư vấn ${members.length} người (${members.join(', ')}) ${act(legal)}`,
    MemberSeated: ({ person, seat, organisation, ...legal }) =>
      `Cử ${person} làm ${seats[seat]}${organisation === undefined ? '' : ` (${organisation})`} ${act(legal)}`,
    SeatEnded: ({ person, replacedBy, reason, ...legal }) =>
      `${person} thôi tham gia Hội đồng${replacedBy === undefined ? '' : `, ${replacedBy} thay`}${noted(reason)} ${act(legal)}`,
    HeadAuthorised: ({ person, ...legal }) => `Ủy quyền cho ${person} làm Chủ tịch Hội đồng khi Chủ tịch vắng mặt ${act(legal)}`,
    PapersDispatched: ({ sitting }) => `Gửi tài liệu phiên họp ${sitting}`,
    SittingAdjourned: ({ sitting, on, reason }) => `Hoãn phiên họp ${sitting} đến ngày ${showDay(on)}${noted(reason)}`,
    SittingConvened: ({ sitting, mode, on, agenda }) =>
      `Triệu tập phiên họp ${sitting} ngày ${showDay(on)} (${modes[mode]}), ${agenda.length} sản phẩm: ${agenda.join(', ')}`,
    ConflictDeclared: ({ product, person, reason }) => `${person} khai xung đột lợi ích với sản phẩm ${product}${noted(reason)}`,
    AttendanceRecorded: ({ sitting, present }) =>
      `Điểm danh phiên họp ${sitting}: ${present.length} người có mặt${present.length === 0 ? '' : ` (${present.join(', ')})`}`,
    SittingOpened: ({ sitting }) => `Khai mạc phiên họp ${sitting}`,
    SittingClosed: ({ sitting }) => `Bế mạc phiên họp ${sitting}`,
    FieldCorrected: ({ was, becomes, ...legal }) => `Đính chính tên Hội đồng: "${was}" thành "${becomes}" ${act(legal)}`,
    MinutesSigned: ({ sitting, by, seat, ...legal }) => `${by} (${seats[seat]}) ký biên bản phiên họp ${sitting} ${act(legal)}`,
  },
  'certificate': eventsOfCertificate,
  'annual-cycle': {
    CommandRefused: refused,
    ObligationSettled: settled,
    AnnualCycleOpened: ({ year, province, plan, rounds, ...legal }) =>
      `Mở chu trình thường niên năm ${year} của ${unitCalled(province)} ${act(legal)}: ${plan}${rounds.length === 0 ? '' : `, ${rounds.length} đợt đánh giá riêng`}`,
    RoundAnnounced: ({ kind, round: { id, level, requestsBefore, resultsBefore, allowedBy }, ...legal }) =>
      `Công bố đợt đánh giá ${roundKinds[kind]} ${id} (${levels[level]}): đề nghị trước ngày ${showDay(requestsBefore)}, ` +
      `kết quả trước ngày ${showDay(resultsBefore)}${allowedBy === undefined ? '' : `, theo Quy chế, ${paper(allowedBy)}`} ${act(legal)}`,
    ProductEnrolled: ({ cycle, name, certificate }) =>
      `Sản phẩm "${name}" (${cycle}) vào chu trình` +
      (certificate === undefined
        ? ''
        : `: cần đánh giá lại, nộp từ ${showDay(certificate.opens)} đến ${showDay(certificate.closes)}, ` +
          `giấy chứng nhận có giá trị đến hết ngày ${showDay(certificate.lastDay)}`),
    AnnualCyclePaused: ({ reason }) => `Tạm dừng mở chu trình thường niên: ${reason}. Các thời hạn theo quy định vẫn tính`,
    AnnualCycleResumed: ({ note }) => `Tiếp tục mở chu trình thường niên${noted(note)}`,
    AnnualCycleClosing: () => 'Bắt đầu đóng chu trình thường niên',
    FieldCorrected: ({ was, becomes, ...legal }) => `Đính chính tên kế hoạch: "${was}" thành "${becomes}" ${act(legal)}`,
    AnnualCycleClosed: ({ counts: { enrolled, stars, notPassed, returned, carriedOver, notFiled, unanswered, others } }) =>
      `Đóng chu trình thường niên: ${enrolled} hồ sơ, ${stars[3]} sản phẩm 3 sao, ${stars[4]} sản phẩm 4 sao, ${stars[5]} sản phẩm 5 sao, ` +
      `${notPassed} không đạt, ${returned} trả lại, ${carriedOver} chuyển sang năm sau` +
      endedOtherwise(others, notFiled, unanswered),
  },
  'number-book': {
    CommandRefused: refused,
    FormNumberAllocated: ({ key, number }) => `Cấp số phiếu đăng ký ${number} cho ${key}`,
    SerialAllocated: ({ key, number }) => `Cấp số thứ tự ${number} cho sản phẩm ${key}`,
    CertificateNumberAllocated: ({ key, number }) => `Cấp số giấy chứng nhận thứ ${number} cho ${key}`,
  },
};
