import type { BinaryName } from './binaries.ts';
import type { Child, Exit } from './child.ts';
import type { External } from './external.ts';
import type { Choice } from './find.ts';
import type { Guard } from './guard.ts';
import type { Environment, Progress } from './progress.ts';

export type Ports = { postgres: number; nats: number; natsMonitor: number; temporal: number; ui: number };

export type StackOptions = {
  dataDir: string;
  cacheDir: string;
  /** The environment of the person who starts it, for looking on PATH and for building with Go; the servers do not get it. */
  environment: Environment;
  /** Wanted ports; one that is taken is replaced by a free one. Not given: the usual ones, for tests any free ones. */
  preferredPorts?: Partial<Ports>;
  external?: External;
  binaries?: Partial<Record<BinaryName, string>>;
  withUi?: boolean;
  /** Temporal with movable clocks and without rate limits. */
  forTests?: boolean;
  /** Default true. False: PostgreSQL does not wait for the disk; for data that is thrown away only. */
  durable?: boolean;
  progress?: Progress;
  /** A child of the stack, or one adopted by it, ended without being asked to. */
  onExit?: (name: string, exit: Exit) => void;
};

export type Stack = {
  /** `url` for the application; `adminUrl` (absent for an external database) may create roles and databases. */
  postgres: { url: string; adminUrl?: string };
  nats: { url: string; monitorUrl: string };
  temporal: { address: string; metricsUrl?: string };
  ui?: { url: string };
  choices: Choice[];
  /** For Child.start of the engine's own processes: they then die with this process at the latest. */
  guard: Guard;
  /** The child is stopped before the servers, the last adopted first. */
  adopt: (child: Child) => void;
  stop: () => Promise<void>;
};
