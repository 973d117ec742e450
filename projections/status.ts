import type { Database, Stopped } from '../infra/db/database.ts';
import { foldName } from './checkpoint.ts';
import { views } from './index.ts';
import { tableOf } from './projection.ts';

/** How far a view is. `lagEvents`: commits of the log that it has not taken in yet, where the log's end is known. */
export interface ViewStatus {
  name: string;
  seq: number;
  lagEvents: number | null;
  stopped: Stopped | null;
}

/** The fold first, then every view of today; one that was never opened stands at 0. */
export async function viewStatus(db: Database, lastSeq?: number): Promise<ViewStatus[]> {
  const rows = await db.selectFrom('checkpoint').select(['name', 'seq', 'stopped']).execute();
  const statusOf = (name: string, table: string): ViewStatus => {
    const { seq, stopped } = rows.find((row) => row.name === table) ?? { seq: 0, stopped: null };
    return { name, seq, lagEvents: lastSeq === undefined ? null : Math.max(0, lastSeq - seq), stopped };
  };
  return [statusOf(foldName, foldName), ...views.map((view) => statusOf(view.name, tableOf(view)))];
}
