import { dayOf, showDay } from '../domain/kernel/instant.ts';
import { wordsFor } from '../texts/index.ts';
import type { Difference } from './compare.ts';
import type { Entry, RefusalShown, Report } from './entry.ts';
import { showClock } from './moment.ts';
import { filled, wordsOf, type Language } from './words.ts';

/** One JSON object a line, for machines. */
export const jsonReport = (write: (line: string) => void): Report => (entry) => { write(JSON.stringify(entry)); };

/** Day by day, for people. */
export const textReport = (language: Language, write: (line: string) => void): Report => {
  let today = '';
  return (entry) => {
    const day = 'at' in entry ? dayOf(entry.at) : today;
    if (day !== today) write(`\n${showDay(day)}`);
    today = day;
    for (const line of linesOf(entry, language)) write(line);
  };
};

const linesOf = (entry: Entry, language: Language): readonly string[] => {
  const { report } = wordsOf(language);
  switch (entry.kind) {
    case 'started': return [filled(report.title, { cases: entry.cases.join('; ') })];
    case 'deadline': return [`  ${showClock(entry.at)}  ${entry.id}: ${filled(report.deadline, { key: entry.key })}`];
    case 'accepted': return [acted(entry, language)];
    case 'signalled': return [`${acted(entry, language)} – ${report.signalled}`];
    case 'refused': return [`${acted(entry, language)} – ${filled(report.refused, refusalWords(entry.refusal, language))}`];
    case 'met': return [`         ${filled(report.met, { what: entry.says })}`];
    case 'differs': return entry.differences.map((difference) => `         ${filled(report.differs, {
      file: entry.file, line: entry.line, what: `${entry.says} ${difference.field}`, ...valuesOf(difference, language),
    })}`);
    case 'stopped': return [
      filled(report.stopped, { file: entry.file, line: entry.line, reason: entry.reason }), ...(entry.skipped > 0 ? [filled(report.skipped, { count: entry.skipped })] : []),
    ];
    case 'finished': return ['', filled(entry.ok ? report.passed : report.failed, { ...entry, kind: '', ok: '' })];
  }
};

type Act = Extract<Entry, { kind: 'accepted' | 'signalled' | 'refused' }>;
const acted = ({ at, person, verb, on }: Act, language: Language): string => `  ${showClock(at)}  ${person}: ${verb.labels[language]} – ${on}`;
const refusalWords = ({ code, basis, detail }: RefusalShown, language: Language): { code: string; basis: string } => {
  const names: Readonly<Record<string, string>> = wordsFor(language).rejectionNames;
  const grounds = Object.entries(basis ?? {}).map(([kind, place]) => (kind === 'article' ? String(place) : `${kind} ${String(place)}`)).join(', ');
  return { code: language === 'vi' && detail !== undefined ? detail : names[code] ?? code, basis: grounds };
};
const valuesOf = ({ expected, actual }: Difference, language: Language): { expected: string; actual: string } =>
  ({ expected: valueText(expected, language), actual: valueText(actual, language) });
const valueText = (value: unknown, language: Language): string => {
  const { nothing } = wordsOf(language).report;
  if (value === null || value === undefined) return nothing;
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((each: unknown) => valueText(each, language)).join('; ');
  if (typeof value === 'object') return Object.entries(value).map(([key, inner]) => `${key} ${valueText(inner, language)}`).join(', ');
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : String(value as string | number | boolean);
};
