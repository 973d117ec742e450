import { appendCommit } from '../activities/append-commit.ts';
import { commitsAfter } from '../activities/read-stream.ts';
import type { Addresses } from '../infra/config.ts';
import { connectLog } from '../infra/log/connect.ts';
import { timed } from './samples.ts';

const warmUp = 20;
const appends = 300;
/** About what a filed dossier weighs. */
const event = { type: 'DossierFiled', data: { note: 'x'.repeat(2_000) } };

/**
 * What no command can be faster than: one commit appended to the log, on the disk, and read back from it; one after the other, by the code that the
 * engine itself appends with. Into a stream that nobody follows.
 */
export const measureFloor = async ({ nats }: Addresses, space: string): Promise<readonly number[]> => {
  const log = await connectLog(nats, `bench ${space}`);
  const append = appendCommit(log, space);
  const address = { aggregate: 'number-book', id: 'floor' } as const;
  try {
    const times: number[] = [];
    let [expected, prevHash] = [0, ''];
    for (let n = 0; n < warmUp + appends; n++) {
      const commit = { commandId: `floor-${n}`, fingerprint: '', at: 0, actor: { person: 'bench' }, events: [event] };
      const { result, ms } = await timed(async () => {
        await append({ ...address, expected, prevHash, commit });
        return commitsAfter(log, space, { ...address, after: expected });
      });
      const [written] = result;
      if (written?.commandId !== commit.commandId) throw new Error(`the floor read back ${written?.commandId} for ${commit.commandId}`);
      [expected, prevHash] = [written.position, written.hash];
      if (n >= warmUp) times.push(ms);
    }
    return times;
  } finally {
    await log.connection.close();
  }
};
