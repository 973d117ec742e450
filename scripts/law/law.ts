import { editions } from '../../domain/edition/edition-for.ts';
import type { Clause } from '../../domain/edition/edition.ts';
import { settings } from '../../domain/edition/settings.data.ts';
import type { SettingName } from '../../domain/edition/settings.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import { wordsFor } from '../../texts/index.ts';
import { isTest, sourcesOf, type Source } from '../sources.ts';
import { actsOf, deadlineEventsOf, type Act, type DeadlineEvent } from './acts.ts';
import { proofsIn, titlesNaming, type Proof } from './proofs.ts';
import { readStories, shownIn, type Shown } from './stories.ts';
import { callsIn, listIn, textIn, textsIn } from './syntax.ts';

/** Files that name something, beside the tables. */
export type Uses = ReadonlyMap<string, readonly string[]>;
export interface Titled {
  file: string;
  title: string;
}
/** Everything that the page tells and the audit asks. */
export interface Law {
  acts: readonly Act[];
  deadlines: readonly (DeadlineEvent & { tests: readonly Titled[] })[];
  clauses: readonly Clause[];
  codes: readonly RejectionCode[];
  settings: readonly SettingName[];
  proofs: readonly Proof[];
  stories: readonly Shown[];
  usesOfClauses: Uses;
  usesOfSettings: Uses;
  /** Files that make the refusal without a rule. */
  raised: Uses;
  /** Tests, of whatever kind, in which the refusal is asked for. */
  asked: Uses;
}

const namesIn = <Name extends string>(table: { readonly [N in Name]: unknown }): readonly Name[] =>
  Object.keys(table).filter((name): name is Name => Object.hasOwn(table, name));

/** Labels name everything, and lists of names prove nothing. */
const isSilent = (path: string): boolean =>
  isTest(path) ||
  path.startsWith('texts/') ||
  path.startsWith('scripts/') ||
  ['domain/edition/clause.ts', 'domain/edition/settings.data.ts', 'domain/rejections.ts'].includes(path);
const usesIn = (sources: readonly Source[], names: readonly string[], textsOf: (source: Source) => readonly string[]): Uses => {
  const found = sources.map((source) => ({ path: source.path, texts: new Set(textsOf(source)) }));
  return new Map(names.map((name) => [name, found.filter(({ texts }) => texts.has(name)).map(({ path }) => path)]));
};
const refusalsIn = ({ program }: Source): readonly string[] =>
  callsIn(program, 'refusal').flatMap((call) => textIn(listIn(call, 'arguments')[0]) ?? []);

export const readLaw = (root: string): Law => {
  const sources = sourcesOf(root).toSorted((a, b) => a.path.localeCompare(b.path, 'en'));
  const product = sources.filter(({ path }) => path.includes('/') && !isSilent(path));
  const tests = sources.filter(({ path }) => path.endsWith('.unit.test.ts') && path.startsWith('test/domain/'));
  const acts = actsOf(sources);
  const clauses = namesIn(editions['qd-26-2026'].clauses);
  const codes = namesIn(wordsFor('en').rejectionNames);
  const words = { commands: acts.map(({ command }) => command), codes, clauses };
  return {
    acts,
    deadlines: deadlineEventsOf(sources).map((deadline) => ({
      ...deadline,
      tests: tests
        .filter(({ path }) => path.startsWith(`test/domain/${deadline.aggregate}`))
        .flatMap((source) => titlesNaming(source, deadline.event).map((title) => ({ file: source.path, title }))),
    })),
    clauses,
    codes,
    settings: namesIn(settings),
    proofs: tests.flatMap((source) => proofsIn(source, words)),
    stories: readStories(root).map(shownIn),
    usesOfClauses: usesIn(
      product.filter(({ path }) => !path.endsWith('-clauses.ts')),
      clauses,
      ({ program }) => textsIn(program),
    ),
    usesOfSettings: usesIn(product, namesIn(settings), ({ program }) => textsIn(program)),
    raised: usesIn(product, codes, refusalsIn),
    asked: usesIn(
      sources.filter(({ path }) => path.endsWith('.test.ts') && !path.startsWith('test/texts/')),
      codes,
      ({ program }) => textsIn(program),
    ),
  };
};
