import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { events as annualCycle } from '../../domain/annual-cycle/events.ts';
import { events as certificate } from '../../domain/certificate/events.ts';
import { events as council } from '../../domain/council/events.ts';
import type { AggregateName } from '../../domain/kernel/address.ts';
import type { Form } from '../../domain/kernel/form.ts';
import { events as numberBook } from '../../domain/number-book/events.ts';
import { events as productCycle } from '../../domain/product-cycle/events.ts';
import { en, tell, vi } from '../../texts/index.ts';
import { bySchema } from './arbitrary.ts';
import { faultsIn } from './faults-in.ts';

const forms: { readonly [A in AggregateName]: { readonly [type: string]: Form<unknown> } } = {
  'product-cycle': productCycle,
  council,
  certificate,
  'annual-cycle': annualCycle,
  'number-book': numberBook,
};
const all = Object.entries(forms).flatMap(([aggregate, table]) =>
  Object.entries(table).map(([event, form]) => ({ aggregate, event, form })),
);

describe.each(all)('$aggregate $event', ({ aggregate, event, form }) => {
  test('is told in both languages, with its particulars', () => {
    fc.assert(
      fc.property(bySchema(form.schema()), (data) => {
        expect(form.parse(data)).toHaveProperty('data');
        const [inVietnamese, inEnglish] = [tell(vi, aggregate, { type: event, data }), tell(en, aggregate, { type: event, data })];
        expect(faultsIn(inVietnamese, inEnglish)).toEqual([]);
        expect(inVietnamese).not.toBe(event);
      }),
      { numRuns: 60 },
    );
  });
});

const document = { authority: 'UBND tỉnh', number: '12/BC-HĐ', signedOn: '2027-09-20', signatory: 'Nguyễn Văn A' };
test('the result of a council', () => {
  const event = {
    type: 'CouncilResultReported',
    data: { source: 'sheets', mean: { sum: 363, count: 4 }, star: 5, document, effectiveOn: '2027-09-20' },
  };
  expect(tell(vi, 'product-cycle', event)).toBe('Hội đồng báo cáo kết quả: 90,75 điểm, 5 sao (văn bản 12/BC-HĐ ngày 20/09/2027)');
  const between = { ...event, data: { ...event.data, mean: { sum: 358, count: 4 }, star: 4, betweenBands: true } };
  expect(tell(vi, 'product-cycle', between)).toBe(
    'Hội đồng báo cáo kết quả: 89,50 điểm, 4 sao (văn bản 12/BC-HĐ ngày 20/09/2027); điểm nằm giữa hai khung điểm, lấy khung dưới ' +
      '(chưa có quy định, áp dụng thiết lập bands.gapPolicy: hạng sao khi điểm nằm giữa hai khung in trong quyết định)',
  );
  expect(tell(en, 'product-cycle', event)).toBe('The council reports its result: 90.75 points, 5 stars (paper 12/BC-HĐ of 20/09/2027)');
  const onPaper = { ...event, data: { ...event.data, source: 'paperMinutes' } };
  expect(tell(vi, 'product-cycle', onPaper)).toContain('90,75 điểm, 5 sao (từ biên bản giấy)');
  expect(tell(en, 'product-cycle', onPaper)).toContain('90.75 points, 5 stars (from paper minutes)');
});
test('an act that takes effect on another day says so', () => {
  const event = { type: 'ResultApproved', data: { document, effectiveOn: '2027-09-25' } };
  expect(tell(vi, 'product-cycle', event)).toBe('Phê duyệt kết quả đánh giá (văn bản 12/BC-HĐ ngày 20/09/2027, có hiệu lực từ 25/09/2027)');
});
test('a dossier that was in no round is put into one, and moved from the next', () => {
  const event = { type: 'MovedToRound', data: { round: 'dot-them', former: '', reason: 'theo kế hoạch' } };
  expect(tell(vi, 'product-cycle', event)).toBe('Đưa vào đợt dot-them: theo kế hoạch');
  expect(tell(en, 'product-cycle', event)).toBe('Put into round dot-them: theo kế hoạch');
  const onward = { ...event, data: { ...event.data, former: 'province-1-2027' } };
  expect(tell(vi, 'product-cycle', onward)).toBe('Chuyển từ đợt 1 năm 2027 của cấp tỉnh sang đợt dot-them: theo kế hoạch');
});
test('the points of a member are not told', () => {
  const sheet = { kind: 'parts', A: 33, B: 22, C: 31 };
  const data = { member: 'ba-lan', sheet, enteredBy: 'thu-ky' };
  expect(tell(vi, 'product-cycle', { type: 'SheetSubmitted', data })).toBe('ba-lan nộp phiếu chấm điểm, thu-ky nhập hộ từ phiếu giấy');
});
test('a refused command that nobody waited for', () => {
  const data = {
    commandId: 'c-1',
    type: 'recuse',
    code: 'ScoringNotOpen',
    clause: 'scoring.recusal',
    basis: { setting: 'council.recusalComputed' },
    data: false,
  };
  expect(tell(vi, 'council', { type: 'CommandRefused', data })).toBe(
    'Việc "Không tham gia chấm (xung đột lợi ích)" bị từ chối: Không trong thời gian chấm điểm',
  );
});
test('the answer to a duty names the duty', () => {
  const told = (data: object) => tell(vi, 'product-cycle', { type: 'ObligationSettled', data });
  expect(told({ key: 'form-number-commune', ok: true, value: 12 })).toBe('Đã xong việc liên quan: cấp số phiếu đăng ký');
  expect(told({ key: 'enrol-2027', ok: false, code: 'AnnualCycleNotOpen' })).toBe(
    'Việc liên quan không thực hiện được: đưa sản phẩm vào chu trình (Chu trình chưa mở hoặc đã đóng)',
  );
});
test('what cannot be read is shown by its name', () => {
  expect(tell(vi, 'product-cycle', { type: 'DossierFiled', data: { unreadable: true } })).toBe('Đã nộp hồ sơ');
  expect(tell(vi, 'product-cycle', { type: 'constructor', data: {} })).toBe('constructor');
  expect(tell(vi, 'toString', { type: 'DossierFiled', data: {} })).toBe('DossierFiled');
});
