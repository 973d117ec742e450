import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from '../infra/logger.ts';
import { commandRoutes, Rejected, type Serving } from './commands.ts';
import { healthRoutes } from './health.ts';
import { openApi } from './openapi.ts';
import { languageOf, problemOf, Troubled, troubleOf, type Problem } from './problem.ts';
import { readRoutes } from './reads.ts';

const bodyBytesMax = 1_048_576;
const requestMs = 30_000;

/** The application apart from its process: the same in tests. */
export function buildApp(serving: Serving, logger: Logger): FastifyInstance {
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMs,
    return503OnClosing: true,
    onProtoPoisoning: 'error',
  }) as unknown as FastifyInstance;
  app.setErrorHandler((error: Failing, request, reply) => answerWith(problemFor(error, request), reply));
  app.setNotFoundHandler((request, reply) => answerWith(troubleOf('no-such-page', languageOf(request.headers['accept-language'])), reply));
  app.addHook('onSend', (_, reply, payload, done) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    done(null, payload);
  });
  app.get('/openapi.json', (request) => openApi(languageOf(request.headers['accept-language'])));
  healthRoutes(app, serving);
  readRoutes(app, serving);
  commandRoutes(app, serving);
  return app;
}

/** PostgreSQL: the views of a space that was just made have no tables before its projector runs. */
const undefinedTable = '42P01';
const answerWith = (problem: Problem, reply: FastifyReply) => reply.status(problem.status).type('application/problem+json').send(problem);

/** Fastify's and PostgreSQL's failures carry a code, a defect of ours none. */
interface Failing extends Error {
  code?: string;
}
/** What went wrong, as a problem; what we did not foresee is logged whole and told without its inside. */
function problemFor(error: Failing, request: FastifyRequest): Problem {
  const language = languageOf(request.headers['accept-language']);
  if (error instanceof Rejected) return problemOf(error.rejection, language);
  if (error instanceof Troubled) return troubleOf(error.trouble, language, error.data);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return troubleOf('too-large', language, { bytesMax: bodyBytesMax });
  if (error.code?.startsWith('FST_ERR_') === true || error instanceof SyntaxError)
    return troubleOf('malformed', language, { fields: [error.message] });
  if (error.code === undefinedTable) return troubleOf('not-ready', language);
  request.log.error({ err: error, url: request.url }, 'a request failed');
  return troubleOf('defect', language);
}
