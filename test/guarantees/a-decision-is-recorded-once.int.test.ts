import { afterAll, expect, test } from 'vitest';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import type { CommandMessage } from '../../domain/kernel/message.ts';
import { OutcomeUnknown, send } from '../../infra/temporal/send.ts';
import { foldOf, streamsIn, wholeLog } from '../kit/folded.ts';
import { eventually } from '../kit/eventually.ts';
import { MortalWorker } from '../kit/mortal-worker.ts';
import { enrol, fileDossier, formNumbersOf, openYear, receive, serialsOf, yearOf, type Errand } from '../kit/programme.ts';
import { seedOfRun } from '../kit/seed-of-run.ts';
import { seeded } from '../kit/seeded.ts';
import { messageOf } from '../kit/sending.ts';
import { openTestSpace } from '../kit/space.ts';

const killsWanted = 8;
const rates = { lostAppends: 0.05, failingFulfils: 0.3, lostFulfils: 0.1 };
const space = await openTestSpace({ withWorker: false, rollAfter: 20 });
const chance = seeded(seedOfRun());
const worker = new MortalWorker(space, chance);
afterAll(() => worker.kill());

const year = 2026;
const given: { errand: Errand; command: CommandMessage; ack: Ack }[] = [];
let unknown = 0;
/** As a client does: where nobody knows, the same command again. */
const tell = async (errand: Errand, commandId: string): Promise<Ack> => {
  const command = messageOf(errand, commandId);
  for (;;) {
    try {
      const ack = await send(space.door, errand.to, command);
      given.push({ errand, command, ack });
      return ack;
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      unknown++;
    }
  }
};
let products = 0;
const isBusy = () => worker.kills < killsWanted;
const families = async () => {
  while (isBusy() && products < 150) {
    const id = `tra${products++}-1`;
    await tell(fileDossier(id), `file-${id}`);
    await tell(receive(id), `receive-${id}`);
  }
};
const administrators = async (who: number) => {
  for (let n = 0; isBusy() && n < 100; n++) await tell(enrol('86', `other${who}-${n}`), `enrol-${who}-${n}`);
};

test('each command is decided once and its obligations are met once, whatever dies meanwhile, and none is refused without cause', async () => {
  const began = Date.now();
  const disturbing = worker.dieOften(killsWanted, rates);
  await tell(openYear('86'), 'open');
  await Promise.all([disturbing, ...[0, 1, 2, 3, 4, 5, 6, 7].map(families), ...[0, 1].map(administrators)]);
  console.info(
    `${worker.kills} kills in ${Date.now() - began} ms, ${given.length} commands of which ${unknown} had to be sent anew, ${products} products`,
  );
  expect(given.filter(({ ack }) => !ack.ok)).toEqual([]);
  await eventually(
    async () => (await wholeLog(space)).filter(({ commandId }) => commandId.startsWith('~settled/')).length === 3 * products,
    120_000,
  );
  console.info(`all owed is settled after ${Date.now() - began} ms`);

  const log = await wholeLog(space);
  const streams = streamsIn(log);
  for (const commits of streams.values()) expect(new Set(commits.map(({ commandId }) => commandId)).size).toBe(commits.length);
  const own = log.map(({ commandId }) => commandId).filter((id) => !/[~:]/.test(id)); // the rest are the engine's
  expect(own.sort()).toEqual(given.map(({ command }) => command.commandId).sort());
  const settlements = log.filter(({ commandId }) => commandId.startsWith('~settled/')).map(({ events }) => events[0]?.data);
  expect(settlements.filter((data) => typeof data === 'object' && data !== null && 'ok' in data && data.ok !== true)).toEqual([]);
}, 300_000);

test('numbers were given without a gap, each to one product', async () => {
  for (const book of [serialsOf(year), formNumbersOf(year)]) {
    const data = (await space.commits(book)).flatMap(({ events }) => events.map((event) => event.data as { key: string; number: number }));
    expect(data.map(({ number }) => number)).toEqual(Array.from({ length: products }, (_, n) => n + 1));
    expect(new Set(data.map(({ key }) => key)).size).toBe(products);
  }
  const enrolled = (await space.commits(yearOf('86')))
    .flatMap(({ events }) => events)
    .filter(({ type }) => type === 'ProductEnrolled')
    .map(({ data }) => (data as { cycle: string }).cycle);
  expect(new Set(enrolled).size).toBe(enrolled.length);
  expect(enrolled.filter((cycle) => cycle.startsWith('tra'))).toHaveLength(products);
});

test('afterwards each command, sent again, gets the answer it got', async () => {
  const before = (await wholeLog(space)).length;
  const sample = given.filter(() => chance.happens(40 / given.length));
  for (const { errand, command, ack } of sample) expect(await send(space.door, errand.to, command), command.commandId).toEqual(ack);
  expect((await wholeLog(space)).length).toBe(before);
}, 120_000);

test('the views show what the log says', async () => {
  await space.settled();
  const rows = await space.db.selectFrom('aggregate_state').select(['aggregate', 'id', 'position', 'state']).execute();
  const streams = streamsIn(await wholeLog(space));
  expect(rows).toHaveLength(streams.size);
  for (const { aggregate, id, position, state } of rows) {
    const commits = streams.get(`${aggregate}:${id}`) ?? [];
    expect(position).toBe(commits.at(-1)?.position);
    expect(state).toEqual(JSON.parse(JSON.stringify(foldOf(commits[0]?.aggregate ?? 'council', commits))));
  }
});
