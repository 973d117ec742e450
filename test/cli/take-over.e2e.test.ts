import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { serveApi, tokenOf } from '../api/serve.ts';
import { openTestSpace, type TestSpace } from '../kit/space.ts';
import { wholeLog } from '../kit/folded.ts';
import { Ocop } from './ocop.ts';

const file = join(mkdtempSync(join(tmpdir(), 'register-')), 'register.csv');
const header = 'tên sản phẩm,chủ thể,loại hình,mã tỉnh,mã xã,hạng sao,cấp,nơi cấp,số quyết định,ngày quyết định,người ký,mã sản phẩm,nguồn';
const lineOf = (n: number, changed: { star?: string; province?: string; signatory?: string } = {}) =>
  `Sản phẩm ${n},HTX ${n},hợp tác xã,${changed.province ?? '68'},24736,${changed.star ?? '4'},cấp tỉnh,UBND tỉnh Đắk Nông,858/QĐ-UBND,19/06/2025,${changed.signatory ?? 'Lê Văn A'},67-666-24736-${n}-2025,Sổ của tỉnh`;
const whole = [lineOf(1), lineOf(2), lineOf(1), lineOf(3, { star: 'bốn' }), lineOf(4, { province: '66' })];

let space: TestSpace;
let ocop: Ocop;
beforeAll(async () => {
  space = await openTestSpace({ kind: 'rehearsal' });
  const { app } = await serveApi({ driver: [{ role: 'driver', unit: '' }] });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  ocop = new Ocop({ OCOP_API_URL: url, OCOP_TOKEN: tokenOf('driver'), OCOP_LANGUAGE: 'vi' });
});
const takeOver = async (lines: readonly string[], ...more: string[]) => {
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  const who = ['--as', 'dung', '--role', 'ocopAgency@68', '--at', '2026-08-05T09:00:00+07:00'];
  return ocop.run(['take-over', file, '--space', space.space.name, ...who, ...more]);
};
const outcomes = (stdout: string) =>
  (JSON.parse(stdout) as { rows: { outcome: string; code?: string }[] }).rows.map(({ outcome, code }) => code ?? outcome);

test('a register is taken over line by line, each refusal says why, and the same file again changes nothing', async () => {
  const first = await takeOver(whole, '--json');
  expect(first.code, first.stderr).toBe(1);
  expect(outcomes(first.stdout)).toEqual(['ok', 'ok', 'already', 'Malformed', 'NotYourUnit']);
  expect(JSON.parse(first.stdout)).toMatchObject({
    rows: [{ line: 2 }, {}, {}, { detail: expect.stringContaining('hạng sao') }, { basis: { article: '12.1' } }],
    total: { rows: 5, ok: 2, already: 1, refused: 2 },
  });
  const before = await wholeLog(space);
  const again = await takeOver(whole, '--json');
  expect(outcomes(again.stdout)).toEqual(['already', 'already', 'already', 'Malformed', 'NotYourUnit']);
  expect(await wholeLog(space)).toHaveLength(before.length);

  const mended = await takeOver([lineOf(1), lineOf(3)]);
  expect(mended.code, mended.stdout).toBe(0);
  expect(mended.stdout).toContain('Tổng 2 dòng: 1 đã ghi nhận, 1 đã có, 0 bị từ chối.');
  const other = await takeOver([lineOf(1, { signatory: 'Lê Văn B' })]);
  expect(other.code).toBe(1);
  expect(other.stdout).toContain('hãy đính chính');
});

test('a file that is no register is not begun', async () => {
  writeFileSync(file, 'một,hai\n1,2\n');
  const none = await ocop.run(['take-over', file, '--space', space.space.name]);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('tên sản phẩm / product');
});
