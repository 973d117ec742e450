import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { startOf } from '../../domain/kernel/instant.ts';
import { foreignPaper, issued, passing, takenOver } from '../kit/certificate.ts';
import { at, committee, engineActor, given, ocopAgency } from '../kit/domain.ts';

const now = at('2026-08-05');
const agency = ocopAgency('86');
const taking = (data: object, actor = agency) => given(certificate).when('takeOverCertificate', data, actor, now);

test('a certificate of an abolished district is taken over with its issuer as printed and the edition of its own day', () => {
  const paper = foreignPaper('2024-04-01', { productCode: '83-829-28780-3-2024' });
  taking(paper).thenEvents({
    type: 'CertificateTakenOver',
    data: { ...paper, issuedUnder: 'qd-148-2023', lastDay: '2027-04-01' },
  });
});

test('it keeps the last day printed on it, and where none is given 36 months are counted', () => {
  expect(takenOver('2024-04-01', '2026-08-05', { lastDay: '2027-03-31' }).state).toMatchObject({ certificate: { lastDay: '2027-03-31' } });
  expect(takenOver('2024-04-01', '2026-08-05').state).toMatchObject({ certificate: { lastDay: '2027-04-01' } });
});

test('a last day that is not after the first is refused', () => {
  for (const lastDay of ['2024-04-01', '2021-04-01'])
    taking(foreignPaper('2024-04-01', { lastDay })).thenRejected(
      'DatesOutOfOrder',
      { effectiveOn: '2024-04-01', lastDay },
      { clause: 'certificate.term', basis: { article: '4.3' } },
    );
});

test('the agency of its province takes it over, or that of the ministry, and nobody else', () => {
  taking(foreignPaper('2024-04-01'), ocopAgency('VN')).thenTypes('CertificateTakenOver');
  taking(foreignPaper('2024-04-01'), ocopAgency('15')).thenRejected('NotYourUnit', { units: ['86'] }, { basis: { article: '12.1' } });
  taking(foreignPaper('2024-04-01'), committee('28780')).thenRejected('NotYourPart', { who: ['ocopAgency'] });
});

test('it has its paper, and was issued before today', () => {
  const paper = foreignPaper('2024-04-01');
  taking({ ...paper, document: { ...paper.document, number: '' } }).thenRejected('DocumentMissing');
  taking(foreignPaper('2026-08-06')).thenRejected('EffectiveDayInFuture', { effectiveOn: '2026-08-06' });
});

test('what is there already is not taken over', () => {
  for (const scene of [takenOver('2024-04-01', '2026-08-05'), issued('2026-08-01')])
    scene
      .when('takeOverCertificate', foreignPaper('2024-04-01'), agency, now)
      .thenRejected('NotAtThisStage', { stage: 'in-force', stages: ['unborn'] }, { basis: { article: '12.1' } });
});

test('taken over it lives as an issued one: reminders, window, renewal, end', () => {
  const days = (scene: ReturnType<typeof issued>) => certificate.deadlines(scene.state).map(({ key }) => key);
  const other = takenOver('2024-04-01', '2026-08-05', { star: 4, level: 'province', issuer: 'UBND tỉnh Đắk Nông' });
  expect(days(other)).toEqual(days(issued('2024-04-01', {}, '2026-08-05')));
  other.when('noteRenewal', { cycle: 'tra-2', filedOn: '2026-10-03' }, engineActor, at('2026-10-03')).thenTypes('RenewalNoted');
  expect(passing(other).state).toMatchObject({ stage: 'ended', end: { how: 'expired', on: '2027-04-02' } });
});

test('once reminded, holder and commune are awaited for the filing: to the last day of the window, then to the last day of all', () => {
  const scene = takenOver('2025-06-19', '2026-08-05', { star: 4, level: 'province', issuer: 'UBND tỉnh Đắk Nông' });
  const duties = (until: string) =>
    certificate.worklist(passing(scene, startOf(until)).state).map(({ command, role, unit, due }) => [command, role, unit, due?.day]);
  expect(duties('2027-11-21')).toEqual([]);
  for (const [day, due] of [
    ['2027-11-22', '2028-02-20'],
    ['2028-02-20', '2028-02-20'],
    ['2028-02-21', '2028-06-19'],
  ])
    expect(duties(day ?? '')).toEqual([
      ['fileDossier', 'producer', 'htx', due],
      ['fileDossier', 'committee', '28780', due],
    ]);
  const noted = passing(scene, startOf('2028-01-10')).after(
    'noteRenewal',
    { cycle: 'tra-2', filedOn: '2028-01-10' },
    engineActor,
    at('2028-01-10'),
  );
  expect(certificate.worklist(noted.state)).toEqual([]);
});

test('the last valid day is read as the province of the issuer reads it, and its own reading is kept in the event', () => {
  const place = { commune: '17000', province: '40' };
  const own = issued('2026-08-05', { place, issuer: '40' });
  expect(own.state).toMatchObject({ certificate: { lastDay: '2029-08-04', reading: { lastValidDay: 'day-before-anniversary' } } });
  expect(issued('2026-08-05').state).toMatchObject({ certificate: { lastDay: '2029-08-05' } });
  expect(issued('2026-08-05', { place, issuer: 'VN', level: 'central', star: 5 }).state).toMatchObject({
    certificate: { lastDay: '2029-08-05' },
  });
});
