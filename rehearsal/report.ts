import { dayOf, showDay } from '../domain/kernel/instant.ts';
import { nameOf, tell, wordsFor } from '../texts/index.ts';
import { calledIn, withNames } from './called.ts';
import type { Difference } from './compare.ts';
import type { Entry, RefusalShown, Report } from './entry.ts';
import { fieldWord, tellExpectation, valueText } from './expectation-text.ts';
import { showClock } from './moment.ts';
import { filled, wordsOf, type Language } from './words.ts';

/** One JSON object a line, for machines. */
export const jsonReport =
  (write: (line: string) => void): Report =>
  (entry) => {
    write(JSON.stringify(entry));
  };

interface Speaker {
  language: Language;
  names: Readonly<Record<string, string>>;
}
/** Day by day, for people. */
export const textReport = (language: Language, write: (line: string) => void): Report => {
  let today = '';
  let names: Speaker['names'] = {};
  return (entry) => {
    if (entry.kind === 'started') names = entry.names;
    const day = 'at' in entry ? dayOf(entry.at) : today;
    if (day !== today) write(`\n${showDay(day)}`);
    today = day;
    for (const line of linesOf(entry, { language, names })) write(line);
  };
};

const indent = ' '.repeat(9);
const linesOf = (entry: Entry, speaker: Speaker): readonly string[] => {
  const { language, names } = speaker;
  const { report } = wordsOf(language);
  switch (entry.kind) {
    case 'started':
      return [filled(report.title, { cases: entry.cases.join('; ') })];
    case 'deadline':
      return [`  ${showClock(entry.at)}  ${calledIn(names, entry.id)}: ${filled(report.deadline, { event: eventWords(entry, language) })}`];
    case 'accepted':
      return [acted(entry, language)];
    case 'signalled':
      return [`${acted(entry, language)} – ${report.signalled}`];
    case 'refused':
      return [`${acted(entry, language)} – ${filled(report.refused, { said: refusalWords(entry.refusal, speaker) })}`];
    case 'met':
      return [indent + filled(report.met, { what: tellExpectation(entry.expectation, names, language) })];
    case 'differs':
      return differs(entry, speaker);
    case 'stopped':
      return [
        filled(report.stopped, { file: entry.file, line: entry.line, reason: withNames(names, reasonWords(entry, language)) }),
        ...(entry.skipped > 0 ? [filled(report.skipped, { count: entry.skipped })] : []),
      ];
    case 'finished': {
      const { ok, steps, met, differs: differences, stopped } = entry;
      return ['', filled(ok ? report.passed : report.failed, { steps, met, differs: differences, stopped })];
    }
  }
};

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;
const acted = ({ at, person, onBehalfOf, verb, on }: Of<'accepted'> | Of<'signalled'> | Of<'refused'>, language: Language): string => {
  const who = onBehalfOf === undefined ? person : filled(wordsOf(language).report.onBehalf, { person, producer: onBehalfOf });
  return `  ${showClock(at)}  ${who}: ${verb.labels[language]} – ${on}`;
};
/** `commune-report.2027-03-22.-3`: what is awaited, until when, and the step of its ladder. Other keys end with their day. */
const eventWords = ({ aggregate, event: type, key }: Of<'deadline'>, language: Language): string => {
  const [what, day, step] = key.split('.');
  const data = step === undefined ? { day } : { what, due: day, step: Number(step) };
  return type === undefined ? key : tell(wordsFor(language), aggregate, { type, data });
};
const reasonWords = ({ refused, reason }: Of<'stopped'>, language: Language): string => {
  const { report } = wordsOf(language);
  return refused
    ? filled(report.unexpected, { task: refused.verb.labels[language], code: refused.code })
    : filled(report.trouble, { reason });
};
/** The server's own sentence is Vietnamese and names the basis. */
const refusalWords = ({ code, basis, detail }: RefusalShown, { language, names }: Speaker): string => {
  if (language === 'vi' && detail !== undefined) return withNames(names, detail);
  const grounds = Object.values(basis ?? {})
    .map(String)
    .join(', ');
  return grounds === ''
    ? nameOf(wordsFor(language).rejectionNames, code)
    : `${nameOf(wordsFor(language).rejectionNames, code)} (${grounds})`;
};
const differs = ({ file, line, about, differences }: Of<'differs'>, { language, names }: Speaker): string[] => {
  const what = 'labels' in about ? about.labels[language] : tellExpectation(about, names, language);
  const told = ({ field, expected, actual }: Difference) =>
    filled(wordsOf(language).report.differs, {
      file,
      line,
      what: `${what} [${fieldWord(field, language)}]`,
      expected: withNames(names, valueText(expected, language, field)),
      actual: withNames(names, valueText(actual, language, field)),
    });
  return differences.map((difference) => indent + told(difference));
};
