import { Kysely, PostgresDialect, type Generated, type JSONColumnType } from 'kysely';
import pg from 'pg';

export interface SpaceRow {
  name: string;
  kind: 'real' | 'rehearsal';
  namespace: string;
  keep: boolean;
  digest: string | null;
  created_at: Generated<Date>;
}
export interface AggregateStateRow {
  aggregate: string;
  id: string;
  position: number;
  hash: string;
  at: number;
  state: JSONColumnType<object>;
}
export interface Stopped {
  position: number;
  reason: string;
}
export interface CheckpointRow {
  name: string;
  seq: Generated<number>;
  head_hash: string | null;
  stream_created: string | null;
  fence: Generated<number>;
  version: Generated<number>;
  stopped: JSONColumnType<Stopped> | null;
}
export interface ArchiveRow {
  seq: number;
  subject: string;
  headers: Uint8Array;
  payload: Uint8Array;
  server_time: Date;
  ev_hash: string;
}
/** Durable tables. The views' own tables are made by the projector and typed by each view. */
export interface Tables {
  space: SpaceRow;
  aggregate_state: AggregateStateRow;
  aggregate_state_next: AggregateStateRow;
  checkpoint: CheckpointRow;
  archive_v1: ArchiveRow;
}
export type Database = Kysely<Tables>;

/** Positions and instants stay far below 2^53, so that bigint columns are read as numbers; what would not fit is an error, never a rounded number. */
const readInt8 = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} does not fit a number`);
  return value;
};
const int8 = 20;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    if (oid === int8) return readInt8;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** A pool of connections, in the schema of a space where one is named; each statement ends within half a minute. */
export function openPool(url: string, { max = 10, name = 'ocop', schema }: { max?: number; name?: string; schema?: string } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    types: types as unknown as pg.CustomTypesConfig,
    statement_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
    ...(schema !== undefined && { options: `-c search_path="${schema}"` }),
  });
  pool.on('error', () => undefined); // an idle connection that broke: the next query takes another
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  }); // one in use: its query fails, and that is enough
  return pool;
}
/** Closed by `destroy()`, with its pool. */
export const openDatabase = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
