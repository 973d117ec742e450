import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf } from '../../domain/annual-cycle/counts.ts';
import { annualCycle } from '../../domain/annual-cycle/index.ts';
import type { AnnualCycle } from '../../domain/annual-cycle/state.ts';
import type { Ack } from '../../domain/kernel/aggregate.ts';
import { refusal } from '../../domain/kernel/rule.ts';
import { administrator, always, at, engineActor, given, type Scene } from '../kit/domain.ts';
import { act } from '../kit/product-cycle.ts';

const now = at('2030-01-10');
const end = at('2030-12-31');
const opening = { year: 2030, province: '86', plan: 'Kế hoạch', rounds: [], ...act('2030-01-05') };
const held = { opens: '2030-02-01', closes: '2030-04-01', lastDay: '2030-07-31' };
const ended = (outcome: string, star: 0 | 3 | 4 | 5 = 0): Ack => ({ ok: false, rejection: refusal('CycleFinished', { outcome, star }) });
const answers: readonly Ack[] = [
  { ok: true, position: 1, events: [{ type: 'CarriedOver', data: { year: 2031 } }] },
  ended('recognised', 3),
  ended('recognised', 4),
  ended('recognised', 5),
  ended('not-passed'),
  ended('returned'),
  ended('withdrawn'),
  ended('rejected'),
  ended('stopped'),
  ended('closed-by-transition'),
  ended('an-ending-of-later'),
  { ok: false, rejection: refusal('CarriedOverAlready', { year: 2031 }) },
  { ok: false, rejection: refusal('NotAtThisStage', { stage: 'unborn', stages: [] }) },
];
const enrolled = (dossiers: number, certificates: number): Scene<AnnualCycle> => {
  let scene = given(annualCycle).after('openAnnualCycle', opening, administrator('86'), now);
  for (let n = 0; n < dossiers; n++)
    scene = scene.after('enrol', { cycle: `p${n}-1`, name: `P${n}`, year: 2030, province: '86' }, engineActor, now);
  for (let n = 0; n < certificates; n++)
    scene = scene
      .knowing({ held })
      .after('enrol', { cycle: `c${n}-1`, name: `C${n}`, year: 2030, province: '86', isCertificate: true }, administrator('86'), now);
  return scene;
};

test(
  'whatever became of the products, and in whatever order they answer, a closing report adds up to the products of the year',
  { timeout: 60_000 },
  () => {
    const seen = new Set<string>();
    always(
      fc.property(
        fc.array(fc.constantFrom(...answers), { maxLength: 14 }),
        fc.nat(3),
        fc.infiniteStream(fc.nat()),
        (all, certificates, picks) => {
          let scene = enrolled(all.length, certificates).after('closeAnnualCycle', {}, administrator('86'), end);
          for (const answer of all) {
            expect(scene.state.stage).toBe('closing');
            const owed = annualCycle.obligations(scene.state, '2030-86');
            scene = scene.and(end, ...(owed[Number(picks.next().value) % owed.length]?.settle(answer) ?? []));
          }
          const { state } = scene;
          if (state.stage !== 'closed') throw new Error(`not closed but ${state.stage}`);
          expect(state.counts.enrolled).toBe(all.length + certificates);
          expect(sumOf(state.counts)).toBe(state.counts.enrolled);
          expect(state.counts.notFiled).toBe(certificates);
          expect(annualCycle.obligations(state, '2030-86')).toEqual([]);
          for (const outcome of Object.keys(state.counts.others ?? {})) seen.add(outcome);
        },
      ),
      150,
    );
    expect([...seen].toSorted()).toEqual(['an-ending-of-later', 'closed-by-transition', 'rejected', 'stopped', 'withdrawn']);
  },
);

test('a year of certificates that nobody renewed closes at once, and asks nobody', () => {
  enrolled(0, 2)
    .when('closeAnnualCycle', {}, administrator('86'), end)
    .thenTypes('AnnualCycleClosing', 'AnnualCycleClosed')
    .when('closeAnnualCycle', {}, administrator('86'), end)
    .thenRejected('AnnualCycleNotOpen');
});

test('a filed dossier stands in the place of the certificate that called for it, so that the product counts once', () => {
  const { state } = enrolled(0, 1).after('enrol', { cycle: 'c0-2', name: 'C0', year: 2030, province: '86' }, engineActor, now);
  expect(state).toMatchObject({ enrolled: [{ cycle: 'c0-2' }] });
  expect(annualCycle.obligations(enrolled(0, 1).after('closeAnnualCycle', {}, administrator('86'), end).state, '2030-86')).toEqual([]);
});

test('what was recorded before outcomes were counted one by one still reads, and adds up as far as it was counted', () => {
  const counts = { enrolled: 2, stars: { 3: 1, 4: 0, 5: 0 }, notPassed: 1, returned: 0, carriedOver: 0 };
  const before = enrolled(0, 0).and(end, { type: 'AnnualCycleClosing', data: {} });
  expect(before.and(end, { type: 'AnnualCycleClosed', data: { counts } }).state).toMatchObject({ stage: 'closed', counts });
  expect(sumOf(counts)).toBe(2);
});
