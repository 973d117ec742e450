import type { Expression } from 'oxc-parser';
import type { Source } from '../../scripts/sources.ts';
import { suppressionsOf, unfinishedIn } from '../../scripts/sources.ts';
import { prove, seek, type Finding } from './fence.ts';

prove({
  name: 'the domain does not throw',
  field: (path) => path.startsWith('domain/'),
  find: seek((report) => ({ ThrowStatement: (node) => report(node, 'return a rejection, or use invariant()') })),
  alone: { 'domain/kernel/invariant.ts': 'a defect of ours stops here' },
  planted: [{ path: 'domain/a.ts', text: `if (late) throw new Error('late');` }],
});

prove({
  name: 'the domain does not wait',
  field: (path) => path.startsWith('domain/'),
  find: seek((report) => {
    const says = 'a decision takes no time: what it needs comes with the command';
    const check = (node: { async: boolean; start: number }) => {
      if (node.async) report(node, says);
    };
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
      AwaitExpression: (node) => report(node, says),
      NewExpression: ({ callee, start }) => {
        if (callee.type === 'Identifier' && callee.name === 'Promise') report({ start }, says);
      },
    };
  }),
  planted: [
    { path: 'domain/a.ts', text: `export const decide = async () => 1;` },
    { path: 'domain/a.ts', text: `const wait = new Promise(() => undefined);` },
  ],
});

prove({
  name: 'a module says what it exports, by name',
  field: () => true,
  find: seek((report) => ({
    ExportAllDeclaration: (node) => report(node, 'list the names: `export { a, b } from …`'),
    ExportDefaultDeclaration: (node) => report(node, 'give it a name'),
  })),
  alone: { 'vitest.config.ts': 'vitest asks for a default export' },
  planted: [
    { path: 'domain/a.ts', text: `export * from './b.ts';` },
    { path: 'domain/a.ts', text: `export * as b from './b.ts';` },
    { path: 'api/a.ts', text: `export default function app() {}` },
  ],
});

const isAssertNever = (node: Expression | null): boolean =>
  node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'assertNever';

prove({
  name: 'a default case stands only for what cannot be',
  field: () => true,
  find: seek((report) => ({
    SwitchCase: ({ test, consequent, start }) => {
      if (test !== null) return;
      const [only, ...more] = consequent;
      const body = only?.type === 'ReturnStatement' ? only.argument : only?.type === 'ExpressionStatement' ? only.expression : null;
      if (more.length > 0 || !isAssertNever(body)) report({ start }, 'name every case; `default` is for assertNever()');
    },
  })),
  planted: [
    { path: 'domain/a.ts', text: `switch (event.type) { case 'A': break; default: count += 1; }` },
    { path: 'texts/a.ts', text: `const f = () => { switch (x) { case 1: return 'a'; default: return 'b'; } };` },
  ],
  harmless: [{ path: 'domain/a.ts', text: `const f = () => { switch (x) { case 1: return 'a'; default: return assertNever(x); } };` }],
});

const inComments =
  (search: (source: Source) => { start: number; value: string }[], says: string) =>
  (source: Source): Finding[] =>
    search(source).map(({ start, value }) => ({ path: source.path, line: source.lineAt(start), says: `${says}: ${value.trim()}` }));

const isExplained = (value: string) => /@ts-expect-error:? \S.{9,}|(?:disable|ignore)[\w-]*(?: [\w/, -]+?)? -- \S.{9,}/.test(value);

prove({
  name: 'a suppression says why',
  field: () => true,
  find: inComments((source) => suppressionsOf(source).filter(({ value }) => !isExplained(value)), 'add ` -- ` and the reason'),
  planted: [
    { path: 'api/a.ts', text: `// oxlint-disable-next-line max-params\nconst f = (a, b, c, d) => a;` },
    { path: 'api/a.ts', text: `// @ts-ignore\nconst a = 1;` },
    { path: 'test/a.ts', text: `// @ts-expect-error\nconst a: string = 1;` },
    { path: 'test/a.ts', text: `/* eslint-disable */` },
  ],
  harmless: [
    { path: 'api/a.ts', text: `// oxlint-disable-next-line max-params -- the signature is Fastify's\nconst f = (a, b, c, d) => a;` },
    { path: 'test/a.ts', text: `// @ts-expect-error a text is no number, which is what is proved here\nconst a: string = 1;` },
  ],
});

prove({
  name: 'nothing is left for later',
  field: (path) => !path.startsWith('test/architecture/'),
  find: inComments(unfinishedIn, 'do it, or leave it out'),
  planted: [
    { path: 'api/a.ts', text: `// TODO: check the role` },
    { path: 'test/a.ts', text: `/* FIXME */` },
  ],
  harmless: [{ path: 'api/a.ts', text: `// A hacker cannot pass.` }],
});

prove({
  name: 'there is no `any`',
  field: () => true,
  find: seek((report) => ({ TSAnyKeyword: (node) => report(node, 'say what it is, or `unknown`') })),
  planted: [{ path: 'test/a.ts', text: `const rows: any[] = [];` }],
});

prove({
  name: 'no test is skipped, and none runs alone',
  field: (path) => path.endsWith('.test.ts'),
  find: seek((report) => ({
    MemberExpression: ({ object, property, start }) => {
      const isTestWord = object.type === 'Identifier' && ['test', 'it', 'describe'].includes(object.name);
      if (isTestWord && property.type === 'Identifier' && ['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails'].includes(property.name)) {
        report({ start }, 'a test runs always, with the others');
      }
    },
  })),
  planted: [
    { path: 'test/a.unit.test.ts', text: `test.skip('later', () => undefined);` },
    { path: 'test/a.int.test.ts', text: `describe.only('this', () => undefined);` },
  ],
  harmless: [{ path: 'test/a.unit.test.ts', text: `test.each([1])('%s', () => undefined);` }],
});

/** `test(…)`, and `test.each(…)(…)` with its relatives. */
const isTestCall = (callee: Expression): boolean => {
  if (callee.type === 'Identifier') return callee.name === 'test' || callee.name === 'it';
  if (callee.type === 'MemberExpression') return isTestCall(callee.object);
  return callee.type === 'CallExpression' && callee.callee.type === 'MemberExpression' && isTestCall(callee.callee.object);
};
const asserting = /\b(?:expect\w*|assert\w*|then[A-Z]\w*|always|prove)\(/;

/** Functions of the file that assert on behalf of its tests. */
const assertingFunctions = ({ program, text }: Source): string[] =>
  program.body.flatMap((node) => {
    if (!asserting.test(text.slice(node.start, node.end))) return [];
    if (node.type === 'FunctionDeclaration') return node.id ? [node.id.name] : [];
    return node.type === 'VariableDeclaration' ? node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : [])) : [];
  });

prove({
  name: 'a test asserts something',
  field: (path) => path.startsWith('test/'),
  find: seek((report, source) => {
    const helpers = assertingFunctions(source);
    const asserts = (text: string) => asserting.test(text) || helpers.some((name) => text.includes(`${name}(`));
    return {
      CallExpression: ({ callee, arguments: given, start }) => {
        const body = given.at(-1);
        const isFunction = body?.type === 'ArrowFunctionExpression' || body?.type === 'FunctionExpression';
        if (isFunction && isTestCall(callee) && !asserts(source.text.slice(body.start, body.end))) {
          report({ start }, 'say what must hold: expect…(), then…() of a scene, or a helper that does');
        }
      },
    };
  }),
  planted: [
    { path: 'test/a.unit.test.ts', text: `test('a', () => { run(); });` },
    { path: 'test/a.unit.test.ts', text: `test.each([1])('a', () => { given(council).when('convene', {}); });` },
    { path: 'test/a.unit.test.ts', text: `test.each(rows.map((row) => { return row; }))('a', () => undefined);` },
  ],
  harmless: [
    {
      path: 'test/a.unit.test.ts',
      text: `test.each([1])('a', () => { given(council).when('convene', {}).thenRejected('SittingExists'); });`,
    },
    { path: 'test/a.unit.test.ts', text: `test('a', () => { startAndStop(); }); function startAndStop() { expect(1).toBe(1); }` },
    { path: 'test/a.unit.test.ts', text: `test('a', async () => { await expect(save()).rejects.toThrow('no'); });` },
  ],
});
