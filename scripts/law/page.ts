import { editions } from '../../domain/edition/edition-for.ts';
import type { Basis, Edition } from '../../domain/edition/edition.ts';
import { settings } from '../../domain/edition/settings.data.ts';
import { setting } from '../../domain/edition/settings.ts';
import { showDay } from '../../domain/kernel/instant.ts';
import { nameOf, vi } from '../../texts/index.ts';
import type { Act } from './acts.ts';
import { allowing, refusing, refusingBy, rulesOf, storiesDoing, storiesPassing, type Exception, type RuleAsked } from './audit.ts';
import type { Law, Titled } from './law.ts';
import { anchorOf, code, codes, linkTo, none, orNone, table } from './markdown.ts';

/* docs/reference/law.md: what each sentence of the law is in each edition, who asks it, and what proves that. Sorted as the sources are. */

const every: readonly Edition[] = Object.values(editions);
const columnOf = ({ decision }: Edition): string => decision.replace(/\/\D+$/, '');
const shown = (value: unknown): string => code(JSON.stringify(value));

const byName: { readonly [name: string]: string } = vi.terms.settings;
const basisText = (basis: Basis, edition: Edition): string => {
  if ('article' in basis) return basis.article;
  if ('councilRegulation' in basis) return `*${vi.terms.regulationTopics[basis.councilRegulation]}*`;
  if ('setting' in basis) return `${code(basis.setting)} = ${shown(setting(basis.setting, edition))}`;
  return none;
};

const shownMax = 2;
const testCell = (tests: readonly Titled[]): string => {
  const single = [...new Map(tests.map((test) => [`${test.file} ${test.title}`, test])).values()];
  const told = single.slice(0, shownMax).map(({ file, title }) => linkTo(file, title.replaceAll(/[[\]]/g, '')));
  const more = single.length - told.length;
  return orNone([...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; '));
};
const caseCell = (names: readonly string[]): string =>
  orNone([...new Set(names)].map((name) => linkTo(`examples/${name}.yaml`, name)).join(', '));
const fileCell = (paths: readonly string[]): string => orNone(paths.map((path) => linkTo(path, path)).join(', '));

const stagesMax = 4;
const stageCell = ({ stages }: Act): string =>
  stages.length <= stagesMax ? codes(stages) : `${stages.length} stages, ${code(stages[0] ?? '')} to ${code(stages.at(-1) ?? '')}`;
const who: { readonly [role: string]: string } = vi.terms.roles;

const editionsPart = (): string =>
  table(
    ['Edition', 'Title', 'In force', 'Takes dossiers'],
    every.map(({ id, title, effectiveFrom, effectiveTo, newDossiersFrom, newDossiersUntil }) => [
      code(id),
      title.vi,
      `${showDay(effectiveFrom.value)} – ${effectiveTo.value === null ? '' : showDay(effectiveTo.value)}`,
      `${showDay(newDossiersFrom.value)} – ${newDossiersUntil.value === null ? '' : showDay(newDossiersUntil.value)}`,
    ]),
  );

const storiesRefusing = (law: Law, { acts, otherwise, clause }: RuleAsked): readonly string[] =>
  law.stories
    .filter(({ refused }) =>
      refused.some(
        (refusal) =>
          refusal.code === otherwise &&
          acts.some(({ command }) => command === refusal.command) &&
          (refusal.clause === undefined || refusal.clause === clause),
      ),
    )
    .map(({ name }) => name);
const testsRefusing = (law: Law, rule: RuleAsked): readonly Titled[] => rule.acts.flatMap((act) => refusingBy(law, act, rule));
const countOf = (texts: readonly string[]): string => (texts.length === 0 ? none : String(new Set(texts).size));
const titles = (tests: readonly Titled[]): readonly string[] => tests.map(({ file, title }) => `${file} ${title}`);

const clausesPart = (law: Law): string =>
  table(
    ['Clause', ...every.map(columnOf), 'Acts', 'Rules', 'Refuses with', 'Tests allowed', 'Tests refused', 'Case files', 'Also named by'],
    law.clauses.map((clause) => {
      const acts = law.acts.filter((act) => act.clause === clause);
      const rules = rulesOf(law).filter((rule) => rule.clause === clause);
      const days = law.deadlines.filter((deadline) => deadline.clause === clause);
      const isNamed = acts.length + rules.length + days.length > 0;
      return [
        `${code(clause)} ${vi.terms.clauses[clause]}`,
        ...every.map((edition) => basisText(edition.clauses[clause], edition)),
        orNone(codes([...acts.map(({ command }) => command), ...days.map(({ event }) => event)])),
        orNone(codes(rules.map(({ name }) => name))),
        orNone(codes([...new Set(rules.map(({ otherwise }) => otherwise))])),
        countOf(titles([...acts.flatMap((act) => allowing(law, act)), ...days.flatMap(({ tests }) => tests)])),
        countOf(titles(rules.flatMap((rule) => testsRefusing(law, rule)))),
        countOf([
          ...acts.flatMap((act) => storiesDoing(law, act).map(({ name }) => name)),
          ...rules.flatMap((rule) => storiesRefusing(law, rule)),
          ...days.flatMap((day) => storiesPassing(law, day).map(({ name }) => name)),
        ]),
        fileCell(isNamed ? [] : (law.usesOfClauses.get(clause) ?? [])),
      ];
    }),
  );

const rulesPart = (law: Law): string =>
  table(
    ['Rule', 'Clause', 'Refuses with', 'Of acts', 'Refused in the tests', 'Refused in the stories'],
    rulesOf(law).map((rule) => [
      code(rule.name),
      code(rule.clause),
      `${code(rule.otherwise)} ${vi.rejectionNames[rule.otherwise]}`,
      codes(rule.acts.map(({ command }) => command)),
      testCell(testsRefusing(law, rule)),
      caseCell(storiesRefusing(law, rule)),
    ]),
  );

const actsOf = (law: Law, aggregate: Act['aggregate']): string => {
  const labels: { readonly [command: string]: string } = vi.commands[aggregate];
  return table(
    ['Act', 'Clause', 'Who', 'At', 'Events', 'Allowed in the tests', 'Refused in the tests', 'Case files'],
    law.acts
      .filter((act) => act.aggregate === aggregate)
      .map((act) => [
        `${code(act.command)} ${nameOf(labels, act.command)}`,
        code(act.clause),
        [...new Set(act.roles.map((role) => nameOf(who, role)))].join(', '),
        stageCell(act),
        codes(act.events),
        testCell(allowing(law, act)),
        testCell(refusing(law, act)),
        caseCell(storiesDoing(law, act).map(({ name }) => name)),
      ]),
  );
};

const deadlinesPart = (law: Law): string =>
  table(
    ['Event', 'Aggregate', 'Clause', ...every.map(columnOf), 'Tests', 'Case files'],
    law.deadlines.map((deadline) => {
      const { aggregate, event, tests } = deadline;
      const clause = law.clauses.find((each) => each === deadline.clause);
      const names: { readonly [type: string]: string } = vi.eventNames[aggregate];
      return [
        `${code(event)} ${nameOf(names, event)}`,
        code(aggregate),
        clause === undefined ? none : code(clause),
        ...every.map((edition) => (clause === undefined ? none : basisText(edition.clauses[clause], edition))),
        testCell(tests),
        caseCell(storiesPassing(law, deadline).map(({ name }) => name)),
      ];
    }),
  );

const refusalsPart = (law: Law): string => {
  const rules = rulesOf(law);
  return table(
    ['Code', 'Rules', 'Also from', 'Answered at other stages by', 'Test files that ask for it'],
    law.codes.map((name) => [
      `${code(name)} ${vi.rejectionNames[name]}`,
      orNone(codes(rules.filter(({ otherwise }) => otherwise === name).map((rule) => rule.name))),
      fileCell(law.raised.get(name) ?? []),
      orNone(codes(law.acts.filter(({ elsewhere }) => elsewhere.includes(name)).map(({ command }) => command))),
      String((law.asked.get(name) ?? []).length),
    ]),
  );
};

const settingsPart = (law: Law, idle: ReadonlyMap<string, string>): string =>
  table(
    ['Setting', 'Question', ...every.map(columnOf), 'Clauses that rest on it', 'Code that rests on it'],
    law.settings.map((name) => {
      const rests = law.clauses.filter((clause) =>
        every.some(({ clauses }) => 'setting' in clauses[clause] && clauses[clause].setting === name),
      );
      const files = (law.usesOfSettings.get(name) ?? []).filter((path) => !path.endsWith('-clauses.ts'));
      return [
        `${code(name)} ${nameOf(byName, name)}`,
        settings[name].question,
        ...every.map((edition) => shown(setting(name, edition))),
        orNone(codes(rests)),
        idle.get(name) ?? fileCell(files),
      ];
    }),
  );

const opening = `# The law, as this engine decides it

Written by \`npm run reference\` from the tables of the aggregates, the editions, the tests and the case files; nothing here is typed by hand, and a test
fails when the page is behind or has a hole. Articles stand as they are cited: a bare number is an article of the edition's own decision. What
stands in italics is left to the council's own regulation, a setting is a working answer of ours where nothing is said, and ${none} means that the edition
has no such rule and none is applied.`;

export const pageOf = (law: Law, exceptions: readonly Exception[], idle: ReadonlyMap<string, string>): string => {
  const aggregates = [...new Set(law.acts.map(({ aggregate }) => aggregate))];
  const apart = law.stories.flatMap(({ name, apart: where }) =>
    where === undefined ? [] : [`- ${linkTo(`examples/${name}.yaml`, name)}: ${where}`],
  );
  const parts: readonly (readonly [heading: string, body: string])[] = [
    ['Editions', editionsPart()],
    ['Clauses', clausesPart(law)],
    ['Rules', rulesPart(law)],
    ...aggregates.map((name) => [`Acts of ${name} (${vi.terms.aggregates[name]})`, actsOf(law, name)] as const),
    ['Deadlines', deadlinesPart(law)],
    ['Refusals', refusalsPart(law)],
    ['Settings', settingsPart(law, idle)],
    ['Exceptions', orNone(exceptions.map(({ hole, reason }) => `- ${hole}: ${reason}`).join('\n'))],
    ...(apart.length > 0 ? [['Stories that memory does not tell to the end', apart.join('\n')] as const] : []),
  ];
  const contents = parts.map(([heading]) => `- [${heading}](#${anchorOf(heading)})`).join('\n');
  return `${[opening, contents, ...parts.flatMap(([heading, body]) => [`## ${heading}`, body])].join('\n\n')}\n`;
};
