/** Without diacritics and case: `Chè Shan` is found by `che shan`. `đ` is a letter of its own and does not fall apart. */
export const searchable = (...texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null).join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
/** For `like`: what a person types is text, not a pattern. */
export const pattern = (text: string): string => `%${searchable(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
