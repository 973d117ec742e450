import { en } from './en/index.ts';
import { vi } from './vi/index.ts';
import type { Words } from './words.ts';

export { en } from './en/index.ts';
export { nameOf } from './name-of.ts';
export { say, tell } from './say.ts';
export { vi } from './vi/index.ts';
export type { ProblemName } from './screens.ts';
export type { Words } from './words.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
const words: { readonly [L in Language]: Words } = { vi, en };
export const wordsFor = (language: Language): Words => words[language];
