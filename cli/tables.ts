import { dayOf, showDay } from '../domain/kernel/instant.ts';
import type { Config } from '../infra/config.ts';
import type { CertificateRow } from '../projections/certificate.ts';
import type { Page } from '../projections/page.ts';
import type { ProductRow } from '../projections/product.ts';
import type { WorklistRow } from '../projections/worklist.ts';
import { consoleWords } from '../texts/console.ts';
import { nameOf, wordsFor } from '../texts/index.ts';
import { table } from './output.ts';

const speaking = ({ OCOP_LANGUAGE: language }: Config) => ({ words: wordsFor(language), console: consoleWords[language] });
const counted = <Row>({ rows, total }: Page<Row>, config: Config, drawn: string): string => {
  const { console: words } = speaking(config);
  return rows.length === 0 ? words.none : `${drawn}\n${words.rows(rows.length, total)}`;
};
const day = (text: string | null): string => (text === null ? '' : showDay(text));
const decimal = (mean: string | null, { OCOP_LANGUAGE }: Config): string =>
  mean === null ? '' : OCOP_LANGUAGE === 'vi' ? mean.replace('.', ',') : mean;

export function productTable(config: Config, page: Page<ProductRow>): string {
  const {
    words,
    console: { columns },
  } = speaking(config);
  return counted(
    page,
    config,
    table(
      [columns.id, columns.product, columns.producer, columns.stage, columns.mean, columns.star],
      page.rows.map((row) => [
        row.id,
        row.name,
        row.producer_name,
        nameOf(words.terms.stages['product-cycle'], row.stage),
        decimal(row.mean, config),
        row.star === null ? '' : '★'.repeat(row.star),
      ]),
    ),
  );
}
export function worklistTable(config: Config, page: Page<WorklistRow>): string {
  const {
    words,
    console: { columns },
  } = speaking(config);
  return counted(
    page,
    config,
    table(
      [columns.product, columns.task, columns.due, columns.who, columns.why],
      page.rows.map((row) => [
        row.name,
        commandName(config, row),
        day(row.due_day),
        row.person ?? `${nameOf(words.terms.roles, row.role)} ${row.unit}`,
        row.due === null ? '' : words.due(row.due),
      ]),
    ),
  );
}
export const commandName = (config: Config, { aggregate, command }: Pick<WorklistRow, 'aggregate' | 'command'>): string => {
  const { words } = speaking(config);
  const names: { readonly [aggregate: string]: { readonly [command: string]: string } } = words.commands;
  return names[aggregate]?.[command] ?? command;
};
export function certificateTable(config: Config, page: Page<CertificateRow>): string {
  const {
    words,
    console: { columns },
  } = speaking(config);
  return counted(
    page,
    config,
    table(
      [columns.product, columns.producer, columns.star, columns.issued, columns.lastDay, columns.state, columns.code],
      page.rows.map((row) => [
        row.name,
        row.producer_name,
        '★'.repeat(row.star),
        day(row.effective_on),
        day(row.last_day),
        row.how === null ? nameOf(words.terms.stages.certificate, row.state) : nameOf(words.terms.endings, row.how),
        row.product_code,
      ]),
    ),
  );
}
export const momentOf = (at: number): string => `${showDay(dayOf(at))} ${new Date(at + 7 * 3_600_000).toISOString().slice(11, 16)}`;
