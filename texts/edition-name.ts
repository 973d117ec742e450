import { editions } from '../domain/edition/edition-for.ts';
import type { EditionId } from '../domain/edition/edition.ts';

/** Each edition brings its own name, so that another one needs no word here. */
export const editionName =
  (language: 'vi' | 'en') =>
  (id: EditionId): string =>
    editions[id].name[language];
