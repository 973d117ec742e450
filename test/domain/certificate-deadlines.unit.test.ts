import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificate } from '../../domain/certificate/index.ts';
import { editionFor } from '../../domain/edition/edition-for.ts';
import { addDays, dayOf, startOf } from '../../domain/kernel/instant.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { always, at, committee, decidingAuthority, engineActor, given, ocopAgency, producer, type Scene } from '../kit/domain.ts';

type Certificate = Scene<typeof certificate.unborn>;
const issued = (effectiveOn: string, typedInOn = effectiveOn): Certificate =>
  given(certificate).after(
    'issueCertificate',
    {
      productCycle: 'tra-1',
      product: 'tra',
      name: 'Trà shan',
      star: 4,
      issuedUnder: editionFor(effectiveOn)?.id,
      producer: { id: 'htx', name: 'HTX Trà', kind: 'cooperative' },
      place: { commune: '28780', province: '86' },
      issuer: '86',
      level: 'province',
      document: { authority: 'UBND tỉnh', number: '12/QĐ-UBND', signedOn: effectiveOn, signatory: 'A' },
      effectiveOn,
    },
    engineActor,
    at(typedInOn),
  );

const told = (data: unknown): string => {
  if (typeof data !== 'object' || data === null) return String(data);
  return 'day' in data && 'count' in data ? String(data.day) : Object.values(data).map(told).join(' ');
};
/** The clock alone: each due deadline is made an event, as the loop does it, until `until`. */
const passing = (scene: Certificate, until = Infinity): { scene: Certificate; passed: string[] } => {
  const passed: string[] = [];
  for (let due = certificate.nextDeadline(scene.state); due && due.at <= until; due = certificate.nextDeadline(scene.state)) {
    scene = scene.and(due.at, due.event);
    passed.push(`${dayOf(due.at)} ${due.event.type} ${told(due.event.data)}`);
  }
  return { scene, passed };
};
const withWindow = [
  '2030-02-22 HolderReminded 210 2030-02-22',
  '2030-03-24 RenewalWindowOpened 2030-03-24',
  '2030-03-24 HolderReminded 180 2030-03-24',
  '2030-04-23 HolderReminded 150 2030-04-23',
  '2030-05-16 HolderReminded 127 2030-05-16',
  '2030-05-23 HolderReminded 120 2030-05-23',
  '2030-05-24 RenewalWindowClosed 2030-05-23',
  '2030-06-22 HolderReminded 90 2030-06-22',
  '2030-08-21 HolderReminded 30 2030-08-21',
  '2030-09-13 HolderReminded 7 2030-09-13',
  '2030-09-20 HolderReminded 0 2030-09-20',
  '2030-09-21 CertificateEnded expired 2030-09-21',
];

test('a certificate of 23/12/2019 has three reminders, no window, and no force from 24/12/2022', () => {
  expect(passing(issued('2019-12-23')).passed).toEqual([
    '2022-09-24 HolderReminded 90 2022-09-24',
    '2022-11-23 HolderReminded 30 2022-11-23',
    '2022-12-16 HolderReminded 7 2022-12-16',
    '2022-12-24 CertificateEnded expired 2022-12-24',
  ]);
});

test('a certificate of 20/9/2027 has nine reminders, the window of 24/3 to 23/5/2030, and no force from 21/9/2030', () => {
  expect(passing(issued('2027-09-20')).passed).toEqual(withWindow);
});

test('an older certificate that ends under the law with a window has it', () => {
  expect(passing(issued('2024-07-24')).passed.filter((line) => line.includes('Window'))).toEqual([
    '2027-01-25 RenewalWindowOpened 2027-01-25',
    '2027-03-27 RenewalWindowClosed 2027-03-26',
  ]);
});

test('each day follows the law of that day, and a window that had begun before its law opens with it', () => {
  expect(passing(issued('2023-09-19')).passed).toEqual([
    '2026-05-22 RenewalWindowOpened 2026-05-22',
    '2026-05-22 HolderReminded 120 2026-05-22',
    '2026-05-23 RenewalWindowClosed 2026-05-22',
    '2026-06-21 HolderReminded 90 2026-06-21',
    '2026-08-20 HolderReminded 30 2026-08-20',
    '2026-09-12 HolderReminded 7 2026-09-12',
    '2026-09-19 HolderReminded 0 2026-09-19',
    '2026-09-20 CertificateEnded expired 2026-09-20',
  ]);
  expect(
    passing(issued('2023-09-18')).passed.filter((line) => line.includes('Window')),
    'it had closed before the law began',
  ).toEqual([]);
  expect(passing(issued('2023-06-01')).passed, 'the old ladder until 21/5/2026, the new one from 22/5/2026 on').toEqual([
    '2026-03-03 HolderReminded 90 2026-03-03',
    '2026-05-02 HolderReminded 30 2026-05-02',
    '2026-05-25 HolderReminded 7 2026-05-25',
    '2026-06-01 HolderReminded 0 2026-06-01',
    '2026-06-02 CertificateEnded expired 2026-06-02',
  ]);
});

test('a reminder whose day had passed before the certificate was there is not made up for', () => {
  const { passed } = passing(issued('2027-09-20', '2030-05-23'));
  expect(passed).toEqual(['2030-03-24 RenewalWindowOpened 2030-03-24', ...withWindow.slice(5)]);
  expect(passing(issued('2027-09-20', '2031-01-01')).passed).toEqual([
    '2030-03-24 RenewalWindowOpened 2030-03-24',
    '2030-05-24 RenewalWindowClosed 2030-05-23',
    '2030-09-21 CertificateEnded expired 2030-09-21',
  ]);
});

test('a noted renewal stops the reminders, and carries the certificate past its end while it is undecided', () => {
  const { scene } = passing(issued('2027-09-20'), at('2030-04-01'));
  const noted = scene.after('noteRenewal', { cycle: 'tra-2', filedOn: '2030-04-01' }, engineActor, at('2030-04-01'));
  expect(passing(noted).passed).toEqual([
    '2030-05-24 RenewalWindowClosed 2030-05-23',
    '2030-09-21 ValidityExtended decisionPending tra-2 2031-03-19',
    '2031-03-20 CertificateEnded expired 2031-03-20',
  ]);
});

test('when the renewal did not pass, the reminders still to come resume', () => {
  const { scene } = passing(issued('2027-09-20'), at('2030-04-01'));
  const noted = scene.after('noteRenewal', { cycle: 'tra-2', filedOn: '2030-04-01' }, engineActor, at('2030-04-01'));
  const concluded = passing(noted, at('2030-06-25')).scene.after(
    'concludeRenewal',
    { cycle: 'tra-2', outcome: 'not-passed' },
    engineActor,
    at('2030-06-25'),
  );
  expect(passing(concluded).passed).toEqual(withWindow.slice(8));
});

test('deadlines stand at the first instant of their day in Hanoi, each under a key of its own', () => {
  const all = certificate.deadlines(issued('2027-09-20').state);
  expect(all.map(({ at: instant }) => instant)).toEqual(all.map(({ at: instant }) => startOf(dayOf(instant))));
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  expect(all.filter(({ key }) => /[:/]/.test(key))).toEqual([]);
});

type Act = readonly [data: object, actor: Actor];
const signed = (day: string) => ({
  document: { authority: 'UBND tỉnh', number: '9/TB', signedOn: day, signatory: 'A' },
  effectiveOn: day,
});
/** What may happen to a certificate on a day, whether it is accepted or not. */
const acts = {
  noteRenewal: (day: string): Act => [{ cycle: 'tra-2', filedOn: day }, engineActor],
  concludeRenewal: (): Act => [{ cycle: 'tra-2', outcome: 'withdrawn' }, engineActor],
  supersede: (day: string): Act => [{ by: 'tra-2', on: day }, engineActor],
  confirmProductionStopped: (day: string): Act => [signed(day), committee('28780')],
  proposeRevocation: (day: string): Act => [{ ground: 'đ', ...signed(day) }, ocopAgency('86')],
  revoke: (day: string): Act => [{ ground: 'đ', ...signed(day) }, decidingAuthority('86')],
  surrender: (): Act => [{}, producer('htx')],
};
const names = Object.keys(acts).filter((name): name is keyof typeof acts => Object.hasOwn(acts, name));
/** Its last day is corrected back and forth, or its name, or somebody tries its star. */
const correction = ({ state }: Certificate, day: string, by: number): Act => {
  const [lastDay, name] = state.stage === 'in-force' ? [state.certificate.lastDay, state.certificate.name] : [day, ''];
  const field = {
    lastDay: { field: 'lastDay', was: lastDay, becomes: addDays(lastDay, by) },
    name: { field: 'name', was: name, becomes: `Trà ${by}` },
    star: { field: 'star', was: '4', becomes: '5' },
  }[by === 60 ? 'star' : by === 30 ? 'lastDay' : 'name'];
  return [{ ...field, ...signed(day) }, ocopAgency('86')];
};
const starOf = ({ state }: Certificate) => (state.stage === 'unborn' ? undefined : state.certificate.star);
test('a due deadline always yields an event, is gone with it, and no key comes twice', () => {
  const moves = fc.array(
    fc.record({ command: fc.constantFrom(...names, 'correct' as const), afterDays: fc.nat(300), by: fc.constantFrom(-30, 30, 60) }),
    { maxLength: 9 },
  );
  always(
    fc.property(fc.integer({ min: 0, max: 4_000 }), fc.nat(1_300), moves, (age, lag, story) => {
      const effectiveOn = addDays('2019-08-21', age);
      const passed: string[] = [];
      let day = addDays(effectiveOn, lag);
      let scene = issued(effectiveOn, day);
      const pass = () => {
        for (let due = certificate.nextDeadline(scene.state); due && due.at <= startOf(day); due = certificate.nextDeadline(scene.state)) {
          const { key, at: instant, event } = due;
          scene = scene.and(instant, event);
          expect(certificate.deadlines(scene.state).map((left) => left.key)).not.toContain(key);
          expect(passed).not.toContain(`${key}@${instant}`);
          passed.push(`${key}@${instant}`);
        }
      };
      for (const { command, afterDays, by } of story) {
        day = addDays(day, afterDays);
        pass();
        const [data, actor] = command === 'correct' ? correction(scene, day, by) : acts[command](day);
        const { state } = scene.when(command, data, actor, startOf(day));
        scene = state === scene.state ? scene : scene.after(command, data, actor, startOf(day));
        expect(starOf(scene), 'nothing moves a star').toBe(4);
      }
      day = addDays(day, 5_000);
      pass();
      expect(certificate.alive(scene.state), 'in the end every certificate has ended').toBe(false);
    }),
    300,
  );
});
