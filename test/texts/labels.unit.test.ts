import { describe, expect, test } from 'vitest';
import { aggregates } from '../../domain/aggregates.ts';
import { dueInDays, dueInWorkingDays, dueOn } from '../../domain/kernel/due.ts';
import { officialCalendar } from '../../domain/calendar/working-days.ts';
import { en, languages, vi, wordsFor } from '../../texts/index.ts';
import { faultsIn } from './faults-in.ts';

/** Every plain text of a tree with its path; functions are tried elsewhere. */
const leavesOf = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const here = `${path}/${name}`;
    if (typeof value === 'string') return [[here, value]];
    return typeof value === 'object' && value !== null ? leavesOf(value, here) : [];
  });
const [inVietnamese, inEnglish] = [new Map(leavesOf(vi)), new Map(leavesOf(en))];

test('both languages have the same words', () => {
  expect([...inVietnamese.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  expect(wordsFor('vi')).toBe(vi);
  expect(languages.map((language) => wordsFor(language).language)).toEqual(['vi', 'en']);
});
test('every word is one in both', () => {
  expect([...inVietnamese].flatMap(([path, text]) => faultsIn(text, inEnglish.get(path) ?? ''))).toEqual([]);
});

describe.each([vi, en])('labels of $language', ({ commands, terms: { stages, editions: _, ...terms }, rejectionNames }) => {
  type Labels = { readonly [name: string]: string };
  const twinsIn = (...tables: readonly Labels[]) => {
    const labels = tables.flatMap((table) => Object.values(table)).map((label) => label.toLowerCase());
    return labels.filter((label, index) => labels.indexOf(label) < index);
  };
  test('a command is told from all others, of whatever aggregate', () => {
    expect(twinsIn(...Object.values<Labels>(commands))).toEqual([]);
  });
  test('a refusal is told from all others', () => {
    expect(twinsIn(rejectionNames)).toEqual([]);
  });
  test.each(Object.entries<Labels>({ ...terms, ...stages }))('one of the %s is told from the others', (_, labels) => {
    expect(twinsIn(labels)).toEqual([]);
  });
});

test('every command of every aggregate has a label, and no label is of a command that is not there', () => {
  for (const { name, commands } of Object.values(aggregates))
    expect(Object.keys(vi.commands[name]).sort()).toEqual(Object.keys(commands).sort());
});

describe('a due day shows its computation', () => {
  const from = '2027-03-01';
  const working = dueInWorkingDays(from, 15, 'commune.report', { article: '7.2' }, officialCalendar);

  test('in working days of a provisional year', () => {
    if (!('day' in working)) throw new Error('2027 is in the calendar');
    expect(vi.due(working)).toBe('15 ngày làm việc kể từ ngày 01/03/2027 (không tính ngày đầu): hạn 22/03/2027 (tạm tính) — Điều 7.2');
    expect(en.due(working)).toBe('15 working days from 01/03/2027 (the first day not counted): due 22/03/2027 (provisional) — Art. 7.2');
  });
  test('over holidays', () => {
    const spring = dueInWorkingDays('2026-04-22', 15, 'commune.report', { article: '7.2' }, officialCalendar);
    if (!('day' in spring)) throw new Error('2026 is in the calendar');
    expect(vi.due(spring)).toBe(
      '15 ngày làm việc kể từ ngày 22/04/2026 (không tính ngày đầu), bỏ qua ngày nghỉ 27/04/2026, 30/04/2026, 01/05/2026: hạn 18/05/2026 — Điều 7.2',
    );
  });
  test('in days, and fixed', () => {
    expect(vi.due(dueInDays(from, 45, 'request.complete', { article: '7.6.g' }))).toBe(
      '45 ngày kể từ ngày 01/03/2027 (không tính ngày đầu): hạn 15/04/2027 — Điều 7.6.g',
    );
    expect(vi.due(dueOn('2027-03-22', from, 'supplement.request', { article: '7.3.a, 7.3.c' }))).toBe(
      'Ngày ấn định: hạn 22/03/2027 — Điều 7.3.a, 7.3.c',
    );
  });
});

describe('reminders', () => {
  const window = { opens: '2029-02-06', closes: '2029-04-07' };
  const holding = { product: 'Chè Shan tuyết', lastDay: '2029-08-05' };
  test.each(Object.keys(vi.terms.reminderTopics))('%s', (topic) => {
    const told = (words: typeof vi) =>
      Object.entries(words.reminders)
        .filter(([name]) => name === topic)
        .flatMap(([, tell]) => [tell(holding), tell({ ...holding, window })]);
    expect(told(vi)).toHaveLength(2);
    expect(told(vi).flatMap((sentence, index) => faultsIn(sentence, told(en)[index] ?? ''))).toEqual([]);
    told(vi).forEach((sentence) => {
      expect(sentence).toMatch(/05\/08\/2029[^]*Hãy/);
    });
  });
  test.each([-3, -1, 0, 1, 3])('work at step %s', (step) => {
    const waiting = { what: 'commune-report', step, due: '2027-03-22' } as const;
    expect(faultsIn(vi.waiting(waiting), en.waiting(waiting))).toEqual([]);
  });
});

test('what stands around a rehearsal says that it has no legal effect', () => {
  expect(
    [vi.screens.rehearsalMark, en.screens.rehearsalMark].map((mark) => /không có giá trị pháp lý|without legal effect/.test(mark)),
  ).toEqual([true, true]);
});
