import { expect, test } from 'vitest';
import { transitionOf } from '../../domain/edition/transition.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, decidingAuthority, engineActor, given, ocopAgency, producer } from '../kit/domain.ts';
import {
  act,
  atCommune,
  commune,
  dossier,
  findings,
  held,
  htx,
  judged,
  onAgenda,
  place,
  province,
  received,
  renewal,
  scored,
  scoring,
  unsigned,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

/* Decision 26/2026 leaves dossiers of 148 and 1489 sixty days from 22/5/2026, renewals thirty (12.2). */

const [here, agency, authority] = [committee(commune), ocopAgency(province), decidingAuthority(province)];
const ground = { clause: 'transition.pending', basis: { article: '12.2' } } as const;
const council: Sitting = { level: 'province', unit: province, on: '2026-06-10' };
const filed = (): Cycle => given(productCycle).after('fileDossier', { ...dossier, place }, producer('htx'), at('2026-04-01'));
const renewalFiled = (): Cycle =>
  given(productCycle)
    .knowing({ held: held(4, '2026-09-01') })
    .after('fileDossier', { ...renewal, place }, producer('htx'), at('2026-04-01'));
const sentUp = (scene = filed()): Cycle =>
  scene
    .after('receive', received, here, at('2026-04-02'))
    .after('report', { findings, ...act('2026-04-20') }, here, at('2026-04-20'))
    .after('requestNextLevel', act('2026-04-21'), here, at('2026-04-21'))
    .after('receive', received, agency, at('2026-04-25'));
/** The clock, as far as the day. */
const until = (scene: Cycle, day: string): Cycle => {
  const due = productCycle.nextDeadline(scene.state);
  return due && due.at <= at(day) ? until(scene.and(due.at, due.event), day) : scene;
};
const awaited = ({ state }: Cycle) =>
  productCycle.worklist(state).map(({ command, unit, due }) => [command, unit, due?.day].filter(Boolean).join(' '));

test('first dossiers have until 21/7/2026, renewals until 21/6/2026, a Sunday that does not move', () => {
  for (const edition of ['qd-1048-2019', 'qd-148-2023', 'qd-1489-2025'] as const) {
    expect(transitionOf(edition, 'first')).toEqual({
      edition: 'qd-26-2026',
      from: '2026-05-22',
      until: '2026-07-21',
      basis: { article: '12.2.a' },
    });
    expect(transitionOf(edition, 'upgrade')).toMatchObject({ until: '2026-07-21' });
    expect(transitionOf(edition, 'renewal')).toMatchObject({ until: '2026-06-21', basis: { article: '12.2.b' } });
  }
  expect(transitionOf('qd-26-2026', 'first')).toBeUndefined();
});

test('on 22/5/2026 each pending dossier is told its day, and from then on the day stands on the worklist', () => {
  expect(awaited(until(sentUp(), '2026-05-21'))).toEqual([`placeOnAgenda ${province}`]);
  const begun = until(sentUp(), '2026-05-22');
  expect(awaited(begun)).toEqual([`placeOnAgenda ${province} 2026-07-21`]);
  expect(productCycle.worklist(begun.state)[0]?.due).toMatchObject({ from: '2026-05-22', unit: 'fixed', basis: { article: '12.2.a' } });
  expect(awaited(until(renewalFiled(), '2026-05-22'))).toEqual([`receive ${commune} 2026-06-21`]);
});

test('a dossier of the newer edition is in no transition', () => {
  expect(productCycle.deadlines(atCommune().state).map(({ event }) => event.type)).not.toContain('TransitionBegan');
  atCommune()
    .when('closeByTransition', act('2027-03-02'), authority, at('2027-03-02'))
    .thenRejected(
      'TransitionNotOver',
      { until: null },
      { clause: 'transition.closing', basis: { setting: 'transition.pendingUnfinished' } },
    );
});

test('who has the dossier is reminded along the ladder, and after the day only the closing is awaited', () => {
  const scene = until(sentUp(), '2026-07-21');
  expect(scene.state).toMatchObject({
    deadlinesPassed: ['transition/2026-07-21/-3', 'transition/2026-07-21/-1', 'transition/2026-07-21/0'],
  });
  expect(awaited(scene)).toEqual([`placeOnAgenda ${province} 2026-07-21`]);
  expect(awaited(until(scene, '2026-07-22'))).toEqual([`closeByTransition ${province}`]);
  expect(awaited(until(renewalFiled(), '2026-06-22'))).toEqual([`closeByTransition ${province}`]);
});

test('finished on the last day it is recognised under its own edition', () => {
  const decided = until(judged([80], until(sentUp(), '2026-06-10'), council), '2026-07-21');
  const end = decided.after('recognise', { star: 4, ...act('2026-07-21') }, authority, at('2026-07-21 23:59'));
  expect(end.state).toMatchObject({ stage: 'recognised', edition: 'qd-1489-2025' });
  end.when('notifyResult', act('2026-07-24'), agency, at('2026-07-24')).thenTypes('ResultNotified');
  const { command } =
    productCycle
      .obligations(end.and(at('2026-07-21'), { type: 'ObligationSettled', data: { key: 'serial', ok: true, value: 1 } }).state, 'tra-1')
      .find(({ key }) => key === 'certificate') ?? {};
  expect(command).toMatchObject({ data: { issuedUnder: 'qd-1489-2025' } });
});

test('a minute later nothing of the review is done any more, whoever wants it, and each refusal names the day', () => {
  const day = at('2026-07-22 00:00');
  const onOne = onAgenda(sentUp(), council);
  const wanted: readonly [Cycle, string, object, typeof here][] = [
    [filed(), 'receive', received, here],
    [filed().after('receive', received, here, at('2026-04-02')), 'report', { findings, ...act('2026-07-22') }, here],
    [sentUp(), 'requestSupplement', { items: [{ item: 'story', note: 'mờ' }], by: '2026-08-01' }, agency],
    [sentUp(), 'placeOnAgenda', { council: 'c', level: 'province', unit: province, sitting: 's', on: '2026-07-22' }, engineActor],
    [onOne, 'takeOffAgenda', { reason: 'x' }, agency],
    [scored([80], scoring(onOne, council.on, ['P1']), council.on), 'reportCouncilResult', act('2026-07-22'), { person: 'P1', roles: [] }],
    [judged([80], sentUp(), council), 'recognise', { star: 4, ...act('2026-07-22') }, authority],
    [judged([40], sentUp(), council), 'notifyResult', act('2026-07-22'), agency],
  ];
  for (const [scene, command, data, by] of wanted)
    scene.when(command, data, by, day).thenRejected('TransitionOver', { until: '2026-07-21' }, ground);
  filed().when('receive', received, committee('11111'), day).thenRejected('NotYourUnit');
  renewalFiled().when('receive', received, here, at('2026-06-21')).thenTypes('DossierReceived');
  renewalFiled().when('receive', received, here, at('2026-06-22')).thenRejected('TransitionOver', { until: '2026-06-21' }, ground);
});

test('what is unfinished is closed by a recorded decision, and not before its day is over', () => {
  const scene = until(judged([80], sentUp(), council), '2026-07-22');
  scene
    .when('closeByTransition', act('2026-07-21'), authority, at('2026-07-21'))
    .thenRejected('TransitionNotOver', { until: '2026-07-21' }, { clause: 'transition.closing' });
  scene.when('closeByTransition', unsigned('2026-07-24'), authority, at('2026-07-24')).thenRejected('DocumentMissing');
  scene.when('closeByTransition', act('2026-07-25'), authority, at('2026-07-24')).thenRejected('EffectiveDayInFuture');
  const closed = scene
    .when('closeByTransition', act('2026-07-24'), authority, at('2026-07-24'))
    .thenEvents({ type: 'ClosedByTransition', data: { until: '2026-07-21', ...act('2026-07-24') } });
  expect(closed.state).toMatchObject({ stage: 'closed-by-transition', edition: 'qd-1489-2025' });
  expect(closed.state).not.toHaveProperty('result');
  expect(productCycle.worklist(closed.state)).toEqual([]);
  expect(productCycle.deadlines(closed.state)).toEqual([]);
  expect(productCycle.alive(closed.state)).toBe(false);
  closed
    .when('carryOver', { year: 2027 }, engineActor, at('2026-12-31'))
    .thenRejected('CycleFinished', { outcome: 'closed-by-transition', star: 0 });
});

test('the certificate of a closed renewal is told, so that its reminders go on', () => {
  const closed = renewalFiled()
    .and(at('2026-04-01'), { type: 'ObligationSettled', data: { key: 'renewal', ok: true } })
    .after('closeByTransition', act('2026-06-22'), authority, at('2026-06-22'));
  expect(productCycle.obligations(closed.state, 'tra-2').find(({ key }) => key === 'conclude')).toMatchObject({
    to: { aggregate: 'certificate', id: 'tra-1' },
    command: { type: 'concludeRenewal', data: { cycle: 'tra-2', outcome: 'closed-by-transition' } },
  });
});

test('of a dossier that has gone up to the ministry the Minister disposes', () => {
  const up = judged([95], sentUp(), council)
    .after('approveResult', act('2026-06-15'), authority, at('2026-06-15'))
    .after('requestNextLevel', act('2026-06-16'), committee(province), at('2026-06-16'));
  expect(awaited(until(up, '2026-07-22'))).toEqual(['closeByTransition VN']);
  up.when('closeByTransition', act('2026-07-24'), authority, at('2026-07-24')).thenRejected('NotYourUnit', { units: ['VN'] });
  up.when('closeByTransition', act('2026-07-24'), decidingAuthority('VN'), at('2026-07-24')).thenTypes('ClosedByTransition');
});

test('the producer files the same product again under the newer edition', () => {
  given(productCycle)
    .after('fileDossier', { ...dossier, place, producer: htx }, producer('htx'), at('2026-07-27'))
    .when('receive', received, here, at('2026-07-28'))
    .thenTypes('DossierReceived');
});
