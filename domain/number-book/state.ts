import type { ChangesOf } from '../kernel/aggregate.ts';
import { grammar } from '../kernel/grammar.ts';
import type { StateOf } from '../kernel/stage.ts';
import type { Events } from './events.ts';

/** `given`: who asked -> the number served. The last one is known apart, so that no number depends on how they are kept. */
export interface Book {
  last: number;
  given: { readonly [key: string]: number };
}
/** Its first number says what a book counts; the other series is refused in it. */
export type NumberBook = StateOf<{ 'unborn': object; 'form-numbers': Book; 'serials': Book; 'certificate-numbers': Book }>;
export const bookOf = (state: NumberBook): Book => (state.stage === 'unborn' ? { last: 0, given: {} } : state);

export const { command, from, aggregate } = grammar<NumberBook, Events>();
export type Changes<Type extends keyof Events> = ChangesOf<NumberBook, Events, Type>;
