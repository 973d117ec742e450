import { expect, test } from 'vitest';
import { editionFor, editions, lawOn } from '../../domain/edition/edition-for.ts';
import { levelCertifying } from '../../domain/edition/level.ts';
import { mayProduce, samplesFor } from '../../domain/edition/producers.ts';
import { nextStep, route, type Step } from '../../domain/edition/route.ts';

const law = editions['qd-26-2026'];
const former = editions['qd-1048-2019'];
const inWords = (steps: readonly Step[]) => steps.map(({ level, role, mode, when }) => [level, role, mode, when].join(' '));

test('a dossier is under the edition of the day it is filed', () => {
  expect(editionFor('2019-08-20')).toBeUndefined();
  expect(editionFor('2019-08-21')).toBe(former);
  expect(editionFor('2023-02-23')).toBe(former);
  expect(editionFor('2023-02-24')).toBeUndefined();
  expect(editionFor('2026-05-21')).toBeUndefined();
  expect(editionFor('2026-05-22')).toBe(law);
  expect(editionFor('2040-01-01')).toBe(law);
});

test('the law of a day is the newest edition that has begun', () => {
  expect(['2018-01-01', '2019-08-21', '2026-05-21'].map((day) => lawOn(day).id)).toEqual(['qd-1048-2019', 'qd-1048-2019', 'qd-1048-2019']);
  expect(lawOn('2026-05-22')).toBe(law);
});

test('under 1048 every dossier climbs three councils', () => {
  const chain = ['district council meeting filed', 'province council meeting forwarded', 'central council meeting forwarded'];
  expect(inWords(route(former, 'first', 0))).toEqual(chain);
  expect(inWords(route(former, 'renewal', 5))).toEqual(chain);
  expect(route(former, 'first', 0).map(({ certifies }) => certifies)).toEqual([[], [3, 4], [5]]);
});

test('under 26/2026 the commune reports and two councils meet', () => {
  const chain = ['commune report  filed', 'province council meeting requested', 'central council meeting forwarded'];
  expect(inWords(route(law, 'first', 0))).toEqual(chain);
  expect(inWords(route(law, 'upgrade', 3))).toEqual(chain);
});

test('a renewal of three or four stars is judged in writing at the province', () => {
  expect(inWords(route(law, 'renewal', 4))).toEqual([
    'commune report  filed',
    'province council written requested',
    'central council meeting forwarded',
  ]);
});

test('a renewal of five stars has an agency report and no council at the province, and goes up whatever it says', () => {
  const steps = route(law, 'renewal', 5);
  expect(inWords(steps)).toEqual(['commune report  filed', 'province agencyReport  requested', 'central council written always']);
  expect(steps[1]).toMatchObject({ certifies: [], forwards: { when: 'always', to: 'central' } });
});

test('a dossier that the edition does not know has no route', () => {
  expect(route(law, 'upgrade', 5)).toEqual([]);
  expect(route(law, 'renewal', 0)).toEqual([]);
  expect(route(law, 'first', 2)).toEqual(route(law, 'first', 0));
});

test('each step knows the next, and the last none', () => {
  const steps = route(law, 'first', 0);
  expect(nextStep(steps, 'commune')?.level).toBe('province');
  expect(nextStep(steps, 'province')?.level).toBe('central');
  expect(nextStep(steps, 'central')).toBeUndefined();
  expect(nextStep(steps, 'district')).toBeUndefined();
});

test('a step carries its own clock with the article that sets it', () => {
  expect(route(law, 'first', 0).map(({ clock }) => clock)).toEqual([
    { value: { runs: 'term', term: { value: 15, unit: 'working-days' }, from: 'receipt' }, basis: { article: '7.2' } },
    { value: { runs: 'round' }, basis: { article: '5' } },
    { value: { runs: 'round' }, basis: { article: '5' } },
  ]);
  expect(route(law, 'renewal', 3)[1]?.clock).toEqual({
    value: { runs: 'term', term: { value: 45, unit: 'days' }, from: 'complete-request' },
    basis: { article: '7.6.g' },
  });
});

test('five stars are certified by the ministry and by nobody else', () => {
  const stars = [3, 4, 5] as const;
  expect(stars.map((star) => levelCertifying(law, star).level)).toEqual(['province', 'province', 'central']);
});

test('a tourism association registers tourism only, and nobody is turned away by a list we have not seen', () => {
  expect([mayProduce(law, 'association', 26), mayProduce(law, 'association', 11)]).toEqual([true, false]);
  expect(mayProduce(law, 'family', 11)).toBe(true);
  expect(mayProduce(former, 'association', 11)).toBe(true);
});

test('five samples go with a product and none with a service', () => {
  expect([samplesFor(law, 11), samplesFor(law, 26), samplesFor(former, 1)]).toEqual([5, 0, 5]);
});
