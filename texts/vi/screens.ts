import { showDay } from '../../domain/kernel/instant.ts';
import type { Screens } from '../screens.ts';
import { problems } from './problems.ts';

export const screens: Screens = {
  product: 'Chu trình OCOP thường niên',
  rehearsalMark: 'CHẠY THỬ – không có giá trị pháp lý',
  language: 'Tiếng Việt',
  answers: { yes: 'có', no: 'không', none: 'không có', nobody: 'chưa có ai', unknown: 'chưa rõ' },
  problems,
  headings: {
    worklist: 'Danh sách việc cần làm', products: 'Sản phẩm', product: 'Hồ sơ sản phẩm', timeline: 'Quá trình xử lý', councils: 'Hội đồng',
    certificates: 'Giấy chứng nhận', annualCycles: 'Chu trình thường niên', refusals: 'Việc bị từ chối', verification: 'Tra cứu giấy chứng nhận',
    search: 'Tìm kiếm', status: 'Tình trạng hệ thống', commands: 'Việc có thể làm',
  },
  worklist: {
    code: 'Mã hồ sơ', name: 'Tên sản phẩm', producer: 'Chủ thể', task: 'Việc cần làm', due: 'Hạn', left: 'Còn lại (ngày làm việc)',
    holder: 'Đơn vị/người đang xử lý', appointment: 'Ngày hẹn trả kết quả', none: 'Không có việc nào.', overdue: 'Quá hạn', provisional: 'tạm tính',
    daysLeft: (days) => (days < 0 ? `quá hạn ${-days} ngày làm việc` : days === 0 ? 'hạn hôm nay' : `còn ${days} ngày làm việc`),
  },
  timeline: {
    at: 'Thời điểm', recordedAt: 'Nhập lúc', effectiveOn: 'Có hiệu lực từ', person: 'Người thực hiện', onBehalfOf: 'Làm thay', event: 'Nội dung',
    document: 'Văn bản', basis: 'Căn cứ', none: 'Chưa có việc nào được ghi nhận.',
  },
  fields: {
    code: 'Mã hồ sơ', name: 'Tên sản phẩm', stage: 'Bước hiện tại', producer: 'Chủ thể', commune: 'Xã, phường, đặc khu', province: 'Tỉnh, thành phố',
    level: 'Cấp đánh giá', kind: 'Loại hồ sơ', edition: 'Quy định áp dụng', set: 'Bộ sản phẩm', mean: 'Tổng điểm trung bình', star: 'Hạng sao',
    round: 'Đợt đánh giá', productCode: 'Mã sản phẩm', formNumber: 'Số phiếu đăng ký', certificate: 'Giấy chứng nhận',
    certificateNumber: 'Số giấy chứng nhận', issuer: 'Cơ quan cấp', effectiveOn: 'Có hiệu lực từ', lastDay: 'Có giá trị đến hết ngày', filedOn: 'Ngày nộp',
    year: 'Năm', plan: 'Kế hoạch', quorum: 'Số thành viên tối thiểu', members: 'Thành viên', present: 'Có mặt', sheets: 'Phiếu đã nộp',
    holder: 'Đơn vị/người đang xử lý', nextStep: 'Việc tiếp theo', computation: 'Cách tính', rule: 'Căn cứ', documentNumber: 'Số văn bản',
    signedOn: 'Ngày ký', signatory: 'Người ký',
  },
  validity: {
    inForce: 'còn hiệu lực', expired: 'hết hạn', superseded: 'đã được thay thế', numberPending: 'đang cấp số giấy chứng nhận', notFound: 'không tìm thấy',
    until: (day) => `có giá trị đến hết ngày ${showDay(day)}`,
  },
  done: {
    accepted: 'Đã ghi nhận.',
    nextStep: (task, holder) => `Việc tiếp theo: ${task} (${holder}).`,
    recordedAt: (position) => `Vị trí trong nhật ký: ${position}`,
  },
  paging: { next: 'Trang sau', previous: 'Trang trước', counted: (count) => `${count} dòng` },
  rehearsal: {
    title: (story) => `Kết quả chạy thử: ${story}`,
    day: 'Ngày', step: 'Bước', person: 'Người thực hiện', act: 'Việc', expected: 'Kết quả mong đợi', actual: 'Kết quả thực tế', result: 'Kết luận',
    passed: 'đúng', failed: 'sai', line: 'Dòng', accepted: 'được ghi nhận', refused: (name) => `bị từ chối: ${name}`, events: 'Ghi nhận',
    nothing: 'không có gì', notKnown: (verb) => `Không có việc "${verb}". Hãy xem tên các việc trong danh mục.`,
    summary: ({ steps, passed, failed, seconds }) =>
      `${steps} bước, ${passed} đúng, ${failed} sai, trong ${seconds.toFixed(1).replace('.', ',')} giây.`,
    stoppedAt: (line) => `Dừng ở dòng ${line}.`,
  },
  operation: {
    component: 'Thành phần', state: 'Tình trạng', address: 'Địa chỉ', position: 'Vị trí', behind: (events) => `chậm ${events} sự kiện`,
    health: { ready: 'sẵn sàng', starting: 'đang khởi động', degraded: 'hoạt động một phần', failed: 'hỏng', stopped: 'đã dừng' },
    starting: (name) => `Đang khởi động ${name}…`, ready: (address) => `Hệ thống đã sẵn sàng tại ${address}`, stopping: 'Đang dừng…',
    stopped: 'Đã dừng.', nothingToDo: 'Không có gì phải làm.', usage: 'Cách dùng', cause: 'Nguyên nhân', whatToDo: 'Cách xử lý',
    nodeTooOld: 'Cần Node.js 24 trở lên.', alreadyRunning: (pid) => `Hệ thống đang chạy (tiến trình ${pid}).`,
  },
};
