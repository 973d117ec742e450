import { expect, test } from 'vitest';
import { commandRefused } from '../../domain/kernel/decide.ts';
import { fingerprint } from '../../domain/kernel/fingerprint.ts';
import type { Address } from '../../domain/kernel/address.ts';
import { send, signal } from '../../infra/temporal/send.ts';
import { eventually } from '../kit/eventually.ts';
import { closeYear, enrol, openYear, yearOf } from '../kit/programme.ts';
import { give, giveSignal, messageOf, sendRaw, signalRaw, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false });
const { door } = space;
const typesOf = async (to: Address) => (await space.commits(to)).flatMap(({ events }) => events.map(({ type }) => type));
const refusalsOf = async (to: Address) => (await space.commits(to)).filter(({ events }) => events[0]?.type === commandRefused);

test('a first command that is refused leaves no stream, and its run ends', async () => {
  expect(await give(space, enrol('ghost', 'tra-1'))).toMatchObject({ ok: false, rejection: { code: 'AnnualCycleNotOpen' } });
  await eventually(async () => (await statusOf(door, yearOf('ghost'))) === 'COMPLETED');
  expect(await space.commits(yearOf('ghost'))).toEqual([]);
  expect(await give(space, openYear('ghost')), 'and it can be opened after all').toMatchObject({ ok: true });
});

const deep = Array.from({ length: 1_000 }).reduce<unknown>((inner) => [inner], 1);
const good = messageOf(enrol('x', 'tra-x'), 'good');
const malformed: readonly unknown[] = [
  null,
  7,
  'text',
  [],
  {},
  { commandId: 'x' },
  { ...good, extra: 1 },
  { ...good, data: [] },
  { ...good, actor: 'lan' },
  { ...good, at: 1.5 },
  { ...good, commandId: '~deadline/late@1' },
  { ...good, commandId: '~refused/good' },
  { ...good, commandId: '' },
  { ...good, commandId: '__proto__ ' },
  { ...good, commandId: 'c-data', data: { cycle: 7 } },
  { ...good, commandId: 'deep', data: { deep } },
  { ...good, commandId: 'nul', data: { cycle: 'a\u0000b' } },
];
const unknown: readonly unknown[] = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'noSuchCommand'].map((type) => ({
  ...good,
  commandId: `c-${type}`,
  type,
}));

test('what is no command is refused as an update and leaves no trace', async () => {
  await give(space, openYear('updates'));
  for (const raw of malformed)
    expect(await sendRaw(door, yearOf('updates'), raw), JSON.stringify(raw).slice(0, 80)).toMatchObject({
      ok: false,
      rejection: { code: 'Malformed' },
    });
  for (const raw of unknown)
    expect(await sendRaw(door, yearOf('updates'), raw)).toMatchObject({ ok: false, rejection: { code: 'UnknownCommand' } });
  expect(await give(space, enrol('updates', 'tra-1'))).toMatchObject({ ok: true });
  expect(await typesOf(yearOf('updates'))).toEqual(['AnnualCycleOpened', 'ProductEnrolled']);
});

test('what is no command is refused as a first message, too, and the aggregate can still be born', async () => {
  const to = yearOf('first');
  expect(await send(door, to, { ...good, actor: 'lan' } as never)).toMatchObject({ ok: false, rejection: { code: 'Malformed' } });
  expect(await space.commits(to)).toEqual([]);
  await signal(door, to, { ...good, commandId: 'c-first', data: [] } as never);
  await signal(door, to, null as never);
  await eventually(async () => (await refusalsOf(to)).length === 2);
  expect(await give(space, openYear('first'))).toMatchObject({ ok: true });
});

test('a signal that is refused is recorded once for each id, however often it comes, and the aggregate goes on', async () => {
  const to = yearOf('signals');
  await give(space, openYear('signals'));
  for (const raw of [...malformed, ...unknown, ...malformed, ...unknown]) await signalRaw(door, to, raw);
  const idOf = (raw: unknown) => {
    const named = typeof raw === 'object' && raw !== null && 'commandId' in raw && 'type' in raw && String(raw.commandId).startsWith('c-');
    return named && 'commandId' in raw ? String(raw.commandId) : fingerprint(raw);
  };
  const ids = [...new Set([...malformed, ...unknown].map((raw) => `~refused/${idOf(raw)}`))].sort();
  await eventually(async () => (await refusalsOf(to)).length >= ids.length);
  expect(await give(space, enrol('signals', 'tra-1'))).toMatchObject({ ok: true });
  expect((await refusalsOf(to)).map(({ commandId }) => commandId).sort()).toEqual(ids);
  expect((await refusalsOf(to)).map(({ events }) => events[0]?.data)).toContainEqual({
    commandId: 'c-constructor',
    type: 'constructor',
    code: 'UnknownCommand',
    data: { type: 'constructor' },
  });
});

test('a signal refused by the law is an event with clause and basis, a good one has one effect however often it comes', async () => {
  const to = yearOf('law');
  await give(space, openYear('law'));
  const sent = messageOf(enrol('law', 'tra-1'), 's-1');
  for (let n = 0; n < 3; n++) await giveSignal(space, enrol('law', 'tra-1'), { commandId: sent.commandId });
  for (let n = 0; n < 2; n++) await giveSignal(space, enrol('law', 'tra-1'), { commandId: 's-2' });
  await eventually(async () => (await refusalsOf(to)).length === 1);
  expect(await typesOf(to)).toEqual(['AnnualCycleOpened', 'ProductEnrolled', commandRefused]);
  expect((await refusalsOf(to))[0]).toMatchObject({
    commandId: '~refused/s-2',
    actor: { person: sent.actor.person },
    events: [
      {
        data: {
          commandId: 's-2',
          type: 'enrol',
          code: 'ProductEnrolledAlready',
          clause: 'annualCycle.enrolment',
          data: { cycle: 'tra-1' },
        },
      },
    ],
  });
  expect((await refusalsOf(to))[0]?.events[0]?.data).toHaveProperty('basis');
});

test('a refused signal to a closed aggregate is recorded, and its run ends again', async () => {
  const to = yearOf('late');
  await give(space, openYear('late'));
  await give(space, closeYear('late'));
  await giveSignal(space, enrol('late', 'tra-1'), { commandId: 'late-1' });
  await eventually(async () => (await refusalsOf(to)).length === 1);
  await eventually(async () => (await statusOf(door, to)) === 'COMPLETED');
  expect((await refusalsOf(to))[0]).toMatchObject({ commandId: '~refused/late-1', events: [{ data: { code: 'AnnualCycleNotOpen' } }] });
});

const text = (words: string) => new TextEncoder().encode(words);
const undecodable = [
  { metadata: { encoding: text('json/plain') }, data: text('not json') },
  { metadata: { encoding: text('binary/strange') }, data: text('x') },
  { metadata: {}, data: text('x') },
];
test('bytes that nobody can decode are refused as an update, recorded as a signal, and block nothing', async () => {
  const to = yearOf('bytes');
  await give(space, openYear('bytes'));
  const {
    workflowService,
    options: { namespace },
  } = door.client;
  const workflowExecution = { workflowId: 'annual-cycle:2026-bytes' };
  for (const [index, payload] of undecodable.entries()) {
    const answer = await workflowService.updateWorkflowExecution({
      namespace,
      workflowExecution,
      waitPolicy: { lifecycleStage: 3 },
      request: { meta: { updateId: `u-${index}`, identity: 'test' }, input: { name: 'executeCommand', args: { payloads: [payload] } } },
    });
    expect(answer.outcome?.failure?.applicationFailureInfo?.type).toBe('CommandRefused');
  }
  for (const [index, payload] of undecodable.entries()) {
    await workflowService.signalWorkflowExecution({
      namespace,
      workflowExecution,
      signalName: 'signalCommand',
      input: { payloads: [payload] },
      requestId: `s-${index}`,
    });
  }
  await workflowService.signalWorkflowExecution({
    namespace,
    workflowExecution,
    signalName: 'signalCommand',
    requestId: 'without arguments',
  });
  await eventually(async () => (await refusalsOf(to)).length === undecodable.length + 1);
  expect(await give(space, enrol('bytes', 'tra-1'))).toMatchObject({ ok: true });
});
