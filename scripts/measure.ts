// node scripts/measure.ts [--write]: counts our own code, and prints it or puts it, dated, into docs/quality.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countNodes, functionsOf, isDataFile, isTest, sourcesOf, suppressionsOf, unfinishedIn, type Source } from './sources.ts';

interface Row {
  what: string;
  ours: string;
  aim: string;
}

const root = join(import.meta.dirname, '..');
const between = { from: '<!-- measured: written by scripts/measure.ts -->', to: '<!-- end of measured -->' };

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const quantile = (numbers: readonly number[], share: number) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
const perThousand = (part: number, whole: number) => (whole === 0 ? '–' : ((1000 * part) / whole).toFixed(1));

const commentLines = (source: Source) => sum(source.comments.map(({ start, end }) => source.lineAt(end) - source.lineAt(start) + 1));

const codeRows = (sources: readonly Source[]): Row[] => {
  const product = sources.filter(({ path }) => !isTest(path));
  const logic = product.filter(({ path }) => !isDataFile(path));
  const files = logic.map(({ lines }) => lines);
  const functions = logic.flatMap((source) => functionsOf(source).filter(({ hasBlock }) => hasBlock)).map(({ lines }) => lines);
  const loc = sum(product.map(({ lines }) => lines));
  const tests = sum(sources.filter(({ path }) => isTest(path)).map(({ lines }) => lines));
  const logicLines = sum(files);
  const total = sum(sources.map(({ lines }) => lines));
  return [
    { what: 'files, lines (without tests)', ours: `${product.length}, ${loc}`, aim: '' },
    { what: 'of these data files, lines', ours: `${product.length - logic.length}, ${loc - logicLines}`, aim: '' },
    {
      what: 'lines of a file: median / p90 / max',
      ours: `${quantile(files, 0.5)} / ${quantile(files, 0.9)} / ${quantile(files, 1)}`,
      aim: '≤ 60 / ≤ 160 / 250',
    },
    { what: 'lines of a function: median / p90', ours: `${quantile(functions, 0.5)} / ${quantile(functions, 0.9)}`, aim: '≤ 10 / ≤ 35' },
    { what: 'functions over 70 lines', ours: String(functions.filter((lines) => lines > 70).length), aim: '0' },
    {
      what: '`any` per thousand lines, tests included',
      ours: perThousand(sum(sources.map((each) => countNodes(each, 'TSAnyKeyword'))), total),
      aim: '0.0',
    },
    {
      what: 'suppressions per thousand lines, tests included',
      ours: perThousand(sources.flatMap(suppressionsOf).length, total),
      aim: '≤ 0.2',
    },
    { what: 'notes of unfinished work', ours: String(sources.flatMap(unfinishedIn).length), aim: '0' },
    { what: 'comment lines, without data files', ours: percent(sum(logic.map(commentLines)), logicLines), aim: '8 to 15 %' },
    {
      what: 'lines of test per line of source, without data files',
      ours: logicLines === 0 ? '–' : (tests / logicLines).toFixed(2),
      aim: '≥ 1.3',
    },
  ];
};

const conventional = /^(?:feat|fix|docs|test|refactor|perf|build|ci|chore|style|revert)(?:\([\w-]+\))?!?: \S/;
const commitRow = (): Row => {
  const log = execFileSync('git', ['log', '-300', '--no-merges', '--format=%s%x00%b%x01'], { cwd: root, encoding: 'utf8' });
  const commits = log.split('\u0001').flatMap((each) => {
    const [subject, body] = each.trim().split('\0');
    return subject === undefined || subject === '' ? [] : [{ subject, body: body ?? '' }];
  });
  const good = commits.filter(({ subject }) => conventional.test(subject));
  const explained = commits.filter(({ body }) => body.trim() !== '');
  return {
    what: `commits (last ${commits.length}): conventional / with a body`,
    ours: `${percent(good.length, commits.length)} / ${percent(explained.length, commits.length)}`,
    aim: '100 % / ≥ 60 %',
  };
};

const rows = [...codeRows(sourcesOf(root)), commitRow()];
const table = ['| What | Ours | Aim |', '|---|---|---|', ...rows.map(({ what, ours, aim }) => `| ${what} | ${ours} | ${aim} |`)].join('\n');
console.log(table);

if (process.argv.includes('--write')) {
  const file = join(root, 'docs/quality.md');
  const [head, rest] = readFileSync(file, 'utf8').split(between.from);
  const tail = rest?.split(between.to)[1];
  if (head === undefined || tail === undefined) throw new Error(`${file} has lost the marks between which the table stands`);
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(file, `${head}${between.from}\n\nCounted on ${today}.\n\n${table}\n\n${between.to}${tail}`);
}
