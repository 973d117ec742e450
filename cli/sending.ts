import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { isAggregate } from '../domain/aggregates.ts';
import { shape } from '../domain/kernel/due.ts';
import type { Config } from '../infra/config.ts';
import { consoleWords } from '../texts/console.ts';
import { openClient } from './client.ts';
import { Failure } from './failure.ts';
import { listing, type Shown } from './listing.ts';
import { print, printJson } from './output.ts';
import { dataFrom } from './data-from.ts';

export const openCycleCommand = (config: Config): Command =>
  listing('open-cycle', consoleWords[config.OCOP_LANGUAGE].openCycleExample)
    .description('open the annual cycle of a province')
    .requiredOption('--year <year>')
    .requiredOption('--province <unit>')
    .requiredOption('--plan <title>')
    .requiredOption('--document <text>', 'number, day (yyyy-mm-dd), authority, signatory')
    .option('--id <commandId>', 'to repeat the same request')
    .action(async (options: Shown & { year: string; province: string; plan: string; document: string; id?: string }) => {
      const { year, province, plan } = options;
      const document = documentOf(options.document);
      const data = { year: Number(year), province, plan, rounds: [], document, effectiveOn: document.signedOn };
      await tell(config, options, `/annual-cycle/${year}-${province}/openAnnualCycle`, data, options.id);
    });
function documentOf(text: string): { number: string; signedOn: string; authority: string; signatory: string } {
  const [number = '', signedOn = '', authority = '', signatory = ''] = text.split(',').map((part) => part.trim());
  if (!shape.day.safeParse(signedOn).success) throw new Failure('--document: "number, yyyy-mm-dd, authority, signatory"', 2);
  return { number, signedOn, authority, signatory };
}

const sending = (name: string, example: string) =>
  listing(name, example)
    .argument('<aggregate>')
    .argument('<id>')
    .argument('<command>')
    .option('--data <json>', "the command's data as JSON, or @file", '{}')
    .option('--id <commandId>', 'to repeat the same request')
    .option('--on-behalf-of <producer>')
    .option('--as <person>', 'in a rehearsal: who acts')
    .option('--role <role@unit...>', 'in a rehearsal: his roles')
    .option('--at <instant>', 'in a rehearsal: when, ISO 8601');
type Sending = Shown & { data: string; id?: string; onBehalfOf?: string; as?: string; role?: string[]; at?: string };
export const commandCommand = (config: Config): Command =>
  sending(
    'command',
    'npx ocop command --space vi-du product-cycle P1-1 acceptIdea --as minh --role committee@28780 --at 2027-02-01T09:00:00+07:00',
  )
    .description('send a command and bring its answer')
    .action((aggregate: string, id: string, name: string, options: Sending) =>
      tell(config, options, pathOf(aggregate, id, name), dataFrom(options.data), options.id, named(options)),
    );
export const signalCommand = (config: Config): Command =>
  sending(
    'signal',
    'npx ocop signal --space vi-du product-cycle P1-1 reportCouncilResult --data @result.json --as chair --at 2027-06-01T09:00:00+07:00',
  )
    .description('send the same command without waiting for its answer')
    .action((aggregate: string, id: string, name: string, options: Sending) =>
      tell(config, options, `${pathOf(aggregate, id, name)}/signal`, dataFrom(options.data), options.id, named(options)),
    );

function pathOf(aggregate: string, id: string, name: string): string {
  if (!isAggregate(aggregate)) throw new Failure('aggregate: product-cycle, council, certificate, annual-cycle or number-book', 2);
  return `/${aggregate}/${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
}
const named = ({ as, role = [], at, onBehalfOf }: Sending): object => ({
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(at !== undefined && { at: Date.parse(at) }),
  ...(as !== undefined && {
    actor: { person: as, roles: role.map((each) => ({ role: each.split('@')[0], unit: each.split('@')[1] ?? '' })) },
  }),
});

async function tell(
  config: Config,
  { space, json }: Shown,
  path: string,
  data: object,
  id: string = randomUUID(),
  more: object = {},
): Promise<void> {
  const answer = await openClient(config, space).post<{ position?: number; events?: { type: string }[] }>(path, {
    commandId: id,
    data,
    ...more,
  });
  if (json) {
    printJson(answer);
    return;
  }
  const words = consoleWords[config.OCOP_LANGUAGE];
  print(answer.position === undefined ? words.queued : words.accepted(answer.position));
}
