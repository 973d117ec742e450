import type { EventView } from './projection.ts';

/** The log byte for byte, under a role that may only add: a second copy on another medium, and the source of a restore. */
export const archive = {
  of: 'events', name: 'archive', version: 1, columns: '', durable: true, role: 'ocop_archiver',
  rows: ({ commit: { position, hash }, subject, headers, payload, storedAt }) =>
    [{ seq: position, subject, headers, payload, server_time: storedAt, ev_hash: hash }],
} as const satisfies EventView;
