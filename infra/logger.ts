import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type { Logger } from 'pino';
/** One line of JSON an entry. What could be a secret is cut out by name, wherever it stands. */
export const loggerOf = ({ OCOP_LOG_LEVEL }: Pick<Config, 'OCOP_LOG_LEVEL'>, name: string): Logger =>
  pino({
    name,
    level: OCOP_LOG_LEVEL,
    redact: { paths: ['authorization', '*.authorization', 'token', '*.token', '*.password', 'req.headers'], censor: '…' },
  });
