import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type Comment, type EcmaScriptModule, type Program, type VisitorObject } from 'oxc-parser';

/*
 * Our own code, read as code: for the architecture tests and for `measure.ts`. TypeScript 7 offers other tools no stable compiler API, and a
 * reader of syntax is all that they need.
 */

export interface Source {
  /** From the root of the repository, with `/`. */
  path: string;
  text: string;
  lines: number;
  program: Program;
  comments: readonly Comment[];
  module: EcmaScriptModule;
  lineAt: (offset: number) => number;
  visit: (visitor: VisitorObject) => void;
}

const isCode = (name: string) => /\.(ts|mts|mjs|js)$/.test(name);
const linesOf = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Throws when the text does not parse: a rule that skips what it cannot read has a hole. */
export const parse = (path: string, text: string): Source => {
  const { program, comments, module, errors } = parseSync(path, text, { preserveParens: false });
  const [first] = errors;
  if (first) throw new Error(`${path}: ${first.message}`);
  return {
    path,
    text,
    lines: linesOf(text),
    program,
    comments,
    module,
    lineAt: (offset) => text.slice(0, offset).split('\n').length,
    visit: (visitor) => {
      new Visitor(visitor).visit(program);
    },
  };
};

/** Every file below the root but for folders of tools (`node_modules`, and those that begin with a dot). */
export const filesOf = (root: string, folder = ''): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesOf(root, path);
  });

export const sourcesOf = (root: string): Source[] =>
  filesOf(root)
    .filter(isCode)
    .map((path) => parse(path, readFileSync(join(root, path), 'utf8')));

/** Figures, not logic: exempt from limits of size. */
export const isDataFile = (path: string): boolean => /\.(data|generated)\.ts$|^domain\/edition\/qd-[\w-]+\//.test(path);
export const isTest = (path: string): boolean => path.startsWith('test/');

export interface FunctionSpan {
  line: number;
  lines: number;
  hasBlock: boolean;
  /** The callback of a `describe` groups tests; it is no function to read in one go. */
  groupsTests: boolean;
}

export const functionsOf = (source: Source): FunctionSpan[] => {
  const spans: FunctionSpan[] = [];
  const groups = new Set<number>();
  const add = (node: { start: number; end: number; body: { type: string } | null }) => {
    if (node.body === null) return;
    const line = source.lineAt(node.start);
    spans.push({
      line,
      lines: source.lineAt(node.end) - line + 1,
      hasBlock: node.body.type === 'BlockStatement',
      groupsTests: groups.has(node.start),
    });
  };
  source.visit({
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'describe') for (const { start } of given) groups.add(start);
    },
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  });
  return spans;
};

export const countNodes = (source: Source, type: 'TSAnyKeyword'): number => {
  let count = 0;
  source.visit({ [type]: () => void count++ });
  return count;
};

/** Orders that switch a rule off, for the compiler, the linter or the formatter. */
export const suppressionsOf = ({ comments }: Pick<Source, 'comments'>): Comment[] =>
  comments.filter(({ value }) =>
    /^[\s*]*(?:(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)|(?:oxfmt|prettier)-ignore|v8 ignore)/.test(value),
  );

export const unfinishedIn = ({ comments }: Pick<Source, 'comments'>): Comment[] =>
  comments.filter(({ value }) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(value));
