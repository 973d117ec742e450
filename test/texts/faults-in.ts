/** What a sentence never holds: a value that was not there or is no text, a hole, an empty name, a colon before nothing. */
const broken = /undefined|\[object|NaN|null|=>|\{\w+\}|\(\)|["“]["”]|: *$| {2}|,,|\.\./;
const hasLetters = (text: string) => /\p{L}/u.test(text);

export const faultsOf = (sentence: string): string[] => [
  ...(broken.test(sentence) ? [`something is missing in it: ${sentence}`] : []),
  ...(sentence.trim() === sentence && hasLetters(sentence) ? [] : [`these are no words: ${sentence}`]),
  ...(sentence.normalize('NFC') === sentence ? [] : [`a letter in two pieces: ${sentence}`]),
  ...(/\d{4}-\d{2}-\d{2}/.test(sentence) ? [`no office writes a day so: ${sentence}`] : []),
];
/** The same fact in two languages. */
export const faultsIn = (vi: string, en: string): string[] => [
  ...faultsOf(vi),
  ...faultsOf(en),
  ...(vi === en ? [`one language says nothing of its own: ${vi}`] : []),
];
