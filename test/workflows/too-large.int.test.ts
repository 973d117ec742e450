import { expect, test } from 'vitest';
import { commandRefused } from '../../domain/kernel/decide.ts';
import { eventually } from '../kit/eventually.ts';
import { piece } from '../kit/product-cycle.ts';
import { enrol, fileDossier, openYear, yearOf } from '../kit/programme.ts';
import { give, giveSignal, signalRaw, statusOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false });
const { door } = space;

const filing = fileDossier('tra-1');
const criteria = Array.from({ length: 40 }, (_, n) => `${n}`.padEnd(60, 'x'));
const evidence = Array.from({ length: 200 }, (_, n) => piece(`câu chuyện ${n} ${'ế'.repeat(250)}`, criteria));

test('a decision larger than the log takes is a refusal like any other, and the run of its aggregate lives on', async () => {
  expect(await give(space, { ...filing, data: { ...filing.data, evidence } })).toMatchObject({
    ok: false,
    rejection: { code: 'Malformed', data: { fields: ['(size)'] } },
  });
  expect(await give(space, filing)).toMatchObject({ ok: true });
  expect(await statusOf(door, filing.to)).toBe('RUNNING');
});

test('a signal whose refusal would be too large is recorded without its particulars, and its aggregate goes on', async () => {
  const to = yearOf('large');
  await give(space, openYear('large'));
  await signalRaw(door, to, { ['k'.repeat(600_000)]: 1 });
  await giveSignal(space, { ...enrol('large', 'tra-1'), data: { ['ế'.repeat(300_000)]: 1 } }, { commandId: 'large-1' });
  await eventually(async () => (await space.commits(to)).filter(({ events }) => events[0]?.type === commandRefused).length === 2);
  expect((await space.commits(to)).at(-1)).toMatchObject({
    commandId: '~refused/large-1',
    events: [{ data: { code: 'Malformed', data: { fields: ['(size)'] } } }],
  });
  expect(await statusOf(door, to)).toBe('RUNNING');
});
