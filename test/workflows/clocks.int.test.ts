import { expect, test } from 'vitest';
import type { Address } from '../../domain/kernel/address.ts';
import { dayOf } from '../../domain/kernel/instant.ts';
import { wake } from '../../domain/kernel/message.ts';
import { at } from '../kit/domain.ts';
import { eventually } from '../kit/eventually.ts';
import { engine, enrol, fileDossier, issueCertificate, openYear, receive, requestSupplement, serialsOf, yearOf } from '../kit/programme.ts';
import { give, handleOf } from '../kit/sending.ts';
import { openTestSpace, type TestSpace } from '../kit/space.ts';

let isReachable = false;
const real = await openTestSpace({ withProjector: false });
const rehearsal = await openTestSpace({
  withProjector: false,
  kind: 'rehearsal',
  activities: ({ fulfil }) => ({ fulfil: (input) => (isReachable ? fulfil(input) : Promise.reject(new Error('not reachable yet'))) }),
});
const diaryOf = async ({ commits }: TestSpace, to: Address) =>
  (await commits(to)).map(({ at: instant, events }) => `${dayOf(instant)} ${events.map(({ type }) => type).join()}`);
const timersOf = async ({ door }: TestSpace, to: Address) =>
  (await handleOf(door, to).fetchHistory()).events?.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes) ?? [];

test('a command brings its instant in a rehearsal and nowhere else', async () => {
  expect(await give(real, openYear('a'), { at: at('2020-05-01') })).toMatchObject({
    ok: false,
    rejection: { code: 'WrongClock', data: { commanded: false } },
  });
  expect(await give(rehearsal, openYear('a'))).toMatchObject({ ok: false, rejection: { code: 'WrongClock', data: { commanded: true } } });
  expect(await give(real, openYear('a'))).toMatchObject({ ok: true });
  expect(await give(rehearsal, openYear('a', '2020-05-01'), { at: at('2020-05-01') })).toMatchObject({ ok: true });
  expect(await give(real, enrol('a', 'tra-1'), { at: at('2020-05-01') })).toMatchObject({ ok: false, rejection: { code: 'WrongClock' } });
  expect(await give(rehearsal, enrol('a', 'tra-1'))).toMatchObject({ ok: false, rejection: { code: 'WrongClock' } });
  expect((await rehearsal.commits(yearOf('a'))).map((commit) => commit.at)).toEqual([at('2020-05-01')]);
});

test('time does not run backwards: an earlier instant counts as that of the last commit', async () => {
  await give(rehearsal, openYear('back', '2020-05-01'), { at: at('2020-05-02') });
  expect(await give(rehearsal, enrol('back', 'tra-1'), { at: at('2020-04-01') })).toMatchObject({ ok: true });
  expect((await rehearsal.commits(yearOf('back'))).map((commit) => commit.at)).toEqual([at('2020-05-02'), at('2020-05-02')]);
});

test('a rehearsal passes deadlines before the command that comes after them, in the order of their instants, and arms no timer', async () => {
  const to: Address = { aggregate: 'certificate', id: 'old-1' };
  expect(await give(rehearsal, issueCertificate('old-1', '2019-12-23', 'qd-1048-2019'), { at: at('2019-12-23') })).toMatchObject({
    ok: true,
  });
  await rehearsal.tell(to, wake, {}, engine, { at: at('2022-11-23 00:00') });
  expect(await diaryOf(rehearsal, to)).toEqual(['2019-12-23 CertificateIssued', '2022-09-24 HolderReminded', '2022-11-23 HolderReminded']);
  const late = await rehearsal.tell(to, 'supersede', { by: 'old-2', on: '2023-01-05' }, engine, { at: at('2023-01-05') });
  expect(late).toMatchObject({ ok: false, rejection: { code: 'CertificateNotInForce', data: { how: 'expired' } } });
  expect((await diaryOf(rehearsal, to)).slice(3)).toEqual(['2022-12-16 HolderReminded', '2022-12-24 CertificateEnded']);
  const commits = await rehearsal.commits(to);
  expect(
    commits.slice(1).map(({ at: instant }) => instant),
    'each at the legal instant',
  ).toEqual(['2022-09-24', '2022-11-23', '2022-12-16', '2022-12-24'].map((day) => at(`${day} 00:00`)));
  expect(await timersOf(rehearsal, to)).toEqual([]);
});

test('an obligation carries the instant of the commit that made it, whenever it is met', async () => {
  const to: Address = { aggregate: 'product-cycle', id: 'tra-1' };
  await give(rehearsal, fileDossier('tra-1'), { at: at('2027-03-01') });
  await give(rehearsal, receive('tra-1'), { at: at('2027-03-02') });
  await handleOf(rehearsal.door, to).terminate('what is asked for again must not get the instant of the asking');
  expect(await give(rehearsal, requestSupplement('tra-1', '2027-03-20'), { at: at('2027-03-12') })).toMatchObject({ ok: true });
  isReachable = true;
  await eventually(async () => (await rehearsal.commits(to)).filter(({ commandId }) => commandId.startsWith('~settled/')).length >= 3);
  expect((await rehearsal.commits(serialsOf(2027))).map((commit) => commit.at)).toEqual([at('2027-03-02')]);
  const settlements = (await rehearsal.commits(to)).filter(({ commandId }) => commandId.startsWith('~settled/'));
  expect(settlements.map((commit) => commit.at)).toEqual(settlements.map(() => at('2027-03-12')));
  expect(await timersOf(rehearsal, to)).toEqual([]);
});
