import { certificateOf, type Address } from '../domain/kernel/address.ts';
import type { Expectation, RefusalExpected, Whom } from './case-file.ts';
import type { ExpectShape } from './case-shape.ts';
import { readDay } from './moment.ts';
import type { Names } from './names.ts';
import type { Path } from './yaml-source.ts';

/** One entry of `expect`, of which the shape is known, with names and days resolved; undefined when something in it is a problem. */
type Read = { [Kind in keyof ExpectShape]: (entry: ExpectShape[Kind], path: Path, names: Names) => Expectation | undefined };

const day = (text: string, path: Path, names: Names): string => {
  const read = readDay(text);
  if (read === undefined) names.report(path, 'BadDay', { word: text });
  return read ?? text;
};
/** As the screens show it: 90.75, with two decimals. */
const meanOf = (mean: string | number): string => Number(String(mean).replace(',', '.')).toFixed(2);
const withMean = <Written extends { mean?: string | number | undefined }>(is: Written): Written & { mean?: string | number | undefined } =>
  is.mean === undefined ? is : { ...is, mean: meanOf(is.mean) };
const somethingIn = (is: object, path: Path, names: Names): boolean => {
  const says = Object.values(is).some((value) => value !== undefined);
  if (!says) names.report(path, 'NothingExpected', {});
  return says;
};

type Subject = Pick<ExpectShape['events']['events'], 'product' | 'certificate' | 'council' | 'cycle'>;
const subjectOf = (subject: Subject, path: Path, names: Names): Address | undefined => {
  const { product, certificate, council, cycle } = subject;
  const [aggregate, key, word] =
    product !== undefined
      ? (['product-cycle', 'product', product] as const)
      : certificate !== undefined
        ? (['certificate', 'certificate', certificate] as const)
        : council !== undefined
          ? (['council', 'council', council] as const)
          : (['annual-cycle', 'cycle', cycle] as const);
  if (word === undefined) return names.report(path, 'MissingKey', { word: 'product' });
  return names.address(aggregate, word, [...path, key]);
};

export const readExpectation: Read = {
  product: ({ product, ...is }, path, names) => {
    const of = names.address('product-cycle', product, [...path, 'product']);
    const runs = is.runs && { runs: is.runs.map(withMean) };
    return of && somethingIn(is, path, names) ? { about: 'product', of, is: { ...withMean(is), ...runs } } : undefined;
  },
  certificate: ({ certificate, nth, ...is }, path, names) => {
    const first = names.address('certificate', certificate, [...path, 'certificate']);
    if (!first || !somethingIn(is, path, names)) return undefined;
    const of = certificateOf(first.id, nth);
    const { lastDay, window, reminders, issuer, extendedTo } = is;
    return {
      about: 'certificate',
      of,
      is: {
        ...is,
        ...(issuer !== undefined && { issuer: names.issuer(issuer, [...path, 'issuer']) }),
        ...(lastDay !== undefined && { lastDay: day(lastDay, [...path, 'lastDay'], names) }),
        ...(extendedTo !== undefined && { extendedTo: day(extendedTo, [...path, 'extendedTo'], names) }),
        ...(window && {
          window: { opens: day(window.opens, [...path, 'window'], names), closes: day(window.closes, [...path, 'window'], names) },
        }),
        ...(reminders && { reminders: reminders.map((each, index) => day(each, [...path, 'reminders', index], names)) }),
      },
    };
  },
  cycle: ({ cycle, ...is }, path, names) => {
    const of = names.address('annual-cycle', cycle, [...path, 'cycle']);
    return of && somethingIn(is, path, names) ? { about: 'cycle', of, is } : undefined;
  },
  worklist: ({ worklist }, entryPath, names) => {
    const path = [...entryPath, 'worklist'];
    const found = subjectOf(worklist, path, names);
    const verb = names.verb(worklist.do, [...path, 'do']);
    const who = whoOf(worklist.of, [...path, 'of'], names);
    if (!found || !verb || !who) return undefined;
    const due = worklist.due === undefined ? {} : { due: day(worklist.due, [...path, 'due'], names) };
    return { about: 'worklist', is: { ...who, on: found, command: verb.command, ...due, absent: worklist.absent === true } };
  },
  refusals: ({ refusals }, entryPath, names) => {
    const path = [...entryPath, 'refusals'];
    const found = subjectOf(refusals, path, names);
    const are = refusals.are.flatMap(({ do: word, by, code, ...ground }, index): RefusalExpected[] => {
      const verb = names.verb(word, [...path, 'are', index, 'do']);
      names.refusalCode(code, [...path, 'are', index, 'code']);
      const person = by === undefined ? undefined : names.person(by, [...path, 'are', index, 'by']);
      return verb ? [{ command: verb.command, code, ...ground, ...(person && { person: person.id }) }] : [];
    });
    return found && { about: 'refusals', of: found, are };
  },
  events: ({ events: { name, count, ...subject } }, path, names) => {
    const found = subjectOf(subject, [...path, 'events'], names);
    const event = name === undefined || !found ? undefined : names.event(found.aggregate, name, [...path, 'events', 'name']);
    return found && { about: 'events', of: found, ...(event !== undefined && { name: event }), count };
  },
};

const whoOf = (word: string, path: Path, names: Names): Whom | undefined => {
  if (word.includes('@')) {
    const seat = names.seat(word, path);
    return seat && { seat };
  }
  const person = names.person(word, path);
  return person && { person };
};
