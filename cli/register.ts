import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { readDay } from '../rehearsal/moment.ts';
import { wordsFor } from '../texts/index.ts';
import { registerColumns, type RegisterColumn } from '../texts/register-columns.ts';
import { Failure } from './failure.ts';

/** One line of a register as the command that takes it over. `id`, `commandId`: of its content, so that a repeated file repeats requests. */
export interface RegisterRow {
  line: number;
  name: string;
  id: string;
  commandId: string;
  data: object;
}
type Cells = Readonly<Record<RegisterColumn, string>>;

const columns = Object.keys(registerColumns).filter((name): name is RegisterColumn => Object.hasOwn(registerColumns, name));
const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);

const headed = (names: readonly string[]): (RegisterColumn | undefined)[] => {
  const found = names.map((name) =>
    columns.find((column) =>
      [registerColumns[column].vi, registerColumns[column].en, column].some((word) => folded(word) === folded(name)),
    ),
  );
  const missing = columns.filter((column) => !registerColumns[column].optional && !found.includes(column));
  if (missing.length > 0)
    throw new Failure(missing.map((column) => `${registerColumns[column].vi} / ${registerColumns[column].en}`).join(', '), 2);
  return found;
};

/** A word of the screens in either language, or the code itself. What is neither goes on as it stands, and is refused by name. */
const codeOf = (kind: 'levels' | 'producerKinds', word: string): string => {
  for (const language of ['vi', 'en'] as const) {
    const labels = Object.entries(wordsFor(language).terms[kind]);
    const known = labels.find(
      ([, label]) => label.split(', ').some((part) => folded(part) === folded(word)) || folded(label) === folded(word),
    );
    if (known) return known[0];
  }
  return word;
};
const stated = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
const day = (text: string): string => readDay(text) ?? text;

const dataOf = (cells: Cells): object => {
  const { name, producer, kind, province, district, commune, star, level, issuer, number, signedOn, signatory, source } = cells;
  const document = { authority: issuer, number, signedOn: day(signedOn), signatory };
  return {
    product: productOf(cells),
    name,
    producer: { id: cells.producerId || `ct-${hash([folded(producer), province])}`, name: producer, kind: codeOf('producerKinds', kind) },
    place: { province, commune, ...stated({ district }) },
    star: /^[345]$/.test(star) ? Number(star) : star,
    level: codeOf('levels', level),
    issuer,
    source,
    document,
    effectiveOn: day(cells.effectiveOn || signedOn),
    ...stated({ lastDay: day(cells.lastDay), productCode: cells.productCode, certificateNumber: cells.certificateNumber }),
  };
};
/** By its code, which is one product's alone; without one by decision, name and producer. */
const productOf = ({ id, productCode, number, name, producer }: Cells): string =>
  id === ''
    ? `sp-${hash(productCode === '' ? [folded(number), folded(name), folded(producer)] : [folded(productCode)])}`
    : id.replace(/-\d+$/, '');

/** Commas, or the semicolons of a Vietnamese spreadsheet. */
const separatorOf = (text: string): string => ((text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',');

export function readRegister(text: string): RegisterRow[] {
  const rows = parseAs(text.normalize('NFC'));
  const [header, ...rest] = rows;
  const found = headed(header?.record ?? []);
  return rest.map(({ record, line }) => {
    const cell = (column: RegisterColumn): string => record[found.indexOf(column)]?.trim() ?? '';
    const cells = Object.fromEntries(columns.map((column) => [column, cell(column)])) as Cells; // every column is asked
    const data = dataOf(cells);
    const id = /-\d+$/.test(cells.id) ? cells.id : `${productOf(cells)}-1`;
    return { line, name: cells.name, id, commandId: `take-over-${hash([id, data])}`, data };
  });
}
function parseAs(text: string): { record: string[]; line: number }[] {
  try {
    const withLine = (record: string[], { lines }: { lines: number }): string[] => [String(lines), ...record];
    const options = { bom: true, delimiter: separatorOf(text), skip_empty_lines: true, relax_column_count: true, on_record: withLine };
    return parse(text, options).map(([line, ...record]) => ({ line: Number(line), record }));
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), 2);
  }
}
