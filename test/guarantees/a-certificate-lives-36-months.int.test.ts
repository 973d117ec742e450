import { expect, test } from 'vitest';
import { certificateOf } from '../../domain/kernel/address.ts';
import { addDays, addMonths, dayOf, startOf } from '../../domain/kernel/instant.ts';
import { jitterMs } from '../../workflows/clock.ts';
import { eventually } from '../kit/eventually.ts';
import { engine, issueCertificate, today } from '../kit/programme.ts';
import { give, handleOf, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';
import { letPass } from '../kit/time-skipping.ts';

const space = await openTestSpace({ withProjector: false, rollAfter: 5 });
const { door } = space;

/** Days from the last valid day, as law and ladder have them. The window closes with the day before. */
const life: readonly (readonly [number, string])[] = [
  [-210, 'HolderReminded'], [-180, 'RenewalWindowOpened'], [-180, 'HolderReminded'], [-150, 'HolderReminded'], [-127, 'HolderReminded'], [-120, 'HolderReminded'],
  [-119, 'RenewalWindowClosed'], [-90, 'HolderReminded'], [-30, 'HolderReminded'], [-7, 'HolderReminded'], [0, 'HolderReminded'], [1, 'CertificateEnded'],
];
const issuedToday = async (id: string) => {
  const effectiveOn = today();
  expect(await give(space, issueCertificate(id, effectiveOn))).toMatchObject({ ok: true });
  return { lastDay: addMonths(effectiveOn, 36), to: certificateOf(id) };
};

test('by its true timers a certificate is reminded of, opens and closes its window and expires, each once and on its day, and then its run is over', async () => {
  const { lastDay, to } = await issuedToday('tra-1');
  const began = Date.now();
  await letPass(door, to, 36 * 31);
  await eventually(async () => (await statusOf(door, to)) === 'COMPLETED');
  console.info(`36 months in ${Date.now() - began} ms`);
  const passed = (await space.commits(to)).slice(1);
  expect(passed.map(({ at, events }) => `${dayOf(at)} ${events.map(({ type }) => type).join()}`)).toEqual(life.map(([days, type]) => `${addDays(lastDay, days)} ${type}`));
  expect(passed.map(({ at }) => at), 'each with its legal instant').toEqual(life.map(([days]) => startOf(addDays(lastDay, days))));
  expect(passed.at(-1)?.events[0]?.data).toEqual({ how: 'expired', on: addDays(lastDay, 1) });
  expect(Date.now() - began).toBeLessThan(30_000);
});

test('no wake-up comes before its legal instant, nor more than ten minutes after it', async () => {
  const { lastDay, to } = await issuedToday('tra-2');
  await letPass(door, to, 36 * 31);
  await eventually(async () => (await statusOf(door, to)) === 'COMPLETED');
  const { events } = await handleOf(door, to).fetchHistory();   // of the last run
  const fired = (events ?? []).filter(({ timerFiredEventAttributes }) => timerFiredEventAttributes).map(({ eventTime }) => Number(eventTime?.seconds) * 1_000);
  expect(fired.length).toBeGreaterThan(0);
  const instants = life.map(([days]) => startOf(addDays(lastDay, days)));
  for (const instant of fired) {
    const due = instants.findLast((each) => each <= instant + 1_000) ?? 0;
    expect(instant - due, new Date(instant).toISOString()).toBeLessThanOrEqual(jitterMs + 5_000);
  }
});

test('a renewal noted in its window silences the reminders that were still to come; window and expiry stay', async () => {
  const { lastDay, to } = await issuedToday('tra-3');
  const untilWindow = Math.round((startOf(addDays(lastDay, -160)) - Date.now()) / 86_400_000);
  await letPass(door, to, untilWindow);
  expect(await space.tell(to, 'noteRenewal', { cycle: 'tra-4', filedOn: addDays(lastDay, -160) }, engine)).toMatchObject({ ok: true });
  await letPass(door, to, 200);
  await eventually(async () => (await statusOf(door, to)) === 'COMPLETED');
  const types = (await space.commits(to)).flatMap(({ events }) => events.map(({ type }) => type));
  expect(types).toEqual(['CertificateIssued', 'HolderReminded', 'RenewalWindowOpened', 'HolderReminded', 'RenewalNoted', 'RenewalWindowClosed', 'CertificateEnded']);
});
