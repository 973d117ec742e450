import { randomBytes } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import { sql } from 'kysely';
import type { Database, SpaceRow } from './db/database.ts';
import { migrateSpace } from './db/migrate.ts';
import type { Log } from './log/connect.ts';
import { createStream, dropStream } from './log/stream.ts';
import type { Space, WantedSpace } from './space.ts';
import { createNamespace } from './temporal/namespace.ts';

/** The three servers a space lives on. Only commands of deployment (`up`, `rehearse`, `space`) provision. */
export interface Servers {
  root: Database;
  log: Log;
  temporal: Connection;
}

/** Makes a space whole, or completes one whose making was interrupted: schema, stream, namespace, and last its row. */
export async function provisionSpace({ root, log, temporal }: Servers, { name, kind }: WantedSpace, keep: boolean): Promise<Space> {
  const namespace = (await findSpace(root, name))?.namespace ?? `ocop-${name}-${randomBytes(4).toString('hex')}`;
  await migrateSpace(root, name);
  await createStream(log, name);
  await createNamespace(temporal, namespace);
  const row = { name, kind, namespace, keep, digest: null };
  await root
    .insertInto('space')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const space = await findSpace(root, name);
  if (space?.kind !== kind)
    throw new Error(`Space ${name} is there and is ${space?.kind ?? 'gone'}: choose another name for a ${kind} one.`);
  return { name, kind, namespace: space.namespace };
}

/** A real space cannot be dropped. */
export async function dropSpace({ root, log, temporal }: Servers, name: string): Promise<void> {
  const space = await findSpace(root, name);
  if (!space) return;
  if (space.kind === 'real')
    throw new Error(`Space ${name} is real: it is never dropped. To begin anew, move its data folder aside (npm start -- --fresh).`);
  await root.deleteFrom('space').where('name', '=', name).execute();
  await dropStream(log, name).catch((error: unknown) => {
    if (!String(error).includes('stream not found')) throw error;
  });
  await sql`drop schema if exists ${sql.id(name)} cascade`.execute(root);
  await temporal.operatorService.deleteNamespace({ namespace: space.namespace }); // its runs go in the background
}

export const findSpace = (root: Database, name: string): Promise<SpaceRowRead | undefined> =>
  root.selectFrom('space').selectAll().where('name', '=', name).executeTakeFirst();
export const listSpaces = (root: Database): Promise<SpaceRowRead[]> => root.selectFrom('space').selectAll().orderBy('created_at').execute();
export type SpaceRowRead = Omit<SpaceRow, 'created_at'> & { created_at: Date };
