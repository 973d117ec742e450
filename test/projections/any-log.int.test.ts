import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { productCycleOf } from '../../domain/kernel/address.ts';
import { administrator, at, committee, producer } from '../kit/domain.ts';
import { act, commune, dossier, findings, province, received, supplementOf, piece } from '../kit/product-cycle.ts';
import { views } from '../../projections/index.ts';
import { runProjector } from '../../projections/run-projector.ts';
import { seeded } from '../kit/seeded.ts';
import { actualRows, expectedRows, wholeLog } from './expected.ts';
import { openLogSpace, projecting, reached } from './log-space.ts';
import * as story from './story.ts';
import { World } from './world.ts';

const place = { commune, province };
const [maker, officer] = [producer('htx'), committee(commune)];
const steps = [
  ['proposeIdea', { place, name: 'Nem', idea: 'nhỏ' }, maker],
  ['acceptIdea', {}, officer],
  ['returnIdea', { note: 'thêm' }, officer],
  ['submitPlan', { producer: dossier.producer, summary: 'kế hoạch' }, maker],
  ['acceptPlan', {}, officer],
  ['returnPlan', { note: 'thêm' }, officer],
  ['fileDossier', dossier, maker],
  ['receive', received, officer],
  ['requestSupplement', supplementOf('câu chuyện'), officer],
  ['supplement', { evidence: [piece('câu chuyện')] }, maker],
  ['report', { findings, ...act('2027-03-19') }, officer],
  ['requestNextLevel', act('2027-03-22'), officer],
] as const;

const turns = 500;
async function take(world: World, roll: (sides: number) => number, now: number): Promise<void> {
  const to = productCycleOf(`sp${roll(9)}-1`);
  const what = roll(12);
  if (what === 0) await world.settle(now, 1);
  else if (what === 1) await world.passDeadlines(to, now + 40 * 86_400_000);
  else if (what === 2) await world.refuse(to, 'receive', 'NotAtThisStage', now);
  else {
    const [type, data, actor] = steps[roll(steps.length)] ?? steps[0];
    await world.tell(to, type, data, { actor, at: now }); // refused or not
  }
}

test('whatever is written, and wherever the projector is cut off, every view is the rows of the folded log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const [{ below: roll }, space] = [seeded(seed), await openLogSpace()];
      const world = new World(space);
      await world.must(
        story.year,
        'openAnnualCycle',
        { year: 2027, province, plan: 'x', rounds: [], ...act('2027-01-05') },
        { actor: administrator(province), at: at('2027-01-05') },
      );
      let running = projecting(space, {}, runProjector);
      for (let n = 0; n < turns; n++) {
        await take(world, roll, at('2027-03-22') + n * 1_000);
        if (roll(100) > 0) continue;
        running.abort();
        running = projecting(space, { db: space.another() }, runProjector); // stands by while the one before ends
      }
      await world.settle(at('2027-03-23'));
      await Promise.race([reached(space.db, world.head), running.ended]);
      expect(await running.stop()).toBe('ended');
      const log = await wholeLog(space);
      expect(log.length).toBe(world.head);
      for (const view of views) expect(await actualRows(space, view), view.name).toEqual(expectedRows(view, log));
      await space.close();
    }),
    { numRuns: 3, seed: 26_2026, endOnFailure: true },
  );
});
