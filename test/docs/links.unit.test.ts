import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { house } from '../architecture/house.ts';
import { codeIn, pages, proseOf, read, root, type Page } from './pages.ts';

const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));

/** Links to files of ours, and to headings in them, that lead nowhere. */
const brokenLinks = ({ path, text }: Page): string[] =>
  [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^(?:https?|mailto):/.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(root, to))) return [`${path} → ${target}`];
    return anchor === undefined || anchorsOf(read(to)).includes(anchor) ? [] : [`${path} → ${target}`];
  });

/** Paths in `code` that begin with a folder of the house and name a file or a folder that is not there. Patterns and ids are no paths. */
const brokenPaths = ({ path, text }: Page): string[] =>
  codeIn(proseOf(text))
    .filter((code) => /^[\w.-]+(?:\/[\w.-]+)*\/?$/.test(code) && code.includes('/') && Object.hasOwn(house, code.split('/')[0] ?? ''))
    .filter((code) => !existsSync(join(root, code)))
    .map((code) => `${path} names ${code}`);

test('every link leads to a file or heading that exists', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.flatMap(brokenLinks)).toEqual([]);
});

test('every path of ours that a page names exists', () => {
  expect(pages.flatMap(brokenPaths)).toEqual([]);
});

test('planted faults are seen', () => {
  const page = {
    path: 'docs/a.md',
    text: 'See [it](../domain/gone.ts), [there](../README.md#no-such-heading) and `domain/gone.ts`, not `ev.main/x`.',
  };
  expect(brokenLinks(page)).toHaveLength(2);
  expect(brokenPaths(page)).toEqual(['docs/a.md names domain/gone.ts']);
});
