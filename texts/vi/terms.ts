import type { Terms } from '../words.ts';
import { clauses, regulationTopics } from './clauses.ts';
import { settings } from './settings.ts';
import { stages } from './stages.ts';

export const terms: Terms = {
  aggregates: {
    'product-cycle': 'Sản phẩm', 'council': 'Hội đồng', 'certificate': 'Giấy chứng nhận', 'annual-cycle': 'Chu trình thường niên', 'number-book': 'Sổ cấp số',
    'sitting': 'Phiên họp',
  },
  stages,
  roles: {
    producer: 'chủ thể', committee: 'Ủy ban nhân dân', ocopAgency: 'cơ quan tham mưu quản lý OCOP', decidingAuthority: 'người có thẩm quyền quyết định',
    administrator: 'quản trị viên', auditor: 'người kiểm tra', councilChair: 'Chủ tịch Hội đồng', councilMember: 'ủy viên Hội đồng',
    councilSecretary: 'thư ký Hội đồng', engine: 'hệ thống', anyone: 'người đề xuất',
  },
  levels: { commune: 'cấp xã', district: 'cấp huyện', province: 'cấp tỉnh', central: 'cấp trung ương' },
  kinds: { first: 'đánh giá lần đầu', upgrade: 'nâng hạng', renewal: 'đánh giá lại' },
  producerKinds: {
    'cooperative': 'hợp tác xã, liên hiệp hợp tác xã', 'cooperative-group': 'tổ hợp tác', 'enterprise': 'doanh nghiệp nhỏ và vừa', 'farm': 'trang trại',
    'registered-facility': 'cơ sở, hộ sản xuất có đăng ký kinh doanh', 'family': 'hộ gia đình', 'association': 'hội, hiệp hội',
    'operating-centre': 'trung tâm điều hành, ban quản lý điểm du lịch',
  },
  papers: {
    'registration': 'phiếu đăng ký', 'self-assessment': 'báo cáo tự đánh giá', 'plan': 'phương án, kế hoạch kinh doanh',
    'organisation': 'giới thiệu bộ máy tổ chức', 'business-registration': 'giấy đăng ký kinh doanh', 'samples': 'sản phẩm mẫu',
    'production-eligibility': 'giấy tờ đủ điều kiện sản xuất', 'quality-declaration': 'công bố chất lượng sản phẩm', 'standard': 'tiêu chuẩn sản phẩm',
    'test-report': 'phiếu kết quả kiểm nghiệm', 'barcode-ip': 'mã vạch, truy xuất, sở hữu trí tuệ, chỉ dẫn địa lý',
    'barcode-traceability': 'mã số mã vạch, tem truy xuất nguồn gốc', 'material-origin': 'nguồn gốc nguyên liệu, liên kết chuỗi',
    'quality-system': 'hệ thống quản lý chất lượng', 'environment': 'bảo vệ môi trường',
    'environment-technology': 'bảo vệ môi trường, công nghệ bền vững', 'local-labour': 'sử dụng lao động địa phương',
    'growth': 'tăng trưởng sản xuất, kinh doanh', 'intellectual-property': 'sở hữu trí tuệ', 'accounting': 'công tác kế toán',
    'market': 'phát triển thị trường, xúc tiến thương mại', 'promotion': 'quảng bá sản phẩm', 'story': 'câu chuyện sản phẩm',
    'quality-plan': 'kế hoạch kiểm soát chất lượng, hồ sơ lô', 'awards': 'giải thưởng, bình chọn',
  },
  findings: {
    origin: 'nguồn gốc sản phẩm, nguyên liệu địa phương', labour: 'sử dụng lao động địa phương', idea: 'nguồn gốc ý tưởng sản phẩm',
    identity: 'bản sắc, trí tuệ địa phương',
  },
  units: { 'working-days': 'ngày làm việc', 'days': 'ngày', 'fixed': 'ngày ấn định' },
  outcomes: { 'recognised': 'được công nhận', 'sent-up': 'được phê duyệt và chuyển cấp trên', 'not-passed': 'không đạt' },
  endings: { expired: 'đã hết thời hạn', superseded: 'đã được thay thế' },
  tasks: { 'commune-report': 'báo cáo đánh giá của cấp xã', 'renewal-evaluation': 'đánh giá lại', 'supplement': 'bổ sung, hoàn thiện hồ sơ' },
  duties: {
    enrol: 'đưa sản phẩm vào chu trình', renewal: 'ghi nhận đánh giá lại trên giấy chứng nhận', form: 'cấp số phiếu đăng ký',
    serial: 'cấp số thứ tự sản phẩm', certificate: 'cấp giấy chứng nhận', supersede: 'thay thế giấy chứng nhận cũ',
    conclude: 'ghi nhận kết quả đánh giá lại', agenda: 'đưa sản phẩm vào chương trình phiên họp', scoring: 'mở chấm điểm sản phẩm',
    panel: 'cập nhật thành viên chấm', recuse: 'báo thành viên không tham gia chấm', carry: 'chuyển hồ sơ sang năm sau',
  },
  seats: { chair: 'Chủ tịch Hội đồng', viceChair: 'Phó Chủ tịch Hội đồng', member: 'ủy viên', secretary: 'thư ký' },
  modes: { meeting: 'họp Hội đồng', written: 'lấy ý kiến bằng văn bản' },
  presets: { 'default': 'Quy chế mẫu', 'tay-ninh': 'theo Quy chế của Tây Ninh', 'dong-thap': 'theo Quy chế của Đồng Tháp' },
  runRoles: { report: 'báo cáo, không chấm điểm', agencyReport: 'báo cáo của cơ quan tham mưu', council: 'Hội đồng đánh giá, phân hạng' },
  editions: { 'qd-1048-2019': 'Quyết định 1048/QĐ-TTg (2019)', 'qd-26-2026': 'Quyết định 26/2026/QĐ-TTg' },
  regulationTopics,
  clauses,
  settings,
  reminderTopics: {
    'prepare': 'chuẩn bị đánh giá lại', 'window-opens': 'bắt đầu nhận hồ sơ đánh giá lại', 'still-time': 'còn thời gian nộp đánh giá lại',
    'window-closes': 'sắp hết thời gian nộp đánh giá lại', 'last-filing-day': 'ngày cuối nộp đánh giá lại', 'lapsing': 'sắp hết thời hạn giấy chứng nhận',
    'ended': 'hết thời hạn giấy chứng nhận',
  },
};
