import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';

/** 4.65 MB in November 2026 with four editions, source map included, and a fifth more: each worker parses it at its start. */
const bytesMax = 5_580_000;

test("the workflows' bundle stays within its size", () => {
  const { length } = readFileSync(inject('bundlePath'));
  console.info(`${length} bytes`);
  expect(length).toBeLessThan(bytesMax);
});

test("nothing of servers, of databases or of Node comes into the workflows' bundle", () => {
  const code = readFileSync(inject('bundlePath'), 'utf8');
  const modules = new Set([...code.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(([, path]) => path ?? ''));
  expect(modules.size).toBeGreaterThan(50);
  const packages = [...modules].flatMap((path) => /^\.\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  expect([...new Set(packages)].sort()).toEqual(['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc', 'zod']);
});
