import { showDay } from '../../domain/kernel/instant.ts';
import { listOf } from '../name-of.ts';
import type { RejectionSentences } from '../words.ts';
import { terms } from './terms.ts';

/** Refusals about councils, their sittings and their sheets. */
export const rejectionsOfCouncil = {
  ScoringNotOpen: () => 'Chưa mở hoặc đã kết thúc chấm điểm. Hãy báo Chủ tịch Hội đồng.',
  NotOnPanel: ({ person }) => `${person} không chấm sản phẩm này hoặc không thuộc Hội đồng. Hãy kiểm tra danh sách thành viên.`,
  MemberIsRecused: ({ person }) => `Thành viên ${person} không tham gia chấm (xung đột lợi ích). Hãy bỏ qua sản phẩm này.`,
  SecretaryDoesNotScore: ({ person }) => `Theo Quy chế, thư ký ${person} không chấm điểm. Hãy chỉ nhập hộ phiếu giấy có bản chụp.`,
  SheetAlreadySubmitted: ({ person }) => `Phiếu của ${person} đã nộp. Hãy chờ Hội đồng mở chấm lại nếu cần sửa.`,
  ScanMissing: () => 'Nội dung nhập từ giấy chưa kèm bản chụp. Hãy đính kèm bản chụp phiếu hoặc biên bản đã ký.',
  PartOutOfRange: ({ part, max }) => `Phần ${part} chấm từ 0 đến ${max} điểm. Hãy sửa điểm.`,
  SheetsMissing: ({ persons }) =>
    persons.length === 0
      ? 'Chưa có phiếu nào được tính. Hãy nộp phiếu trước khi kết thúc.'
      : `Có mặt nhưng chưa nộp phiếu: ${persons.join(', ')}. Hãy nhắc nộp trước khi kết thúc.`,
  MeetingRequired: () => 'Sản phẩm này phải được đánh giá tại cuộc họp của Hội đồng. Hãy triệu tập họp, không lấy ý kiến bằng văn bản.',
  NotByWriting: () => 'Hội đồng không lấy ý kiến bằng văn bản về sản phẩm này. Hãy tiếp tục chấm điểm tại phiên họp.',
  OpinionsDiffer: ({ reasons }) => `Ý kiến bằng văn bản khác nhau: ${listOf(terms.meetingReasons, reasons)}. Hãy chuyển sang họp Hội đồng.`,
  OpinionsAgree: () => 'Ý kiến không khác nhau nhiều và chưa có thành viên đề nghị họp. Hãy chờ đủ phiếu hoặc kết thúc chấm điểm.',

  CouncilChairNotSeated: () => 'Hội đồng phải có đúng một Chủ tịch Hội đồng. Hãy sửa danh sách thành viên.',
  SeatedTwice: ({ person }) => `${person} có tên hai lần trong danh sách thành viên. Hãy bỏ một dòng.`,
  SittingUnknown: ({ sitting }) => `Hội đồng chưa triệu tập phiên họp ${sitting}. Hãy kiểm tra lại mã phiên họp.`,
  SittingExists: ({ sitting }) => `Phiên họp ${sitting} đã được triệu tập. Hãy dùng mã phiên họp khác.`,
  SittingNotOpen: ({ sitting }) => `Phiên họp ${sitting} chưa khai mạc hoặc đã bế mạc. Hãy kiểm tra lại phiên họp.`,
  SittingAlreadyOpen: ({ sitting }) => `Phiên họp ${sitting} đã khai mạc. Không cần khai mạc lại.`,
  SittingDayNotLater: ({ sitting, on }) => `Phiên họp ${sitting} đang định vào ngày ${showDay(on)}. Hãy chọn một ngày sau ngày đó.`,
  DispatchTooLate: ({ sitting, days }) =>
    `Tài liệu phải gửi trước phiên họp ${sitting} ít nhất ${days} ngày làm việc. Hãy gửi tài liệu rồi dời phiên họp.`,
  AttendanceMissing: ({ sitting }) => `Phiên họp ${sitting} chưa điểm danh. Hãy điểm danh trước khi khai mạc.`,
  QuorumNotMet: ({ present, needed }) => `Có mặt ${present}, cần ${needed}. Hãy hoãn hoặc mời thêm thành viên.`,
  CouncilChairAbsent: ({ sitting }) => `Chủ tịch Hội đồng vắng mặt tại phiên họp ${sitting}. Hãy hoãn phiên họp.`,
  SignedAlready: ({ sitting }) => `Bạn đã ký biên bản phiên họp ${sitting}. Không cần ký lại.`,
} satisfies Partial<RejectionSentences>;
