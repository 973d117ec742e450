import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { isAggregate } from '../domain/aggregates.ts';
import { wake } from '../domain/kernel/message.ts';
import type { Config } from '../infra/config.ts';
import type { DeadlineRow } from '../projections/deadline.ts';
import type { ObligationRow } from '../projections/obligation.ts';
import { pageSizeMax, type Page } from '../projections/page.ts';
import { consoleWords } from '../texts/console.ts';
import { nameOf, wordsFor } from '../texts/index.ts';
import { openClient, type Client } from './client.ts';
import { Failure } from './failure.ts';
import { listing, type Shown } from './listing.ts';
import { note, print, printJson, table } from './output.ts';
import { named, rehearsing, type Named } from './sending.ts';

/** `woken`: its run looks at the log and its days again; `replanned`: a certificate whose days are others than those recorded; `failed`: the engine said no. */
type Outcome = 'woken' | 'replanned' | 'failed';
interface Reconciled {
  aggregate: string;
  id: string;
  outcome: Outcome;
  detail?: string;
}
type Waiting = Pick<DeadlineRow | ObligationRow, 'aggregate' | 'id'>;
const reportEvery = 200;

/** After a release that knows another law, and after a loss of Temporal's database: whatever waits for a day or owes something needs a run that knows. */
export const reconcileCommand = (config: Config): Command =>
  rehearsing(listing('reconcile', 'npx ocop reconcile --space main'))
    .description('wake what waits for a day or owes something, and plan the days of the certificates anew')
    .action(async (options: Shown & Named) => {
      const client = openClient(config, options.space);
      const waiting = await whoWaits(client);
      const done: Reconciled[] = [];
      for (const each of waiting) {
        done.push(await reconciled(client, each, named(options)));
        if (done.length % reportEvery === 0) note(`… ${done.length}/${waiting.length}`);
      }
      show(config, done, options.json);
      if (done.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
    });

/** Each once, in the order of their days. */
async function whoWaits(client: Client): Promise<readonly Waiting[]> {
  const found = new Map<string, Waiting>();
  for (const path of ['/deadlines', '/obligations'])
    for (let page = 1, total = Infinity; (page - 1) * pageSizeMax < total; page++) {
      const listed = await client.get<Page<Waiting>>(`${path}?size=${pageSizeMax}&page=${page}`);
      total = listed.total;
      for (const { aggregate, id } of listed.rows) found.set(`${aggregate}:${id}`, { aggregate, id });
    }
  return [...found.values()];
}
async function reconciled(client: Client, { aggregate, id }: Waiting, frame: object): Promise<Reconciled> {
  const command = aggregate === 'certificate' ? 'replanDeadlines' : wake;
  try {
    await client.post(`/${aggregate}/${encodeURIComponent(id)}/${command}`, { commandId: randomUUID(), data: {}, ...frame });
    return { aggregate, id, outcome: command === wake ? 'woken' : 'replanned' };
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== 1) throw error;
    return error.code === 'DeadlinesUnchanged'
      ? { aggregate, id, outcome: 'woken' }
      : { aggregate, id, outcome: 'failed', detail: error.message };
  }
}

function show({ OCOP_LANGUAGE: language }: Config, done: readonly Reconciled[], isJson: boolean): void {
  const { reconcile, columns, rows } = consoleWords[language];
  const { terms } = wordsFor(language);
  const failed = done.filter(({ outcome }) => outcome === 'failed');
  const counted = [...new Set(done.map(({ aggregate }) => aggregate))].map((aggregate) => {
    const count = (outcome: Outcome) => done.filter((each) => each.aggregate === aggregate && each.outcome === outcome).length;
    return { aggregate, woken: count('woken'), replanned: count('replanned'), failed: count('failed') };
  });
  if (isJson) {
    printJson({ counted, failed });
    return;
  }
  const calledOf = (aggregate: string) => (isAggregate(aggregate) ? nameOf(terms.aggregates, aggregate) : aggregate);
  print(
    table(
      [columns.kind, reconcile.woken, reconcile.replanned, reconcile.failed],
      counted.map((each) => [calledOf(each.aggregate), each.woken, each.replanned, each.failed]),
    ),
  );
  if (failed.length > 0)
    print(
      table(
        [columns.kind, columns.id, columns.state],
        failed.map((each) => [calledOf(each.aggregate), each.id, each.detail]),
      ),
    );
  print(rows(done.length, done.length));
}
