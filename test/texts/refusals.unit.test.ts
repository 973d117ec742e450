import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../domain/edition/edition-for.ts';
import type { Basis } from '../../domain/edition/edition.ts';
import { refusal, type Rejection } from '../../domain/kernel/rule.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import { en, say, vi } from '../../texts/index.ts';
import { refusals } from './arbitrary.ts';
import { faultsIn, faultsOf } from './faults-in.ts';

const bases = Object.values(editions).flatMap(({ clauses }) => Object.values(clauses));
const dataOf = <Code extends RejectionCode>(code: Code) => fc.record({ data: refusals[code], basis: fc.constantFrom<Basis>(...bases) });
const isCode = (name: string): name is RejectionCode => Object.hasOwn(refusals, name);
const codes = Object.keys(refusals).filter(isCode);

/** What is wrong with forty refusals of a code, as far as `look` sees it. */
const faultsAmong = (code: RejectionCode, look: (rejection: Rejection, basis: Basis) => readonly string[]): string[] =>
  fc.sample(dataOf(code), { numRuns: 40, seed: 26 }).flatMap(({ data, basis }) => look(refusal(code, data), basis));

describe.each(codes)('%s', (code) => {
  test('is said in both languages, with its basis', () => {
    expect(faultsAmong(code, (rejection) => faultsIn(say(vi, rejection), say(en, rejection)))).toEqual([]);
    const grounded = (rejection: Rejection, basis: Basis) => ({ ...rejection, basis });
    expect(
      faultsAmong(code, (rejection, basis) => faultsIn(say(vi, grounded(rejection, basis)), say(en, grounded(rejection, basis)))),
    ).toEqual([]);
  });
  test('says in Vietnamese what to do, or that nothing needs doing', () => {
    expect(
      faultsAmong(code, (rejection) => (/(Hãy|, hãy|Không cần) \S[^]*\.$/.test(say(vi, rejection)) ? [] : [say(vi, rejection)])),
    ).toEqual([]);
  });
  test('is called something', () => {
    expect(faultsIn(vi.rejectionNames[code], en.rejectionNames[code])).toEqual([]);
  });
});

test('a refusal ends in the place that says so', () => {
  const rejection = { ...refusal('WindowNotOpen', { opens: '2029-02-06', closes: '2029-04-07' }), basis: { article: '7.6.a' } };
  expect(say(vi, rejection)).toBe('Chưa đến thời gian nộp đánh giá lại. Hãy nộp từ 06/02/2029 đến 07/04/2029. (Điều 7.6.a)');
  expect(say(en, rejection)).toBe('Renewals cannot be filed yet. File it from 06/02/2029 to 07/04/2029. (Art. 7.6.a)');
});
test('numbers have the comma of Vietnamese', () => {
  expect(say(vi, refusal('MustGoUp', { mean: '90.75' }))).toContain('90,75');
  expect(say(en, refusal('MustGoUp', { mean: '90.75' }))).toContain('90.75');
});
test('a stage is named after what it is a stage of', () => {
  expect(say(vi, refusal('NotAtThisStage', { stage: 'open', stages: ['closed'] }))).toContain(
    'Phiên họp đang ở bước "đang họp". Việc này làm được ở bước: "đã bế mạc"',
  );
  expect(say(vi, refusal('NotAtThisStage', { stage: 'unborn', stages: ['open'] }))).toContain(
    'Chu trình thường niên đang ở bước "chưa mở"',
  );
  expect(say(vi, refusal('NotAtThisStage', { stage: 'filed', stages: ['received'] }))).toContain('Sản phẩm đang ở bước');
});

const places = [
  ['7.3.e', 'Điều 7.3.e', 'Art. 7.3.e'],
  ['7.3.đ, 7.4.đ', 'Điều 7.3.đ, 7.4.đ', 'Art. 7.3.đ, 7.4.đ'],
  ['7.3.d, 7.6.d, App. II', 'Điều 7.3.d, 7.6.d; Phụ lục II', 'Art. 7.3.d, 7.6.d; Appendix II'],
  ['7.2, form 03', 'Điều 7.2; Mẫu số 03', 'Art. 7.2; Form 03'],
  ['form 02, II', 'Mẫu số 02, phần II', 'Form 02, part II'],
  ['QĐ 490 (2)', 'Quyết định 490/QĐ-TTg, bước 2', 'Decision 490/QĐ-TTg, step 2'],
  ['QĐ 490, 5', 'Quyết định 490/QĐ-TTg; Điều 5', 'Decision 490/QĐ-TTg; Art. 5'],
  ['QĐ 26/2026', 'Quyết định 26/2026/QĐ-TTg', 'Decision 26/2026/QĐ-TTg'],
] as const;
test.each(places)('the place %s', (article, inVietnamese, inEnglish) => {
  expect(vi.basis({ article })).toBe(inVietnamese);
  expect(en.basis({ article })).toBe(inEnglish);
});
test('every place of every edition is written out', () => {
  for (const basis of bases) {
    expect(faultsIn(vi.basis(basis), en.basis(basis))).toEqual([]);
    expect(vi.basis(basis) + en.basis(basis)).not.toMatch(/App\.|\bform|QĐ \d/);
  }
});
test('a working answer says that it is none of the law', () => {
  expect(vi.basis({ setting: 'cycle.onePerProduct' })).toBe(
    'chưa có quy định, áp dụng thiết lập cycle.onePerProduct: mỗi sản phẩm một hồ sơ đang xử lý',
  );
  expect(vi.basis({ councilRegulation: 'quorum' })).toBe('Quy chế hoạt động của Hội đồng: số thành viên có mặt tối thiểu');
  expect(faultsOf(vi.basis({ setting: 'a.setting.of.later' }))).toEqual([]);
});
