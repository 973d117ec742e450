import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CaseFile } from './case-file.ts';
import { caseShape } from './case-shape.ts';
import { Names } from './names.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import { Story } from './story.ts';
import { readYaml } from './yaml-source.ts';

export type Outcome = { case: CaseFile } | { problems: readonly Problem[] };

/** From the name of its file: what all ids of a case begin with. */
export const caseNameOf = (file: string): string =>
  basename(file)
    .replace(/\.ya?ml$/, '')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 40);

/** Everything that is wrong in the file, in the order of its lines, or the case, ready to be played. */
export const readCase = (file: string, yaml: string): Outcome => {
  const { plain, problems } = readYaml(file, yaml);
  if (problems.length > 0) return { problems };
  const shape = caseShape.safeParse(plain.value);
  if (!shape.success) return { problems: sorted(shapeProblems({ file, plain, base: [], schema: caseShape }, shape.error)) };
  const names = new Names(file, caseNameOf(file), { shape: shape.data, plain });
  const story = new Story(names, plain, file);
  const moments = story.read(shape.data);
  const found = [...story.problems, ...names.problems];
  if (found.length > 0) return { problems: sorted(found) };
  const { title, sources, assumed } = shape.data;
  return { case: { name: names.name, file, title, sources, assumed, moments, names: names.spoken() } };
};
const sorted = (problems: readonly Problem[]): Problem[] => problems.toSorted((a, b) => a.line - b.line || a.column - b.column);

const readFile = (file: string): Outcome => {
  try {
    return readCase(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { problems: [{ file, line: 1, column: 1, code: 'NoFile', data: {} }] };
  }
};
/** All files or none: problems of every file at once. */
export const readCases = (files: readonly string[]): { cases: readonly CaseFile[] } | { problems: readonly Problem[] } => {
  const outcomes = files.map(readFile);
  const cases = outcomes.flatMap((outcome) => ('case' in outcome ? [outcome.case] : []));
  const twins = cases.filter(({ name }, index) => cases.findIndex((other) => other.name === name) < index);
  const problems = [
    ...outcomes.flatMap((outcome) => ('problems' in outcome ? outcome.problems : [])),
    ...twins.map(({ file, name }): Problem => ({ file, line: 1, column: 1, code: 'SameCase', data: { word: name } })),
  ];
  return problems.length > 0 ? { problems } : { cases };
};
