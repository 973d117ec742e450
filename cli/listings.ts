import type { Command } from 'commander';
import type { Config } from '../infra/config.ts';
import type { CertificateRow } from '../projections/certificate.ts';
import type { Page } from '../projections/page.ts';
import type { ProductRow } from '../projections/product.ts';
import type { WorklistRow } from '../projections/worklist.ts';
import { openClient } from './client.ts';
import { listing, query, type Filters, type Shown } from './listing.ts';
import { print, printJson } from './output.ts';
import { story, type Story } from './story.ts';
import { certificateTable, productTable, worklistTable } from './tables.ts';

export const productsCommand = (config: Config): Command =>
  listing('products', 'npx ocop products --space vi-du --province 86')
    .description('products and where each of them is')
    .option('--province <unit>')
    .option('--commune <unit>')
    .option('--stage <stage>')
    .option('--star <n>')
    .option('--text <part>', 'part of name, id or product code')
    .option('--size <n>')
    .action(async (options: Shown & Filters) => {
      const page = await openClient(config, options.space).get<Page<ProductRow>>(
        `/products${query(options, ['province', 'commune', 'stage', 'star', 'text', 'size'])}`,
      );
      if (options.json) printJson(page);
      else print(productTable(config, page));
    });

export const worklistCommand = (config: Config): Command =>
  listing('worklist', 'npx ocop worklist --space vi-du --for committee@28780')
    .description('who must do what by when; --for a person, or role@unit')
    .option('--for <who>', 'a person, or role@unit')
    .option('--province <unit>')
    .option('--size <n>')
    .action(async (options: Shown & Filters) => {
      const [role, unit] = (typeof options['for'] === 'string' ? options['for'] : '').split('@');
      const who = options['for'] === undefined ? {} : unit === undefined ? { person: role } : { role, unit };
      const page = await openClient(config, options.space).get<Page<WorklistRow>>(
        `/worklist${query({ ...options, ...who }, ['person', 'role', 'unit', 'province', 'size'])}`,
      );
      if (options.json) printJson(page);
      else print(worklistTable(config, page));
    });

export const certificatesCommand = (config: Config): Command =>
  listing('certificates', 'npx ocop certificates --space vi-du --state in-force')
    .description('certificates and until when they are valid')
    .option('--state <state>')
    .option('--star <n>')
    .option('--province <unit>')
    .option('--endsBefore <day>', 'yyyy-mm-dd')
    .option('--size <n>')
    .action(async (options: Shown & Filters) => {
      const page = await openClient(config, options.space).get<Page<CertificateRow>>(
        `/certificates${query(options, ['state', 'star', 'province', 'endsBefore', 'size'])}`,
      );
      if (options.json) printJson(page);
      else print(certificateTable(config, page));
    });

export const productCommand = (config: Config): Command =>
  listing('product', 'npx ocop product --space vi-du <id>')
    .argument('<id>', 'of the product cycle')
    .description('the story of one product: where it is, who has it, until when and why that day')
    .action(async (id: string, options: Shown) => {
      const told = await openClient(config, options.space).get<Story>(`/products/${encodeURIComponent(id)}`);
      if (options.json) printJson(told);
      else print(story(config, told));
    });
