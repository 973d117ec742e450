import { dataDirOf, type Config } from '../infra/config.ts';
import { findRun } from '../infra/run-file.ts';
import { consoleWords } from '../texts/console.ts';
import { wordsFor } from '../texts/index.ts';
import { Failure } from './failure.ts';
import { note } from './output.ts';

export interface Client {
  url: string;
  get: <T>(path: string) => Promise<T>;
  post: <T>(path: string, body: object) => Promise<T>;
}
const waitMs = 40_000;

/** The API as every command of the line talks to it: the configured one, else that of the running stack. */
export function openClient(config: Config, space?: string): Client {
  const run = findRun(dataDirOf(config));
  const url = config.OCOP_API_URL ?? run?.api.url;
  const token = config.OCOP_TOKEN ?? run?.api.token;
  if (url === undefined || token === undefined) throw new Failure(consoleWords[config.OCOP_LANGUAGE].notRunning, 3);
  const base = `${url}${space === undefined || space === 'main' ? '' : `/s/${encodeURIComponent(space)}`}`;
  let isMarked = false;
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const headers = { 'authorization': `Bearer ${token}`, 'accept-language': config.OCOP_LANGUAGE, 'content-type': 'application/json' };
    const response = await fetch(`${base}${path}`, { ...init, headers, signal: AbortSignal.timeout(waitMs) }).catch((error: unknown) => {
      throw new Failure(`${consoleWords[config.OCOP_LANGUAGE].unreachable(url)} ${error instanceof Error ? error.message : ''}`, 3);
    });
    const answer: unknown = await response.json();
    if (!isMarked && response.headers.get('x-space-kind') === 'rehearsal') note(wordsFor(config.OCOP_LANGUAGE).screens.rehearsalMark);
    isMarked ||= response.headers.has('x-space-kind');
    if (!response.ok && response.headers.get('content-type')?.includes('problem+json') === true) throw Failure.of(answer);
    return answer as T; // the shape is the API's own
  };
  return {
    url,
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
