import { editions } from '../domain/edition/edition-for.ts';
import type { Bilingual } from '../domain/edition/edition.ts';

/** A ground of revocation as the text that knows it names it; the newest one, where several do. */
export const groundName = (code: string, language: keyof Bilingual): string => {
  const grounds = Object.values(editions).flatMap(({ revocation }) => revocation.grounds.value);
  return grounds.findLast((ground) => ground.code === code)?.name[language] ?? code;
};
