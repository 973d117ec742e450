import { sql } from 'kysely';
import { aggregates } from '../../domain/aggregates.ts';
import type { AggregateName } from '../../domain/kernel/address.ts';
import type { Aggregate } from '../../domain/kernel/aggregate.ts';
import { readLog, type Entry } from '../../infra/log/consume.ts';
import { streamOf } from '../../infra/space.ts';
import { rowsOf, tableOf, type States, type View } from '../../projections/projection.ts';
import type { LogSpace } from './log-space.ts';

export async function wholeLog({ log, name }: LogSpace): Promise<Entry[]> {
  const { state } = await log.manager.streams.info(streamOf(name));
  const all: Entry[] = [];
  if (state.last_seq === 0) return all;
  for await (const batch of readLog(log, name, 0, new AbortController().signal)) {
    all.push(...batch);
    if (all.length >= state.last_seq) break;
  }
  return all;
}

interface Standing {
  aggregate: AggregateName;
  id: string;
  position: number;
  at: number;
  state: object;
}
/** The fold of the log, without projector and database. */
const statesOf = (entries: readonly Entry[]): Standing[] => {
  const states = new Map<string, Standing>();
  for (const {
    commit: { aggregate, id, position, at, events },
  } of entries) {
    const machine = aggregates[aggregate] as unknown as Aggregate<object>;
    const before = states.get(`${aggregate}:${id}`)?.state ?? machine.unborn;
    states.set(`${aggregate}:${id}`, {
      aggregate,
      id,
      position,
      at,
      state: events.reduce((state, event) => machine.apply(state, event, at), before),
    });
  }
  return [...states.values()];
};

const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => key !== 'owner' && part !== undefined)
      .map(([key, part]): [string, unknown] => [key, plain(part)])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
};
const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(plain(row))).toSorted();

/** What a view must hold for this log, row by row. */
export const expectedRows = (view: View, entries: readonly Entry[]): string[] =>
  sorted(
    view.of === 'events'
      ? entries.flatMap((entry) => view.rows(entry))
      : statesOf(entries).flatMap(({ aggregate, id, position, at, state }) =>
          rowsOf(view, aggregate, state as States[typeof aggregate], { id, position, at }),
        ),
  );
export async function actualRows({ db }: LogSpace, view: View): Promise<string[]> {
  const { rows } = await sql<object>`select * from ${sql.table(tableOf(view))}`.execute(db);
  return sorted(rows);
}
