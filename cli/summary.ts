import type { CertificateRow } from '../projections/certificate.ts';
import type { Page } from '../projections/page.ts';
import type { ProductRow } from '../projections/product.ts';
import type { WorklistRow } from '../projections/worklist.ts';
import { dataDirOf, type Config } from '../infra/config.ts';
import { findRun } from '../infra/run-file.ts';
import type { ConsoleWords } from '../texts/console.ts';
import { openClient } from './client.ts';
import { story, type Story } from './story.ts';
import { certificateTable, worklistTable } from './tables.ts';

/** The end of a start: the examples' certificates, worklist and one story, then what runs where, what to try, how to stop. */
export async function summary(config: Config, words: ConsoleWords, examples: string | undefined): Promise<string> {
  const shown = examples === undefined ? onlyMain(words) : await examplesShown(config, words, examples);
  return [...shown.parts, whereIsWhat(config, words, shown), whatNext(words, shown), words.toStop].join('\n\n');
}

function whereIsWhat(config: Config, words: ConsoleWords, { spaces }: Shown): string {
  const run = findRun(dataDirOf(config));
  const { whatRuns } = words;
  const where = [
    [whatRuns.api, run?.api.url],
    [whatRuns.openapi, `${run?.api.url}/openapi.json`],
    [whatRuns.ui, run?.ui],
    [whatRuns.data, dataDirOf(config)],
    [whatRuns.spaces, spaces],
  ].map(([name, value]) => `  ${String(name).padEnd(22)} ${String(value)}`);
  return [words.running, ...where].join('\n');
}

function whatNext(words: ConsoleWords, { option, id }: Shown): string {
  const next = [
    'npx ocop status',
    `npx ocop products${option}`,
    `npx ocop product${option} ${id}`,
    `npx ocop worklist${option}`,
    `npx ocop certificates${option}`,
    'npx ocop rehearse examples/*.yaml',
    words.openCycleExample,
  ].map((line) => `  ${line}`);
  return [words.tryNext, ...next].join('\n');
}

/** What a start has to show: its parts, the spaces that it serves, and how the next commands name space and product. */
interface Shown {
  parts: string[];
  spaces: string;
  option: string;
  id: string;
}
const anyId = '<id>';
const onlyMain = (words: ConsoleWords): Shown => ({ parts: [], spaces: words.spaceMain, option: '', id: anyId });
async function examplesShown(config: Config, words: ConsoleWords, space: string): Promise<Shown> {
  const client = openClient(config, space);
  const certificates = await client.get<Page<CertificateRow>>('/certificates?size=20');
  const worklist = await client.get<Page<WorklistRow>>('/worklist?size=10');
  const told = certificates.rows.find(({ star }) => star === 5)?.id ?? (await client.get<Page<ProductRow>>('/products?size=1')).rows[0]?.id;
  const heading = (title: string) => `── ${title} (${space}) ──`;
  const parts = [
    `${heading(words.certificatesTitle)}\n${certificateTable(config, certificates)}`,
    `${heading(words.worklistTitle)}\n${worklistTable(config, worklist)}`,
    ...(told === undefined ? [] : [`${heading(words.storyTitle)}\n${story(config, await client.get<Story>(`/products/${told}`))}`]),
  ];
  return { parts, spaces: `${words.spaceMain}; ${words.spaceExamples}`, option: ` --space ${space}`, id: told ?? anyId };
}
