import type { ArchiveRow, Database } from '../infra/db/database.ts';
import type { EventView } from './projection.ts';

/** The log byte for byte, under a role that may only add: a second copy on another medium, and the source of a restore. */
export const archive = {
  of: 'events',
  name: 'archive',
  version: 1,
  columns: '',
  durable: true,
  role: 'ocop_archiver',
  rows: ({ commit: { position, hash }, subject, headers, payload, storedAt }): ArchiveRow[] => [
    { seq: position, subject, headers, payload, server_time: storedAt, ev_hash: hash },
  ],
} as const satisfies EventView;

/** Messages from a position on, in the order of the log. */
export const readArchive = (db: Database, { from, limit }: { from: number; limit: number }): Promise<ArchiveRow[]> =>
  db.selectFrom('archive_v1').selectAll().where('seq', '>=', from).orderBy('seq').limit(limit).execute();
