import { expect, test } from 'vitest';
import { editionFor, editions, lawOn } from '../../domain/edition/edition-for.ts';
import { levelCertifying } from '../../domain/edition/level.ts';
import { mayProduce, samplesFor } from '../../domain/edition/producers.ts';
import { nextStep, route, type Step } from '../../domain/edition/route.ts';
import { addDays } from '../../domain/kernel/instant.ts';

const law = editions['qd-26-2026'];
const former = editions['qd-1048-2019'];
const of148 = editions['qd-148-2023'];
const of1489 = editions['qd-1489-2025'];
const inWords = (steps: readonly Step[]) => steps.map(({ level, role, mode, when }) => [level, role, mode, when].join(' '));

test('a dossier is under the edition of the day it is filed', () => {
  expect(editionFor('2019-08-20')).toBeUndefined();
  expect(editionFor('2019-08-21')).toBe(former);
  expect(editionFor('2023-02-23')).toBe(former);
  expect(editionFor('2023-02-24')).toBe(of148);
  expect(editionFor('2025-06-30')).toBe(of148);
  expect(editionFor('2025-07-01'), 'no district is left, though the text that says so comes on 06/7/2025').toBe(of1489);
  expect(['2025-07-05', '2025-07-06'].map((day) => editionFor(day))).toEqual([of1489, of1489]);
  expect(editionFor('2026-05-21')).toBe(of1489);
  expect(editionFor('2026-05-22')).toBe(law);
  expect(editionFor('2026-07-21'), 'two are in force').toBe(law);
  expect(editionFor('2040-01-01')).toBe(law);
});

test('the days on which editions take dossiers follow each other without a gap or an overlap', () => {
  const all = [former, of148, of1489, law];
  const dayAfter = all.map(({ newDossiersUntil: { value } }) => (value === null ? null : addDays(value, 1)));
  expect(all.slice(1).map(({ newDossiersFrom: { value } }) => value)).toEqual(dayAfter.slice(0, -1));
  expect(dayAfter.at(-1)).toBeNull();
});

test('the law of a day is the newest edition that has begun', () => {
  expect(['2018-01-01', '2019-08-21', '2023-02-23'].map((day) => lawOn(day))).toEqual([former, former, former]);
  expect(['2023-02-24', '2025-07-05'].map((day) => lawOn(day))).toEqual([of148, of148]);
  expect(['2025-07-06', '2026-05-21'].map((day) => lawOn(day))).toEqual([of1489, of1489]);
  expect(
    ['2026-05-22', '2026-07-21', '2026-07-22'].map((day) => lawOn(day)),
    'the older one is in force until 21/7/2026 and rules nothing new',
  ).toEqual([law, law, law]);
});

test('under 1048 every dossier climbs three councils', () => {
  const chain = ['district council meeting filed', 'province council meeting forwarded', 'central council meeting forwarded'];
  expect(inWords(route(former, 'first', 0))).toEqual(chain);
  expect(inWords(route(former, 'renewal', 5))).toEqual(chain);
  expect(route(former, 'first', 0).map(({ certifies }) => certifies)).toEqual([[], [3, 4], [5]]);
});

test('under 148 the same three councils meet, and each certifies its own star', () => {
  const chain = ['district council meeting filed', 'province council meeting forwarded', 'central council meeting forwarded'];
  expect(inWords(route(of148, 'first', 0))).toEqual(chain);
  expect(inWords(route(of148, 'renewal', 3))).toEqual(chain);
  expect(route(of148, 'first', 0).map(({ certifies }) => certifies)).toEqual([[3], [4], [5]]);
  expect(([3, 4, 5] as const).map((star) => levelCertifying(of148, star).level)).toEqual(['district', 'province', 'central']);
});

test('under 1489 the commune reports without a term and two councils meet, for every kind', () => {
  const chain = ['commune report  filed', 'province council meeting requested', 'central council meeting forwarded'];
  expect(inWords(route(of1489, 'first', 0))).toEqual(chain);
  expect(inWords(route(of1489, 'renewal', 5))).toEqual(chain);
  expect(route(of1489, 'first', 0).map(({ certifies }) => certifies)).toEqual([[], [3, 4], [5]]);
  expect(route(of1489, 'first', 0)[0]?.clock).toEqual({ value: { runs: 'local-plan' }, basis: { setting: 'commune.clock.days' } });
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
