const strokedD = String.fromCodePoint(0x111);
/** Without diacritics and case. The d with a stroke is a letter of its own and does not fall apart by itself. */
export const searchable = (...texts: readonly (string | null)[]): string =>
  texts
    .filter((text) => text !== null)
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(strokedD, 'd');
/** For `like`: what a person types is text, not a pattern. */
export const pattern = (text: string): string => `%${searchable(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
