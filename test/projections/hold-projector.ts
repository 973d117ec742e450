import { openDatabase, openPool } from '../../infra/db/database.ts';
import { connectLog } from '../../infra/log/connect.ts';
import { views } from '../../projections/index.ts';
import { runProjector } from '../../projections/run-projector.ts';

/** A projector as a process of its own, to be killed. */
const [postgres = '', nats = '', space = '', name = 'held'] = process.argv.slice(2);
const db = openDatabase(openPool(postgres, { max: 3, schema: space, name }));
await runProjector({
  db,
  log: await connectLog(nats, 'held'),
  space,
  views,
  signal: new AbortController().signal,
  onFolding: () => {
    console.log('folding');
  },
});
