import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Source } from '../../scripts/sources.ts';
import { prove, sources, type Finding } from './fence.ts';
import { house, layerOf, root } from './house.ts';

interface Import {
  /** Undefined: computed at run time. */
  from: string | undefined;
  start: number;
}

/** Every way by which one module reaches another: `import`, `export … from`, `import()`, `import('…').Type`, `require()`. */
const importsOf = ({ module, visit }: Source): Import[] => {
  const found: Import[] = module.staticImports.map(({ moduleRequest: { value, start } }) => ({ from: value, start }));
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) found.push({ from: moduleRequest.value, start: moduleRequest.start });
  }
  const add = (node: { type: string; start: number; value?: unknown }) =>
    found.push({ from: typeof node.value === 'string' ? node.value : undefined, start: node.start });
  visit({
    ImportExpression: ({ source }) => void add(source),
    TSImportType: ({ source }) => void add(source),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && first) add(first);
    },
  });
  return found;
};

const targetOf = (path: string, from: string) => posix.normalize(posix.join(posix.dirname(path), from));
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

/** What is wrong with this import; undefined when nothing is. */
const fault = (path: string, from: string | undefined): string | undefined => {
  const layer = layerOf(path);
  const { may, packages } = house[layer] ?? { may: [] };
  if (from === undefined) return layer === 'test' ? undefined : 'a computed import cannot be checked: name the module';
  if (from.startsWith('.')) {
    const target = targetOf(path, from);
    const allowed = layerOf(target) === layer || may.some((each) => each === layerOf(target) || each === target);
    return allowed ? undefined : `${layer} may not import ${target}; it may ${may.join(', ') || 'nothing but itself'}`;
  }
  if (isBuiltin(from) && !from.startsWith('node:')) return `write node:${from}`;
  return packages && !packages.includes(packageOf(from))
    ? `${layer} may not import ${from}; it may ${packages.join(', ') || 'no package'}`
    : undefined;
};

const findFaults = (source: Source): Finding[] =>
  importsOf(source).flatMap(({ from, start }) => {
    const says = fault(source.path, from);
    return says === undefined ? [] : [{ path: source.path, line: source.lineAt(start), says }];
  });

prove({
  name: 'the arrows of the house',
  field: () => true,
  find: findFaults,
  planted: [
    { path: 'domain/a.ts', text: `import { send } from '../infra/temporal/send.ts';` },
    { path: 'domain/a.ts', text: `import type { Client } from '@temporalio/client';` },
    { path: 'domain/a.ts', text: `import { readFileSync } from 'node:fs';` },
    { path: 'domain/a.ts', text: `export { sleep } from '../infra/sleep.ts';` },
    { path: 'domain/a.ts', text: `type A = import('../api/app.ts').App;` },
    { path: 'workflows/a.ts', text: `import { appendCommit } from '../activities/append-commit.ts';` },
    { path: 'workflows/a.ts', text: `const later = await import('../infra/log/connect.ts');` },
    { path: 'workflows/a.ts', text: `import * as z from 'zod';` },
    { path: 'texts/a.ts', text: `import { app } from '../api/app.ts';` },
    { path: 'texts/a.ts', text: `import * as z from 'zod';` },
    { path: 'infra/a.ts', text: `import { entity } from '../workflows/entity.ts';` },
    { path: 'activities/a.ts', text: `import { wake } from '../workflows/messages.ts';` },
    { path: 'projections/a.ts', text: `import { vi } from '../texts/vi/index.ts';` },
    { path: 'api/a.ts', text: `import { appendCommit } from '../activities/append-commit.ts';` },
    { path: 'notices/a.ts', text: `import { views } from '../projections/index.ts';` },
    { path: 'rehearsal/a.ts', text: `import { views } from '../projections/index.ts';` },
    { path: 'cli/a.ts', text: `import { given } from '../test/kit/given.ts';` },
    { path: 'bin/a.mjs', text: `import '../infra/servers/stack.ts';` },
    { path: 'scripts/a.ts', text: `import { main } from '../cli/main.ts';` },
    { path: 'vitest.config.ts', text: `import { root } from './test/kit/root.ts';` },
    { path: 'infra/a.ts', text: `const name = 'x'; await import(name);` },
    { path: 'infra/a.ts', text: `const fs = require('../api/app.ts');` },
    { path: 'infra/a.ts', text: `import { join } from 'path';` },
  ],
  harmless: [
    { path: 'domain/a/b.ts', text: `import { c } from '../kernel/c.ts'; import * as z from 'zod';` },
    { path: 'infra/a.ts', text: `import { wake } from '../workflows/messages.ts'; import { join } from 'node:path';` },
    { path: 'test/a.ts', text: `import { send } from '../infra/temporal/send.ts'; await import(file);` },
  ],
});

/** Folders of the domain that hold one aggregate; they hear of each other by obligations only. */
const aggregateOf = (path: string) => {
  const folder = /^domain\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && existsSync(join(root, 'domain', folder, 'state.ts')) ? folder : undefined;
};

prove({
  name: 'an aggregate does not know another',
  field: (path) => aggregateOf(path) !== undefined,
  find: (source) =>
    importsOf(source).flatMap(({ from, start }) => {
      const other = from?.startsWith('.') === true ? aggregateOf(targetOf(source.path, from)) : undefined;
      if (other === undefined || other === aggregateOf(source.path)) return [];
      return [
        {
          path: source.path,
          line: source.lineAt(start),
          says: `what ${other} must hear is an obligation; what is needed of it comes with the command`,
        },
      ];
    }),
  planted: [{ path: 'domain/product-cycle/a.ts', text: `import type { Certificate } from '../certificate/state.ts';` }],
  harmless: [
    {
      path: 'domain/product-cycle/a.ts',
      text: `import { certificateOf } from '../kernel/address.ts'; import { shape } from './events.ts';`,
    },
  ],
});

test('every folder with code is a layer of the table, and every import of ours ends in a file', () => {
  expect(sources.map(({ path }) => layerOf(path)).filter((layer) => layer !== '' && !(layer in house))).toEqual([]);
  const missing = sources.flatMap((source) =>
    importsOf(source)
      .filter(({ from }) => from?.startsWith('.') === true && !existsSync(join(root, targetOf(source.path, from))))
      .map(({ from }) => `${source.path} → ${from}`),
  );
  expect(missing).toEqual([]);
});
