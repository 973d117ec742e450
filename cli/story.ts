import { isAggregate } from '../domain/aggregates.ts';
import type { Config } from '../infra/config.ts';
import type { CertificateRow } from '../projections/certificate.ts';
import type { ProductRow } from '../projections/product.ts';
import type { TimelineRow } from '../projections/timeline.ts';
import type { WorklistRow } from '../projections/worklist.ts';
import { consoleWords } from '../texts/console.ts';
import { tell, wordsFor, type Words } from '../texts/index.ts';
import { table } from './output.ts';
import { certificateTable, momentOf, productTable, worklistTable } from './tables.ts';

export interface Story {
  product: ProductRow;
  worklist: WorklistRow[];
  timeline: TimelineRow[];
  certificate: CertificateRow | null;
}
const told = (words: Words, { aggregate, event, data }: TimelineRow): string =>
  isAggregate(aggregate) ? tell(words, aggregate, { type: event, data }) : event;
const pageOf = <Row>(rows: Row[]) => ({ rows, total: rows.length, page: 1, size: rows.length });

/** One product told: where it stands, what happened to it, who has it now, and its certificate. */
export function story(config: Config, { product, worklist, timeline, certificate }: Story): string {
  const { columns } = consoleWords[config.OCOP_LANGUAGE];
  const words = wordsFor(config.OCOP_LANGUAGE);
  const facts = timeline.map((row) => [
    momentOf(row.at),
    row.on_behalf_of === null ? row.person : `${row.person} → ${row.on_behalf_of}`,
    told(words, row),
  ]);
  return [
    productTable(config, pageOf([product])),
    table([columns.when, columns.by, columns.event], facts),
    ...(worklist.length === 0 ? [] : [worklistTable(config, pageOf(worklist))]),
    ...(certificate === null ? [] : [certificateTable(config, pageOf([certificate]))]),
  ].join('\n\n');
}
