import { expect, test } from 'vitest';
import { appendCommit } from '../../activities/append-commit.ts';
import type { Commit } from '../../domain/kernel/message.ts';
import { after, draft } from '../kit/commits.ts';
import { foldOf, streamsIn, wholeLog } from '../kit/folded.ts';
import { seedOfRun } from '../kit/seed-of-run.ts';
import { seeded } from '../kit/seeded.ts';
import { openTestSpace } from '../kit/space.ts';
import { setTimeout as sleep } from 'node:timers/promises';

const space = await openTestSpace({ withWorker: false });
const append = appendCommit(space.log, space.space.name);
const chance = seeded(seedOfRun());
const appenders = 12;
const books = ['a', 'b', 'c'];
const perAppender = 25;
let lostRaces = 0;

/** As the loop does: decides on what it knows, folds whatever the append brought back, and looks again whether its own is among it. */
const writer = async (who: number) => {
  const known = new Map<string, Commit[]>(books.map((book) => [book, []]));
  for (let n = 0; n < perAppender; n++) {
    const book = books[chance.below(books.length)] ?? 'a';
    const commits = known.get(book) ?? [];
    const commandId = `c-${who}-${n}`;
    while (!commits.some((commit) => commit.commandId === commandId)) {
      const brought = await append(after(commits.at(-1), book, draft(commandId, `k-${who}-${n}`, commits.length + 1)));
      if (brought[0]?.commandId !== commandId) lostRaces++;
      commits.push(...brought);
      if (chance.happens(0.1)) await sleep(chance.below(10));
    }
  }
};

test('appenders that lose the race for a place lose nothing else: each commit is there once, in one unbroken chain', async () => {
  await Promise.all(Array.from({ length: appenders }, (_, who) => writer(who)));
  console.info(`${lostRaces} races lost for ${appenders * perAppender} commits`);
  expect(lostRaces).toBeGreaterThan(50);
  const log = await wholeLog(space);
  expect(log).toHaveLength(appenders * perAppender);
  expect(new Set(log.map(({ commandId }) => commandId)).size).toBe(log.length);
  for (const commits of streamsIn(log).values()) {
    for (const [index, { prevSeq, prevHash }] of commits.entries()) {
      expect([prevSeq, prevHash]).toEqual([commits[index - 1]?.position ?? 0, commits[index - 1]?.hash ?? '']);
    }
  }
});

test('the projector that followed meanwhile skipped none of them', async () => {
  await space.settled();
  const log = await wholeLog(space);
  const rows = await space.db.selectFrom('aggregate_state').select(['id', 'position', 'hash', 'state']).orderBy('id').execute();
  const expected = [...streamsIn(log).values()].map((commits) => ({
    id: commits[0]?.id,
    position: commits.at(-1)?.position,
    hash: commits.at(-1)?.hash,
    state: foldOf('number-book', commits),
  }));
  expect(rows).toEqual(expected.sort((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1)));
  const { seqs } = await space.db
    .selectFrom('archive_v1')
    .select(({ fn }) => fn.count<number>('seq').as('seqs'))
    .executeTakeFirstOrThrow();
  expect(Number(seqs)).toBe(log.length);
});
