import { showDay } from '../../domain/kernel/instant.ts';
import type { Due } from '../../domain/kernel/due.ts';
import type { Waiting, Words } from '../words.ts';
import { basis } from './basis.ts';
import { terms } from './terms.ts';

/** Cách tính: the whole computation, so that anybody can check it. */
export const due = ({ count, unit, from, skipped, day, provisional, basis: ground }: Due): string => {
  const off = skipped.length === 0 ? '' : `, bỏ qua ngày nghỉ ${skipped.map(showDay).join(', ')}`;
  const counted =
    unit === 'fixed' ? 'Ngày ấn định' : `${count} ${terms.units[unit]} kể từ ngày ${showDay(from)} (không tính ngày đầu)${off}`;
  return `${counted}: hạn ${showDay(day)}${provisional ? ' (tạm tính)' : ''} — ${basis(ground)}`;
};

export const waiting = ({ what, step, due: day }: Waiting): string => {
  const task = terms.tasks[what];
  if (step < 0) return `Còn ${-step} ngày làm việc đến hạn ${showDay(day)}: ${task}. Hãy hoàn thành đúng hạn.`;
  if (step === 0) return `Hôm nay là hạn ${showDay(day)}: ${task}. Hãy hoàn thành trong ngày.`;
  return `Đã quá hạn ${step} ngày làm việc (hạn ${showDay(day)}): ${task}. Hãy hoàn thành ngay.`;
};

type Reminders = Words['reminders'];
const held = ({ product, lastDay }: Parameters<Reminders['prepare']>[0]) =>
  `Giấy chứng nhận của ${product} có giá trị đến hết ngày ${showDay(lastDay)}.`;
const between = ({ window }: Parameters<Reminders['prepare']>[0]) =>
  window ? ` từ ${showDay(window.opens)} đến ${showDay(window.closes)}` : '';
const until = ({ window }: Parameters<Reminders['prepare']>[0]) => (window ? ` chậm nhất ngày ${showDay(window.closes)}` : '');
export const reminders: Reminders = {
  'prepare': (holding) => `${held(holding)} Hãy chuẩn bị hồ sơ đánh giá lại để nộp${between(holding)}.`,
  'window-opens': (holding) => `${held(holding)} Đã đến thời gian nộp đánh giá lại. Hãy nộp${between(holding)}.`,
  'still-time': (holding) => `${held(holding)} Vẫn còn thời gian nộp đánh giá lại. Hãy nộp${until(holding)}.`,
  'window-closes': (holding) => `${held(holding)} Sắp hết thời gian nộp đánh giá lại. Hãy nộp${until(holding)}.`,
  'last-filing-day': (holding) => `${held(holding)} Hôm nay là ngày cuối nộp đánh giá lại. Hãy nộp trong ngày.`,
  'lapsing': (holding) => `${held(holding)} Chưa có hồ sơ đánh giá lại. Hãy nộp trước khi hết thời hạn.`,
  'ended': (holding) =>
    `${held(holding)} Sau ngày này không được dùng giấy chứng nhận. Hãy nộp hồ sơ đánh giá lần đầu nếu muốn được công nhận tiếp.`,
};
