import type { Database } from '../infra/db/database.ts';
import type { Log } from '../infra/log/connect.ts';
import { hashHeader } from '../infra/log/envelope.ts';
import { checkStream } from '../infra/log/stream.ts';
import { rememberStream, type FoldCheckpoint } from './checkpoint.ts';
import { WrongLog } from './faults.ts';
import { isWeather } from './weather.ts';

/** Before resuming: the stream is the one we read, it is whole, it is not shorter than our checkpoint, and it has our head. */
export async function verified(db: Database, log: Log, space: string, fold: FoldCheckpoint): Promise<FoldCheckpoint> {
  const { created, state, config } = await checkStream(log, space).catch((error: unknown) => {
    throw isWeather(error) ? error : wrong(error);
  });
  if (fold.streamCreated === null) await rememberStream(db, fold, created);
  else if (fold.streamCreated !== created) {
    throw new WrongLog(
      `Stream ${config.name} was created ${created}, the views follow the one of ${fold.streamCreated}. ` +
        'Restore by the procedure, or rebuild the views.',
    );
  }
  if (state.last_seq < fold.seq)
    throw new WrongLog(`Stream ${config.name} ends at ${state.last_seq}, the views are at ${fold.seq}: the log has lost its end.`);
  if (fold.seq > 0) {
    const head = await log.manager.streams.getMessage(config.name, { seq: fold.seq });
    if (head?.header.get(hashHeader) !== fold.hash)
      throw new WrongLog(`Position ${fold.seq} of ${config.name} is not the commit that the views have folded.`);
  }
  return { ...fold, streamCreated: created };
}
const wrong = (error: unknown): WrongLog => new WrongLog(error instanceof Error ? error.message : String(error), { cause: error });
