import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig, variables } from '../../infra/config.ts';
import { root } from './house.ts';

const assigned = (text: string): [string, string][] =>
  [...text.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
const example = assigned(readFileSync(join(root, '.env.example'), 'utf8'));

test('.env.example names every setting once, and no other', () => {
  expect(example.map(([name]) => name).toSorted()).toEqual(Object.keys(variables).toSorted());
});

test('what .env.example sets is valid, and is what holds without it', () => {
  expect(parseConfig(Object.fromEntries(example))).toEqual(parseConfig({}));
});

test('a planted fault is seen', () => {
  expect(assigned('OCOP_PORT=1\n# OCOP_GONE=\n')).toEqual([
    ['OCOP_PORT', '1'],
    ['OCOP_GONE', ''],
  ]);
  expect(parseConfig({ OCOP_GONE: 'x' })).toEqual({ faults: ['OCOP_GONE: there is no such setting'] });
});
