import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Environment } from './servers/progress.ts';

/** The folder of the engine, whatever folder it is called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const port = z.coerce.number().int().min(1).max(65_535);
const path = z.string().min(1);
/** Every variable that the engine reads, with its meaning; `.env.example` lists them all. An empty value counts as not given. */
export const variables = Object.freeze({
  OCOP_DATA_DIR: path.default('.ocop').describe('folder of the data of embedded servers, relative to the engine'),
  OCOP_CACHE_DIR: path.optional().describe("folder for built servers; default: ocop-cycle-engine in the user's cache folder"),
  OCOP_POSTGRES_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('an external PostgreSQL 17 or 18; not given: an embedded one is started'),
  OCOP_NATS_URL: z
    .url({ protocol: /^(nats|tls)$/ })
    .optional()
    .describe('an external NATS with JetStream, 2.15.1 or newer'),
  OCOP_NATS_MONITOR_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('its monitoring address, by which sync_interval is checked'),
  OCOP_TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^:/\s]+:\d+$/, 'host:port')
    .optional()
    .describe('an external Temporal server'),
  OCOP_NATS_SERVER: path.optional().describe('a nats-server binary to start'),
  OCOP_TEMPORAL_SERVER: path.optional().describe('a temporal-server 1.32 binary to start'),
  OCOP_TEMPORAL_SQL_TOOL: path.optional().describe('its temporal-sql-tool'),
  OCOP_TEMPORAL_UI_SERVER: path.optional().describe("a binary of Temporal's web UI"),
  OCOP_WORKFLOW_BUNDLE: path.optional().describe('a bundle of the workflows built ahead; not given: each worker builds its own'),
  OCOP_API_HOST: z.string().min(1).default('127.0.0.1').describe('the address the API listens on'),
  OCOP_API_PORT: port.default(18_080).describe('its port'),
  OCOP_TOKENS: path.optional().describe('file of bearer tokens: [{ sha256, person, mail?, roles: [{ role, unit, from, to }] }]'),
  OCOP_API_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('for the command line: the API to talk to; not given: that of the running stack'),
  OCOP_TOKEN: z.string().min(16).optional().describe('for the command line: the bearer token; not given: that of the running stack'),
  OCOP_LANGUAGE: z.enum(['vi', 'en']).default('vi').describe('language of the command line'),
  OCOP_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe("level of the processes' logs"),
});
const schema = z.object(variables);
export type Config = Readonly<z.infer<typeof schema>>;

/** Parsed once; all faults are told at once. */
export function parseConfig(environment: Environment): { config: Config } | { faults: string[] } {
  const isSet = (name: string) => environment[name] !== undefined && environment[name] !== '';
  const given = Object.fromEntries(
    Object.keys(variables)
      .filter(isSet)
      .map((name) => [name, environment[name]]),
  );
  const unknown = Object.keys(environment).filter((name) => name.startsWith('OCOP_') && !Object.hasOwn(variables, name));
  const parsed = schema.safeParse(given);
  const faults = [
    ...unknown.map((name) => `${name}: there is no such setting`),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)),
  ];
  return parsed.success && faults.length === 0 ? { config: Object.freeze(parsed.data) } : { faults };
}

/** The configuration of this process, from the environment and a `.env` beside the engine. */
export function readConfig(): { config: Config } | { faults: string[] } {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file); // what the environment already says stays
  return parseConfig(process.env);
}
/** For looking on PATH and for building with Go; servers do not get it. */
export const environment = (): Environment => process.env;
export const dataDirOf = ({ OCOP_DATA_DIR }: Config): string => resolve(root, OCOP_DATA_DIR);

export interface Addresses {
  postgres: string;
  nats: string;
  natsMonitor: string;
  temporal: string;
}
/** Where the three servers are, for a process that starts none; an `undefined` one is a fault of the configuration. */
export function addressesOf(config: Config): Addresses | { missing: string[] } {
  const { OCOP_POSTGRES_URL: postgres, OCOP_NATS_URL: nats, OCOP_NATS_MONITOR_URL: natsMonitor, OCOP_TEMPORAL_ADDRESS: temporal } = config;
  if (postgres !== undefined && nats !== undefined && natsMonitor !== undefined && temporal !== undefined)
    return { postgres, nats, natsMonitor, temporal };
  const all = { OCOP_POSTGRES_URL: postgres, OCOP_NATS_URL: nats, OCOP_NATS_MONITOR_URL: natsMonitor, OCOP_TEMPORAL_ADDRESS: temporal };
  return {
    missing: Object.entries(all)
      .filter(([, value]) => value === undefined)
      .map(([name]) => name),
  };
}
