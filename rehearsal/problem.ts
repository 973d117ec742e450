import { filled, keyWord, wordsOf, type Language, type ProblemCode } from './words.ts';

export interface Place {
  line: number;
  column: number;
}
/** What is wrong in a case file, and where. `data` fills the sentence. */
export interface Problem extends Place {
  file: string;
  code: ProblemCode;
  data: Readonly<Record<string, string>>;
}

/** `file:line:column: message`, as editors and compilers know it. */
export const showProblem = ({ file, line, column, code, data }: Problem, language: Language): string => {
  const { problems, types, guess, syntax } = wordsOf(language);
  const said = { ...data, ...(data['guess'] !== undefined && { guess: data['guess'] && filled(guess, { word: data['guess'] }) }) };
  const wanted = data['type'] === undefined ? {} : { wanted: types[data['type']] ?? data['type'] };
  const plain = syntax[data['reason'] ?? ''];
  const reason = plain === undefined ? {} : { message: plain };
  return `${file}:${line}:${column}: ${filled(problems[code], { ...said, ...wanted, ...reason, ...keysIn(data, language) })}`;
};
/** Keys of the file in the reader's language. */
const keysIn = ({ where, fields }: Problem['data'], language: Language): Record<string, string> => ({
  ...(where !== undefined && { where: keyWord('file', where, language) }),
  ...(fields !== undefined && {
    fields: fields
      .split('.')
      .map((part) => keyWord('data', part, language))
      .join('.'),
  }),
});

/** The declared word that was probably meant; '' when none is near. */
export const nearest = (word: string, known: readonly string[]): string => {
  const far = Math.max(2, Math.floor(word.length / 3));
  const [best] = known
    .map((each) => ({ each, steps: distance(word.toLowerCase(), each.toLowerCase()) }))
    .toSorted((a, b) => a.steps - b.steps);
  return best && best.steps <= far ? best.each : '';
};

/** Levenshtein: letters put in, left out or exchanged. Row by row, each the distances of one more letter of `from`. */
const distance = (from: string, to: string): number => {
  const letters = Array.from(to);
  const first = Array.from({ length: letters.length + 1 }, (_, index) => index);
  const last = Array.from(from).reduce((row, letter, at) => nextRow(row, letters, { letter, at }), first);
  return last.at(-1) ?? 0;
};
const nextRow = (row: readonly number[], letters: readonly string[], { letter, at }: { letter: string; at: number }): number[] =>
  letters.reduce<number[]>(
    (next, other, index) => {
      const exchanged = (row[index] ?? 0) + (letter === other ? 0 : 1);
      return [...next, Math.min(exchanged, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1)];
    },
    [at + 1],
  );
