import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamOf } from '../../infra/space.ts';
import { readArchive } from '../../projections/archive.ts';
import { manyIdeas } from './many-ideas.ts';
import { openLogSpace, projectTo, type LogSpace } from './log-space.ts';
import { World } from './world.ts';

let space: LogSpace;
beforeAll(async () => {
  space = await openLogSpace();
  const world = new World(space);
  await manyIdeas(world, 10);
  await projectTo(space, world.head);
});
afterAll(() => space.close());

/** The answer of the server itself, before any client has read it. */
async function storedAt(seq: number): Promise<{ subject: string; hdrs: string; data: string; time: string }> {
  const reply = await space.log.connection.request(`$JS.API.STREAM.MSG.GET.${streamOf(space.name)}`, JSON.stringify({ seq }));
  return reply.json<{ message: { subject: string; hdrs: string; data: string; time: string } }>().message;
}

test('holds subject, header block and payload byte for byte, and when the server stored them', async () => {
  const rows = await readArchive(space.db, { from: 1, limit: 1_000 });
  expect(rows).toHaveLength(40);
  for (const { seq, subject, headers, payload, server_time: at, ev_hash: hash } of rows) {
    const stored = await storedAt(seq);
    expect({ subject, hdrs: Buffer.from(headers).toString('base64'), data: Buffer.from(payload).toString('base64') }).toEqual({
      subject: stored.subject,
      hdrs: stored.hdrs,
      data: stored.data,
    });
    expect(Buffer.from(headers).toString()).toContain(hash);
    expect(Math.abs(at.getTime() - Date.parse(stored.time))).toBeLessThanOrEqual(1);
  }
});

test('is read on from any position', async () => {
  expect((await readArchive(space.db, { from: 7, limit: 3 })).map(({ seq }) => seq)).toEqual([7, 8, 9]);
  expect(await readArchive(space.db, { from: 41, limit: 3 })).toEqual([]);
});

test.each([['update'], ['delete'], ['truncate']])('refuses %s, also to its owner', async (act) => {
  const statement =
    {
      update: `update archive_v1 set subject = 'x' where seq = 1`,
      delete: 'delete from archive_v1 where seq = 1',
      truncate: 'truncate archive_v1',
    }[act] ?? '';
  await expect(sql.raw(statement).execute(space.db)).rejects.toThrow('append-only');
});
