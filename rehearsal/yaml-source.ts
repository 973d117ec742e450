import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { Place, Problem } from './problem.ts';
import { answerIn, keyIn, valueIn, type Section } from './words.ts';

/**
 * A YAML file as plain values, its keys and fixed words in English, and the place of each of them. Not more: what may stand where is said in
 * `case-shape.ts`, what a name stands for in `read-case.ts`.
 */
export type Path = readonly (string | number)[];
export interface Plain {
  value: unknown;
  placeOf: (path: Path, what?: 'key' | 'value') => Place;
  wordAt: (path: Path) => string;
}

/** Maps whose keys are names of the author's own. */
const named = new Set(['people', 'councils', 'producers', 'products']);
const sectionOf = (path: Path): Section | 'names' => {
  const [first, index, third] = path;
  if (first === undefined) return 'file';
  if (first !== 'story') return path.length === 1 && named.has(String(first)) ? 'names' : 'entry';
  if (index === undefined || third === undefined) return 'step';
  return third === 'with' ? 'data' : 'expect';
};
const text = (word: unknown): string => String(word).normalize('NFC');
const depthMax = 30;
const addressOf = (path: Path): string => JSON.stringify(path);

class Reader {
  readonly keys = new Map<string, { offset: number; word: string }>();
  readonly values = new Map<string, number>();
  readonly problems: Problem[] = [];
  private readonly document: Document;
  private readonly file: string;
  readonly at: (offset: number) => Place;

  constructor(file: string, document: Document, at: (offset: number) => Place) {
    this.file = file;
    this.document = document;
    this.at = at;
  }

  read(node: unknown, path: Path): unknown {
    if (path.length > depthMax) return null; // an alias may stand inside itself
    if (isAlias(node)) return this.read(node.resolve(this.document), path);
    const offset = startOf(node);
    if (offset !== undefined) this.values.set(addressOf(path), offset);
    if (isMap(node)) return this.readMap(node.items, path);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    return isScalar(node) ? wordOf(node, path) : null;
  }

  private readMap(pairs: readonly Pair[], path: Path): Record<string, unknown> {
    const section = sectionOf(path);
    const entries: Record<string, unknown> = {};
    for (const { key: keyNode, value } of pairs) {
      const word = text(isScalar(keyNode) ? (keyNode.source ?? keyNode.value) : keyNode);
      const key = section === 'names' ? word : keyIn(section, word);
      const offset = startOf(keyNode) ?? 0;
      if (Object.hasOwn(entries, key)) this.problems.push({ file: this.file, ...this.at(offset), code: 'SameKeyTwice', data: { word } });
      this.keys.set(addressOf([...path, key]), { offset, word });
      entries[key] = this.read(value, [...path, key]);
    }
    return entries;
  }
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
/** `04651` is a code and no number. */
const wordOf = ({ value, source }: { value: unknown; source?: string }, path: Path): unknown => {
  if (typeof value === 'number' && (source === undefined || /^-?(0|[1-9]\d*)(\.\d+)?$/.test(source))) return value;
  if (typeof value === 'number') return source ?? value;
  const key = String(path.at(-1));
  return typeof value === 'string' ? (answerIn(key, value) ?? valueIn(key, text(value))) : value;
};

export const readYaml = (file: string, yaml: string): { plain: Plain; problems: Problem[] } => {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, stringKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const reader = new Reader(file, document, at);
  const value = reader.read(document.contents, []);
  const placeOf = (path: Path, what: 'key' | 'value' = 'value'): Place => {
    for (let end = path.length; end >= 0; end--) {
      const address = addressOf(path.slice(0, end));
      const key = reader.keys.get(address)?.offset;
      const offset = what === 'key' && end === path.length ? (key ?? reader.values.get(address)) : (reader.values.get(address) ?? key);
      if (offset !== undefined) return at(offset);
    }
    return { line: 1, column: 1 };
  };
  const wordAt = (path: Path): string => reader.keys.get(addressOf(path))?.word ?? String(path.at(-1));
  const isYaml = document.errors.length === 0;
  return { plain: { value, placeOf, wordAt }, problems: isYaml ? reader.problems : syntaxProblems(file, document, at) };
};

const syntaxShown = 5;
/** The first few: after one mistake the rest of a file is often misread. Not the text that was met, which may be no text at all. */
const syntaxProblems = (file: string, { errors }: Document, at: (offset: number) => Place): Problem[] => {
  const found = errors
    .map(({ pos: [offset], code, message }): Problem => {
      const [said = ''] = message.split(/[:\n]/);
      return { file, ...at(offset), code: 'Syntax', data: { reason: code, message: said } };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  const next = found[syntaxShown];
  if (!next) return found;
  return [...found.slice(0, syntaxShown), { ...next, code: 'MoreSyntax', data: { count: String(found.length - syntaxShown) } }];
};
