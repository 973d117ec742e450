import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.ts';
import type { Exit } from './child.ts';
import type { Guard } from './guard.ts';
import { isListening } from './ports.ts';

export type TemporalUiOptions = {
  dataDir: string;
  binary: string;
  temporalAddress: string;
  port: number;
  guard: Guard;
  onExit?: (exit: Exit) => void;
};

/** Temporal's own pages, for people who look after the engine. They know no sign-in, so they are shown on this machine only. */
export async function startTemporalUi(options: TemporalUiOptions): Promise<{ child: Child; url: string }> {
  const url = `http://127.0.0.1:${options.port}`;
  const configDir = join(options.dataDir, 'temporal-ui');
  mkdirSync(configDir, { recursive: true });
  writeFileSync(join(configDir, 'ocop.yaml'), config(options, url));
  const child = await Child.start({
    name: 'temporal-ui',
    command: options.binary,
    args: ['--root', options.dataDir, '--config', 'temporal-ui', '--env', 'ocop', 'start'],
    env: {},
    cwd: options.dataDir,
    logFile: join(options.dataDir, 'logs', 'temporal-ui.log'),
    guard: options.guard,
    ready: () => isListening(options.port),
    ...(options.onExit === undefined ? {} : { onExit: options.onExit }),
  });
  return { child, url };
}

function config({ temporalAddress, port }: TemporalUiOptions, url: string): string {
  return [
    `temporalGrpcAddress: "${temporalAddress}"`,
    'host: 127.0.0.1',
    `port: ${port}`,
    'enableUi: true',
    'defaultNamespace: main',
    'disableNewsFetch: true',
    'cors:',
    '  cookieInsecure: true',
    `  allowOrigins: ["${url}"]`,
    '',
  ].join('\n');
}
