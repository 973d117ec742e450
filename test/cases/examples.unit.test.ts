import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Moment, Step } from '../../rehearsal/case-file.ts';
import { caseSchema } from '../../rehearsal/case-schema.ts';
import { merged } from '../../rehearsal/merged.ts';
import { showProblem } from '../../rehearsal/problem.ts';
import { readCase, readCases } from '../../rehearsal/read-case.ts';

const folder = join(import.meta.dirname, '../../examples');
const names = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const casesOf = (files: readonly string[]) => {
  const read = readCases(files.map((file) => join(folder, file)));
  if ('problems' in read) throw new Error(read.problems.map((problem) => showProblem(problem, 'en')).join('\n'));
  return read.cases;
};

describe.each(names)('%s', (name) => {
  test('reads, and each step is in the form that its command takes', () => {
    const [read] = casesOf([name]);
    expect(read?.moments.filter(({ kind }) => kind === 'step').length).toBeGreaterThan(4);
    expect(read?.moments.filter(({ kind }) => kind === 'expect').length).toBeGreaterThan(5);
  });
  test('says where it comes from and what is assumed', () => {
    const [read] = casesOf([name]);
    expect(read?.sources.length).toBeGreaterThan(0);
    expect(read?.assumed.length).toBeGreaterThan(0);
  });
});

/** It reads every example, and there are more of them every time. */
const readingAllMs = 30_000;
test('stories played together are told by date, each in its own order, and share no id of their own', { timeout: readingAllMs }, () => {
  const cases = casesOf(names);
  const together = merged(cases);
  expect(together.map(({ at }) => at)).toEqual(together.map(({ at }) => at).toSorted((a, b) => a - b));
  for (const each of cases) expect(together.filter((moment) => moment.case === each.name)).toEqual(each.moments);
  const ids = cases.map(
    ({ moments }) => new Set(moments.flatMap((moment) => (moment.kind === 'step' ? [moment.commandId, moment.person.id] : []))),
  );
  expect(ids.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(ids.flatMap((set) => [...set])).size);
});
/** What nobody was told to do: anybody may propose, the proposer is awaited for the plan, and whoever forms and convenes a council prepares. */
const unasked = new Set(['proposeIdea', 'submitPlan', 'formCouncil', 'convene']);
test('whoever acts in the story of Suối Giàng had it on his worklist before; only a renewal begins by itself', () => {
  const [story] = casesOf(['tra-suoi-giang-2027.yaml']);
  const moments = story?.moments ?? [];
  const isTold = (step: Step, before: readonly Moment[]): boolean =>
    before.some(
      (moment) =>
        moment.kind === 'expect' &&
        moment.expectation.about === 'worklist' &&
        !moment.expectation.is.absent &&
        moment.expectation.is.command === step.verb.command &&
        moment.expectation.is.on.id === step.to.id &&
        'person' in moment.expectation.is &&
        moment.expectation.is.person.id === step.person.id,
    );
  const untold = moments.flatMap((moment, index) =>
    moment.kind === 'step' && !unasked.has(moment.verb.command) && !isTold(moment, moments.slice(0, index))
      ? [`${moment.line}: ${moment.person.name} ${moment.verb.command} ${moment.to.id}`]
      : [],
  );
  expect(untold).toEqual([expect.stringContaining('fileDossier'), expect.stringContaining('fileDossier')]);
});

test('two files of one name cannot be played together', () => {
  const file = join(folder, names[0] ?? '');
  expect(readCases([file, file])).toMatchObject({ problems: [{ code: 'SameCase' }] });
});
test('the small case of the guide reads, and so does every expectation in it', () => {
  const guide = readFileSync(join(folder, '../docs/case-files.md'), 'utf8');
  const [small = '', expectations = ''] = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  expect(readCase('guide.yaml', small)).toHaveProperty('case');
  const whole = small.replaceAll('minh', 'can-bo-xa') + `  - ${expectations.trim().replaceAll('\n', '\n    ')}\n`;
  expect(readCase('guide.yaml', whole)).toMatchObject({ case: { moments: { length: 14 } } });
});
test('an example names its schema to the editor', () => {
  for (const name of names) {
    const [first = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)$/.exec(first) ?? [];
    expect(join(folder, schema)).toBe(join(folder, '../docs/case-file.schema.json'));
  }
});
test('the published schema is that of the reader', async () => {
  await expect(`${JSON.stringify(caseSchema(), null, 2)}\n`).toMatchFileSnapshot('../../docs/case-file.schema.json');
});
