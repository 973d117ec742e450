import type { Source } from '../../scripts/sources.ts';
import { prove, seek, type Finding } from './fence.ts';

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/([a-z])(\d)/gi, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

const baseOf = (path: string) => (path.split('/').at(-1) ?? '').replace(/(\.(unit|int|e2e))?(\.(test|data|generated|config))?\.\w+$/, '');

/* Words that say nothing, and words that will be wrong next year. `data` is the agreed name of a field and of a file of figures. */
const empty = ['info', 'manager', 'util', 'utils', 'misc', 'common', 'helper', 'helpers', 'new', 'old'];
const faultIn = (name: string): string | undefined => {
  const words = wordsOf(name);
  const bad =
    words.find((word) => empty.includes(word)) ??
    /(?<![a-zA-Z])v\d+$|V\d+$/.exec(name)?.[0] ??
    (words.length > 1 && words.at(-1) === 'data' ? 'data' : undefined);
  const isVerb = words[0] === 'process' && words.length > 1 && !name.startsWith('processes');
  return bad ?? (isVerb ? 'process' : undefined);
};

const declared = seek((report) => {
  const check = (node: { start: number; name: string } | null) => {
    const bad = node && faultIn(node.name);
    if (node && bad !== null && bad !== undefined) report(node, `"${bad}" in ${node.name} says nothing: which one, what for?`);
  };
  return {
    FunctionDeclaration: ({ id }) => check(id),
    ClassDeclaration: ({ id }) => check(id),
    TSInterfaceDeclaration: ({ id }) => check(id),
    TSTypeAliasDeclaration: ({ id }) => check(id),
    VariableDeclarator: ({ id }) => {
      if (id.type === 'Identifier') check(id);
    },
  };
});

prove({
  name: 'names say something',
  field: () => true,
  find: (source: Source): Finding[] => {
    const bad = faultIn(baseOf(source.path));
    return [
      ...declared(source),
      ...(bad === undefined ? [] : [{ path: source.path, line: 1, says: `"${bad}" in the name of the file says nothing` }]),
    ];
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
  harmless: [{ path: 'domain/a.data.ts', text: `const data = 1; const renewal = 2; const processes = 3; type Data = 1;` }],
});

interface Exported {
  name: string;
  isValue: boolean;
}
const exportsOf = ({ program }: Source): Exported[] =>
  program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.source !== null) return [];
    const { declaration } = node;
    if (declaration === null)
      return node.specifiers.flatMap(({ exported: { type, ...rest } }) =>
        'name' in rest ? [{ name: rest.name, isValue: type === 'Identifier' }] : [],
      );
    if (declaration.type === 'VariableDeclaration')
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [{ name: id.name, isValue: true }] : []));
    return 'id' in declaration && declaration.id?.type === 'Identifier'
      ? [{ name: declaration.id.name, isValue: /^(?:Function|Class)/.test(declaration.type) }]
      : [];
  });

/** One noun in its forms: a list may stand in a file named after its item, and `project` in `projector.ts`. */
const isSame = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) || `${a}s` === b || `${b}s` === a;
const contains = (whole: string[], part: string[]) => part.every((word) => whole.some((other) => isSame(word, other)));
const isNamedAfter = (file: string[], name: string) => contains(file, wordsOf(name)) || contains(wordsOf(name), file);

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
