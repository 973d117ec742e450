import { expect, test } from 'vitest';
import { startOf } from '../../domain/kernel/instant.ts';
import { issued, passing, type CertificateScene } from '../kit/certificate.ts';
import { at, engineActor } from '../kit/domain.ts';

/** 05/8/2026: last day 05/8/2029, window 06/02 – 07/4/2029. */
const held = () => passing(issued('2026-08-05'), startOf('2029-04-07'));
const filing = (day: string, scene = held()) => scene.when('noteRenewal', { cycle: 'tra-2', filedOn: day }, engineActor, at(day));
const filed = (day: string): CertificateScene => held().after('noteRenewal', { cycle: 'tra-2', filedOn: day }, engineActor, at(day));
const concluding = (scene: CertificateScene, day: string, outcome = 'not-passed') =>
  scene.when('concludeRenewal', { cycle: 'tra-2', outcome }, engineActor, at(day));
const until = (clause: string, basis: object) => ({
  day: '2030-02-01',
  clause,
  basis,
  from: '2029-08-05',
  count: 180,
  unit: 'days',
  skipped: [],
  provisional: false,
});

test('a renewal filed on the last day of the window, a Saturday, is in time and extends nothing', () => {
  filing('2029-04-07').thenTypes('RenewalNoted');
  filing('2029-02-05', issued('2026-08-05')).thenRejected('WindowNotOpen', { opens: '2029-02-06', closes: '2029-04-07' });
});

test('filed one day late it is noted and the certificate extended, to at most 180 days after its end', () => {
  filing('2029-04-08').thenEvents(
    { type: 'RenewalNoted', data: { cycle: 'tra-2', filedOn: '2029-04-08' } },
    {
      type: 'ValidityExtended',
      data: { reason: 'lateFiling', cycle: 'tra-2', until: until('certificate.lateFiling', { article: '12.3' }) },
    },
  );
});

test('extended it is in force until the extension ends, and no longer', () => {
  const scene = filed('2029-04-08');
  expect(passing(scene, startOf('2030-02-01')).state).toMatchObject({ stage: 'in-force' });
  expect(passing(scene, startOf('2030-02-02')).state).toMatchObject({ stage: 'ended', end: { how: 'expired', on: '2030-02-02' } });
});

test('filed in time and undecided at the end of its last day it is extended by the clock, on a setting', () => {
  const scene = filed('2029-04-07');
  expect(passing(scene, startOf('2029-08-05')).state).toMatchObject({ extension: null });
  const extended = passing(scene, startOf('2029-08-06'));
  expect(extended.state).toMatchObject({
    stage: 'in-force',
    extension: {
      reason: 'decisionPending',
      until: until('certificate.decisionPending', { setting: 'validity.decisionPending' }),
    },
  });
  expect(passing(extended).state).toMatchObject({ stage: 'ended', end: { how: 'expired', on: '2030-02-02' } });
});

test('before the text that knows extensions a certificate ends on its day, filed or not', () => {
  const scene = issued('2020-03-02').after('noteRenewal', { cycle: 'tra-2', filedOn: '2023-01-05' }, engineActor, at('2023-01-05'));
  expect(passing(scene).state).toMatchObject({ stage: 'ended', end: { how: 'expired', on: '2023-03-03' } });
});

test('with the result an extended certificate ends, once its own last day has passed', () => {
  for (const outcome of ['not-passed', 'withdrawn'])
    concluding(passing(filed('2029-04-07'), startOf('2029-09-10')), '2029-09-10', outcome).thenEvents(
      { type: 'RenewalConcluded', data: { cycle: 'tra-2', outcome } },
      { type: 'CertificateEnded', data: { how: 'expired', on: '2029-09-10' } },
    );
});

test('a result before its own last day ends the extension alone: reminders resume, and another renewal may follow', () => {
  const scene = concluding(filed('2029-04-08'), '2029-06-20', 'withdrawn').thenTypes('RenewalConcluded');
  expect(scene.state).toMatchObject({ stage: 'in-force', extension: null, renewal: null });
  expect(passing(scene).state).toMatchObject({ stage: 'ended', end: { how: 'expired', on: '2029-08-06' } });
  expect(passing(scene, startOf('2029-07-30')).state).toMatchObject({ reminded: expect.arrayContaining(['2029-07-06', '2029-07-29']) });
  scene
    .when('noteRenewal', { cycle: 'tra-3', filedOn: '2029-06-21' }, engineActor, at('2029-06-21'))
    .thenTypes('RenewalNoted', 'ValidityExtended');
});

test('a new certificate takes the place of an extended one', () => {
  passing(filed('2029-04-07'), startOf('2029-09-10'))
    .when('supersede', { by: 'tra-2', on: '2029-09-10' }, engineActor, at('2029-09-10'))
    .thenEvents({ type: 'CertificateEnded', data: { how: 'superseded', by: 'tra-2', on: '2029-09-10' } });
});
