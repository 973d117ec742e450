import { describe, expect, test } from 'vitest';
import { compareCertificate, compareEvents, compareProduct, compareRefusals, compareWorklist, restsOn } from '../../rehearsal/compare.ts';
import type { Whom } from '../../rehearsal/case-file.ts';
import type { RefusalRow, WorklistRow } from '../../rehearsal/rows.ts';

const of = { aggregate: 'product-cycle', id: 'tra-1' } as const;
const row = (more: Partial<WorklistRow> = {}): WorklistRow => ({
  aggregate: 'product-cycle',
  id: 'tra-1',
  command: 'report',
  role: 'committee',
  unit: '04651',
  person: null,
  due_day: '2027-03-22',
  ...more,
});
const minh = { id: 'minh', name: 'Minh', roles: [{ role: 'committee', unit: '04651' }] } as const;
const duty = (is: Whom & { due?: string; absent?: boolean }) => ({
  about: 'worklist' as const,
  is: { on: of, command: 'report', absent: false, ...is },
});

describe('who has it', () => {
  test('a person has what awaits his role in his unit, and what names him; not what names another', () => {
    expect(compareWorklist(duty({ person: minh }), [row()])).toEqual([]);
    expect(compareWorklist(duty({ person: minh }), [row({ person: 'minh', unit: 'hd' })])).toEqual([]);
    expect(compareWorklist(duty({ person: minh }), [row({ person: 'lan' })])).toHaveLength(1);
    expect(compareWorklist(duty({ person: minh }), [row({ unit: '04652' })])).toHaveLength(1);
  });
  test('a wrong due day is a difference, and so is a duty that should not be there', () => {
    expect(compareWorklist(duty({ person: minh, due: '2027-03-23' }), [row()])).toEqual([
      { field: 'due', expected: '2027-03-23', actual: '2027-03-22' },
    ]);
    expect(compareWorklist(duty({ seat: { role: 'committee', unit: '04651' }, absent: true }), [row()])).toEqual([
      { field: 'worklist', expected: null, actual: { of: 'committee@04651', do: 'report', due: '2027-03-22' } },
    ]);
    expect(compareWorklist(duty({ person: minh, absent: true }), [])).toEqual([]);
  });
});

test('reminders are compared as a whole: one too many is a difference', () => {
  const certificate = {
    state: 'in-force',
    how: null,
    star: 4,
    last_day: '2022-12-23',
    extended_until: null,
    extension: null,
    extended_by: null,
    ground: null,
    issuer: '38',
    producer_name: 'Cơ sở',
    name: 'Nước mắm',
    number: null,
    product_code: null,
    issued_under: 'qd-1048-2019',
    window_opens: null,
    window_closes: null,
  };
  const timeline = ['2022-09-24', '2022-11-23'].map((day) => ({ event: 'HolderReminded', data: { day } }));
  const expecting = (reminders: string[]) => ({
    about: 'certificate' as const,
    of: { aggregate: 'certificate', id: 'tra-1' } as const,
    is: { reminders },
  });
  expect(compareCertificate(expecting(['2022-09-24', '2022-11-23']), { certificate, timeline })).toEqual([]);
  expect(compareCertificate(expecting(['2022-09-24']), { certificate, timeline })).toHaveLength(1);
  expect(compareCertificate(expecting([]), undefined)).toEqual([{ field: 'reminders', expected: [], actual: null }]);
});

test('runs are compared in order and number, and of each what the file says', () => {
  const product = {
    name: 'Trà',
    stage: 'result-reported',
    level: 'province',
    star: 4,
    mean: '81.00',
    source: 'sheets',
    round: null,
    product_code: null,
    form_number: null,
    edition: null,
    kind: null,
  };
  const one = {
    level: 'province',
    n: 1,
    trigger: 'first',
    source: 'paperMinutes',
    mean: '91.00',
    star: 5,
    gap: false,
    missed: null,
    gate: null,
  };
  const two = { ...one, n: 2, trigger: 'evaluateAgain', source: 'sheets', mean: '81.00', star: 4 };
  const expecting = (...runs: object[]) => compareProduct({ about: 'product', of, is: { runs } }, { product, runs: [one, two] });
  expect(expecting({ level: 'province', mean: '91.00' }, { n: 2, trigger: 'evaluateAgain' })).toEqual([]);
  expect(expecting({ n: 2 }, { n: 1 })).toHaveLength(1);
  expect(expecting({ n: 1 })).toHaveLength(1);
  expect(compareProduct({ about: 'product', of, is: { source: 'paperMinutes' } }, { product, runs: [] })).toEqual([
    { field: 'source', expected: 'paperMinutes', actual: 'sheets' },
  ]);
});

test('an article is found among those of a basis', () => {
  expect(restsOn({ article: '7.3.d' }, { article: '7.3.d, 7.6.d, App. II' })).toBe(true);
  expect(restsOn({ article: '7.3' }, { article: '7.3.d, 7.6.d' })).toBe(false);
  expect(restsOn({ councilRegulation: 'panel' }, { article: '7.3.d' })).toBe(false);
  expect(restsOn({}, undefined)).toBe(true);
});

test('refusals are listed whole, oldest first', () => {
  const refused = (code: string): RefusalRow => ({ command: 'report', code, person: 'minh', basis: { article: '7.2' } });
  const expecting = (...codes: string[]) => ({
    about: 'refusals' as const,
    of,
    are: codes.map((code) => ({ command: 'report', code, person: 'minh', article: '7.2' })),
  });
  expect(compareRefusals(expecting('A', 'B'), [refused('B'), refused('A')])).toEqual([]);
  expect(compareRefusals(expecting('B', 'A'), [refused('B'), refused('A')])).toHaveLength(1);
  expect(compareRefusals(expecting(), [refused('A')])).toHaveLength(1);
});
test('events are counted, all or those of one name', () => {
  const rows = ['A', 'B', 'A'].map((event) => ({ event, data: {} }));
  expect(compareEvents({ about: 'events', of, count: 3 }, rows)).toEqual([]);
  expect(compareEvents({ about: 'events', of, name: 'A', count: 1 }, rows)).toEqual([{ field: 'count', expected: 1, actual: 2 }]);
});
