import type { Source } from '../../scripts/sources.ts';
import { prove, type Finding } from './fence.ts';

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/([a-z])(\d)/gi, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

const baseOf = (path: string) => (path.split('/').at(-1) ?? '').replace(/(\.(unit|int|e2e))?(\.(test|data|generated|config))?\.\w+$/, '');

interface Named {
  name: string;
  start: number;
  isValue: boolean;
  isFunction: boolean;
}

/* Names that reach further than a function. Words that say nothing, and words that will be wrong next year. `data` is the agreed name of a field and of a file of figures. */
const empty = ['info', 'manager', 'util', 'utils', 'misc', 'common', 'helper', 'helpers', 'new', 'old'];
const faultIn = ({ name, isFunction }: Pick<Named, 'name' | 'isFunction'>): string | undefined => {
  const words = wordsOf(name);
  const bad =
    words.find((word) => empty.includes(word)) ??
    /(?<![a-zA-Z])v\d+$|V\d+$/.exec(name)?.[0] ??
    (words.length > 1 && words.at(-1) === 'data' ? 'data' : undefined);
  return bad ?? (isFunction && words[0] === 'process' && words.length > 1 ? 'process' : undefined);
};

type Statement = Source['program']['body'][number];
const namesIn = (node: Statement): Named[] => {
  if (node.type === 'ExportNamedDeclaration') return node.declaration === null ? [] : namesIn(node.declaration);
  if (node.type === 'VariableDeclaration') {
    return node.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier'
        ? [{ name: id.name, start: id.start, isValue: true, isFunction: init?.type === 'ArrowFunctionExpression' }]
        : [],
    );
  }
  const isValue = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
  if (!isValue && node.type !== 'TSInterfaceDeclaration' && node.type !== 'TSTypeAliasDeclaration') return [];
  return node.id === null ? [] : [{ name: node.id.name, start: node.id.start, isValue, isFunction: node.type === 'FunctionDeclaration' }];
};

prove({
  name: 'names say something',
  field: () => true,
  find: ({ path, program, lineAt }: Source): Finding[] => {
    const inCode = program.body.flatMap(namesIn).map(({ start, ...named }) => ({ ...named, line: lineAt(start) }));
    return [{ name: baseOf(path), isFunction: false, line: 1 }, ...inCode].flatMap(({ line, ...named }) => {
      const bad = faultIn(named);
      return bad === undefined ? [] : [{ path, line, says: `"${bad}" in ${named.name} says nothing: which one, what for?` }];
    });
  },
  planted: [
    { path: 'api/a.ts', text: `const userData = 1;` },
    { path: 'api/a.ts', text: `class DossierManager {}` },
    { path: 'api/a.ts', text: `function processCommand() {}` },
    { path: 'api/a.ts', text: `interface ProductInfo { a: 1 }` },
    { path: 'api/a.ts', text: `const newState = 1;` },
    { path: 'api/utils.ts', text: `export const a = 1;` },
    { path: 'projections/product-v2.ts', text: `export const a = 1;` },
  ],
  harmless: [
    { path: 'domain/a.data.ts', text: `const data = 1; const renewal = 2; const processes = 3; const processTable = []; type Data = 1;` },
  ],
});

const exportsOf = ({ program }: Source): Named[] => program.body.filter(({ type }) => type === 'ExportNamedDeclaration').flatMap(namesIn);

/** One noun in its forms: a list may stand in a file named after its item, and `project` in `projector.ts`. */
const isSame = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) || `${a}s` === b || `${b}s` === a;
const isNamedAfter = (file: string[], name: string) => wordsOf(name).some((word) => file.some((other) => isSame(word, other)));

prove({
  name: 'a file with one main export is named after it',
  field: (path) => path.endsWith('.ts') && !/\.(test|data|config)\.ts$|(^|\/)(index|state|events)\.ts$/.test(path),
  find: (source) => {
    const all = exportsOf(source);
    const file = wordsOf(baseOf(source.path));
    if (all.filter(({ isValue }) => isValue).length !== 1 || all.some(({ name }) => isNamedAfter(file, name))) return [];
    return [{ path: source.path, line: 1, says: `is where ${all.map(({ name }) => name).join(', ')} lives: name it so` }];
  },
  planted: [{ path: 'infra/log/tools.ts', text: `export const appendCommit = 1;` }],
  harmless: [
    { path: 'infra/servers/lock.ts', text: `export function tryLock() {}` },
    { path: 'domain/edition/qd-26-2026.ts', text: `export const qd26 = 1;` },
    { path: 'workflows/clock.ts', text: `export type Clock = 'wall'; export const jitterMs = 1;` },
  ],
});

prove({
  name: 'files are kebab-case',
  field: (path) => path.includes('/'),
  find: ({ path }) =>
    /^[a-z\d-]+(\.(unit|int|e2e|data|generated))?(\.test)?\.(ts|mjs)$/.test(path.split('/').at(-1) ?? '')
      ? []
      : [{ path, line: 1, says: 'kebab-case' }],
  planted: [
    { path: 'api/appendCommit.ts', text: `` },
    { path: 'test/a.test.ts.bak.ts', text: `` },
  ],
});
