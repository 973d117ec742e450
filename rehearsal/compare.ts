import type { Expectation, Ground, RefusalExpected, WorklistExpected } from './case-file.ts';
import type { CertificateRow, CycleRow, ProductRow, RefusalRow, RunRow, TimelineRow, WorklistRow } from './rows.ts';
import { valueIn } from './words.ts';

/** One thing that is not as the file says. */
export interface Difference {
  field: string;
  expected: unknown;
  actual: unknown;
}
type About<Kind extends Expectation['about']> = Extract<Expectation, { about: Kind }>;

/** Compared where something is expected. */
const differing = (pairs: readonly (readonly [field: string, expected: unknown, actual: unknown])[]): Difference[] =>
  pairs
    .filter(([, expected, actual]) => expected !== undefined && JSON.stringify(expected) !== JSON.stringify(actual))
    .map(([field, expected, actual]) => ({ field, expected, actual: actual ?? null }));
const isThere = (absent: boolean | undefined, row: object | undefined): Difference[] =>
  absent === undefined || absent === (row === undefined) ? [] : [{ field: 'absent', expected: absent, actual: row === undefined }];

/** All of a product's runs in order, and of each what the file says of it. */
const compareRuns = (expected: About<'product'>['is']['runs'], rows: readonly RunRow[]): Difference[] => {
  if (!expected) return [];
  const actual = rows.map((row, index) =>
    Object.fromEntries(Object.keys(expected[index] ?? row).map((key) => [key, Reflect.get(row, key)])),
  );
  return differing([['runs', expected, actual]]);
};
export const compareProduct = (
  { is }: About<'product'>,
  found: { product: ProductRow; runs: readonly RunRow[] } | undefined,
): Difference[] => {
  const row: Partial<ProductRow> = found?.product ?? {};
  return [
    ...isThere(is.absent, found),
    ...differing([
      ['stage', is.stage, row.stage],
      ['level', is.level, row.level],
      ['star', is.star, row.star],
      ['mean', is.mean, row.mean],
      ['source', is.source, row.source],
      ['round', is.round, row.round],
      ['productCode', is.productCode, row.product_code],
      ['formNumber', is.formNumber, row.form_number],
      ['edition', is.edition, row.edition],
      ['kind', is.kind, row.kind],
      ['name', is.name, row.name],
    ]),
    ...compareRuns(is.runs, found?.runs ?? []),
  ];
};

export const remindersIn = (timeline: readonly TimelineRow[]): string[] =>
  timeline.filter(({ event }) => event === 'HolderReminded').flatMap(({ data }) => (typeof data['day'] === 'string' ? [data['day']] : []));
const windowOf = ({ window_opens: opens, window_closes: closes }: CertificateRow) => ({ opens, closes });
export const compareCertificate = (
  { is }: About<'certificate'>,
  found: { certificate: CertificateRow; timeline: readonly TimelineRow[] } | undefined,
): Difference[] => {
  const row: Partial<CertificateRow> = found?.certificate ?? {};
  return [
    ...isThere(is.absent, found),
    ...differing([
      ['state', is.state, row.state],
      ['how', is.how, row.how],
      ['star', is.star, row.star],
      ['lastDay', is.lastDay, row.last_day],
      ['number', is.number, row.number],
      ['productCode', is.productCode, row.product_code],
      ['issuer', is.issuer, row.issuer],
      ['edition', is.edition, row.issued_under],
      ['window', is.window, found && windowOf(found.certificate)],
      ['extendedTo', is.extendedTo, row.extended_until],
      ['extension', is.extension, row.extension],
      ['extendedBy', is.extendedBy, row.extended_by],
      ['ground', is.ground, row.ground],
      ['holder', is.holder, row.producer_name],
      ['name', is.name, row.name],
      ['reminders', is.reminders, found && remindersIn(found.timeline)],
    ]),
  ];
};

export const compareCycle = ({ is }: About<'cycle'>, row: CycleRow | undefined): Difference[] => {
  const counts: Partial<NonNullable<CycleRow['counts']>> = row?.counts ?? {};
  const stars = Object.entries(is.stars ?? {}).map(([star, expected]) => [`stars.${star}`, expected, counts.stars?.[star]] as const);
  const others = Object.entries(is.others ?? {}).map(
    ([ending, expected]) => [`others.${ending}`, expected, counts.others?.[valueIn('stage', ending)]] as const,
  );
  return differing([
    ['state', is.state, row?.stage],
    ['rounds', is.rounds, row?.rounds.length],
    ['enrolled', is.enrolled, row && row.enrolled - row.called],
    ['called', is.called, row?.called],
    ...stars,
    ['notPassed', is.notPassed, counts.notPassed],
    ['returned', is.returned, counts.returned],
    ['carriedOver', is.carriedOver, counts.carriedOver],
    ['notFiled', is.notFiled, counts.notFiled],
    ['unanswered', is.unanswered, counts.unanswered],
    ...others,
  ]);
};

const dutyOf = ({ role, unit, person, command, due_day }: WorklistRow) => ({
  of: person ?? `${role}@${unit}`,
  do: command,
  ...(due_day !== null && { due: due_day }),
});
const isHis = (is: WorklistExpected, row: WorklistRow): boolean => {
  const holdsPart = ({ role, unit }: { role: string; unit: string }) => role === row.role && unit === row.unit;
  if ('seat' in is) return holdsPart(is.seat);
  return row.person === null ? is.person.roles.some(holdsPart) : row.person === is.person.id;
};
export const compareWorklist = ({ is }: About<'worklist'>, rows: readonly WorklistRow[]): Difference[] => {
  const his = rows.find((row) => row.command === is.command && isHis(is, row));
  if (is.absent) return his ? [{ field: 'worklist', expected: null, actual: dutyOf(his) }] : [];
  if (his) return differing([['due', is.due, his.due_day]]);
  return [{ field: 'worklist', expected: { do: is.command, ...(is.due !== undefined && { due: is.due }) }, actual: rows.map(dutyOf) }];
};

/** '7.3.d' is said by a basis '7.3.d, 7.6.d, App. II'. */
export const restsOn = (ground: Ground, basis: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  (['article', 'setting', 'councilRegulation'] as const).every((kind) => {
    const [wanted, given] = [ground[kind], basis?.[kind]];
    return wanted === undefined || wanted === given || (typeof given === 'string' && given.split(', ').includes(wanted));
  });
const isAsExpected = ({ command, person, code, ...ground }: RefusalExpected, row: RefusalRow | undefined): boolean =>
  row !== undefined &&
  row.command === command &&
  row.code === code &&
  (person === undefined || row.person === person) &&
  restsOn(ground, row.basis);
/** `rows`: the latest first, as the server lists them. */
export const compareRefusals = ({ are }: About<'refusals'>, rows: readonly RefusalRow[]): Difference[] => {
  const recorded = rows.toReversed();
  if (are.length === recorded.length && are.every((each, index) => isAsExpected(each, recorded[index]))) return [];
  return [
    {
      field: 'refusals',
      expected: are.map(({ command, person, ...ground }) => ({ do: command, ...(person !== undefined && { by: person }), ...ground })),
      actual: recorded.map(({ command, code, person, basis }) => ({ do: command, by: person, code, ...basis })),
    },
  ];
};

export const compareEvents = ({ name, count }: About<'events'>, rows: readonly TimelineRow[]): Difference[] =>
  differing([['count', count, rows.filter(({ event }) => name === undefined || event === name).length]]);
