import { expect, test } from 'vitest';
import { bundle } from '../../infra/temporal/worker.ts';

/*
 * Every worker evaluates this one text. Most of it is zod and the SDK; a driver, a server or a layer taken in by mistake shows here.
 * Counted without its source map, which no worker evaluates.
 */
const budgetBytes = 2_000_000;
const foreign = ['pg', 'kysely', 'fastify', '@nats-io', '@temporalio/client', '@temporalio/worker'].map(
  (name) => `./node_modules/${name}/`,
);
const ours = ['./domain/', './workflows/', './node_modules/'];

const modulesIn = (code: string) => [...code.matchAll(/^\/\*\*\*\/ "(\.[^"]+)"/gm)].map(([, module = '']) => module);
const strangers = (modules: readonly string[]) =>
  modules.filter((module) => !ours.some((place) => module.startsWith(place)) || foreign.some((place) => module.startsWith(place)));

test('the code of the workflows holds no other layer and keeps its budget', { timeout: 60_000 }, async () => {
  const [code = ''] = (await bundle()).code.split('//# sourceMappingURL');
  const modules = modulesIn(code);
  expect(modules).toContain('./workflows/entity.ts');
  expect(modules).toContain('./domain/kernel/decide.ts');
  expect(strangers(modules)).toEqual([]);
  expect(Buffer.byteLength(code)).toBeLessThan(budgetBytes);
});

test('a planted stranger is seen', () => {
  const planted = ['./infra/log/connect.ts', './node_modules/pg/lib/index.js', './domain/aggregates.ts']
    .map((module) => `/***/ "${module}"\n`)
    .join('');
  expect(strangers(modulesIn(planted))).toEqual(['./infra/log/connect.ts', './node_modules/pg/lib/index.js']);
});
