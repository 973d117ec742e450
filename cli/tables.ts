import { dayOf, showDay } from '../domain/kernel/instant.ts';
import { country, unitCalled } from '../domain/territory/unit.ts';
import type { Config } from '../infra/config.ts';
import type { CertificateRow } from '../projections/certificate.ts';
import type { Page } from '../projections/page.ts';
import type { ProductRow } from '../projections/product.ts';
import type { WorklistRow } from '../projections/worklist.ts';
import { consoleWords, type ConsoleWords } from '../texts/console.ts';
import { nameOf, wordsFor } from '../texts/index.ts';
import { table } from './output.ts';

type Cell = string | number | null | undefined;
/** A page of rows as a table, with how many of how many; a sentence where there are none. */
function pageTable<Row>(
  { OCOP_LANGUAGE: language }: Config,
  { rows, total }: Page<Row>,
  headings: readonly (keyof ConsoleWords['columns'])[],
  cells: (row: Row) => readonly Cell[],
): string {
  const { columns, none, rows: counted } = consoleWords[language];
  if (rows.length === 0) return none;
  const names = headings.map((heading) => columns[heading]);
  return `${table(names, rows.map(cells))}\n${counted(rows.length, total)}`;
}
const day = (text: string | null): string => (text === null ? '' : showDay(text));
const decimal = (mean: string | null, { OCOP_LANGUAGE }: Config): string =>
  mean === null ? '' : OCOP_LANGUAGE === 'vi' ? mean.replace('.', ',') : mean;

export function productTable(config: Config, page: Page<ProductRow>): string {
  const { terms } = wordsFor(config.OCOP_LANGUAGE);
  return pageTable(config, page, ['id', 'product', 'producer', 'stage', 'mean', 'star'], (row) => [
    row.id,
    row.name,
    row.producer_name,
    nameOf(terms.stages['product-cycle'], row.stage),
    decimal(row.mean, config) + (row.source === 'paperMinutes' ? ` (${terms.sources.paperMinutes})` : ''),
    row.star === null ? '' : '★'.repeat(row.star),
  ]);
}
export function worklistTable(config: Config, page: Page<WorklistRow>): string {
  const { terms, due } = wordsFor(config.OCOP_LANGUAGE);
  const { oversees } = consoleWords[config.OCOP_LANGUAGE];
  return pageTable(config, page, ['product', 'task', 'due', 'who', 'why'], (row) => [
    row.name,
    commandName(config, row) + (row.oversees ? ` (${oversees})` : ''),
    day(row.due_day),
    row.person ?? `${nameOf(terms.roles, row.role)} ${row.unit === country ? terms.levels.central : unitCalled(row.unit)}`,
    row.due === null ? '' : due(row.due),
  ]);
}
export const commandName = (config: Config, { aggregate, command }: Pick<WorklistRow, 'aggregate' | 'command'>): string => {
  const names: { readonly [aggregate: string]: { readonly [command: string]: string } } = wordsFor(config.OCOP_LANGUAGE).commands;
  // A certificate awaits the filing of its renewal, which is a command to a product cycle.
  return names[aggregate]?.[command] ?? Object.values(names).find((each) => Object.hasOwn(each, command))?.[command] ?? command;
};
export function certificateTable(config: Config, page: Page<CertificateRow>): string {
  return pageTable(config, page, ['product', 'producer', 'star', 'issued', 'lastDay', 'state', 'code'], (row) => [
    row.name,
    row.producer_name,
    '★'.repeat(row.star),
    day(row.effective_on),
    day(row.last_day),
    standing(config, row),
    row.product_code,
  ]);
}
const standing = ({ OCOP_LANGUAGE: language }: Config, { how, state, extended_until: until }: CertificateRow): string => {
  const { terms } = wordsFor(language);
  if (how !== null) return nameOf(terms.endings, how);
  return until === null ? nameOf(terms.stages.certificate, state) : consoleWords[language].extendedTo(showDay(until));
};
export const momentOf = (at: number): string => `${showDay(dayOf(at))} ${new Date(at + 7 * 3_600_000).toISOString().slice(11, 16)}`;
