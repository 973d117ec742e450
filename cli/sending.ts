import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { isAggregate } from '../domain/aggregates.ts';
import { shape } from '../domain/kernel/due.ts';
import type { Config } from '../infra/config.ts';
import { consoleWords } from '../texts/console.ts';
import { openClient } from './client.ts';
import { showDryRun } from './cycle.ts';
import { Failure } from './failure.ts';
import { listing, type Shown } from './listing.ts';
import { print, printJson } from './output.ts';
import { dataFrom } from './data-from.ts';

interface Opening extends Shown {
  year: string;
  province: string;
  plan?: string;
  document?: string;
  round: readonly string[];
  id?: string;
  dryRun: boolean;
}
export const openCycleCommand = (config: Config): Command =>
  listing('open-cycle', consoleWords[config.OCOP_LANGUAGE].openCycleExample)
    .description('open the annual cycle of a province')
    .requiredOption('--year <year>')
    .requiredOption('--province <unit>')
    .option('--plan <title>')
    .option('--document <text>', 'number, day (yyyy-mm-dd), authority, signatory')
    .option(
      '--round <text...>',
      "a round of the plan: id, level, requests before, results before (yyyy-mm-dd)[, the regulation's document]",
      [],
    )
    .option('--id <commandId>', 'to repeat the same request')
    .option('--dry-run', 'only list what would be enrolled, and what would not and why', false)
    .action(async (options: Opening) => {
      const { year, province, plan } = options;
      const cycle = `${year}-${province}`;
      if (options.dryRun) return showDryRun(config, options, cycle);
      if (plan === undefined || options.document === undefined) throw new Failure('--plan, --document', 2);
      const document = documentOf('--document', options.document);
      const rounds = options.round.map(roundOf);
      const data = { year: Number(year), province, plan, rounds, document, effectiveOn: document.signedOn };
      return tell(config, options, `/annual-cycle/${cycle}/openAnnualCycle`, { data });
    });
const isDay = (text: string): boolean => shape.day.safeParse(text).success;
function documentOf(option: string, text: string): { number: string; signedOn: string; authority: string; signatory: string } {
  const [number = '', signedOn = '', authority = '', signatory = ''] = text.split(',').map((part) => part.trim());
  if (!isDay(signedOn)) throw new Failure(`${option}: "number, yyyy-mm-dd, authority, signatory"`, 2);
  return { number, signedOn, authority, signatory };
}
function roundOf(text: string): object {
  const [id = '', level = '', requestsBefore = '', resultsBefore = '', ...paper] = text.split(',').map((part) => part.trim());
  if (!isDay(requestsBefore) || !isDay(resultsBefore)) throw new Failure('--round: "id, level, yyyy-mm-dd, yyyy-mm-dd"', 2);
  const allowedBy = paper.length === 0 ? {} : { allowedBy: documentOf('--round', paper.join(',')) };
  return { id, level, requestsBefore, resultsBefore, ...allowedBy };
}

/** Who acts and when, where no token and no wall clock says so. */
export const rehearsing = (command: Command): Command =>
  command
    .option('--as <person>', 'in a rehearsal: who acts')
    .option('--role <role@unit...>', 'in a rehearsal: his roles')
    .option('--at <instant>', 'in a rehearsal: when, ISO 8601');
export interface Named {
  as?: string;
  role?: string[];
  at?: string;
}
const sending = (name: string, example: string) =>
  rehearsing(
    listing(name, example)
      .argument('<aggregate>')
      .argument('<id>')
      .argument('<command>')
      .option('--data <json>', "the command's data as JSON, or @file", '{}')
      .option('--id <commandId>', 'to repeat the same request')
      .option('--on-behalf-of <producer>'),
  );
type Sending = Shown & Named & { data: string; id?: string; onBehalfOf?: string };
export const commandCommand = (config: Config): Command =>
  sending(
    'command',
    'npx ocop command --space vi-du product-cycle P1-1 acceptIdea --as minh --role committee@28780 --at 2027-02-01T09:00:00+07:00',
  )
    .description('send a command and bring its answer')
    .action((aggregate: string, id: string, name: string, options: Sending) =>
      tell(config, options, pathOf(aggregate, id, name), { data: dataFrom(options.data), ...named(options) }),
    );
export const signalCommand = (config: Config): Command =>
  sending(
    'signal',
    'npx ocop signal --space vi-du product-cycle P1-1 reportCouncilResult --data @result.json --as chair --at 2027-06-01T09:00:00+07:00',
  )
    .description('send the same command without waiting for its answer')
    .action((aggregate: string, id: string, name: string, options: Sending) =>
      tell(config, options, `${pathOf(aggregate, id, name)}/signal`, { data: dataFrom(options.data), ...named(options) }),
    );

function pathOf(aggregate: string, id: string, name: string): string {
  if (!isAggregate(aggregate)) throw new Failure('aggregate: product-cycle, council, certificate, annual-cycle or number-book', 2);
  return `/${aggregate}/${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
}
export const named = ({ as, role = [], at, onBehalfOf }: Named & { onBehalfOf?: string }): object => ({
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(at !== undefined && { at: Date.parse(at) }),
  ...(as !== undefined && {
    actor: { person: as, roles: role.map((each) => ({ role: each.split('@')[0], unit: each.split('@')[1] ?? '' })) },
  }),
});

/** `command`: what the API takes, but for the id, which the options may give. */
async function tell(
  config: Config,
  { space, json, id: commandId = randomUUID() }: Shown & { id?: string },
  path: string,
  command: { data: object },
): Promise<void> {
  const answer = await openClient(config, space).post<{ position?: number }>(path, { commandId, ...command });
  if (json) {
    printJson(answer);
    return;
  }
  const words = consoleWords[config.OCOP_LANGUAGE];
  print(answer.position === undefined ? words.queued : words.accepted(answer.position));
}
