import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultRegulation,
  isSpreadOver,
  quorumFor,
  regulationOf,
  regulationSettings,
  regulationsOnRecord,
} from '../../domain/edition/council-regulations.ts';
import { editions } from '../../domain/edition/edition-for.ts';
import { settings } from '../../domain/edition/settings.data.ts';
import { setting } from '../../domain/edition/settings.ts';
import { invariant } from '../../domain/kernel/invariant.ts';

const seed = 20260522;
const law = editions['qd-26-2026'];
const former = editions['qd-1048-2019'];
const of148 = editions['qd-148-2023'];
const of1489 = editions['qd-1489-2025'];
const all = Object.values(editions);

/** Every basis that stands anywhere in an edition, however deep. */
const basesIn = (value: unknown): object[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'basis' in value && typeof value.basis === 'object' && value.basis ? [value.basis] : [];
  return [...own, ...Object.values(value).flatMap(basesIn)];
};

test('an edition carries the name it is listed under', () => {
  expect(Object.entries(editions).filter(([id, edition]) => id !== edition.id)).toEqual([]);
});

test('every clause and every number rests on something that exists', () => {
  for (const edition of all) {
    const bases = [...Object.values(edition.clauses), ...basesIn(edition)];
    const names = bases.flatMap((basis) => ('setting' in basis ? [basis.setting] : []));
    expect(names.filter((name) => !(String(name) in settings))).toEqual([]);
    expect(bases.filter((basis) => Object.keys(basis).length !== 1)).toEqual([]);
  }
});

const unseen = [
  [former, /^QĐ (1048|781|490)( \(\d\))?$/],
  [of148, /^QĐ (148|490)( \(\d\))?$/],
  [of1489, /^QĐ (148|1489|490)( \(\d\))?$/],
] as const;
test.each(unseen)('no article of $id is cited, for none was seen', (edition, named) => {
  const places = [...Object.values(edition.clauses), ...basesIn(edition)].flatMap((basis) =>
    'article' in basis ? [String(basis.article)] : [],
  );
  expect(places.filter((place) => !named.test(place))).toEqual([]);
});

test('the parts of every edition make a hundred points', () => {
  expect(
    all.map(
      ({
        parts: {
          value: { A, B, C },
        },
      }) => A.max + B.max + C.max,
    ),
  ).toEqual([100, 100, 100, 100]);
  expect(
    all.map(
      ({
        parts: {
          value: { A, B, C },
        },
      }) => [A.max, B.max, C.max],
    ),
  ).toEqual([
    [35, 25, 40],
    [40, 25, 35],
    [40, 25, 35],
    [40, 25, 35],
  ]);
});

test('1489 changes the procedure of 148 and leaves its points and its certificate', () => {
  expect(of1489.bands).toEqual(of148.bands);
  expect(of1489.parts).toEqual(of148.parts);
  expect(of1489.certificate).toEqual(of148.certificate);
  expect(of1489.renewal).toEqual(of148.renewal);
  expect(of1489.levels).not.toEqual(of148.levels);
});

test('each edition names the one it came after, and is in force from its own day', () => {
  expect(all.map(({ transition }) => transition.from)).toEqual([null, 'qd-1048-2019', 'qd-148-2023', 'qd-1489-2025']);
  expect(all.map(({ effectiveFrom, effectiveTo }) => `${effectiveFrom.value} ${effectiveTo.value}`)).toEqual([
    '2019-08-21 2023-02-23',
    '2023-02-24 2025-07-05',
    '2025-07-06 2026-07-21',
    '2026-05-22 null',
  ]);
});

test('what a level sends down goes to a level below it, which certifies what can be accepted there', () => {
  for (const { levels, bands } of all) {
    const order = levels.map(({ level }) => level);
    for (const { level, sendsDown } of levels) {
      for (const { min, below, to, answers } of sendsDown.value) {
        expect(order.indexOf(to)).toBeLessThan(order.indexOf(level));
        const stars = bands.value.filter((band) => band.min >= min && band.min < below).map(({ star }) => star);
        const certified: readonly number[] = levels.find((each) => each.level === to)?.certifies.value ?? [];
        expect(!answers.includes('acceptCentralResult') || stars.every((star) => certified.includes(star))).toBe(true);
      }
    }
  }
});

test('a certificate runs thirty-six months under every edition, for three to five stars', () => {
  expect(all.map(({ certificate }) => [certificate.months.value, certificate.stars.value])).toEqual([
    [36, [3, 4, 5]],
    [36, [3, 4, 5]],
    [36, [3, 4, 5]],
    [36, [3, 4, 5]],
  ]);
});

test('each star of a certificate is certified by exactly one level', () => {
  for (const edition of all) {
    const certified = edition.levels.flatMap(({ certifies }) => certifies.value);
    expect(new Set(certified)).toEqual(new Set(edition.certificate.stars.value));
    expect(certified).toHaveLength(edition.certificate.stars.value.length);
  }
});

test('a route visits only levels of its edition, in their order', () => {
  for (const edition of all) {
    const order = edition.levels.map(({ level }) => level);
    for (const { steps } of edition.routes) {
      const places = steps.map(({ level }) => order.indexOf(level));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  }
});

test('the printed days of the transition are 60 and 30 days after the text', () => {
  expect(law.transition.rules.map(({ code, until }) => `${code} ${until}`)).toEqual([
    'certificates-continue null',
    'pending-first-upgrade 2026-07-21',
    'pending-renewal 2026-06-21',
    'old-decisions-lapse 2026-07-21',
  ]);
});

test('six grounds revoke a certificate within fifteen days of the conclusion', () => {
  expect(law.revocation.grounds.value.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
  expect(law.clocks.revocation).toEqual({ value: { value: 15, unit: 'days' }, basis: { article: '8.4' } });
});

test('the commune judges four contents under 1489 and 26/2026, and none where no commune reports', () => {
  expect(law.dossier.findings.value.map(({ code }) => code)).toEqual(['origin', 'labour', 'idea', 'identity']);
  expect(of1489.dossier.findings.value.map(({ code }) => code)).toEqual(['origin', 'labour', 'idea', 'identity']);
  expect([former, of148].map(({ dossier }) => dossier.findings.value)).toEqual([[], []]);
  expect(of148.clauses['commune.report']).toEqual({ silent: true });
  expect(former.clauses['commune.findings']).toEqual({ silent: true });
});

test('a dossier of 1048 has eighteen kinds of evidence, five of them mandatory; form 02 lists fifteen', () => {
  expect([former.dossier.evidence.value.length, former.dossier.evidence.value.filter(({ mandatory }) => mandatory).length]).toEqual([
    18, 5,
  ]);
  expect(law.dossier.evidence.value).toHaveLength(15);
});

test('there are 112 settings, and each value is one of those allowed', () => {
  const listed = Object.entries(settings);
  expect(listed).toHaveLength(112);
  const outside = listed.filter(([, { values, allowed }]) => {
    const choices: readonly unknown[] | null = allowed;
    return choices !== null && Object.values(values).some((value) => !choices.includes(value));
  });
  expect(outside).toEqual([]);
});

test('a setting answers with the value of its edition', () => {
  expect(all.map((edition) => setting('commune.clock.days', edition))).toEqual([null, null, null, 15]);
  expect(all.map(({ clocks }) => clocks.communeReport.value?.value ?? null)).toEqual([null, null, null, 15]);
  expect(setting('council.dispatchLead', law)).toEqual({ value: 2, unit: 'working-days' });
  expect(law.clocks.communeReport.value?.value).toBe(setting('commune.clock.days', law));
  expect(law.renewal.extensionDays.lateFiling.value).toBe(setting('lateFiling.maxDays', law));
});

test('a regulation answers every matter that is left to a council, and nothing else', () => {
  const left = Object.entries(settings).flatMap(([name, { scope }]) => (scope === 'council' ? [name] : []));
  expect(Object.values(regulationSettings).toSorted()).toEqual(left.toSorted());
  expect(Object.keys(defaultRegulation(law)).toSorted()).toEqual(Object.keys(regulationSettings).toSorted());
});

test('75 % with the council chair needs seven of nine and six of eight', () => {
  const regulation = defaultRegulation(law);
  expect([quorumFor(regulation, 9), quorumFor(regulation, 8), regulation.chairRequired]).toEqual([7, 6, true]);
});

test('a spread of exactly ten is allowed and eleven is not', () => {
  const regulation = defaultRegulation(law);
  expect([[80, 75, 72, 70], [82, 78, 71], [80, 77, 74], [], [50]].map((totals) => isSpreadOver(regulation, totals))).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(isSpreadOver({ ...regulation, spreadInclusive: false }, [80, 70])).toBe(true);
});

test('a spread from the mean is measured exactly', () => {
  const regulation = { ...defaultRegulation(law), spreadMeasure: 'from-mean' } as const;
  expect(isSpreadOver(regulation, [80, 65, 65])).toBe(false);
  expect(isSpreadOver(regulation, [80, 65, 64])).toBe(true);
});

test('the secretary does not score, unless the regulation says so', () => {
  expect(defaultRegulation(law).secretaryScores).toBe(false);
});

test('Tây Ninh is on record with three quarters, the chair, ten points and the arithmetic mean', () => {
  const recorded = regulationsOnRecord.find(({ province }) => province === 'Tây Ninh');
  invariant(recorded, 'Tây Ninh');
  expect(regulationOf(recorded)).toMatchObject({
    quorum: { of: 3, in: 4 },
    chairRequired: true,
    spreadMax: 10,
    spreadInclusive: true,
    mean: 'arithmetic',
  });
});

test(`a quorum is the smallest number of seats that is at least the fraction (seed ${seed})`, () => {
  const fraction = fc
    .integer({ min: 1, max: 12 })
    .chain((whole) => fc.integer({ min: 1, max: whole }).map((part) => ({ of: part, in: whole })));
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 60 }), (quorum, seats) => {
      const needed = quorumFor({ quorum }, seats);
      expect(needed * quorum.in).toBeGreaterThanOrEqual(quorum.of * seats);
      expect((needed - 1) * quorum.in).toBeLessThan(quorum.of * seats);
      expect(needed).toBeLessThanOrEqual(seats);
    }),
    { seed },
  );
});
