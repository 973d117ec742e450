import { expect, test } from 'vitest';
import { certificateOf, type Address } from '../../domain/kernel/address.ts';
import { spread } from '../../domain/kernel/fingerprint.ts';
import { addDays, addMonths, dayOf, startOf, type Day } from '../../domain/kernel/instant.ts';
import { send, type Door } from '../../infra/temporal/send.ts';
import { jitterMs } from '../../workflows/clock.ts';
import { eventually } from '../kit/eventually.ts';
import { engine, issueCertificate, today } from '../kit/programme.ts';
import { handleOf, messageOf, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';
import { letPass, nowOf } from '../kit/time-skipping.ts';

const space = await openTestSpace({ withProjector: false });
const { door } = space;
const dayMs = 86_400_000;
const beyondTheEnd = 1_120;

/** Days from the last valid day, as law and ladder have them. The window closes with the end of its last day. */
const life: readonly (readonly [number, string])[] = [
  [-210, 'HolderReminded'],
  [-180, 'RenewalWindowOpened'],
  [-180, 'HolderReminded'],
  [-150, 'HolderReminded'],
  [-127, 'HolderReminded'],
  [-120, 'HolderReminded'],
  [-119, 'RenewalWindowClosed'],
  [-90, 'HolderReminded'],
  [-30, 'HolderReminded'],
  [-7, 'HolderReminded'],
  [0, 'HolderReminded'],
  [1, 'CertificateEnded'],
];
const legalInstants = (lastDay: Day) => [...new Set(life.map(([days]) => startOf(addDays(lastDay, days))))];
const issued = async (id: string, through: Door = door): Promise<{ lastDay: Day; to: Address }> => {
  const effectiveOn = today();
  expect(await send(through, certificateOf(id), messageOf(issueCertificate(id, effectiveOn), `issue-${id}`))).toMatchObject({ ok: true });
  return { lastDay: addMonths(effectiveOn, 36), to: certificateOf(id) };
};
const isOver = (to: Address) => eventually(async () => (await statusOf(door, to)) === 'COMPLETED');
const expectLife = async (to: Address, lastDay: Day) => {
  const passed = (await space.commits(to)).slice(1);
  expect(passed.map(({ at, events }) => `${dayOf(at)} ${events.map(({ type }) => type).join()}`)).toEqual(
    life.map(([days, type]) => `${addDays(lastDay, days)} ${type}`),
  );
  expect(
    passed.map(({ at }) => at),
    'each with its legal instant',
  ).toEqual(life.map(([days]) => startOf(addDays(lastDay, days))));
  expect(passed.at(-1)?.events[0]?.data).toEqual({ how: 'expired', on: addDays(lastDay, 1) });
};

test('by its true timers a certificate is reminded of, opens and closes its window and expires, each once and on its day; then its run is over', async () => {
  const began = Date.now();
  const { lastDay, to } = await issued('tra-1');
  await letPass(door, to, beyondTheEnd);
  await isOver(to);
  console.info(`36 months in ${Date.now() - began} ms`);
  await expectLife(to, lastDay);
  expect(Date.now() - began).toBeLessThan(30_000);

  const { events } = await handleOf(door, to).fetchHistory();
  const fired = (events ?? [])
    .filter(({ timerFiredEventAttributes }) => timerFiredEventAttributes)
    .map(({ eventTime }) => Number(eventTime?.seconds) * 1_000);
  const late = legalInstants(lastDay).map((legal, index) => (fired[index] ?? 0) - legal);
  expect(fired, 'one wake-up for each instant').toHaveLength(late.length);
  for (const ms of late)
    expect(ms, 'never before the legal instant, and within the minutes over which wake-ups are spread').toBeGreaterThanOrEqual(-1_000);
  for (const ms of late) expect(ms).toBeLessThan(jitterMs + 10_000);
});

test('the same when its run continues as new on the way: the next run arms what the last one had armed', async () => {
  const rolling: Door = { ...door, rollAfter: 3 };
  const { lastDay, to } = await issued('tra-2', rolling);
  const runs = new Set<string>();
  for (const legal of legalInstants(lastDay)) {
    // In hops: while a run continues as new the server moves the clock to the end of what it was told to pass, over timers not yet armed.
    await letPass(rolling, to, (legal + 2 * jitterMs - (await nowOf(rolling, to))) / dayMs);
    runs.add((await handleOf(door, to).describe()).runId);
  }
  await isOver(to);
  expect(runs.size).toBeGreaterThanOrEqual(3);
  await expectLife(to, lastDay);
});

test('a renewal noted in its window silences the reminders that were still to come; undecided, it carries the certificate 180 days past its end', async () => {
  const { lastDay, to } = await issued('tra-3');
  await letPass(door, to, Math.round((startOf(addDays(lastDay, -160)) - Date.now()) / dayMs));
  expect(await space.tell(to, 'noteRenewal', { cycle: 'tra-4', filedOn: addDays(lastDay, -160) }, engine)).toMatchObject({ ok: true });
  await letPass(door, to, 400);
  await isOver(to);
  const types = (await space.commits(to)).flatMap(({ events }) => events.map(({ type }) => type));
  expect(types).toEqual([
    'CertificateIssued',
    'HolderReminded',
    'RenewalWindowOpened',
    'HolderReminded',
    'RenewalNoted',
    'RenewalWindowClosed',
    'ValidityExtended',
    'CertificateEnded',
  ]);
});

test('between a legal instant and its wake-up, whoever comes first finds the deadline passed', async () => {
  const late = Array.from({ length: 50 }, (_, n) => `tra-${n + 10}`).find((id) => spread(id, jitterMs) > 0.6 * jitterMs) ?? '';
  const { lastDay, to } = await issued(late);
  const ends = startOf(addDays(lastDay, 1));
  await letPass(door, to, (ends + 60_000 - (await nowOf(door, to))) / dayMs);
  expect((await space.commits(to)).at(-1)?.events[0]?.type, 'its timer has not fired yet').toBe('HolderReminded');
  const answer = await space.tell(to, 'supersede', { by: 'tra-9', on: addDays(lastDay, 1) }, engine);
  expect(answer).toMatchObject({ ok: false, rejection: { code: 'CertificateNotInForce', data: { how: 'expired' } } });
  expect((await space.commits(to)).at(-1)).toMatchObject({ at: ends, commandId: `~deadline/expiry.${lastDay}@${ends}` });
  await isOver(to);
  await expectLife(to, lastDay);
});
