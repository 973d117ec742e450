import type { CaseFile, Moment } from './case-file.ts';

/** Several stories as one, by date. At one instant the order of the files decides, and within a file the order of its lines. */
export const merged = (cases: readonly CaseFile[]): readonly Moment[] =>
  cases
    .flatMap(({ moments }, file) => moments.map((moment, line) => ({ moment, file, line })))
    .toSorted((a, b) => a.moment.at - b.moment.at || a.file - b.file || a.line - b.line)
    .map(({ moment }) => moment);
