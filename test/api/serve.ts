import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, inject } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { openSpaces } from '../../api/spaces.ts';
import { loggerOf } from '../../infra/logger.ts';
import { hashOfToken, openTokens, type TokenEntry } from '../../infra/tokens.ts';

export interface Served {
  app: FastifyInstance;
  get: (
    path: string,
    token?: string,
    language?: string,
  ) => Promise<{ status: number; body: Record<string, unknown>; headers: Record<string, unknown> }>;
  post: (
    path: string,
    body: object | string,
    token?: string,
    language?: string,
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
  setTokens: (people: Readonly<Record<string, TokenEntry['roles']>>) => void;
}
/** The token of a person in tests; its hash is what the file holds. */
export const tokenOf = (person: string): string => `token-of-${person}-in-tests`;

/** The API as it runs in production, on the shared stack, with people of the test's own. */
export async function serveApi(people: Readonly<Record<string, TokenEntry['roles']>>): Promise<Served> {
  const file = join(dirname(inject('bundlePath')), `tokens-${randomUUID()}.json`); // gone with the run's data
  const setTokens: Served['setTokens'] = (all) => {
    writeFileSync(
      file,
      JSON.stringify(Object.entries(all).map(([person, roles]) => ({ sha256: hashOfToken(tokenOf(person)), person, roles }))),
      { mode: 0o600 },
    );
  };
  setTokens(people);
  const spaces = await openSpaces(inject('stack'));
  const app = buildApp({ spaces, tokens: openTokens(file) }, loggerOf({ OCOP_LOG_LEVEL: 'error' }, 'api'));
  afterAll(async () => {
    await app.close();
    await spaces.close();
  });
  const headersFor = (token?: string, language = 'vi') => ({
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    'accept-language': language,
  });
  return {
    app,
    setTokens,
    get: async (url, token, language) => {
      const answer = await app.inject({ method: 'GET', url, headers: headersFor(token, language) });
      return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
    },
    post: async (url, body, token, language) => {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headersFor(token, language), 'content-type': 'application/json' },
      });
      return { status: answer.statusCode, body: answer.json() };
    },
  };
}
