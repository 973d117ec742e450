import { expect, test } from 'vitest';
import { callsFor, enrolling, type CertificateStanding, type DossierStanding, type YearPlace } from '../../domain/annual-cycle/calls.ts';
import { annualCycle } from '../../domain/annual-cycle/index.ts';
import { administrator, at, given } from '../kit/domain.ts';
import { act } from '../kit/product-cycle.ts';

const dossier = (cycle: string, more: Partial<DossierStanding> = {}): DossierStanding => ({
  cycle,
  name: `Sản phẩm ${cycle}`,
  commune: '28780',
  producer: 'HTX',
  isOpen: true,
  bornIn: 2029,
  carriedTo: [],
  refused: {},
  ...more,
});
const certificate = (cycle: string, more: Partial<CertificateStanding> = {}): CertificateStanding => ({
  cycle,
  name: `Sản phẩm ${cycle}`,
  commune: '28780',
  producer: 'HTX',
  opens: '2030-02-01',
  closes: '2030-04-02',
  lastDay: '2030-07-31',
  renewal: null,
  issuedUnder: 'qd-26-2026',
  isTakenOver: false,
  ...more,
});
interface Seen {
  dossiers?: readonly DossierStanding[];
  certificates?: readonly CertificateStanding[];
  enrolled?: readonly YearPlace[];
}
/** "cycle: reason [problem] [not enrolled]" */
const called = ({ dossiers = [], certificates = [], enrolled = [] }: Seen, year = 2030) =>
  callsFor(year, { dossiers, certificates, enrolled }).map(({ cycle, reason, problem, enrols }) =>
    [`${cycle}:`, reason, problem, !enrols && 'stays out'].filter(Boolean).join(' '),
  );

test('a dossier of this year that found no open year is called, also when it has ended since', () => {
  const refused = { 2030: 'AnnualCycleNotOpen' };
  expect(called({ dossiers: [dossier('a-1', { bornIn: 2030, refused })] })).toEqual(['a-1: not-enrolled']);
  expect(called({ dossiers: [dossier('a-1', { bornIn: 2030, refused, isOpen: false })] })).toEqual(['a-1: not-enrolled']);
  expect(callsFor(2030, { dossiers: [dossier('a-1', { bornIn: 2030, refused })], certificates: [], enrolled: [] })).toMatchObject([
    { refused: 'AnnualCycleNotOpen', producer: 'HTX' },
  ]);
  expect(called({ dossiers: [dossier('a-1', { bornIn: 2030, isOpen: false })] })).toEqual([]);
});

test('what last year carried over, or never took in, is called; what another year still holds stays there', () => {
  expect(called({ dossiers: [dossier('a-1', { carriedTo: [2030] })] })).toEqual(['a-1: carried-over']);
  expect(called({ dossiers: [dossier('a-1', { refused: { 2029: 'AnnualCycleNotOpen' } })] })).toEqual(['a-1: unfinished']);
  const held = [{ cycle: 'a-1', year: 2029, isClosed: false }];
  expect(called({ dossiers: [dossier('a-1')], enrolled: held })).toEqual(['a-1: unfinished year-not-closed stays out']);
  expect(called({ dossiers: [dossier('a-1', { bornIn: 2031 }), dossier('b-1', { isOpen: false })] })).toEqual([]);
});

test('whoever is in the year already is not called again', () => {
  const enrolled = [
    { cycle: 'a-1', year: 2030, isClosed: false },
    { cycle: 'c-1', year: 2030, isClosed: false },
  ];
  expect(called({ dossiers: [dossier('a-1', { carriedTo: [2030] })], certificates: [certificate('c-1')], enrolled })).toEqual([]);
});

test('a certificate is called when its window has a day in the year', () => {
  const late = { opens: '2029-12-01', closes: '2030-01-30' };
  expect(called({ certificates: [certificate('c-1'), certificate('d-1', late)] })).toEqual(['c-1: window-opens', 'd-1: window-still-open']);
  expect(called({ certificates: [certificate('c-1', { opens: '2031-01-01', closes: '2031-03-01' })] })).toEqual([]);
  expect(called({ certificates: [certificate('c-1', { opens: '2029-06-01', closes: '2029-12-31' })] })).toEqual([]);
});

test('a certificate whose renewal is filed stays out, for the dossier stands for it', () => {
  expect(called({ certificates: [certificate('c-1', { renewal: 'c-2' })] })).toEqual(['c-1: window-opens renewal-filed stays out']);
  expect(called({ dossiers: [dossier('c-2', { bornIn: 2030 })], certificates: [certificate('c-1')] })).toEqual([
    'c-1: window-opens renewal-filed stays out',
    'c-2: not-enrolled',
  ]);
});

test('a certificate of before the districts ended is enrolled, and its commune is to be looked up where the table does not know it', () => {
  const former = { issuedUnder: 'qd-148-2023' } as const;
  expect(called({ certificates: [certificate('c-1', former)] })).toEqual(['c-1: window-opens former-unit']);
  expect(called({ certificates: [certificate('c-1', { ...former, commune: '99912' })] })).toEqual(['c-1: window-opens']);
  expect(called({ certificates: [certificate('c-1', { ...former, isTakenOver: true })] })).toEqual(['c-1: window-opens']);
  const then = { opens: '2022-02-01', closes: '2022-04-01', issuedUnder: 'qd-1048-2019' } as const;
  expect(called({ certificates: [certificate('c-1', then)] }, 2022)).toEqual(['c-1: window-opens']);
});

test('opening the year enrols exactly what the dry run lists and nothing hinders', () => {
  const calls = callsFor(2030, {
    dossiers: [dossier('a-1', { carriedTo: [2030] })],
    certificates: [certificate('c-1'), certificate('d-1', { renewal: 'd-2' })],
    enrolled: [],
  });
  const opening = { year: 2030, province: '86', plan: 'Kế hoạch', rounds: [], ...act('2030-01-05') };
  const held = { opens: '2030-02-01', closes: '2030-04-02', lastDay: '2030-07-31' };
  given(annualCycle)
    .knowing({ calls: enrolling(calls) })
    .when('openAnnualCycle', opening, administrator('86'), at('2030-01-10'))
    .thenEvents(
      { type: 'AnnualCycleOpened', data: opening },
      { type: 'ProductEnrolled', data: { cycle: 'a-1', name: 'Sản phẩm a-1' } },
      { type: 'ProductEnrolled', data: { cycle: 'c-1', name: 'Sản phẩm c-1', certificate: held } },
    );
});

test('an administrator enrols a certificate in the year of its window, once, and in no other', () => {
  const opening = { year: 2030, province: '86', plan: 'Kế hoạch', rounds: [], ...act('2030-01-05') };
  const open = given(annualCycle).after('openAnnualCycle', opening, administrator('86'), at('2030-01-10'));
  const one = { cycle: 'c-1', name: 'C', year: 2030, province: '86', isCertificate: true };
  const held = { opens: '2030-02-01', closes: '2030-04-02', lastDay: '2030-07-31' };
  const enrol = (scene: typeof open, data: object = one) => scene.when('enrol', data, administrator('86'), at('2030-01-11'));
  enrol(open.knowing({ held })).thenEvents({ type: 'ProductEnrolled', data: { cycle: 'c-1', name: 'C', certificate: held } });
  const ground = { clause: 'annualCycle.renewals', basis: { setting: 'annualCycle.renewals' } } as const;
  enrol(open).thenRejected('CertificateNotDue', { certificate: 'c-1', year: 2030 }, ground);
  enrol(open.knowing({ held: { ...held, opens: '2031-01-01', closes: '2031-03-01' } })).thenRejected('CertificateNotDue');
  const filed = open.after('enrol', { cycle: 'c-2', name: 'C', year: 2030, province: '86' }, administrator('86'), at('2030-01-11'));
  enrol(filed.knowing({ held })).thenRejected('ProductEnrolledAlready', { cycle: 'c-2' });
});
