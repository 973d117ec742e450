import type { Source } from '../sources.ts';
import {
  calledIn,
  callsIn,
  isCall,
  keyIn,
  listIn,
  nameIn,
  namedIn,
  part,
  propertyOf,
  reached,
  textIn,
  textsIn,
  within,
  type Named,
  type Node,
} from './syntax.ts';

/*
 * What the unit tests prove, read in their sources: in the words of the test kit `scene.when('receive', …).thenRejected('SamplesMissing', …)` says that
 * this command is refused so, and `thenEvents`, `thenTypes` or `after` that it is allowed. Where a command or code stands in a table of the test, every
 * one in that table counts.
 */

export interface Proof {
  file: string;
  title: string;
  isRefusal: boolean;
  commands: readonly string[];
  /** Rules that are asked by themselves, under a law that no edition is. */
  rules: readonly string[];
  codes: readonly string[];
  /** The clauses that the refusal is compared with; none: it is compared with no clause. */
  clauses: readonly string[];
}
/** Every word that has a meaning here. */
export interface Words {
  commands: readonly string[];
  codes: readonly string[];
  clauses: readonly string[];
}
interface Reading {
  file: string;
  named: Named;
  words: Words;
}
interface InTest extends Reading {
  test: Node;
}

const amongst = (texts: readonly string[], known: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => known.includes(text))),
];
const argument = (call: Node, index: number): unknown => listIn(call, 'arguments')[index];

/** `test('…')`, `test.for(table)('…')`, `test.each(table)('…')`. */
const isTest = (call: Node): boolean => {
  const callee = part(call, 'callee');
  return nameIn(callee) === 'test' || (isCall(callee) && nameIn(part(part(callee, 'callee'), 'object')) === 'test');
};
const titleOf = (call: Node): string => {
  const title = argument(call, 0);
  const pieces = listIn(title, 'quasis').map((quasi) => part(part(quasi, 'value'), 'cooked'));
  return textIn(title) ?? pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('…');
};

/** The texts of a test and of the table it runs through, wherever that is written. */
const tableTexts = ({ test, named }: InTest): readonly string[] => {
  const tables = isCall(part(test, 'callee')) ? listIn(part(test, 'callee'), 'arguments') : [];
  return [test, ...tables.map((table) => named.get(nameIn(table) ?? ''))].flatMap(textsIn);
};
/** The commands that a scene was sent, told from the expression on which `then…` is called; in doubt, all that the test and its table name. */
const commandsOf = (node: unknown, reading: InTest): readonly string[] => {
  const { named, words } = reading;
  const value = isCall(node) ? undefined : named.get(nameIn(node) ?? '');
  const found = isCall(node) ? sentIn(node, reading) : value && isCall(value) ? sentIn(value, reading) : [];
  return found.length > 0 ? found : amongst(tableTexts(reading), words.commands);
};
const sentIn = (call: Node, { named, words }: InTest): readonly string[] => {
  const stated = (of: unknown) => amongst(textsIn(of), words.commands);
  const name = calledIn(call) ?? '';
  if (name === 'when' || name === 'after') return stated(argument(call, 0));
  const own = named.get(nameIn(part(call, 'callee')) ?? '');
  const sent = callsIn(own, 'when').flatMap((each) => stated(argument(each, 0)));
  return sent.length > 0 ? sent : stated(call);
};

/** `thenRejected(code, …, { clause })`; a clause or code that is a name of the test's table may be any in the table. */
const refusedIn = (call: Node, reading: InTest): Pick<Proof, 'codes' | 'clauses'> => {
  const { named, words } = reading;
  const ground = reached(argument(call, 2), named).flatMap(textsIn);
  const orAny = (stated: readonly string[], known: readonly string[]) => (stated.length > 0 ? stated : amongst(tableTexts(reading), known));
  const clauses = amongst(ground, words.clauses);
  return {
    codes: orAny(amongst(textsIn(argument(call, 0)), words.codes), words.codes),
    clauses: ground.includes('clause') ? orAny(clauses, words.clauses) : clauses,
  };
};
const proofsInTest = (call: Node, { file, named: ofFile, words }: Reading): readonly Proof[] => {
  const named: Named = new Map([...ofFile, ...namedIn(call)]); // one name may mean something else in every test
  const reading: InTest = { file, named, words, test: call };
  const bare = { file, title: titleOf(call), commands: [], rules: [], codes: [], clauses: [] };
  const stated = (node: Node): Proof | undefined => {
    const on = part(part(node, 'callee'), 'object');
    const name = calledIn(node);
    if (name === 'thenRejected') return { ...bare, isRefusal: true, commands: commandsOf(on, reading), ...refusedIn(node, reading) };
    if (name === 'thenEvents' || name === 'thenTypes') return { ...bare, isRefusal: false, commands: commandsOf(on, reading) };
    if (name === 'after') return { ...bare, isRefusal: false, commands: amongst(textsIn(argument(node, 0)), words.commands) };
    if (name !== 'refuses') return undefined;
    const asked = within(call).filter((each) => each.type === 'Property' && keyIn(each) === 'code');
    return { ...bare, isRefusal: true, rules: [nameIn(on) ?? ''], codes: amongst(asked.flatMap(textsIn), words.codes) };
  };
  return within(call)
    .filter(isCall)
    .flatMap((node) => stated(node) ?? [])
    .filter(({ commands, rules }) => commands.length + rules.length > 0);
};

/** The rows that all commands of a product cycle have in common: allowed to one, refused to strangers and at other stages. */
const proofsInRows = (call: Node, { file, named, words }: Reading): readonly Proof[] => {
  const name = nameIn(argument(call, 0));
  const rows = name === undefined ? argument(call, 0) : named.get(name);
  return listIn(rows, 'properties').flatMap((property): Proof[] => {
    const command = keyIn(property);
    const row = part(property, 'value');
    if (command === undefined || !words.commands.includes(command)) return [];
    const clauses = amongst(textsIn(propertyOf(row, 'clause')), words.clauses);
    const refused = (title: string, codes: readonly string[]): Proof => ({
      file,
      title: `${command} ${title}`,
      isRefusal: true,
      commands: [command],
      rules: [],
      codes,
      clauses,
    });
    return [
      {
        file,
        title: `${command} is allowed to whom the law names, and moves the cycle on`,
        isRefusal: false,
        commands: [command],
        rules: [],
        codes: [],
        clauses,
      },
      ...(propertyOf(row, 'stranger') === undefined ? [] : [refused('is not the part of anybody else', ['NotYourPart'])]),
      ...(propertyOf(row, 'otherUnit') === undefined ? [] : [refused('is for the unit of the file alone', ['NotYourUnit'])]),
      refused('has its stages, and elsewhere says what stands in the way', amongst(textsIn(propertyOf(row, 'elsewhere')), words.codes)),
    ];
  });
};

export const proofsIn = (source: Source, words: Words): readonly Proof[] => {
  const reading: Reading = { file: source.path, named: namedIn(source.program), words };
  const calls = within(source.program).filter(isCall);
  return [
    ...calls.filter(isTest).flatMap((call) => proofsInTest(call, reading)),
    ...calls.filter((call) => calledIn(call) === 'whoThenStage').flatMap((call) => proofsInRows(call, reading)),
  ];
};

/** Whether a test asks for an event by its name; a deadline has no command to be known by. */
export const titlesNaming = (source: Source, text: string): readonly string[] => {
  const named = namedIn(source.program);
  return within(source.program)
    .filter((node) => isCall(node) && isTest(node))
    .flatMap((call) =>
      reached(call, named)
        .flatMap(textsIn)
        .some((each) => each.includes(text))
        ? [titleOf(call)]
        : [],
    );
};
