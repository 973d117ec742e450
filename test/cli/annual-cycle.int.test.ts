import { expect, test } from 'vitest';
import { annualCycleOf } from '../../domain/kernel/address.ts';
import { yearOf } from '../../domain/kernel/instant.ts';
import { commune, province } from '../kit/product-cycle.ts';
import { fileDossier, today } from '../kit/programme.ts';
import { give } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';
import { serveApi, tokenOf } from '../api/serve.ts';
import { Ocop } from './ocop.ts';

const space = await openTestSpace();
const { app } = await serveApi({ lam: [{ role: 'administrator', unit: province }] });
const ocop = new Ocop({ OCOP_API_URL: await app.listen({ port: 0, host: '127.0.0.1' }), OCOP_TOKEN: tokenOf('lam'), OCOP_LANGUAGE: 'vi' });
const year = yearOf(today());
const cycle = annualCycleOf(year, province);
const run = (...args: readonly string[]) => ocop.run([...args, '--space', space.space.name]);
const opening = ['open-cycle', '--year', String(year), '--province', province];

test('a dry run in the terminal says what would be enrolled and why, commune by commune, and writes nothing', async () => {
  await give(space, fileDossier('tra-1'));
  await space.settled();
  const { code, stdout } = await run(...opening, '--dry-run');
  expect([code, stdout]).toEqual([0, expect.stringContaining(`Chu trình năm ${year} của Vĩnh Long (86) chưa mở. Nếu mở bây giờ:`)]);
  expect(stdout).toContain('Sẽ vào chu trình: 1 (trong 1 hồ sơ và 0 giấy chứng nhận)');
  expect(stdout).toMatch(new RegExp(`^${commune} +tra-1 +Trà Tân Phú +.*của năm này nhưng chưa vào được chu trình`, 'm'));
  expect(stdout).toContain('chưa ghi gì vào hệ thống');
  const json = JSON.parse((await run(...opening, '--dry-run', '--json')).stdout) as unknown;
  expect(json).toMatchObject({ id: cycle.id, stage: 'unborn', rows: [{ cycle: 'tra-1', enrols: true }] });
  expect(await space.commits(cycle)).toEqual([]);
});

test('without a dry run a plan and its document are needed', async () => {
  expect(await run(...opening)).toMatchObject({ code: 2, stderr: expect.stringContaining('--plan, --document') });
});

test('the report in the terminal is a table that adds up, in both languages and as JSON', async () => {
  const paper = `12/KH-UBND, ${today()}, UBND tỉnh, Nguyễn Văn A`;
  const extra = `dot-them, province, ${year}-12-01, ${year}-12-20, 40/QĐ-UBND, ${today()}, UBND tỉnh, Nguyễn Văn A`;
  expect(await run(...opening, '--plan', 'Kế hoạch', '--document', paper, '--round', extra)).toMatchObject({ code: 0 });
  await space.settled();
  const open = await run('cycle', cycle.id);
  expect(open.stdout).toMatch(/^dot-them +cấp tỉnh +cấp xã +30\/11\/\d{4} +19\/12\/\d{4} +đợt thêm theo Quy chế/m);
  expect(open.stdout).toContain('Chu trình chưa đóng: chưa có số tổng kết.');

  expect(await run('command', 'annual-cycle', cycle.id, 'closeAnnualCycle')).toMatchObject({ code: 0 });
  await space.settled();
  const closed = await run('cycle', cycle.id);
  expect(closed.stdout).toMatch(/^chuyển sang năm sau +1$/m);
  expect(closed.stdout).toContain('Khớp: 1 = 1 sản phẩm tham gia.');
  const english = await ocop.run(['cycle', cycle.id, '--space', space.space.name], { OCOP_LANGUAGE: 'en' });
  expect(english.stdout).toContain('It adds up: 1 = 1 enrolled.');
  expect(JSON.parse((await run('cycle', cycle.id, '--json')).stdout)).toMatchObject({ sum: 1, cycle: { counts: { carriedOver: 1 } } });
});
