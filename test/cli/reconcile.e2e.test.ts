import { beforeAll, expect, test } from 'vitest';
import { certificateOf } from '../../domain/kernel/address.ts';
import { serveApi, tokenOf } from '../api/serve.ts';
import { foreignPaper } from '../kit/certificate.ts';
import { ocopAgency } from '../kit/domain.ts';
import { openYear, receive, fileDossier, yearOf } from '../kit/programme.ts';
import { give, handleOf, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';
import { Ocop } from './ocop.ts';

const space = await openTestSpace();
const paper = certificateOf('mat-ong-1');
const cycle = fileDossier('tra-1').to;
let ocop: Ocop;
beforeAll(async () => {
  const { app } = await serveApi({ operator: [{ role: 'administrator', unit: 'VN' }] });
  ocop = new Ocop({ OCOP_API_URL: await app.listen({ port: 0, host: '127.0.0.1' }), OCOP_TOKEN: tokenOf('operator'), OCOP_LANGUAGE: 'vi' });
  await space.tell(paper, 'takeOverCertificate', foreignPaper('2024-06-03'), ocopAgency('86'));
  for (const errand of [openYear('86'), fileDossier('tra-1'), receive('tra-1')]) await give(space, errand);
  await space.settled();
});
const reconcile = async () => {
  const { code, stdout, stderr } = await ocop.run(['reconcile', '--space', space.space.name, '--json']);
  expect(code, stderr + stdout).toBe(0);
  return (JSON.parse(stdout) as { counted: object[]; failed: object[] }).counted;
};

test('after a loss of every run, whatever waits for a day has one again, and each certificate has its days on record, once', async () => {
  for (const lost of [paper, cycle, yearOf('86')]) await handleOf(space.door, lost).terminate('a test');
  expect(await reconcile()).toEqual([
    { aggregate: 'certificate', woken: 0, replanned: 1, failed: 0 },
    { aggregate: 'product-cycle', woken: 1, replanned: 0, failed: 0 },
  ]);
  for (const found of [paper, cycle]) expect(await statusOf(space.door, found)).toBe('RUNNING');
  expect(await reconcile()).toContainEqual({ aggregate: 'certificate', woken: 1, replanned: 0, failed: 0 });
  const types = (await space.commits(paper)).flatMap(({ events }) => events.map(({ type }) => type));
  expect(types.filter((type) => type === 'DeadlinesReplanned')).toHaveLength(1);

  const { stdout } = await ocop.run(['reconcile', '--space', space.space.name]);
  expect(stdout).toMatch(/Loại +đã đánh thức +đã tính lại thời hạn +không được/);
  expect(stdout).toMatch(/Giấy chứng nhận +1 +0 +0/);
});
