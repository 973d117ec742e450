import type { Screens } from '../screens.ts';

export const problems: Screens['problems'] = {
  'outcome-unknown': { title: 'Chưa biết kết quả', advice: 'Chưa biết kết quả. Hãy gửi lại đúng yêu cầu này với cùng mã yêu cầu.' },
  'not-found': { title: 'Không tìm thấy', advice: 'Không có hồ sơ này hoặc bạn không được xem. Hãy kiểm tra lại mã.' },
  'no-such-page': { title: 'Không có trang này', advice: 'Địa chỉ không đúng. Hãy quay về trang đầu.' },
  'unauthorised': { title: 'Chưa đăng nhập', advice: 'Chưa rõ bạn là ai. Hãy đăng nhập rồi làm lại.' },
  'forbidden': { title: 'Không có quyền', advice: 'Bạn không có quyền làm việc này. Hãy liên hệ quản trị viên nếu cần.' },
  'malformed': { title: 'Yêu cầu sai cấu trúc', advice: 'Không đọc được yêu cầu. Hãy kiểm tra các ô đã nhập rồi gửi lại.' },
  'too-large': { title: 'Yêu cầu quá lớn', advice: 'Nội dung gửi lên quá lớn. Hãy chia nhỏ hoặc giảm dung lượng rồi gửi lại.' },
  'too-many': { title: 'Quá nhiều yêu cầu', advice: 'Đã gửi quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một lát rồi gửi lại.' },
  'not-ready': { title: 'Hệ thống chưa sẵn sàng', advice: 'Hệ thống đang khởi động hoặc mất kết nối. Hãy thử lại sau ít phút.' },
  'views-behind': { title: 'Đang cập nhật', advice: 'Việc đã được ghi nhận, trang đang cập nhật. Hãy tải lại sau giây lát.' },
  'read-only': { title: 'Chỉ được xem', advice: 'Tài khoản này chỉ được xem. Hãy dùng tài khoản của người thực hiện.' },
  'defect': { title: 'Lỗi hệ thống', advice: 'Hệ thống có lỗi, không phải lỗi của bạn. Hãy báo người vận hành kèm mã lỗi.' },
};
