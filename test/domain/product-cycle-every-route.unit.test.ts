import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../domain/edition/edition-for.ts';
import type { CertifiedStar, EditionId, Kind } from '../../domain/edition/edition.ts';
import { addDays, dayOf, startOf, type Instant } from '../../domain/kernel/instant.ts';
import { invariant } from '../../domain/kernel/invariant.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { hasDossier, type ProductCycle } from '../../domain/product-cycle/state.ts';
import { always, at, given, producer } from '../kit/domain.ts';
import { frozen } from '../kit/freeze.ts';
import { wantedAt } from '../kit/product-cycle-walk.ts';
import { dossier, formerDossier, formerPlace, held } from '../kit/product-cycle.ts';
import { seeded } from '../kit/seeded.ts';

/*
 * Every way that an edition knows, from filing to an end, walked by people who do what is on their worklists, whatever they decide: it ends, it lies on
 * one desk at a time, and no day is asked for before it could have begun.
 */

interface Way {
  edition: EditionId;
  kind: Kind;
  star: 0 | CertifiedStar;
}
const filedOn: Readonly<Record<EditionId, string>> = {
  'qd-1048-2019': '2021-03-01',
  'qd-148-2023': '2024-03-01',
  'qd-1489-2025': '2025-09-01',
  'qd-26-2026': '2027-03-01',
};
const form = JSON.stringify(productCycle.commands['fileDossier']?.schema());
const ways: readonly Way[] = Object.values(editions).flatMap(({ id, routes }) =>
  routes.flatMap(
    ({ kinds, heldStars }) =>
      kinds
        .filter((kind) => form.includes(`"${kind}"`))
        .flatMap((kind) => heldStars.map((star) => ({ edition: id, kind, star })))
        .filter(({ kind, star }) => (kind === 'first') === (star === 0) && !(kind === 'upgrade' && star === 5)), // nothing is above five
  ),
);
const nameOf = ({ edition, kind, star }: Way) => `${edition}: ${kind}, ${star} stars held`;

const dossierUnder = (edition: EditionId) => {
  if (edition === 'qd-1048-2019') return formerDossier;
  return edition === 'qd-148-2023' ? { ...dossier, place: formerPlace } : dossier; // the districts and their province are gone from 01/7/2025 on
};
/** With a certificate, it ends 150 days later: inside the window where there is one. */
const filed = ({ edition, kind, star }: Way): ProductCycle => {
  const on = filedOn[edition];
  const views = star === 0 ? {} : { held: held(star, addDays(on, 150)) };
  return given(productCycle)
    .knowing(views)
    .after('fileDossier', { ...dossierUnder(edition), kind }, producer('htx'), at(on)).state;
};

const offices = new Set(['committee', 'ocopAgency', 'decidingAuthority']);
const isInOrder = (state: ProductCycle): void => {
  if (!hasDossier(state)) return;
  const desks = new Set(
    productCycle
      .worklist(state)
      .filter(({ role }) => offices.has(role))
      .map(({ unit }) => unit),
  );
  invariant(desks.size <= 1, `at ${state.stage} it lies on the desks of ${[...desks].join(' and ')}`);
  const receivedOn = state.receipts.at(-1)?.on;
  if (receivedOn === undefined) return;
  invariant(!('due' in state) || state.due === null || state.due.day >= receivedOn, `due before it was received at ${state.stage}`);
  invariant(
    productCycle.deadlines(state).every((due) => due.at >= startOf(receivedOn)),
    `a deadline before the receipt at ${state.stage}`,
  );
};

const isOver = (state: ProductCycle): boolean => !productCycle.alive(state);

const stridesMax = 400;
const dayMs = 86_400_000;
/** One day at a time somebody does what is awaited of him; what is refused is tried again otherwise. */
const walked = (way: Way, seed: number): ProductCycle => {
  const chance = seeded(seed);
  let state = filed(way);
  let now: Instant = at(filedOn[way.edition]);
  for (let stride = 0; stride < stridesMax && !isOver(state); stride++) {
    now += chance.below(3) * dayMs;
    const { command, data, actor } = wantedAt(state, { way: 0, dice: chance.below(100_000), hours: 0 }, now);
    const whole = command === 'requestNextLevel' ? { ...data, samples: 5 } : data; // whatever was received: without samples nothing goes up
    const verdict = productCycle.judge(state, frozen({ type: command, data: whole }), actor, now);
    if ('rejection' in verdict) continue;
    for (const event of verdict.events) state = productCycle.apply(state, event, now);
    isInOrder(state);
  }
  invariant(isOver(state), `${nameOf(way)} stands at ${state.stage} on ${dayOf(now)} and goes nowhere`);
  return state;
};

test('the ways are those of the editions: a first evaluation, and each star held', () => {
  expect(ways.length).toBeGreaterThanOrEqual(16);
  for (const id of Object.keys(filedOn)) expect(ways.filter(({ edition, kind }) => edition === id && kind === 'first')).toHaveLength(1);
});

test.each(ways.map((way) => [nameOf(way), way] as const))(
  '%s: it ends, on one desk at a time, and no day comes before its receipt',
  (_, way) => {
    const ends = new Set<string>();
    always(
      fc.property(fc.nat(), (seed) => {
        ends.add(walked(way, seed).stage);
      }),
      40,
    );
    const wanted = way.kind === 'upgrade' ? ['not-passed'] : ['recognised', 'not-passed']; // few means are above the star held
    expect([...ends], 'high and low means alike').toEqual(expect.arrayContaining(wanted));
  },
);
