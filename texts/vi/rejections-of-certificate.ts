import { isDay, showDay } from '../../domain/kernel/instant.ts';
import { groundName } from '../ground-name.ts';
import { nameOf } from '../name-of.ts';
import type { RejectionSentences } from '../words.ts';
import { terms } from './terms.ts';

const { holderChanges, certificateFields, correctable } = terms;
type Code =
  | 'DatesOutOfOrder'
  | 'GroundMissing'
  | 'RevocationNotProposed'
  | 'HolderUnchanged'
  | 'StarNotCorrectable'
  | 'CorrectionDoesNotMatch';

export const rejectionsOfCertificate: Pick<RejectionSentences, Code> = {
  DatesOutOfOrder: ({ effectiveOn, lastDay }) =>
    `Ngày cuối ${showDay(lastDay)} không sau ngày có hiệu lực ${showDay(effectiveOn)}. Hãy kiểm tra lại hai ngày này.`,
  GroundMissing: ({ ground }) =>
    `Chưa có kết luận hoặc xác nhận cho căn cứ ${ground} (${groundName(ground, 'vi')}). Hãy chọn đúng căn cứ thu hồi và ghi kết luận trước.`,
  RevocationNotProposed: ({ ground }) =>
    `Cơ quan tham mưu chưa xác minh, trình thu hồi theo căn cứ ${ground} (${groundName(ground, 'vi')}). Hãy trình trước khi quyết định.`,
  HolderUnchanged: ({ how, holder }) =>
    how === 'renamed'
      ? `Đổi tên thì vẫn là chủ thể ${holder}, chỉ khác tên. Hãy ghi tên sau khi đổi, hoặc chọn lý do khác.`
      : `Lý do "${nameOf(holderChanges, how)}" cần một chủ thể khác ${holder}. Hãy chọn chủ thể nhận, hoặc lý do "${holderChanges.renamed}".`,
  StarNotCorrectable: () => 'Hạng sao và điểm không đính chính được. Hãy ban hành quyết định mới.',
  CorrectionDoesNotMatch: ({ field, present }) =>
    `Mục "${nameOf({ ...correctable, ...certificateFields }, field)}" hiện ghi: ${shown(present)}. Hãy ghi đúng nội dung hiện có rồi đính chính.`,
};
const shown = (present: string): string => (present === '' ? 'chưa có nội dung' : isDay(present) ? showDay(present) : present);
