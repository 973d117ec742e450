import { expect, test } from 'vitest';
import { enrol, openYear, yearOf } from '../kit/programme.ts';
import { openTestSpace } from '../kit/space.ts';

const space = await openTestSpace({ withProjector: false });

test('a first command that is refused leaves no stream, and its run ends', async () => {
  const { to, type, data, actor } = enrol('a', 'tra-1');
  expect(await space.tell(to, type, data, actor)).toMatchObject({ ok: false, rejection: { code: 'AnnualCycleNotOpen' } });
  expect(await space.commits(yearOf('a'))).toEqual([]);
  const o = openYear('a');
  expect(await space.tell(o.to, o.type, o.data, o.actor)).toMatchObject({ ok: true });
});
