import { expect, test } from 'vitest';
import { sourcesOf, type Source } from '../../scripts/sources.ts';
import { codeIn, read, root, rowsOf } from './pages.ts';

/*
 * One legal term, one English term, one symbol. Every type of the domain that names a thing of the law or of an office has a line in
 * docs/glossary.md, and every symbol that a line names exists.
 */

const domain = sourcesOf(root).filter(({ path }) => path.startsWith('domain/'));
/** Where the nouns are declared: states of aggregates, the shape of an edition, people, the paper of a legal act. */
const nouns =
  /^domain\/(?:[\w-]+\/state|edition\/(?:edition|terms|clause|dossier-rules|council-regulations)|people\/[\w-]+|legal-act)\.ts$/;
/** Every aggregate derives it from its events; it is grammar and no noun. */
const grammar = ['Changes'];

const typesOf = ({ program }: Source): string[] =>
  program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.source !== null) return [];
    const { declaration } = node;
    return declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration' ? [declaration.id.name] : [];
  });

/** Identifiers and texts of the domain: what a line may call a symbol. */
const wordsOf = (source: Source): string[] => {
  const words: string[] = [];
  source.visit({
    Identifier: ({ name }) => void words.push(name),
    Literal: ({ value }) => {
      if (typeof value === 'string') words.push(value);
    },
  });
  return words;
};

const symbolsIn = (text: string) => rowsOf(text).flatMap(([, , code = '']) => codeIn(code));
const glossary = symbolsIn(read('docs/glossary.md'));
const declared = [...new Set(domain.filter(({ path }) => nouns.test(path)).flatMap(typesOf))].filter((name) => !grammar.includes(name));
const known = new Set(domain.flatMap(wordsOf));

test('every noun of the domain has its line', () => {
  expect(declared.length).toBeGreaterThan(30);
  expect(declared.filter((name) => !glossary.includes(name)).toSorted()).toEqual([]);
});

test('every line has a symbol that exists', () => {
  expect(rowsOf(read('docs/glossary.md')).filter(([, , code = '']) => codeIn(code).length === 0)).toEqual([]);
  expect(glossary.filter((name) => !known.has(name)).toSorted()).toEqual([]);
});

test('a symbol stands on one line', () => {
  expect(glossary.filter((name, index) => glossary.indexOf(name) !== index)).toEqual([]);
});

test('a planted line is read, with its symbols', () => {
  expect(
    symbolsIn('| English | In the law | In code | Note |\n|---|---|---|---|\n| producer | chủ thể | `Producer`, `producer` | who |\n'),
  ).toEqual(['Producer', 'producer']);
});
