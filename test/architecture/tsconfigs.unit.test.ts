import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { sources } from './fence.ts';
import { house, isTypeScript, layerOf, root } from './house.ts';

const shape = z.object({
  extends: z.literal('../tsconfig.base.json'),
  compilerOptions: z.object({
    types: z.array(z.string()).optional(),
    lib: z.undefined().optional(),
    rootDir: z.string(),
    outDir: z.string(),
  }),
  references: z.array(z.object({ path: z.string() })).default([]),
});
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The layers that there are, of those that the compiler checks. */
const built = [
  ...new Set(
    sources
      .map(({ path }) => path)
      .filter(isTypeScript)
      .map(layerOf),
  ),
]
  .filter((layer) => layer !== '')
  .toSorted();

test('the compiler builds every layer', () => {
  const { references } = z.object({ references: z.array(z.object({ path: z.string() })) }).parse(read('tsconfig.json'));
  expect(references.map(({ path }) => path.replace('./', '')).toSorted()).toEqual(built);
});

test.each(built)('%s refers to what it may import, and to nothing else', (layer) => {
  const wanted = (house[layer]?.may ?? [])
    .map((each) => layerOf(`${each}/`))
    .filter((each) => existsSync(join(root, each, 'tsconfig.json')));
  const { references } = shape.parse(read(`${layer}/tsconfig.json`));
  expect(references.map(({ path }) => path.replace('../', '')).toSorted()).toEqual([...new Set(wanted)].toSorted());
});

test.each(built)('%s sees the names of Node only where it may import Node', (layer) => {
  const { compilerOptions } = shape.parse(read(`${layer}/tsconfig.json`));
  expect(compilerOptions.types ?? []).toEqual(house[layer]?.packages ? [] : ['node']);
  expect(compilerOptions.outDir).toBe(`../.types/${layer}`);
});
