import { expect, test } from 'vitest';
import type { Basis, Clause } from '../../domain/edition/edition.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Stage } from '../../domain/product-cycle/state.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import { at } from './domain.ts';
import type { Cycle } from './product-cycle.ts';

/** One command: where and by whom it is allowed, what it yields, and who and which stages are turned away. */
export interface Row {
  scene: Cycle;
  data: object;
  by: Actor;
  on: string;
  events: readonly string[];
  becomes: Stage;
  stranger?: Actor;
  otherUnit?: Actor;
  units?: readonly string[];
  elsewhere: readonly [Cycle, RejectionCode][];
  clause: Clause;
  basis: Basis;
}
export interface Rows {
  readonly [command: string]: Row;
}

/** Who, then stage: the tests that every command has in common. */
export const whoThenStage = (rows: Rows): void => {
  const each = Object.entries(rows);
  test.for(each)('%s is allowed to whom the law names, and moves the cycle on', ([command, { scene, data, by, on, events, becomes }]) => {
    const outcome = scene.when(command, data, by, at(on));
    outcome.thenTypes(...events);
    expect(outcome.state.stage).toBe(becomes);
  });

  test.for(each.filter(([, { stranger }]) => stranger))('%s is not the part of anybody else', ([command, row]) => {
    const { scene, data, stranger = row.by, on, clause, basis } = row;
    scene.when(command, data, stranger, at(on)).thenRejected('NotYourPart', undefined, { clause, basis });
  });

  test('whoever has no part is refused, but for an idea, which anybody may propose', () => {
    expect(each.filter(([, { stranger }]) => !stranger).map(([command]) => command)).toEqual('proposeIdea' in rows ? ['proposeIdea'] : []);
  });

  test.for(each.filter(([, { otherUnit }]) => otherUnit))('%s is for the unit of the file alone', ([command, row]) => {
    const { scene, data, otherUnit = row.by, units, on, clause, basis } = row;
    scene.when(command, data, otherUnit, at(on)).thenRejected('NotYourUnit', units && { units }, { clause, basis });
  });

  test.for(each)(
    '%s has its stages, and elsewhere says what stands in the way',
    ([command, { elsewhere: places, data, by, on, clause }]) => {
      for (const [scene, code] of places) scene.when(command, data, by, at(on)).thenRejected(code, undefined, { clause });
    },
  );
};
