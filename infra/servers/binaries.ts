import { execFile } from 'node:child_process';

export const binaryNames = ['nats-server', 'temporal-server', 'temporal-sql-tool', 'temporal-ui-server'] as const;
export type BinaryName = (typeof binaryNames)[number];

export type Binary = {
  /** The Go package which is built, and the module whose version in go.mod is the version of the binary. */
  package: string;
  module: string;
  /** Which versions serve us, as a rule and in words. */
  fits: (version: Version) => boolean;
  wanted: string;
  /** The environment variable by which a person names a binary of their own. */
  variable: string;
};

type Version = readonly [major: number, minor: number, patch: number];

const temporal = {
  module: 'go.temporal.io/server',
  // The schema of the database and the tests' time skipping belong to this minor version.
  fits: ([major, minor]: Version): boolean => major === 1 && minor === 32,
  wanted: '1.32.x',
};

export const binaries: Record<BinaryName, Binary> = {
  'nats-server': {
    package: 'github.com/nats-io/nats-server/v2',
    module: 'github.com/nats-io/nats-server/v2',
    // Older servers can lose acknowledged messages in spite of "sync_interval: always".
    fits: (version) => atLeast(version, [2, 15, 1]),
    wanted: '2.15.1 or newer',
    variable: 'OCOP_NATS_SERVER',
  },
  'temporal-server': { ...temporal, package: 'go.temporal.io/server/cmd/server', variable: 'OCOP_TEMPORAL_SERVER' },
  'temporal-sql-tool': { ...temporal, package: 'go.temporal.io/server/cmd/tools/sql', variable: 'OCOP_TEMPORAL_SQL_TOOL' },
  'temporal-ui-server': {
    package: 'github.com/temporalio/ui-server/v2/cmd/server',
    module: 'github.com/temporalio/ui-server/v2',
    fits: (version) => atLeast(version, [2, 54, 1]),
    wanted: '2.54.1 or newer',
    variable: 'OCOP_TEMPORAL_UI_SERVER',
  },
};

export function versionIn(text: string): string | undefined {
  return /\d+\.\d+\.\d+/.exec(text)?.[0];
}

export function fits(name: BinaryName, version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return binaries[name].fits([major, minor, patch]);
}

/** What the binary at this path says of itself; undefined when it does not run. */
export function askVersion(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: 10_000 }, (error, stdout, stderr) => {
      resolve(error === null ? versionIn(stdout + stderr) : undefined);
    });
  });
}

function atLeast(have: Version, want: Version): boolean {
  for (const [i, wanted] of want.entries()) {
    const difference = (have[i] ?? 0) - wanted;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
