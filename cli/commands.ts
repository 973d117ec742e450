import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { isAggregate } from '../domain/aggregates.ts';
import { shape } from '../domain/kernel/due.ts';
import type { Config } from '../infra/config.ts';
import type { CertificateRow } from '../projections/certificate.ts';
import type { Page } from '../projections/page.ts';
import type { ProductRow } from '../projections/product.ts';
import type { WorklistRow } from '../projections/worklist.ts';
import { consoleWords } from '../texts/console.ts';
import { openClient } from './client.ts';
import { Failure } from './failure.ts';
import { print, printJson } from './output.ts';
import { readData } from './read-data.ts';
import { story, type Story } from './story.ts';
import { certificateTable, productTable, worklistTable } from './tables.ts';

interface Shown { space: string; json: boolean }
const listing = (name: string, example: string) => new Command(name)
  .option('--space <name>', 'the space to ask', 'main').option('--json', 'for machines', false).addHelpText('after', `\nExample:\n  ${example}`);
const query = (options: Readonly<Record<string, unknown>>, names: readonly string[]): string => {
  const given = new URLSearchParams();
  for (const name of names) if (options[name] !== undefined) given.set(name, String(options[name]));
  return given.size === 0 ? '' : `?${given.toString()}`;
};

/** Every command that asks the API for something or tells it something. */
export function clientCommands(config: Config): Command[] {
  return [openCycle(config), worklist(config), products(config), product(config), certificates(config), command(config), signal(config)];
}

const products = (config: Config) => listing('products', 'npx ocop products --space vi-du --province 84')
  .description('products and where each of them is')
  .option('--province <unit>').option('--commune <unit>').option('--stage <stage>').option('--star <n>').option('--text <part>', 'part of name, id or product code').option('--size <n>')
  .action(async (options: Shown & Record<string, unknown>) => {
    const page = await openClient(config, options.space).get<Page<ProductRow>>(`/products${query(options, ['province', 'commune', 'stage', 'star', 'text', 'size'])}`);
    if (options.json) printJson(page); else print(productTable(config, page));
  });

const worklist = (config: Config) => listing('worklist', 'npx ocop worklist --space vi-du --for committee@28780')
  .description('who must do what by when; --for a person, or role@unit')
  .option('--for <who>', 'a person, or role@unit').option('--province <unit>').option('--size <n>')
  .action(async (options: Shown & Record<string, unknown>) => {
    const [role, unit] = String(options['for'] ?? '').split('@');
    const who = options['for'] === undefined ? {} : unit === undefined ? { person: role } : { role, unit };
    const page = await openClient(config, options.space).get<Page<WorklistRow>>(`/worklist${query({ ...options, ...who }, ['person', 'role', 'unit', 'province', 'size'])}`);
    if (options.json) printJson(page); else print(worklistTable(config, page));
  });

const certificates = (config: Config) => listing('certificates', 'npx ocop certificates --space vi-du --state in-force')
  .description('certificates and until when they are valid')
  .option('--state <state>').option('--star <n>').option('--province <unit>').option('--endsBefore <day>', 'yyyy-mm-dd').option('--size <n>')
  .action(async (options: Shown & Record<string, unknown>) => {
    const page = await openClient(config, options.space).get<Page<CertificateRow>>(`/certificates${query(options, ['state', 'star', 'province', 'endsBefore', 'size'])}`);
    if (options.json) printJson(page); else print(certificateTable(config, page));
  });

const product = (config: Config) => listing('product', 'npx ocop product --space vi-du <id>').argument('<id>', 'of the product cycle')
  .description('the story of one product: where it is, who has it, until when and why that day')
  .action(async (id: string, options: Shown) => {
    const told = await openClient(config, options.space).get<Story>(`/products/${encodeURIComponent(id)}`);
    if (options.json) printJson(told); else print(story(config, told));
  });

const openCycle = (config: Config) => listing('open-cycle', 'npx ocop open-cycle --year 2027 --province 68 --plan "Kế hoạch OCOP 2027" --document "12/KH-UBND, 2027-01-05, UBND tỉnh, Nguyễn Văn A"')
  .description('open the annual cycle of a province').requiredOption('--year <year>').requiredOption('--province <unit>').requiredOption('--plan <title>')
  .requiredOption('--document <text>', 'number, day (yyyy-mm-dd), authority, signatory').option('--id <commandId>', 'to repeat the same request')
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

const sending = (name: string, example: string) => listing(name, example)
  .argument('<aggregate>').argument('<id>').argument('<command>').option('--data <json>', 'the command\'s data as JSON, or @file', '{}')
  .option('--id <commandId>', 'to repeat the same request').option('--on-behalf-of <producer>')
  .option('--as <person>', 'in a rehearsal: who acts').option('--role <role@unit...>', 'in a rehearsal: his roles').option('--at <instant>', 'in a rehearsal: when, ISO 8601');
type Sending = Shown & { data: string; id?: string; onBehalfOf?: string; as?: string; role?: string[]; at?: string };
const command = (config: Config) => sending('command', 'npx ocop command --space vi-du product-cycle P1-1 acceptIdea --as minh --role committee@28780 --at 2027-02-01T09:00:00+07:00')
  .description('send a command and bring its answer')
  .action((aggregate: string, id: string, name: string, options: Sending) => tell(config, options, pathOf(aggregate, id, name), readData(options.data), options.id, named(options)));
const signal = (config: Config) => sending('signal', 'npx ocop signal --space vi-du product-cycle P1-1 reportCouncilResult --data @result.json --as chair --at 2027-06-01T09:00:00+07:00')
  .description('send the same command without waiting for its answer')
  .action((aggregate: string, id: string, name: string, options: Sending) => tell(config, options, `${pathOf(aggregate, id, name)}/signal`, readData(options.data), options.id, named(options)));

function pathOf(aggregate: string, id: string, name: string): string {
  if (!isAggregate(aggregate)) throw new Failure('aggregate: product-cycle, council, certificate, annual-cycle or number-book', 2);
  return `/${aggregate}/${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
}
const named = ({ as, role = [], at, onBehalfOf }: Sending): object => ({
  ...(onBehalfOf !== undefined && { onBehalfOf }), ...(at !== undefined && { at: Date.parse(at) }),
  ...(as !== undefined && { actor: { person: as, roles: role.map((each) => ({ role: each.split('@')[0], unit: each.split('@')[1] ?? '' })) } }),
});

async function tell(config: Config, { space, json }: Shown, path: string, data: object, id: string = randomUUID(), more: object = {}): Promise<void> {
  const answer = await openClient(config, space).post<{ position?: number; events?: { type: string }[] }>(path, { commandId: id, data, ...more });
  if (json) { printJson(answer); return; }
  const words = consoleWords[config.OCOP_LANGUAGE];
  print(answer.position === undefined ? words.queued : words.accepted(answer.position));
}
