import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editions } from '../../domain/edition/edition-for.ts';
import { freezeAsWorker } from '../kit/freeze.ts';

/** Imported before anything of the domain has parsed, and frozen as a worker freezes what workflows share. */
const root = new URL('../../domain/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));
const steps = files.filter((file) => file.startsWith('product-cycle/') && !file.endsWith('/index.ts'));
const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;
const modules = new Map<string, object>();
for (const file of files) {
  const module: unknown = await import(new URL(file, root).href);
  if (isTable(module)) modules.set(file, { ...module });
}
freezeAsWorker([...modules.values()]);
const { productCycle } = await import('../../domain/product-cycle/index.ts');
const { aggregates } = await import('../../domain/aggregates.ts');

const exportsOf = (file: string): [string, unknown][] => Object.entries(modules.get(file) ?? {});

test('no command is forgotten in the table', () => {
  const written = steps.flatMap((file) =>
    exportsOf(file).flatMap(([name, value]) => (isTable(value) && 'judge' in value && 'duties' in value ? [name] : [])),
  );
  expect(written.toSorted()).toEqual(Object.keys(productCycle.commands).toSorted());
  expect(written).toHaveLength(44);
});

test('no event is changed in two steps, and each has its change', () => {
  const changed = steps.flatMap((file) =>
    exportsOf(file).flatMap(([name, value]) => (name === 'changes' && isTable(value) ? Object.keys(value) : [])),
  );
  expect(changed.filter((type, index) => changed.indexOf(type) !== index)).toEqual([]);
  const [, events] = exportsOf('product-cycle/events.ts').find(([name]) => name === 'events') ?? [];
  expect(changed.toSorted()).toEqual(Object.keys(isTable(events) ? events : {}).toSorted());
});

test("no rule is written and forgotten: each exported rule stands in some command's list", () => {
  for (const file of steps) {
    for (const [name, value] of exportsOf(file)) {
      if (!isTable(value) || !('refuses' in value)) continue;
      const uses = steps
        .map((each) => readFileSync(new URL(each, root), 'utf8').split(new RegExp(`\\b${name}\\b`)).length - 1)
        .reduce((sum, count) => sum + count, 0);
      expect(uses, `${name} of ${file}`).toBeGreaterThan(1);
    }
  }
});

test('every clause of every command has an answer in every edition', () => {
  for (const { clause, clauses } of Object.values(productCycle.commands)) {
    for (const edition of Object.values(editions))
      for (const each of [clause, ...clauses]) expect(edition.clauses[each], `${edition.id} ${each}`).toBeDefined();
  }
});

test('a frozen domain still parses, judges and describes itself', () => {
  const who = { person: 'lan', roles: [] };
  const idea = { place: { commune: '28780', province: '86' }, name: 'Trà', idea: 'trà của làng' };
  expect(productCycle.judge(productCycle.unborn, { type: 'proposeIdea', data: idea }, who, 0)).toEqual({
    events: [{ type: 'IdeaProposed', data: { ...idea, proposer: 'lan' } }],
  });
  expect(productCycle.judge(productCycle.unborn, { type: 'proposeIdea', data: {} }, who, 0)).toMatchObject({
    rejection: { code: 'Malformed' },
  });
  const cards = Object.values(aggregates).flatMap(({ commands }) => Object.values(commands));
  for (const { schema } of cards) expect(schema()).toMatchObject({ type: 'object', additionalProperties: false });
});

test('an event that cannot be read, or cannot have happened here, is a defect', () => {
  const apply = (type: string, data: unknown) => () => productCycle.apply(productCycle.unborn, { type, data }, 0);
  expect(apply('IdeaAccepted', {})).toThrow(/Invariant broken: an event of idea-proposed at unborn/);
  expect(apply('IdeaProposed', {})).toThrow(/no event reads as IdeaProposed/);
  expect(apply('toString', {})).toThrow(/unknown type/);
  expect(apply('IdeaReturned', { note: 'x', more: 1 })).toThrow(/more/);
});

test('a recorded refusal changes nothing', () => {
  expect(productCycle.apply(productCycle.unborn, { type: 'CommandRefused', data: { code: 'X' } }, 0)).toBe(productCycle.unborn);
});
