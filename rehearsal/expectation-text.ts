import { showDay } from '../domain/kernel/instant.ts';
import { nameOf, wordsFor } from '../texts/index.ts';
import { calledIn } from './called.ts';
import type { Expectation } from './case-file.ts';
import { filled, keyWord, labelsUnder, verbLabel, wordsOf, type Language } from './words.ts';

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
      return `${calledIn(names, expectation.of.id)} – ${wanted(expectation.is, language)}`;
    case 'certificate':
      return `${filled(wordsOf(language).report.certificate, { on: calledIn(names, expectation.of.id) })} – ${wanted(expectation.is, language)}`;
    case 'cycle':
      return `${filled(wordsOf(language).report.cycle, { on: calledIn(names, expectation.of.id) })} – ${wanted(expectation.is, language)}`;
    case 'worklist':
      return tellDuty(expectation, speaker);
    case 'refusals':
      return tellRefusals(expectation, speaker);
    case 'events':
      return tellEvents(expectation, speaker);
  }
};
const tellDuty = ({ is }: About<'worklist'>, { names, language }: Speaker): string => {
  const { on, command, due, absent } = is;
  const { report } = wordsOf(language);
  const who = 'person' in is ? is.person.name : `${valueText(is.seat.role, language, 'role')} ${is.seat.unit}`;
  const task = verbLabel(command, language);
  const until = due === undefined ? '' : filled(report.due, { due: showDay(due) });
  return filled(absent ? report.hasNot : report.has, { who, task, on: calledIn(names, on.id) }) + until;
};
const tellRefusals = ({ of, are }: About<'refusals'>, { names, language }: Speaker): string => {
  const { report } = wordsOf(language);
  const on = calledIn(names, of.id);
  return are.length === 0
    ? filled(report.noRefusals, { on })
    : filled(report.refusals, {
        on,
        codes: are.map(({ code }) => `${nameOf(wordsFor(language).rejectionNames, code)} (${code})`).join(', '),
      });
};
const tellEvents = ({ of, count, name }: About<'events'>, { names, language }: Speaker): string => {
  const said = name === undefined ? '' : `"${nameOf(wordsFor(language).eventNames[of.aggregate], name)}"`;
  return filled(wordsOf(language).report.events, { on: calledIn(names, of.id), count, name: said }).trim();
};

const wanted = (is: object, language: Language): string =>
  Object.entries(is)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => withKey(field, value, { language, mark: ': ' }))
    .join(' · ');
/** Some values say what they are: 'cấp xã', and not 'cấp cấp xã'. */
const withKey = (field: string, value: unknown, { language, mark }: { language: Language; mark: string }): string => {
  const [key, said] = [fieldWord(field, language), valueText(value, language, field)];
  return field === 'absent' || said.startsWith(`${key} `) ? said : `${key}${mark}${said}`;
};
const starText = (star: string, count: unknown, language: Language): string =>
  filled(wordsOf(language).report.stars, { star, count: Number(count) });
/** `stars.4`: the fourth of the stars. */
export const fieldWord = (field: string, language: Language): string => {
  const [key = '', ...rest] = field.split('.');
  const word = keyWord('expect', key, language);
  return [word === key ? keyWord('step', key, language) : word, ...rest].join(' ');
};

/** A value as people read it; `field` tells which names it may have. */
export const valueText = (value: unknown, language: Language, field = ''): string => {
  const { nothing } = wordsOf(language).report;
  if (value === null || value === undefined) return nothing;
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((each: unknown) => valueText(each, language, field)).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => (field === 'stars' ? starText(key, inner, language) : withKey(key, inner, { language, mark: ' ' })))
      .join(', ');
  if (typeof value === 'boolean') return answerText(value, language, field);
  const text = String(value as string | number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? showDay(text) : labelText(text, language, field);
};
const answerText = (value: boolean, language: Language, field: string): string => {
  const { yes, no, absent, present } = wordsOf(language).report;
  if (field === 'absent') return value ? absent : present;
  return value ? yes : no;
};
const labelText = (text: string, language: Language, field: string): string => {
  const byField: Readonly<Record<string, () => string>> = {
    do: () => verbLabel(text, language),
    of: () => seatText(text, language),
    refused: () => (text === 'accepted' ? wordsOf(language).report.accepted : text),
    mean: () => (language === 'vi' ? text.replace('.', ',') : text),
  };
  const said = Object.hasOwn(byField, field) ? byField[field] : undefined;
  return said?.() ?? nameOf(language === 'vi' ? labelsUnder(field) : {}, text);
};
/** `committee@04651` */
const seatText = (holder: string, language: Language): string => {
  const [role = '', unit] = holder.split('@');
  return unit === undefined ? holder : `${nameOf(wordsFor(language).terms.roles, role)} ${unit}`;
};
