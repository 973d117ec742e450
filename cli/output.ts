/** A table for a terminal: columns as wide as their widest cell, the last one free. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
/** Composed letters count once, however many marks they carry. */
const widthOf = (text: string): number => Array.from(text.normalize('NFC').replaceAll(/\p{M}/gu, '')).length;

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
export const printJson = (value: unknown): void => {
  print(JSON.stringify(value, null, 2));
};
/** Progress goes to standard error, so that standard output stays what was asked for. */
export const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
