import { functionsOf, isDataFile, type Source } from '../../scripts/sources.ts';
import { prove, type Finding } from './fence.ts';

const fileLinesMax = 250;
const functionLinesMax = 70;

const tooLong = (source: Source): Finding[] =>
  source.lines <= fileLinesMax
    ? []
    : [{ path: source.path, line: 1, says: `${source.lines} lines, at most ${fileLinesMax}: find the second noun in it` }];

const longFunctions = (source: Source): Finding[] =>
  functionsOf(source)
    .filter(({ lines, groupsTests }) => lines > functionLinesMax && !groupsTests)
    .map(({ line, lines }) => ({ path: source.path, line, says: `${lines} lines, at most ${functionLinesMax}: name its parts` }));

const lines = (count: number) => '\n'.repeat(count - 1);

prove({
  name: `a file has at most ${fileLinesMax} lines, unless it is data`,
  field: (path) => !isDataFile(path),
  find: tooLong,
  planted: [{ path: 'api/a.ts', text: `${lines(251)}const a = 1;\n` }],
  harmless: [{ path: 'api/a.ts', text: `${lines(250)}const a = 1;\n` }],
});

prove({
  name: `a function has at most ${functionLinesMax} lines`,
  field: (path) => !isDataFile(path),
  find: longFunctions,
  planted: [
    { path: 'api/a.ts', text: `function f() {${lines(71)}}` },
    { path: 'test/a.unit.test.ts', text: `test('a', () => {${lines(71)}});` },
    { path: 'api/a.ts', text: `class A { m() {${lines(71)}} }` },
  ],
  harmless: [
    { path: 'api/a.ts', text: `function f() {${lines(70)}}` },
    { path: 'test/a.unit.test.ts', text: `describe('a', () => {${lines(90)}});` },
  ],
});
