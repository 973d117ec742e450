import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type * as z from 'zod';
import { aggregates } from '../domain/aggregates.ts';
import { endOf, type Instant } from '../domain/kernel/instant.ts';
import type { Actor } from '../domain/people/actor.ts';
import type { Rejection } from '../domain/kernel/rule.ts';
import type { CaseFile, Expectation, Moment, Step } from './case-file.ts';
import { caseShape, expectKinds, expectShapes, stepShape, waitShape, type CaseShape, type ExpectKind, type ExpectShape } from './case-shape.ts';
import { readDay, readInstant } from './moment.ts';
import { Names } from './names.ts';
import type { Problem } from './problem.ts';
import { readExpectation } from './read-expectation.ts';
import { shapeProblems, valueAt } from './shape-problems.ts';
import { stepData } from './step-data.ts';
import type { Verb } from './words.ts';
import { readYaml, type Path, type Plain } from './yaml-source.ts';

const shapes: { readonly [Kind in ExpectKind]: z.ZodType<ExpectShape[Kind]> } = expectShapes;
export type Outcome = { case: CaseFile } | { problems: readonly Problem[] };

/** From the name of its file: what all ids of a case begin with. */
export const caseNameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, '').normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '')
  .replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[^\w-]+/g, '-').slice(0, 40);

/** Everything that is wrong in the file, in the order of its lines, or the case, ready to be played. */
export const readCase = (file: string, yaml: string): Outcome => {
  const { plain, problems } = readYaml(file, yaml);
  if (problems.length > 0) return { problems };
  const shape = caseShape.safeParse(plain.value);
  if (!shape.success) return { problems: sorted(shapeProblems(file, plain, [], caseShape, shape.error)) };
  const story = new Story(new Names(file, caseNameOf(file), shape.data, plain), plain, file);
  const moments = story.read(shape.data);
  const found = [...story.problems, ...story.names.problems];
  const { title, sources, assumed } = shape.data;
  return found.length > 0 ? { problems: sorted(found) } : { case: { name: story.names.name, file, title, sources, assumed, moments, names: story.names.spoken() } };
};
const sorted = (problems: readonly Problem[]): Problem[] => problems.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** All files or none: problems of every file at once. */
export const readCases = (files: readonly string[]): { cases: readonly CaseFile[] } | { problems: readonly Problem[] } => {
  const outcomes = files.map((file) => readCase(file, readFileSync(file, 'utf8')));
  const cases = outcomes.flatMap((outcome) => ('case' in outcome ? [outcome.case] : []));
  const twins = cases.filter(({ name }, index) => cases.findIndex((other) => other.name === name) < index);
  const problems = [
    ...outcomes.flatMap((outcome) => ('problems' in outcome ? outcome.problems : [])),
    ...twins.map(({ file, name }): Problem => ({ file, line: 1, column: 1, code: 'SameCase', data: { word: name } })),
  ];
  return problems.length > 0 ? { problems } : { cases };
};

/** Reads the lines of a story in their order; a line without an instant stands at the one before. */
class Story {
  readonly problems: Problem[] = [];
  readonly names: Names;
  private readonly plain: Plain;
  private readonly file: string;
  private now: { at: Instant; text: string } | undefined;

  constructor(names: Names, plain: Plain, file: string) {
    this.names = names;
    this.plain = plain;
    this.file = file;
  }

  read({ story, until }: CaseShape): Moment[] {
    const moments = story.flatMap((entry, index) => {
      const path: Path = ['story', index];
      return Object.hasOwn(entry, 'expect') ? this.expected(entry, path) : this.step(entry, path, index + 1);
    });
    if (until === undefined) return moments;
    const day = readDay(until);
    if (day === undefined) this.names.report(['until'], 'BadDay', { word: until });
    return day === undefined ? moments : [...moments, { kind: 'until', ...this.dated(['until'], endOf(day)) }];
  }

  private dated(path: Path, at: Instant) { return { case: this.names.name, file: this.file, line: this.names.line(path), at }; }
  private shaped<Data>(schema: z.ZodType<Data>, path: Path): Data | undefined {
    const parsed = schema.safeParse(valueAt(this.plain.value, path));
    if (parsed.success) return parsed.data;
    this.problems.push(...shapeProblems(this.file, this.plain, path, schema, parsed.error));
    return undefined;
  }
  /** Time goes forward within a file. */
  private instant(text: string | undefined, path: Path): Instant | undefined {
    const before = this.now;
    if (text === undefined) return before?.at ?? this.names.report(path, 'NoInstant', {});
    const at = readInstant(text);
    const where = [...path, 'at'];
    if (at === undefined) return this.names.report(where, 'BadInstant', { word: text });
    if (before && at < before.at) return this.names.report(where, 'GoesBack', { before: before.text });
    this.now = { at, text };
    return at;
  }

  private step(entry: unknown, path: Path, number: number): Step[] {
    const shape = this.shaped(stepShape, path);
    if (!shape) return [];
    const at = this.instant(shape.at, path);
    const person = this.names.person(shape.by, [...path, 'by']);
    const verb = this.names.verb(shape.do, [...path, 'do']);
    const to = verb && this.names.address(verb.aggregate, shape.on, [...path, 'on']);
    const holder = shape.onBehalfOf === undefined ? undefined : this.names.producer(shape.onBehalfOf, [...path, 'onBehalfOf'])?.id;
    if (at === undefined || !person || !verb || !to) return [];
    const before = this.names.problems.length;
    const data = stepData(verb, { names: this.names, on: shape.on, by: shape.by, given: shape.with, path: [...path, 'with'] });
    const actor = { person: person.id, roles: person.roles };
    if (this.names.problems.length === before) this.judgeForm({ verb, data, actor, at, path });
    return [{
      kind: 'step', ...this.dated(path, at), person, ...(holder !== undefined && { onBehalfOf: holder }), verb, to,
      commandId: this.names.idOf(shape.id ?? String(number)), data, isSignal: shape.signal, ...(shape.refused && { refused: shape.refused }),
    }];
  }

  /** A command that is to be refused as malformed may be. Judged on a fresh state: whatever else refuses it there is the engine's to say. */
  private judgeForm({ verb, data, actor, at, path }: { verb: Verb; data: object; actor: Actor; at: Instant; path: Path }): void {
    const fields = malformed(verb, data, actor, at);
    for (const field of fields) {
      const inner = field === '(all)' ? [] : field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      const where = [...path, 'with', ...inner];
      this.names.report(where, 'DataRefused', { verb: verb.labels.vi, fields: field }, 'key');
    }
  }

  private expected(entry: unknown, path: Path): Moment[] {
    const shape = this.shaped(waitShape, path);
    if (!shape) return [];
    const at = this.instant(shape.at, path);
    const many = Array.isArray(shape.expect);
    const entries = (many ? shape.expect : [shape.expect]) as readonly unknown[];
    return entries.flatMap((each, index): Moment[] => {
      const where = many ? [...path, 'expect', index] : [...path, 'expect'];
      const expectation = this.expectation(each, where);
      return at === undefined || !expectation ? [] : [{ kind: 'expect', ...this.dated(where, at), expectation }];
    });
  }
  private expectation(entry: unknown, path: Path): Expectation | undefined {
    const kind = typeof entry === 'object' && entry !== null ? expectKinds.find((each) => Object.hasOwn(entry, each)) : undefined;
    if (kind === undefined) return this.names.report(path, 'MissingKey', { word: expectKinds.join(', ') });
    return this.expectationOf(kind, path);
  }
  private expectationOf<Kind extends ExpectKind>(kind: Kind, path: Path): Expectation | undefined {
    const entry = this.shaped(shapes[kind], path);
    return entry && readExpectation[kind](entry, path, this.names);
  }
}

type Judge = (state: object, command: { type: string; data: unknown }, actor: Actor, now: Instant) => { events: unknown } | { rejection: Rejection };
const malformed = ({ aggregate, command }: Verb, data: object, actor: Actor, at: Instant): readonly string[] => {
  const { unborn, judge } = aggregates[aggregate] as { unborn: object; judge: Judge };
  const verdict = judge(unborn, { type: command, data }, actor, at);
  return 'rejection' in verdict && verdict.rejection.code === 'Malformed' ? verdict.rejection.data.fields : [];
};
