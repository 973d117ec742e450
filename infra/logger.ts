import { pino, type Logger } from 'pino';
import { build as pinoPretty } from 'pino-pretty';
import type { Config } from './config.ts';

export type { Logger } from 'pino';
/** One entry a line, as JSON for machines or as text for people. What could be a secret is cut out by name, wherever it stands. */
export const loggerOf = ({ OCOP_LOG_LEVEL }: Pick<Config, 'OCOP_LOG_LEVEL'>, name: string, { json = true } = {}): Logger => {
  const options = {
    name,
    level: OCOP_LOG_LEVEL,
    redact: { paths: ['authorization', '*.authorization', 'token', '*.token', '*.password', 'req.headers'], censor: '…' },
  };
  return json ? pino(options) : pino(options, pinoPretty({ ...forPeople, colorize: process.stdout.isTTY }));
};
const forPeople = { ignore: 'pid,hostname', translateTime: 'SYS:dd/mm/yyyy HH:MM:ss', singleLine: true, sync: true };
