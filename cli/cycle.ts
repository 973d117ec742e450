import type { Command } from 'commander';
import { carried, notFiled, unanswered } from '../domain/annual-cycle/counts.ts';
import type { YearRound } from '../domain/annual-cycle/year-rounds.ts';
import { showDay } from '../domain/kernel/instant.ts';
import type { Config } from '../infra/config.ts';
import type { DryRun } from '../projections/dry-run.ts';
import { pageSizeMax } from '../projections/page.ts';
import type { CycleReport, ReportRow } from '../projections/report.ts';
import { cycleWords, type CycleWords } from '../texts/cycle-words.ts';
import { consoleWords } from '../texts/console.ts';
import { nameOf, wordsFor } from '../texts/index.ts';
import { openClient } from './client.ts';
import { listing, type Shown } from './listing.ts';
import { print, printJson, table } from './output.ts';

type Paged<Listing extends { rows: readonly unknown[] }> = Listing & { count: number };
/** All pages of a listing; what stands above the rows is the same on each. */
async function whole<Listing extends { rows: readonly unknown[] }>(config: Config, space: string, path: string): Promise<Listing> {
  const { get } = openClient(config, space);
  const pages = [await get<Paged<Listing>>(`${path}?size=${pageSizeMax}`)];
  const [first] = pages;
  for (let page = 2; first && (page - 1) * pageSizeMax < first.count; page++) {
    pages.push(await get<Paged<Listing>>(`${path}?size=${pageSizeMax}&page=${page}`));
  }
  return { ...pages[0], rows: pages.flatMap(({ rows }) => rows) } as unknown as Listing; // the shape is the API's own
}
const speaking = ({ OCOP_LANGUAGE: language }: Config) => ({
  words: wordsFor(language),
  said: cycleWords[language],
  columns: consoleWords[language].columns,
});
const section = (title: string, drawn: string): string => `${title}\n${drawn}`;

function roundTable(config: Config, rounds: readonly YearRound[]): string {
  const { words, said } = speaking(config);
  if (rounds.length === 0) return said.noRounds;
  return table(
    [said.columns.round, said.columns.level, said.columns.requestedBy, said.columns.requests, said.columns.results, said.columns.source],
    rounds.map(({ id, level, requestedBy, lastRequestDay, lastResultDay, source, edition }) => [
      id,
      words.terms.levels[level],
      requestedBy === null ? '' : words.terms.levels[requestedBy],
      showDay(lastRequestDay),
      showDay(lastResultDay),
      source === 'edition' ? words.terms.editions(edition) : said.sources[source],
    ]),
  );
}

/** What opening would do, commune by commune; nothing is written. */
export async function showDryRun(config: Config, { space, json }: Shown, id: string): Promise<void> {
  const run = await whole<DryRun>(config, space, `/cycles/${encodeURIComponent(id)}/dry-run`);
  if (json) printJson(run);
  else print(dryRunText(config, run));
}
function dryRunText(config: Config, { year, province, stage, openedOn, rounds, total, communes, rows }: DryRun): string {
  const { words, said, columns } = speaking(config);
  const head =
    stage === 'unborn'
      ? said.wouldOpen(year, province)
      : said.isThere(year, province, words.terms.stages['annual-cycle'][stage], openedOn === null ? '' : showDay(openedOn));
  const perCommune = communes.map((each) => [each.commune, each.products, each.certificates, each.enrols, each.problems]);
  return [
    head,
    section(said.rounds, roundTable(config, rounds)),
    said.total(total.enrols, total.products, total.certificates, total.problems),
    ...(rows.length === 0
      ? []
      : [
          table(
            [columns.commune, said.columns.products, said.columns.certificates, said.columns.enrols, said.columns.problems],
            perCommune,
          ),
          table(
            [
              columns.commune,
              columns.id,
              columns.product,
              columns.producer,
              said.columns.reason,
              said.columns.enrols,
              said.columns.problem,
            ],
            rows.map(({ commune, cycle, name, producer, reason, refused, problem, enrols }) => [
              commune,
              cycle,
              name,
              producer,
              said.reasons[reason] + (refused === null ? '' : ` (${nameOf(words.rejectionNames, refused)})`),
              enrols ? said.yes : said.no,
              problem === null ? '' : said.hindrances[problem],
            ]),
          ),
        ]),
    said.nothingWritten,
  ].join('\n\n');
}

export const cycleCommand = (config: Config): Command =>
  listing('cycle', 'npx ocop cycle --space vi-du 2027-68')
    .argument('<id>', 'of the annual cycle: <year>-<province>')
    .description('the report of a province’s year: its rounds, its products, and what became of them')
    .action(async (id: string, { space, json }: Shown) => {
      const report = await whole<CycleReport>(config, space, `/cycles/${encodeURIComponent(id)}/report`);
      if (json) printJson(report);
      else print(reportText(config, report));
    });

/** What became of a product, or where it is as long as the year is open. */
function outcomeText(config: Config, { outcome, stage, isCertificate }: Pick<ReportRow, 'outcome' | 'stage' | 'isCertificate'>): string {
  const { words, said } = speaking(config);
  const { stages } = words.terms;
  if (outcome === null) return isCertificate ? said.awaitsRenewal : stage === null ? '' : nameOf(stages['product-cycle'], stage);
  const own: Readonly<Record<string, string>> = { [carried]: said.carried, [notFiled]: said.notFiled, [unanswered]: said.unanswered };
  const [ending = '', star] = outcome.split(/-(?=[345]$)/);
  return own[outcome] ?? nameOf(stages['product-cycle'], ending) + (star === undefined ? '' : ` ${'★'.repeat(Number(star))}`);
}
const sumText = (said: CycleWords, config: Config, { cycle: { counts }, sum }: CycleReport): string => {
  if (counts === null || sum === null) return said.notClosedYet;
  const { enrolled, stars, notPassed, returned, carriedOver, notFiled: none = 0, unanswered: silent = 0, others = {} } = counts;
  const named = (outcome: string): string => outcomeText(config, { outcome, stage: null, isCertificate: false });
  const lines: (readonly [string, number])[] = [
    ...([3, 4, 5] as const).map((star) => [named(`recognised-${star}`), stars[star]] as const),
    [named('not-passed'), notPassed],
    [named('returned'), returned],
    ...Object.entries(others).map(([outcome, count]) => [named(outcome), count] as const),
    [said.carried, carriedOver],
    [said.notFiled, none],
    [said.unanswered, silent],
    [said.sum, sum],
  ];
  return `${table([said.columns.outcome, said.columns.count], lines)}\n${said.adds(sum, enrolled)}`;
};
function reportText(config: Config, report: CycleReport): string {
  const { words, said, columns } = speaking(config);
  const { cycle, rows } = report;
  const stage = words.terms.stages['annual-cycle'][cycle.stage];
  return [
    `${said.isThere(cycle.year, cycle.province, stage, showDay(cycle.opened_on))}\n${cycle.plan}`,
    section(said.rounds, roundTable(config, cycle.rounds)),
    section(said.result(cycle.enrolled), sumText(said, config, report)),
    ...(rows.length === 0
      ? []
      : [
          table(
            [columns.commune, columns.id, columns.product, columns.producer, said.columns.outcome],
            rows.map((row) => [row.commune, row.cycle, row.name, row.producer, outcomeText(config, row)]),
          ),
        ]),
  ].join('\n\n');
}
