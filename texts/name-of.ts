import type { CommandNames, StageNames, Staged } from './words.ts';

/** The word for a code that came as a plain text, in an event or from outside; what is not known is shown as it is. */
export const nameOf = (names: { readonly [name: string]: string }, code: string): string =>
  Object.hasOwn(names, code) ? (names[code] ?? code) : code;
export const listOf = (names: { readonly [name: string]: string }, codes: readonly string[]): string =>
  codes.map((code) => nameOf(names, code)).join(', ');

const families: readonly Staged[] = ['sitting', 'product-cycle', 'council', 'certificate', 'annual-cycle', 'number-book'];
/** Whose stages these are: a refusal names stages only, and "closed" is said otherwise of a sitting than of a year. */
export const familyOf = (stages: StageNames, codes: readonly string[]): Staged =>
  families.find((family) => codes.every((code) => Object.hasOwn(stages[family], code))) ?? 'product-cycle';

/** Every command of every aggregate with its label: they are unique. */
export const verbsIn = (commands: CommandNames): { readonly [name: string]: string } =>
  Object.fromEntries(Object.values(commands).flatMap((names) => Object.entries<string>(names)));
