import { sql } from 'kysely';
import { aggregates } from '../domain/aggregates.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import type { Entry } from '../infra/log/consume.ts';
import type { Tx } from './checkpoint.ts';
import { UnfoldableCommit } from './faults.ts';

/** One aggregate's state after its last commit, untyped: each view names the type of the aggregates it shows. */
export interface Folded {
  aggregate: AggregateName;
  id: string;
  position: number;
  hash: string;
  at: number;
  state: object;
}
export const ownerOf = (aggregate: string, id: string): string => `${aggregate}:${id}`;

type StateTable = 'aggregate_state' | 'aggregate_state_next';
export async function loadStates(tx: Tx, batch: readonly Entry[], table: StateTable = 'aggregate_state'): Promise<Map<string, Folded>> {
  const owners = new Map(batch.map(({ commit: { aggregate, id } }) => [ownerOf(aggregate, id), { aggregate, id }]));
  const [names, ids] = [[...owners.values()].map(({ aggregate }) => aggregate), [...owners.values()].map(({ id }) => id)];
  const { rows } = await sql<Folded>`
    select aggregate, id, position, hash, at, state from ${sql.table(table)}
    where (aggregate, id) in (select * from unnest(${names}::text[], ${ids}::text[]))`.execute(tx);
  return new Map(rows.map((row) => [ownerOf(row.aggregate, row.id), row]));
}

const unborn = { position: 0, hash: '', state: undefined };
/**
 * The same fold as the workflow's. A commit that does not continue its aggregate's stream, or cannot be applied, stops the fold: nothing
 * is skipped.
 */
export function foldCommits(states: Map<string, Folded>, batch: readonly Entry[]): Folded[] {
  const moved = new Map<string, Folded>();
  for (const { commit } of batch) {
    const owner = ownerOf(commit.aggregate, commit.id);
    const before = moved.get(owner) ?? states.get(owner) ?? unborn;
    if (before.position !== commit.prevSeq || before.hash !== commit.prevHash)
      throw new UnfoldableCommit(commit.position, `${owner} continues ${commit.prevSeq}, but was folded up to ${before.position}`);
    const { aggregate, id, position, hash, at } = commit;
    moved.set(owner, { aggregate, id, position, hash, at, state: applied(aggregate, before.state, commit) });
  }
  return [...moved.values()];
}

const applied = (aggregate: AggregateName, before: object | undefined, { events, at, position }: Entry['commit']): object => {
  const machine = aggregates[aggregate] as {
    unborn: object;
    apply: (state: object, event: Entry['commit']['events'][number], at: number) => object;
  };
  try {
    return events.reduce((state, event) => machine.apply(state, event, at), before ?? machine.unborn);
  } catch (error) {
    throw new UnfoldableCommit(position, error instanceof Error ? error.message : String(error), error);
  }
};

/** At most 65,535 parameters a statement. */
const rowsAtOnce = 500;
export async function saveStates(tx: Tx, folded: readonly Folded[], table: StateTable = 'aggregate_state'): Promise<void> {
  for (let from = 0; from < folded.length; from += rowsAtOnce) {
    const rows = folded.slice(from, from + rowsAtOnce).map((row) => ({ ...row, state: JSON.stringify(row.state) }));
    await tx
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['aggregate', 'id'])
          .doUpdateSet((eb) => ({
            position: eb.ref('excluded.position'),
            hash: eb.ref('excluded.hash'),
            at: eb.ref('excluded.at'),
            state: eb.ref('excluded.state'),
          }))
          .where(sql<boolean>`${sql.ref(`${table}.position`)} < excluded.position`),
      )
      .execute();
  }
}
