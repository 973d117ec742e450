import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { aggregateNames } from '../domain/aggregates.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import { wordsFor } from '../texts/index.ts';

/*
 * The words of case files in both languages. Verbs are the labels that people see on commands; names of roles, levels and stages are those of
 * the screens. What only a case file says stands in `words/*.yaml`, beside this file.
 */

export type Language = 'vi' | 'en';
const problemCodes = [
  'NoFile',
  'Syntax',
  'MoreSyntax',
  'UnknownKey',
  'SameKeyTwice',
  'MissingKey',
  'WrongType',
  'UnknownWord',
  'UnknownVerb',
  'UnknownName',
  'UnknownUnit',
  'UnknownCode',
  'UnknownEvent',
  'BadInstant',
  'BadDay',
  'BadDocument',
  'GoesBack',
  'NoInstant',
  'DataRefused',
  'NothingExpected',
  'SameCase',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
const reportLines = [
  'title',
  'onBehalf',
  'signalled',
  'refused',
  'accepted',
  'deadline',
  'met',
  'differs',
  'stopped',
  'unexpected',
  'trouble',
  'skipped',
  'passed',
  'failed',
  'nothing',
  'yes',
  'no',
  'present',
  'absent',
  'has',
  'hasNot',
  'due',
  'certificate',
  'cycle',
  'stars',
  'noRefusals',
  'refusals',
  'events',
] as const;
/** Where in a case file a key stands: the same Vietnamese word may mean two things in two places. */
export const sections = ['file', 'entry', 'step', 'expect', 'data'] as const;
export type Section = (typeof sections)[number];

const said = z.strictObject({
  problems: z.record(z.enum(problemCodes), z.string()),
  types: z.record(z.string(), z.string()),
  guess: z.string(),
  /** Plain words for what the YAML reader says. */
  syntax: z.record(z.string(), z.string()),
  report: z.record(z.enum(reportLines), z.string()),
});
const table = z.record(z.string(), z.string());
const aliases = z.strictObject({
  keys: z.record(z.enum(sections), table),
  units: table,
  values: z.record(z.string(), table),
  answers: z.record(z.string(), z.boolean()),
});
const fileOf = (language: Language): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(parse(readFileSync(new URL(`./words/${language}.yaml`, import.meta.url), 'utf8').normalize('NFC')));

const { keys, units, values, answers, ...vi } = fileOf('vi');
const all = { vi: said.parse(vi), en: said.parse(fileOf('en')) };
const { keys: keyAliases, units: unitAliases, values: shortWords, answers: yesAndNo } = aliases.parse({ keys, units, values, answers });
export const wordsOf = (language: Language): z.infer<typeof said> => all[language];
export const filled = (sentence: string, data: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(data[name] ?? hole));

const folded = (word: string): string => word.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
/** Looked up among own properties only: `constructor` is a property of every object. */
const own = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
/** The English key that the file's shape knows. */
export const keyIn = (section: Section, word: string): string => own(keyAliases[section], folded(word)) ?? word;
/** A key as people may write it, in both languages: `at/lúc`. */
export const bothWords = (section: Section, key: string): string =>
  [
    key,
    ...Object.entries(keyAliases[section])
      .filter(([, known]) => known === key)
      .map(([alias]) => alias),
  ].join('/');
/** A key as a report in this language calls it. */
export const keyWord = (section: Section, key: string, language: Language): string =>
  (language === 'vi' ? Object.entries(keyAliases[section]).find(([, known]) => known === key)?.[0] : undefined) ?? key;
export const verbLabel = (command: string, language: Language): string =>
  verbs.find((verb) => verb.command === command)?.labels[language] ?? command;
export const aliasesIn = (section: Section): readonly (readonly [alias: string, key: string])[] => Object.entries(keyAliases[section]);
export const unitWord = (word: string): string => own(unitAliases, folded(word)) ?? word;

export interface Verb {
  aggregate: AggregateName;
  command: string;
  labels: Readonly<Record<Language, string>>;
}
const labelsOf = (language: Language, aggregate: AggregateName): Readonly<Record<string, string>> => wordsFor(language).commands[aggregate];
/** Every command with what it is called. A label means one command; so does a name, with its aggregate where two have the same. */
export const verbs: readonly Verb[] = aggregateNames.flatMap((aggregate) =>
  Object.entries(labelsOf('vi', aggregate)).map(([command, label]) => ({
    aggregate,
    command,
    labels: { vi: label, en: labelsOf('en', aggregate)[command] ?? command },
  })),
);
export const verbName = ({ aggregate, command }: Pick<Verb, 'aggregate' | 'command'>): string =>
  verbs.some((verb) => verb.command === command && verb.aggregate !== aggregate) ? `${aggregate}.${command}` : command;
const byWord = new Map(
  verbs.flatMap((verb) => [verbName(verb), verb.labels.vi, verb.labels.en].map((word) => [folded(word), verb] as const)),
);
export const findVerb = (word: string): Verb | undefined => byWord.get(folded(word));
export const verbWords: readonly string[] = verbs.flatMap((verb) => [verbName(verb), verb.labels.vi]);

const { roles, levels, kinds, producerKinds, papers, modes, presets, endings, stages, ...more } = wordsFor('vi').terms;
const { seats, sources, gates, triggers, extensionReasons, copyReasons, certificateFields, correctable } = more;
type Labels = Readonly<Record<string, string>>;
/** Values that may be written in Vietnamese, by the key under which they stand. */
const valueLabels: Readonly<Record<string, Labels>> = {
  role: roles,
  level: levels,
  kind: { ...producerKinds, ...kinds },
  producerKind: producerKinds,
  dossierKind: kinds,
  criteria: papers,
  components: papers,
  mode: modes,
  seat: seats,
  regulation: presets,
  preset: presets,
  how: endings,
  source: sources,
  gate: gates,
  trigger: triggers,
  extension: extensionReasons,
  reason: copyReasons,
  field: { ...correctable, ...certificateFields },
  stage: stages['product-cycle'],
  state: { ...stages['annual-cycle'], ...stages.certificate },
};
/** Keys under which yes and no are words of the file, not text. */
const asked = new Set(['signal', 'absent', 'met', 'registration', 'selfAssessment', 'isCertificate', 'freshPanel', 'gap']);
export const answerWords: readonly string[] = Object.keys(yesAndNo);
export const answerIn = (key: string, word: string): boolean | undefined =>
  asked.has(key) && Object.hasOwn(yesAndNo, folded(word)) ? yesAndNo[folded(word)] : undefined;
/** Every Vietnamese word for a value under this key, with the code that it means. */
export const valueWords = (key: string): readonly (readonly [word: string, code: string])[] => {
  const shorts = Object.hasOwn(shortWords, key) ? shortWords[key] : undefined;
  return [...Object.entries(shorts ?? {}), ...Object.entries(labelsUnder(key)).map(([code, label]) => [label, code] as const)];
};
export const valueIn = (key: string, word: string): string =>
  valueWords(key).find(([known]) => folded(known) === folded(word))?.[1] ?? word;
/** By code, what the screens call it; the codes are what may stand under the key. */
export const labelsUnder = (key: string): Labels => (Object.hasOwn(valueLabels, key) ? valueLabels[key] : undefined) ?? {};
