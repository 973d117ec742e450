import { headers } from '@nats-io/transport-node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { productCycleOf } from '../../domain/kernel/address.ts';
import { UnreadableCommit } from '../../infra/log/decode.ts';
import { encode, hashHeader, hashOf, subjectOf } from '../../infra/log/envelope.ts';
import { LogGap, readLog } from '../../infra/log/consume.ts';
import { createStream } from '../../infra/log/stream.ts';
import { streamOf } from '../../infra/space.ts';
import { certificate } from '../../projections/certificate.ts';
import { UnfoldableCommit, WrongLog } from '../../projections/faults.ts';
import { findProduct, product } from '../../projections/product.ts';
import { tableOf } from '../../projections/projection.ts';
import { runProjector } from '../../projections/run-projector.ts';
import { manyIdeas } from './many-ideas.ts';
import { checkpointOf, openLogSpace, projecting, projectTo, reached, type LogSpace } from './log-space.ts';
import * as story from './story.ts';
import { World } from './world.ts';

let space: LogSpace;
let world: World;
beforeEach(async () => {
  space = await openLogSpace();
  world = new World(space);
});
afterEach(() => space.close());
const outcome = (): Promise<unknown> => projecting(space, {}, runProjector).ended;

test('a stream that was created anew is not followed', async () => {
  await manyIdeas(world, 2);
  await projectTo(space, world.head);
  await space.log.manager.streams.delete(streamOf(space.name));
  await createStream(space.log, space.name);
  await manyIdeas(new World(space), 5);
  const fault = await outcome();
  expect(fault).toBeInstanceOf(WrongLog);
  expect(String(fault)).toMatch(/was created .*, the views follow the one of/);
  expect((await checkpointOf(space.db, 'fold'))?.stopped).toMatchObject({ position: 8, reason: expect.stringContaining('was created') });
});

test('a stream that is recreated under a running projector stops it', async () => {
  await manyIdeas(world, 2);
  const running = projecting(space, {}, runProjector);
  await reached(space.db, world.head);
  await space.log.manager.streams.delete(streamOf(space.name));
  await createStream(space.log, space.name);
  expect(await running.ended).toBeInstanceOf(WrongLog);
});

test('a stream that is not there is not followed', async () => {
  await space.log.manager.streams.delete(streamOf(space.name));
  expect(await outcome()).toBeInstanceOf(WrongLog);
});

test('a log shorter than the views, or with another head, is not followed', async () => {
  await manyIdeas(world, 2);
  await projectTo(space, world.head);
  const fold = space.db.updateTable('checkpoint').where('name', '=', 'fold');
  await fold.set({ seq: 100 }).execute();
  expect(String(await outcome())).toMatch(/ends at 8, the views are at 100: the log has lost its end/);
  await fold.set({ seq: 8, head_hash: 'other' }).execute();
  expect(String(await outcome())).toMatch(/Position 8 of .* is not the commit that the views have folded/);
});

test('a view ahead of the fold is not trusted', async () => {
  await manyIdeas(world, 1);
  await projectTo(space, world.head);
  await space.db.updateTable('checkpoint').set({ seq: 9 }).where('name', '=', tableOf(product)).execute();
  expect(String(await outcome())).toContain(`View ${tableOf(product)} is at 9, ahead of the fold at 4`);
});

test('a gap ends the reading after what was good; nothing is skipped', async () => {
  const holey = await openLogSpace({ withStream: false });
  await holey.log.manager.streams.add({ name: streamOf(holey.name), subjects: [`ev.${holey.name}.>`] });
  await manyIdeas(new World(holey), 3);
  await holey.log.manager.streams.deleteMessage(streamOf(holey.name), 5);
  const seen: number[] = [];
  const reading = async () => {
    for await (const batch of readLog(holey.log, holey.name, 0, new AbortController().signal))
      seen.push(...batch.map(({ commit }) => commit.position));
  };
  await expect(reading()).rejects.toThrow(LogGap);
  expect(seen).toEqual([1, 2, 3, 4]);
  const fault = await projecting(holey, {}, runProjector).ended;
  expect(fault).toBeInstanceOf(WrongLog);
  expect(String(fault)).toMatch(/1 deleted/);
  await holey.close();
});

async function publish(id: string, payload: string, hash?: string): Promise<void> {
  const subject = subjectOf(space.name, 'product-cycle', id);
  const bytes = new TextEncoder().encode(payload);
  const head = headers();
  head.set(hashHeader, hash ?? hashOf(subject, bytes));
  await space.log.js.publish(subject, bytes, { headers: head });
}

test('bytes that do not fit their hash stop the fold, with position and reason, after everything good before them', async () => {
  await story.proposed(world);
  await publish('foreign-1', '{}', 'f'.repeat(64));
  const fault = await outcome();
  expect(fault).toBeInstanceOf(UnreadableCommit);
  expect(await checkpointOf(space.db, 'fold')).toMatchObject({
    seq: 1,
    stopped: { position: 1, reason: expect.stringContaining('position 2') },
  });
  expect(await findProduct(space.db, 'nem-1')).toMatchObject({ stage: 'idea-proposed' });
});

test('a commit that cannot have happened stops the fold the same way', async () => {
  await story.proposed(world);
  const actor = { person: 'x' };
  const text = encode({
    aggregate: 'product-cycle',
    id: 'ghost-1',
    prevSeq: 0,
    prevHash: '',
    commandId: 'c',
    fingerprint: 'f',
    at: 1,
    actor,
    events: [{ type: 'IdeaAccepted', data: {} }],
  });
  await publish('ghost-1', text);
  expect(await outcome()).toBeInstanceOf(UnfoldableCommit);
  expect(await checkpointOf(space.db, 'fold')).toMatchObject({
    seq: 1,
    stopped: { position: 1, reason: expect.stringContaining('position 2') },
  });
});

test('a commit that does not continue its aggregate stops the fold', async () => {
  await story.proposed(world);
  const text = encode({
    aggregate: 'product-cycle',
    id: story.idea.id,
    prevSeq: 7,
    prevHash: 'a'.repeat(64),
    commandId: 'c',
    fingerprint: 'f',
    at: 1,
    actor: { person: 'x' },
    events: [{ type: 'IdeaAccepted', data: {} }],
  });
  await publish(productCycleOf('nem-1').id, text);
  expect(String(await outcome())).toMatch(/position 2: product-cycle:nem-1 continues 7, but was folded up to 1/);
});

test('rows that no table takes stop their views alone; the fold and the archive go on', async () => {
  await story.proposed(world);
  await story.proposed(world, productCycleOf('nul-1'), 'Nem \u0000');
  const running = projecting(space, {}, runProjector);
  for (const name of ['fold', 'archive_v1', tableOf(certificate)]) await reached(space.db, world.head, name);
  expect((await checkpointOf(space.db, tableOf(product)))?.stopped).toMatchObject({ reason: expect.stringContaining('0x00') });
  await running.stop();
});
