import { Fenced } from './checkpoint.ts';

/**
 * SQLSTATE classes and codes of lost connections, shutdowns, deadlocks, serialisation failures, waits cut short and servers short of
 * means.
 */
const sqlWeather = /^(08|53|57P|40001|40P01|55P03|57014)/;
const systemWeather = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** Of the client of NATS. A consumer that is gone went with a restart of its server. */
const natsWeather = new Set([
  'TimeoutError',
  'RequestError',
  'NoRespondersError',
  'ConnectionError',
  'ConsumerNotFoundError',
  'JetStreamError',
  'JetStreamStatusError',
]);
/** Of JetStream: no quorum, no leader, a server short of means, a server that has just come up. A missing stream is none. */
const jetstreamWeather = new Set([10008, 10014, 10023, 10077]);

/** Of the pool, which gives its errors no code. */
const poolWeather = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** No commit and no view is to blame, and the same again may succeed. */
export function isWeather(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Fenced) return false;
  return hasWeatherCode(error) || natsWeather.has(error.name) || poolWeather.test(error.message) || isWeather(error.cause);
}
function hasWeatherCode(error: Error): boolean {
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'number') return jetstreamWeather.has(code);
  return typeof code === 'string' && (sqlWeather.test(code) || systemWeather.has(code));
}
