import type { Connection } from '@temporalio/client';
import type { Addresses } from '../infra/config.ts';
import { openDatabase, openPool, type Database, type SpaceRow } from '../infra/db/database.ts';
import { connectLog, type Log } from '../infra/log/connect.ts';
import { findSpace, listSpaces } from '../infra/provision.ts';
import { isSpaceName, streamOf, type Space } from '../infra/space.ts';
import { connectTemporal, doorOf } from '../infra/temporal/client.ts';
import type { Door } from '../infra/temporal/send.ts';
import { Arrivals } from '../projections/arrivals.ts';

/** One space as the API serves it. */
export interface OpenSpace {
  space: Space;
  db: Database;
  door: Door;
  lastPosition: () => Promise<number>;
}
export interface Spaces {
  root: Database;
  log: Log;
  temporal: Connection;
  arrivals: Arrivals;
  /** Those that are served here, oldest first. */
  list: () => Promise<readonly Pick<SpaceRow, 'name' | 'kind'>[]>;
  open: (name: string) => Promise<OpenSpace | undefined>;
  forget: (name: string) => Promise<void>;
  close: () => Promise<void>;
}

/** All spaces of an installation, or `only` those named; each is opened at its first request. */
export async function openSpaces(addresses: Addresses, only?: readonly string[]): Promise<Spaces> {
  const root = openDatabase(openPool(addresses.postgres, { max: 4, name: 'api' }));
  const log = await connectLog(addresses.nats, 'api');
  const temporal = await connectTemporal(addresses.temporal);
  const arrivals = new Arrivals(addresses.postgres);
  const opened = new Map<string, OpenSpace>();
  const isServed = (name: string) => only?.includes(name) ?? true;
  const list = async () => (await listSpaces(root)).filter(({ name }) => isServed(name));
  const open = async (name: string): Promise<OpenSpace | undefined> => {
    const there = opened.get(name);
    if (there) return there;
    const row = isSpaceName(name) && isServed(name) ? await findSpace(root, name) : undefined;
    if (!row) return undefined;
    const space: Space = { name, kind: row.kind, namespace: row.namespace };
    const db = openDatabase(openPool(addresses.postgres, { max: 6, name: `api ${name}`, schema: name }));
    const made = {
      space,
      db,
      door: doorOf(temporal, space),
      lastPosition: async () => (await log.manager.streams.info(streamOf(name))).state.last_seq,
    };
    opened.set(name, made);
    return made;
  };
  const forget = async (name: string) => {
    const gone = opened.get(name);
    opened.delete(name);
    await gone?.db.destroy();
  };
  const close = async () => {
    await Promise.all([...opened.keys()].map(forget));
    await arrivals.close();
    await root.destroy();
    await temporal.close();
    await log.connection.drain();
  };
  return { root, log, temporal, arrivals, list, open, forget, close };
}
