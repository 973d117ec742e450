/** How one language names the places of the law. */
export interface Citing {
  articles: (numbers: string) => string;
  appendix: (number: string) => string;
  form: (number: string) => string;
  part: (number: string) => string;
  decision: (number: string) => string;
  step: (number: string) => string;
}
type Read = (piece: string, citing: Citing) => string | undefined;

const first = (pattern: RegExp, piece: string): string | undefined => pattern.exec(piece)?.[1];
const named =
  (pattern: RegExp, name: (citing: Citing) => (number: string) => string): Read =>
  (piece, citing) => {
    const number = first(pattern, piece);
    return number === undefined ? undefined : name(citing)(number);
  };
const decision: Read = (piece, citing) => {
  const [, number, step] = /^QĐ ([\d/]+)(?: \((\d+)\))?$/.exec(piece) ?? [];
  if (number === undefined) return undefined;
  return step === undefined ? citing.decision(number) : `${citing.decision(number)}, ${citing.step(step)}`;
};
const readings: readonly Read[] = [named(/^App\. (\w+)$/, ({ appendix }) => appendix), named(/^form (\d+)$/, ({ form }) => form), decision];
const reading = (piece: string, citing: Citing): string => {
  for (const read of readings) {
    const words = read(piece, citing);
    if (words !== undefined) return words;
  }
  return piece;
};

const isArticle = (piece: string) => /^\d+(\.\p{L}|\.\d+)*$/u.test(piece);
const isPart = (piece: string) => /^[IVX]+$/.test(piece);
/** Neighbouring articles under one heading, a part with the form that it belongs to. */
const grouped = (pieces: readonly string[]): string[][] =>
  pieces.reduce<string[][]>((groups, piece) => {
    const last = groups.at(-1);
    const [leader] = last ?? [];
    if (last === undefined || leader === undefined || !(isPart(piece) || (isArticle(piece) && isArticle(leader))))
      return [...groups, [piece]];
    return [...groups.slice(0, -1), [...last, piece]];
  }, []);

/** A place as editions write it, '7.3.d, 7.6.d, App. II', in words: an article of the decision itself, an appendix or form of it, another decision. */
export const cite = (place: string, citing: Citing): string =>
  grouped(place.split(', '))
    .map((group) => {
      const [leader = '', ...rest] = group;
      return isArticle(leader)
        ? citing.articles(group.join(', '))
        : [reading(leader, citing), ...rest.map((part) => citing.part(part))].join(', ');
    })
    .join('; ');
