import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { viewStatus } from '../projections/status.ts';
import type { Serving } from './commands.ts';
import type { Spaces } from './spaces.ts';

export interface SpaceHealth {
  name: string;
  kind: string;
  position: number;
  views: Awaited<ReturnType<typeof viewStatus>>;
  isWell: boolean;
}
export interface Health {
  isWell: boolean;
  servers: { postgres: string; nats: string; temporal: string };
  spaces: SpaceHealth[];
  cause?: string;
}
const answersWithinMs = 3_000;

/** Whether every server answers and every view follows; nothing here changes anything. */
export async function healthOf(spaces: Spaces): Promise<Health> {
  const [postgres, nats, temporal] = await Promise.all([
    told(sql`select 1`.execute(spaces.root)),
    told(spaces.log.connection.flush()),
    told(spaces.temporal.workflowService.getSystemInfo({})),
  ]);
  const servers = { postgres, nats, temporal };
  const areUp = Object.values(servers).every((answer) => answer === 'up');
  const all = areUp ? await spacesOf(spaces) : [];
  return { isWell: areUp && all.every(({ isWell }) => isWell), servers, spaces: all };
}
async function spacesOf(spaces: Spaces): Promise<SpaceHealth[]> {
  const rows = await spaces.list();
  return Promise.all(
    rows.map(async ({ name, kind }) => {
      const open = await spaces.open(name);
      const position = (await open?.lastPosition()) ?? 0;
      const views = open ? await viewStatus(open.db, position) : [];
      return {
        name,
        kind,
        position,
        views,
        isWell: views.length > 0 && views.every(({ stopped, seq }) => stopped === null && seq >= position),
      };
    }),
  );
}
const told = (asked: Promise<unknown>): Promise<string> =>
  Promise.race([
    asked.then(
      () => 'up',
      (error: unknown) => `down: ${error instanceof Error ? error.message : String(error)}`,
    ),
    new Promise<string>((resolve) => {
      setTimeout(() => {
        resolve('down: no answer in 3 s');
      }, answersWithinMs).unref();
    }),
  ]);

/** `live`: the process turns. `ready`: the servers answer; views that lag or stopped are told, and do not turn requests away. */
export function healthRoutes(app: FastifyInstance, { spaces }: Serving): void {
  app.get('/health/live', () => ({ status: 'up' }));
  app.get('/health/ready', async (_, reply) => {
    const health = await healthOf(spaces);
    const isReady = Object.values(health.servers).every((answer) => answer === 'up');
    return reply.status(isReady ? 200 : 503).send(health);
  });
}
