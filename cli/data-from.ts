import { readFileSync } from 'node:fs';
import { Failure } from './failure.ts';

/** JSON from the command line, or from a file: `@path`. */
export function dataFrom(text: string): object {
  const json = text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw new Failure(`--data: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
  throw new Failure('--data: an object of JSON', 2);
}
