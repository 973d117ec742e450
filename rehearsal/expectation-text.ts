import { showDay } from '../domain/kernel/instant.ts';
import { calledIn } from './called.ts';
import type { Expectation } from './case-file.ts';
import { filled, keyWord, labelsUnder, verbs, wordsOf, type Language } from './words.ts';

type Names = Readonly<Record<string, string>>;

interface Speaker {
  names: Names;
  language: Language;
}
type About<Kind extends Expectation['about']> = Extract<Expectation, { about: Kind }>;
/** An expectation in words: what was to be so. */
export const tellExpectation = (expectation: Expectation, names: Names, language: Language): string => {
  const speaker = { names, language };
  switch (expectation.about) {
    case 'product':
      return `${calledIn(names, expectation.of.id)}: ${wanted(expectation.is, language)}`;
    case 'certificate':
      return `${filled(wordsOf(language).report.certificate, { on: calledIn(names, expectation.of.id) })}: ${wanted(expectation.is, language)}`;
    case 'cycle':
      return `${filled(wordsOf(language).report.cycle, { on: expectation.of.id })}: ${wanted(expectation.is, language)}`;
    case 'worklist':
      return tellDuty(expectation, speaker);
    case 'refusals':
      return tellRefusals(expectation, speaker);
    case 'events':
      return tellEvents(expectation, speaker);
  }
};
const tellDuty = ({ is: { person, seat, on, command, due, absent } }: About<'worklist'>, { names, language }: Speaker): string => {
  const { report } = wordsOf(language);
  const who = person?.name ?? (seat ? `${valueText(seat.role, language, 'role')} ${seat.unit}` : '');
  const task = verbs.find((verb) => verb.command === command)?.labels[language] ?? command;
  const until = due === undefined ? '' : filled(report.due, { due: showDay(due) });
  return filled(absent ? report.hasNot : report.has, { who, task, on: calledIn(names, on.id) }) + until;
};
const tellRefusals = ({ of, are }: About<'refusals'>, { names, language }: Speaker): string => {
  const { report } = wordsOf(language);
  const on = calledIn(names, of.id);
  return are.length === 0
    ? filled(report.noRefusals, { on })
    : filled(report.refusals, { on, codes: are.map(({ code }) => code).join(', ') });
};
const tellEvents = ({ of, count, name = '' }: About<'events'>, { names, language }: Speaker): string =>
  filled(wordsOf(language).report.events, { on: calledIn(names, of.id), count, name }).trim();

const wanted = (is: object, language: Language): string =>
  Object.entries(is)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${keyWord('expect', field, language)} ${valueText(value, language, field)}`)
    .join(' · ');

/** A value as people read it; `field` tells which names it may have. */
export const valueText = (value: unknown, language: Language, field = ''): string => {
  const { nothing } = wordsOf(language).report;
  if (value === null || value === undefined) return nothing;
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((each: unknown) => valueText(each, language, field)).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${keyWord('expect', key, language)} ${valueText(inner, language, key)}`)
      .join(', ');
  const text = String(value as string | number | boolean);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text);
  const labels = language === 'vi' ? labelsUnder(field) : {};
  return Object.hasOwn(labels, text) ? (labels[text] ?? text) : text;
};
