/** What an id is called. A cycle is called after its product, from the second on with its number, and so are its certificates; what has no name is called by its id. */
export const calledIn = (names: Readonly<Record<string, string>>, id: string): string => {
  const whole = nameIn(names, id);
  if (whole !== undefined) return whole;
  const [, product = '', n = ''] = /^(.*)-(\d+)(?:_\d+)?$/.exec(id) ?? [];
  const name = nameIn(names, product);
  return name === undefined ? id : n === '1' ? name : `${name} (${n})`;
};
const nameIn = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;

/** A sentence of the server with names in place of ids; the longest id first, for one may begin another. */
export const withNames = (names: Readonly<Record<string, string>>, sentence: string): string =>
  Object.keys(names)
    .toSorted((a, b) => b.length - a.length)
    .reduce((said, id) => said.replaceAll(id, names[id] ?? id), sentence);
