import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { annualCycleOf, certificateOf } from '../../domain/kernel/address.ts';
import { wake } from '../../domain/kernel/message.ts';
import { foreignPaper } from '../kit/certificate.ts';
import { at, engineActor, ocopAgency } from '../kit/domain.ts';
import { act, commune, province } from '../kit/product-cycle.ts';
import { fileDossier, issueCertificate } from '../kit/programme.ts';
import { give } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';
import { serveApi, tokenOf } from './serve.ts';

const space = await openTestSpace({ kind: 'rehearsal' });
const api = await serveApi({ driver: [{ role: 'driver', unit: '' }] });
const year = annualCycleOf(2027, province);
const read = async (what: string) => (await api.get(`/s/${space.space.name}/cycles/${year.id}${what}`, tokenOf('driver'))).body;
const post = (command: string, data: object, on: string) =>
  api.post(
    `/s/${space.space.name}/annual-cycle/${year.id}/${command}`,
    {
      commandId: `c-${randomUUID()}`,
      data,
      at: at(on),
      actor: { person: 'lam', roles: [{ role: 'administrator', unit: province }] },
    },
    tokenOf('driver'),
  );
const opening = { year: 2027, province, plan: 'Kế hoạch OCOP 2027', rounds: [], ...act('2027-03-10') };

test('a dry run lists what opening would enrol, with reason and problem, and writes nothing; opening enrols exactly that', async () => {
  await give(space, issueCertificate('mat-1', '2024-09-01', 'qd-148-2023'), { at: at('2024-09-01') });
  await give(space, fileDossier('tra-1'), { at: at('2027-03-01') });
  await space.settled();

  const run = await read('/dry-run');
  expect(run).toMatchObject({
    id: '2027-86',
    stage: 'unborn',
    openedOn: null,
    total: { products: 1, certificates: 1, enrols: 2, problems: 1 },
    communes: [{ commune, products: 1, certificates: 1, enrols: 2, problems: 1 }],
    rows: [
      {
        kind: 'certificate',
        cycle: 'mat-1',
        reason: 'window-opens',
        problem: 'former-unit',
        enrols: true,
        certificate: { lastDay: '2027-09-01' },
      },
      { kind: 'product', cycle: 'tra-1', reason: 'not-enrolled', refused: 'AnnualCycleNotOpen', enrols: true },
    ],
    count: 2,
  });
  expect((run['rounds'] as { id: string }[]).map(({ id }) => id)).toContain('province-1-2027');
  expect(await space.commits(year)).toEqual([]);

  const { status } = await post('openAnnualCycle', opening, '2027-03-10');
  expect(status).toBe(200);
  await space.settled();
  expect(await read('')).toMatchObject({ stage: 'open', enrolled: 2, rounds: [{ source: 'edition' }, {}, {}, {}] });
  expect(await read('/dry-run')).toMatchObject({ stage: 'open', openedOn: '2027-03-10', rows: [], total: { enrols: 0 } });
});

test('the report of a year tells where each product is, and once closed it adds up', async () => {
  expect(await read('/report')).toMatchObject({
    sum: null,
    rows: [
      { cycle: 'mat-1', isCertificate: true, outcome: null, commune },
      { cycle: 'tra-1', isCertificate: false, outcome: null, stage: 'filed', producer: 'HTX Tân Phú' },
    ],
  });
  expect((await post('closeAnnualCycle', {}, '2027-12-31')).status).toBe(200);
  await space.settled();
  expect(await read('/report')).toMatchObject({
    sum: 2,
    cycle: { stage: 'closed', counts: { enrolled: 2, carriedOver: 1, notFiled: 1, unanswered: 0, others: {} } },
    rows: [{ outcome: 'not-filed' }, { outcome: 'carried-over' }],
    count: 2,
  });
});

test('there is no dry run of what is no year of a province, and no report of one that was never opened', async () => {
  for (const path of ['/cycles/nothing/dry-run', '/cycles/2031-86/report'])
    expect((await api.get(`/s/${space.space.name}${path}`, tokenOf('driver'))).status).toBe(404);
});

test('what was recorded under a province that is gone is called by the year of its successor, and by no other', async () => {
  const place = { commune: '24736', province: '67' };
  const paper = foreignPaper('2025-03-03', { product: 'mac-ca', place, producer: { id: 'htx-67', name: 'HTX', kind: 'cooperative' } });
  const held = certificateOf('mac-ca-1');
  await space.tell(held, 'takeOverCertificate', paper, ocopAgency('67'), { at: at('2025-03-10') });
  await give(space, fileDossier('ca-phe-1', place), { at: at('2025-03-10') });
  await space.tell(held, wake, {}, engineActor, { at: at('2027-12-01') });
  await space.settled();
  const called = async (id: string) => {
    const { rows } = (await api.get(`/s/${space.space.name}/cycles/${id}/dry-run`, tokenOf('driver'))).body as {
      rows: { cycle: string }[];
    };
    return rows.map(({ cycle }) => cycle).toSorted();
  };
  expect(await called('2027-68')).toEqual(['ca-phe-1', 'mac-ca-1']);
  expect(await called('2027-67')).toEqual([]);
  expect(await called('2025-67')).toEqual(['ca-phe-1']);
});
