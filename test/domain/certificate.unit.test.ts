import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import type { Events } from '../../domain/certificate/events.ts';
import { at, committee, decidingAuthority, engineActor, given, type Scene } from '../kit/domain.ts';

type Issue = Omit<Events['CertificateIssued'], 'lastDay'>;
type Certificate = Scene<typeof certificate.unborn>;

const paperOf = (effectiveOn: string, issuedUnder: Issue['issuedUnder'] = 'qd-26-2026'): Issue => ({
  productCycle: 'tra-1',
  product: 'tra',
  name: 'Trà shan',
  star: 4,
  issuedUnder,
  issuer: '86',
  level: 'province',
  effectiveOn,
  producer: { id: 'htx', name: 'HTX Trà', kind: 'cooperative' },
  place: { commune: '28780', province: '86' },
  document: { authority: 'UBND tỉnh', number: '12/QĐ-UBND', signedOn: effectiveOn, signatory: 'A' },
});
const issued = (effectiveOn: string, typedInOn = effectiveOn): Certificate =>
  given(certificate).after('issueCertificate', paperOf(effectiveOn), engineActor, at(typedInOn));
/** 20/9/2027: last day 20/9/2030, window 24/3 – 23/5/2030. */
const now = at('2030-04-01');
const inWindow = (): Certificate => issued('2027-09-20');
const note = { cycle: 'tra-2', filedOn: '2030-04-01' };
const noted = (): Certificate => inWindow().after('noteRenewal', note, engineActor, now);
const superseded = (): Certificate => inWindow().after('supersede', { by: 'tra-2', on: '2030-06-20' }, engineActor, at('2030-06-21'));
const expired = (): Certificate =>
  inWindow().and(at('2030-09-21'), { type: 'CertificateEnded', data: { how: 'expired', on: '2030-09-21' } });

test('a certificate runs 36 months from the day its decision takes effect, however late it is typed in', () => {
  const paper = { ...paperOf('2027-09-20'), productCode: '86-28780-1-2027', certificateNumber: '7/GCN', replaces: 'tra-0' };
  given(certificate)
    .when('issueCertificate', paper, engineActor, at('2027-11-01'))
    .thenEvents({ type: 'CertificateIssued', data: { ...paper, lastDay: '2030-09-20' } });
  expect(issued('2028-02-29').state).toMatchObject({ certificate: { lastDay: '2031-02-28' } });
});

test('a certificate keeps the edition it was issued under', () => {
  const old = given(certificate).after('issueCertificate', paperOf('2019-12-23', 'qd-1048-2019'), engineActor, at('2019-12-23'));
  expect(old.state).toMatchObject({ certificate: { issuedUnder: 'qd-1048-2019', lastDay: '2022-12-23' } });
});

test('a certificate is issued once', () => {
  inWindow()
    .when('issueCertificate', paperOf('2027-09-20'), engineActor, now)
    .thenRejected(
      'NotAtThisStage',
      { stage: 'in-force', stages: ['unborn'] },
      { clause: 'certificate.issue', basis: { article: '4.1, 4.3' } },
    );
  superseded()
    .when('issueCertificate', paperOf('2027-09-20'), engineActor, at('2030-07-01'))
    .thenRejected('CertificateNotInForce', { how: 'superseded' }, { clause: 'certificate.issue' });
});

test("what a product cycle tells a certificate is the engine's alone to tell", () => {
  const acts: readonly (readonly [string, object, Certificate])[] = [
    ['issueCertificate', paperOf('2027-09-20'), given(certificate)],
    ['noteRenewal', note, inWindow()],
    ['concludeRenewal', { cycle: 'tra-2', outcome: 'not-passed' }, noted()],
    ['supersede', { by: 'tra-2', on: '2030-06-20' }, inWindow()],
  ];
  for (const [command, data, scene] of acts) {
    for (const actor of [decidingAuthority('86'), committee('28780')]) {
      scene.when(command, data, actor, now).thenRejected('NotYourPart', { who: ['engine'] });
    }
  }
});

test('a renewal filed in the window is noted', () => {
  inWindow().when('noteRenewal', note, engineActor, now).thenEvents({ type: 'RenewalNoted', data: note });
});

test('a renewal is judged by the day of its filing, not of the note', () => {
  inWindow()
    .when('noteRenewal', { cycle: 'tra-2', filedOn: '2030-03-23' }, engineActor, at('2030-04-01'))
    .thenRejected(
      'WindowNotOpen',
      { opens: '2030-03-24', closes: '2030-05-23' },
      { clause: 'certificate.window', basis: { article: '7.6.a' } },
    );
  inWindow().when('noteRenewal', { cycle: 'tra-2', filedOn: '2030-03-24' }, engineActor, at('2030-04-01')).thenTypes('RenewalNoted');
});

test('after the window and until the last day a renewal may still be filed, and not later', () => {
  inWindow()
    .when('noteRenewal', { cycle: 'tra-2', filedOn: '2030-05-24' }, engineActor, at('2030-05-24'))
    .thenTypes('RenewalNoted', 'ValidityExtended');
  inWindow()
    .when('noteRenewal', { cycle: 'tra-2', filedOn: '2030-09-20' }, engineActor, at('2030-09-20'))
    .thenTypes('RenewalNoted', 'ValidityExtended');
  inWindow()
    .when('noteRenewal', { cycle: 'tra-2', filedOn: '2030-09-21' }, engineActor, at('2030-09-20'))
    .thenRejected(
      'CertificateAlreadyEnded',
      { lastDay: '2030-09-20' },
      { clause: 'certificate.inForce', basis: { setting: 'lateFiling.acceptAfterExpiry' } },
    );
});

test('before the text that knows a window a renewal is filed at any time', () => {
  const old = given(certificate).after('issueCertificate', paperOf('2019-12-23', 'qd-1048-2019'), engineActor, at('2019-12-23'));
  old.when('noteRenewal', { cycle: 'tra-2', filedOn: '2020-01-02' }, engineActor, at('2020-01-02')).thenTypes('RenewalNoted');
  const late = issued('2023-11-22');
  late.when('noteRenewal', { cycle: 'tra-2', filedOn: '2026-05-21' }, engineActor, at('2026-05-22')).thenTypes('RenewalNoted');
  late
    .when('noteRenewal', { cycle: 'tra-2', filedOn: '2026-05-22' }, engineActor, at('2026-05-22'))
    .thenRejected('WindowNotOpen', { opens: '2026-05-26', closes: '2026-07-25' });
});

test('a certificate of a district under 148 is renewed by the law of the day: at any time until 21/5/2026, in a window from 22/5/2026 on', () => {
  const paper = { ...paperOf('2024-04-01', 'qd-148-2023'), star: 3 as const, issuer: '829', level: 'district' as const };
  const scene = given(certificate).after('issueCertificate', paper, engineActor, at('2024-04-01'));
  expect(scene.state).toMatchObject({ certificate: { issuedUnder: 'qd-148-2023', level: 'district', lastDay: '2027-04-01' } });
  const noted = (day: string) => scene.when('noteRenewal', { cycle: 'tra-2', filedOn: day }, engineActor, at(day));
  for (const day of ['2024-05-01', '2025-07-06', '2026-05-21', '2026-10-03']) noted(day).thenTypes('RenewalNoted');
  noted('2026-05-22').thenRejected('WindowNotOpen', { opens: '2026-10-03', closes: '2026-12-02' }, { basis: { article: '7.6.a' } });
});

test('who asks too late is refused by our reading, whatever the certificate was issued under', () => {
  const scene = given(certificate).after('issueCertificate', paperOf('2020-10-01', 'qd-1048-2019'), engineActor, at('2020-10-01'));
  const ground = { clause: 'certificate.inForce', basis: { setting: 'lateFiling.acceptAfterExpiry' } } as const;
  for (const day of ['2023-10-02', '2025-10-02', '2026-10-02'])
    scene
      .when('noteRenewal', { cycle: 'tra-2', filedOn: day }, engineActor, at(day))
      .thenRejected('CertificateAlreadyEnded', { lastDay: '2023-10-01' }, ground);
});

test('an ended certificate is not renewed, and says how it ended', () => {
  expired()
    .when('noteRenewal', note, engineActor, at('2030-10-01'))
    .thenRejected('CertificateAlreadyEnded', { lastDay: '2030-09-20' }, { clause: 'certificate.renewal', basis: { article: '7.6.a' } });
  superseded()
    .when('noteRenewal', note, engineActor, at('2030-07-01'))
    .thenRejected('CertificateNotInForce', { how: 'superseded' }, { clause: 'certificate.renewal' });
});

test('one renewal runs at a time', () => {
  noted()
    .when('noteRenewal', { cycle: 'tra-3', filedOn: '2030-04-02' }, engineActor, at('2030-04-02'))
    .thenRejected('RenewalAlreadyNoted', { cycle: 'tra-2' }, { clause: 'certificate.renewal', basis: { article: '7.6.a' } });
});

test.for(['not-passed', 'withdrawn'])('a renewal that ends so (%s) is concluded, and another may follow', (outcome) => {
  const conclusion = { cycle: 'tra-2', outcome };
  noted()
    .when('concludeRenewal', conclusion, engineActor, at('2030-06-01'))
    .thenEvents({ type: 'RenewalConcluded', data: conclusion })
    .when('noteRenewal', { cycle: 'tra-3', filedOn: '2030-06-02' }, engineActor, at('2030-06-02'))
    .thenTypes('RenewalNoted', 'ValidityExtended');
});

test('only the renewal that was noted is concluded', () => {
  const ground = { clause: 'certificate.renewal', basis: { article: '7.6.a' } } as const;
  inWindow()
    .when('concludeRenewal', { cycle: 'tra-2', outcome: 'not-passed' }, engineActor, now)
    .thenRejected('NoRenewalNoted', false, ground);
  noted()
    .when('concludeRenewal', { cycle: 'tra-9', outcome: 'not-passed' }, engineActor, now)
    .thenRejected('NoRenewalNoted', false, ground);
  expired()
    .when('concludeRenewal', { cycle: 'tra-2', outcome: 'not-passed' }, engineActor, at('2030-10-01'))
    .thenRejected('CertificateNotInForce', { how: 'expired' }, ground);
});

test('a new certificate takes the place of the old one from the day its decision takes effect', () => {
  noted()
    .when('supersede', { by: 'tra-2', on: '2030-06-20' }, engineActor, at('2030-06-21'))
    .thenEvents({ type: 'CertificateEnded', data: { how: 'superseded', by: 'tra-2', on: '2030-06-20' } });
});

test('what has ended is not superseded', () => {
  expired()
    .when('supersede', { by: 'tra-2', on: '2030-10-01' }, engineActor, at('2030-10-01'))
    .thenRejected(
      'CertificateNotInForce',
      { how: 'expired' },
      { clause: 'certificate.superseding', basis: { setting: 'upgrade.newTerm' } },
    );
});

test('an ended certificate is closed and stays readable', () => {
  for (const { state } of [superseded(), expired()]) {
    expect(state).toMatchObject({ stage: 'ended', certificate: { name: 'Trà shan', lastDay: '2030-09-20' } });
    expect([certificate.alive(state), certificate.deadlines(state), certificate.obligations(state, 'tra-1')]).toEqual([false, [], []]);
  }
  expect([certificate.alive(certificate.unborn), certificate.alive(inWindow().state)]).toEqual([false, true]);
  expect(certificate.facets(noted().state, 'tra-1')).toEqual({ stage: 'in-force', province: '86', stars: 4 });
});
