import { join } from 'node:path';

/*
 * The house as a table: who may import whom. The compiler keeps the same arrows between layers (one tsconfig each, `tsconfigs.unit.test.ts`
 * compares), but it lets pass what a layer reaches through another one. This table does not, and it may name single files and sees packages.
 */

export const root = join(import.meta.dirname, '../..');

export interface Layer {
  /** Layers, or single files of a layer. */
  may: readonly string[];
  /** The packages of a layer that has to stay pure; without a list, any package and Node itself. */
  packages?: readonly string[];
}

/** What a workflow shares with the outside: its messages, its clock, what it wants of activities. Never its code. */
const words = ['workflows/messages.ts', 'workflows/clock.ts', 'workflows/activity-contracts.ts'];
const product = ['domain', 'texts', 'workflows', 'infra', 'activities', 'projections', 'api', 'notices', 'rehearsal'];

export const house: Readonly<Record<string, Layer>> = {
  domain: { may: [], packages: ['zod'] },
  texts: { may: ['domain'], packages: [] },
  workflows: { may: ['domain'], packages: ['@temporalio/workflow', '@temporalio/common'] },
  infra: { may: ['domain', ...words] },
  activities: { may: ['domain', 'infra', 'workflows/activity-contracts.ts'] },
  projections: { may: ['domain', 'infra'] },
  api: { may: ['domain', 'projections', 'infra', 'texts'] },
  notices: { may: ['domain', 'infra', 'texts'] },
  rehearsal: { may: ['api', 'domain', 'texts', 'infra'] },
  cli: { may: product },
  bin: { may: ['cli'] },
  scripts: { may: product },
  bench: { may: [...product, 'cli'] },
  test: { may: [...product, 'cli', 'scripts'] },
};

export const layerOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '');
export const isTypeScript = (path: string): boolean => path.endsWith('.ts');
