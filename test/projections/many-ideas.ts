import { productCycleOf } from '../../domain/kernel/address.ts';
import { at, committee, producer } from '../kit/domain.ts';
import { commune, province } from '../kit/product-cycle.ts';
import type { World } from './world.ts';

/** Many ideas, accepted, with plans: four commits each, of many aggregates at once. */
export async function manyIdeas(world: World, count: number, from = 0): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `y${from + index}-1`);
  const one = async (id: string): Promise<void> => {
    const to = productCycleOf(id);
    const now = (actor: Parameters<typeof world.tell>[3]['actor']) => ({ actor, at: at('2027-02-01') });
    const idea = { place: { commune, province }, name: `Ý tưởng ${id}`, idea: 'gói nhỏ' };
    await world.must(to, 'proposeIdea', idea, now(producer('htx')));
    await world.must(to, 'acceptIdea', {}, now(committee(commune)));
    await world.must(
      to,
      'submitPlan',
      { producer: { id: 'htx', name: 'HTX', kind: 'cooperative' }, summary: 'phương án' },
      now(producer('htx')),
    );
    await world.must(to, 'acceptPlan', {}, now(committee(commune)));
  };
  const queue = ids.values();
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      for (const id of queue) await one(id);
    }),
  );
}
