import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { isAggregate } from '../domain/aggregates.ts';
import { listCertificates } from '../projections/certificate.ts';
import { findCouncilBoard, listCouncils } from '../projections/council.ts';
import { findCycle, listCycles } from '../projections/cycle.ts';
import { listDeadlines } from '../projections/deadline.ts';
import { dryRunOf } from '../projections/dry-run.ts';
import type { ViewName } from '../projections/index.ts';
import { listObligations } from '../projections/obligation.ts';
import { pageSizeMax, type Paging } from '../projections/page.ts';
import { listProducts } from '../projections/product.ts';
import { listRefusals } from '../projections/refusal.ts';
import { reportOf } from '../projections/report.ts';
import { viewStatus } from '../projections/status.ts';
import { timelineOf } from '../projections/timeline.ts';
import { listWorklist } from '../projections/worklist.ts';
import { bearerOf } from './actor.ts';
import { openSpace, type Serving } from './commands.ts';
import { Troubled } from './problem.ts';
import { certificatePage, productPage } from './pages.ts';
import { productFor, queueOf, readerOf, type Reader } from './reader.ts';
import type { OpenSpace } from './spaces.ts';

const text = z.string().min(1).max(200).optional();
const int = z.coerce.number().int().min(0).optional();
const day = z.iso.date().optional();
/** `after`: answer only when the views have passed this position; a command's answer names it. */
const paged = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(pageSizeMax).default(50),
  after: int,
};
type Query = Record<string, unknown>;
interface Params {
  space?: string;
  aggregate?: string;
  id?: string;
}
interface Asked<Filter> {
  open: OpenSpace;
  filter: Filter;
  paging: Paging;
  params: Params;
  reader: Reader;
}

interface Read<Shape extends z.ZodRawShape> {
  path: string;
  /** Answered to whoever has a token, who then sees what is his; all other reads are for officials. */
  isForEverybody?: true;
  views: readonly ViewName[];
  query: Shape;
  answer: (asked: Asked<z.infer<z.ZodObject<Shape>>>) => Promise<unknown>;
}
const read = <Shape extends z.ZodRawShape>(route: Read<Shape>): RegisteredRead => ({
  path: route.path,
  isForEverybody: route.isForEverybody ?? false,
  views: route.views,
  schema: z.strictObject({ ...route.query, ...paged }),
  answer: ({ filter, ...asked }) => route.answer({ ...asked, filter: z.object(route.query).parse(filter) }),
});
interface RegisteredRead {
  path: string;
  isForEverybody: boolean;
  views: readonly ViewName[];
  schema: z.ZodObject;
  answer: (asked: Asked<Query>) => Promise<unknown>;
}
const orMissing = <Row>(row: Row | undefined): Row => {
  if (row === undefined) throw new Troubled('not-found');
  return row;
};
const one = { page: 1, size: pageSizeMax };
/** What stands above the rows is of all of them. */
const pageIn = <Listing extends { rows: readonly unknown[] }>(listing: Listing, { page, size }: Paging) => ({
  ...listing,
  rows: listing.rows.slice((page - 1) * size, page * size),
  count: listing.rows.length,
  page,
  size,
});

/** A rehearsal's rows have no legal value; whoever shows them can say so. */
export const spaceKindHeader = 'x-space-kind';

/** All reads; each waits for the views it shows. */
export const reads: readonly RegisteredRead[] = [
  read({
    path: '/products',
    isForEverybody: true,
    views: ['product'],
    query: { province: text, commune: text, stage: text, star: int, text },
    answer: async ({ open, filter, paging, reader }) => {
      const page = await listProducts(open.db, { ...filter, ...(!reader.isOfficial && { producers: reader.producers }) }, paging);
      return { ...page, rows: page.rows.map((row) => productFor(reader, row)) };
    },
  }),
  read({
    path: '/products/:id',
    isForEverybody: true,
    views: ['product', 'run', 'worklist', 'timeline', 'certificate'],
    query: {},
    answer: async ({ open: { db }, params: { id = '' }, reader }) => orMissing(await productPage(db, id, reader)),
  }),
  read({
    path: '/worklist',
    isForEverybody: true,
    views: ['worklist', 'seat'],
    query: { person: text, role: text, unit: text, province: text, dueBy: day },
    answer: ({ open, filter, paging, reader }) => listWorklist(open.db, { ...filter, ...(!reader.isOfficial && queueOf(reader)) }, paging),
  }),
  read({
    path: '/deadlines',
    views: ['deadline'],
    query: { until: int },
    answer: ({ open, filter, paging }) => listDeadlines(open.db, filter, paging),
  }),
  read({ path: '/obligations', views: ['obligation'], query: {}, answer: ({ open, paging }) => listObligations(open.db, {}, paging) }),
  read({
    path: '/councils',
    views: ['council'],
    query: { level: text, unit: text },
    answer: ({ open, filter, paging }) => listCouncils(open.db, filter, paging),
  }),
  read({
    path: '/councils/:id',
    views: ['council', 'scoring', 'product'],
    query: {},
    answer: async ({ open, params: { id = '' } }) => orMissing(await findCouncilBoard(open.db, id)),
  }),
  read({
    path: '/certificates',
    isForEverybody: true,
    views: ['certificate'],
    query: { state: z.enum(['in-force', 'ended']).optional(), star: int, province: text, commune: text, product: text, endsBefore: day },
    answer: ({ open, filter, paging }) => listCertificates(open.db, filter, paging),
  }),
  read({
    path: '/certificates/:id',
    isForEverybody: true,
    views: ['certificate', 'worklist', 'timeline'],
    query: {},
    answer: async ({ open: { db }, params: { id = '' }, reader }) => orMissing(await certificatePage(db, id, reader)),
  }),
  read({
    path: '/cycles',
    isForEverybody: true,
    views: ['cycle'],
    query: { year: int, province: text },
    answer: ({ open, filter, paging }) => listCycles(open.db, filter, paging),
  }),
  read({
    path: '/cycles/:id',
    isForEverybody: true,
    views: ['cycle'],
    query: {},
    answer: async ({ open, params: { id = '' } }) => orMissing(await findCycle(open.db, id)),
  }),
  read({
    path: '/cycles/:id/dry-run',
    views: ['cycle', 'product', 'certificate', 'enrolment'],
    query: {},
    answer: async ({ open, paging, params: { id = '' } }) => pageIn(orMissing(await dryRunOf(open.db, id)), paging),
  }),
  read({
    path: '/cycles/:id/report',
    views: ['cycle', 'product', 'certificate'],
    query: {},
    answer: async ({ open, paging, params: { id = '' } }) => pageIn(orMissing(await reportOf(open.db, id)), paging),
  }),
  read({
    path: '/timeline/:aggregate/:id',
    views: ['timeline'],
    query: {},
    answer: async ({ open, params: { aggregate = '', id = '' } }) => {
      if (!isAggregate(aggregate)) throw new Troubled('not-found', { aggregate });
      return { rows: await timelineOf(open.db, aggregate, id) };
    },
  }),
  read({
    path: '/refusals',
    views: ['refusal'],
    query: { aggregate: text, id: text },
    answer: ({ open, filter, paging }) => listRefusals(open.db, filter, paging),
  }),
  read({
    path: '/pending',
    views: [],
    query: { until: int },
    answer: async ({ open, filter: { until } }) => ({
      position: await open.lastPosition(),
      views: await viewStatus(open.db, await open.lastPosition()),
      deadlines: (await listDeadlines(open.db, { until }, one)).rows,
      obligations: (await listObligations(open.db, {}, one)).rows,
    }),
  }),
];

export function readRoutes(app: FastifyInstance, serving: Serving): void {
  for (const prefix of ['', '/s/:space']) {
    for (const route of reads) {
      app.get<{ Params: Params; Querystring: Query }>(`${prefix}${route.path}`, (request, reply) => serve(serving, route, request, reply));
    }
  }
  app.get('/spaces', async (request) => {
    bearerOf(request, serving.tokens);
    return {
      rows: await serving.spaces.root.selectFrom('space').select(['name', 'kind', 'keep', 'digest']).orderBy('created_at').execute(),
    };
  });
}

async function serve(
  { spaces, tokens }: Serving,
  { schema, isForEverybody, views, answer }: RegisteredRead,
  request: FastifyRequest<{ Params: Params; Querystring: Query }>,
  reply: FastifyReply,
): Promise<unknown> {
  const bearer = bearerOf(request, tokens);
  const open = await openSpace(spaces, request.params.space);
  const reader = await readerOf(open, bearer);
  if (!reader.isOfficial && !isForEverybody) throw new Troubled('forbidden');
  reply.header(spaceKindHeader, open.space.kind);
  const parsed = schema.safeParse(request.query);
  if (!parsed.success)
    throw new Troubled('malformed', { fields: parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`) });
  const { page, size, after, ...filter } = parsed.data as Query & { page: number; size: number; after?: number };
  if (after !== undefined && views.length > 0) {
    const outcome = await spaces.arrivals.waitFor({ space: open.space.name, db: open.db, names: views, position: after });
    if (typeof outcome === 'object') throw new Troubled('views-behind', outcome);
    if (outcome === 'late') reply.header('X-Stale', 'true');
  }
  return answer({ open, filter, paging: { page, size }, params: request.params, reader });
}
