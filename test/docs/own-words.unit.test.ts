import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../scripts/sources.ts';
import { root } from './pages.ts';

/* A clone stands alone: nothing in it points at a folder, a machine or a registry of whoever wrote it. */

const isText = (path: string) => /\.(?:ts|mjs|json|md|ya?ml|sql|mod|sum|example)$|^LICENSE$/.test(path) && path !== 'package-lock.json';
const elsewhere = /\.\.\/(?:shared|lab)\b|(?:^|[\s'"`(])\/(?:work|home|root|Users)\/\w|localhost:\d+\/npm/i;
const pointing = (text: string) => text.split('\n').filter((line) => elsewhere.test(line));

test('nothing points outside the repository', () => {
  const files = filesOf(root)
    .filter(isText)
    .filter((path) => !path.endsWith('own-words.unit.test.ts'));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((path) => pointing(readFileSync(join(root, path), 'utf8')).map((line) => `${path}: ${line}`))).toEqual([]);
});

test('planted faults are seen', () => {
  expect(pointing('see ../shared/page.md\nin `/home/an/ocop`\nfine: a/work/b, https://registry.npmjs.org/')).toHaveLength(2);
});
