import type * as z from 'zod';
import { endOf, type Instant } from '../domain/kernel/instant.ts';
import type { Expectation, Moment, Step } from './case-file.ts';
import {
  expectKinds,
  expectShapes,
  stepShape,
  waitShape,
  type CaseShape,
  type ExpectKind,
  type ExpectShape,
  type StepShape,
} from './case-shape.ts';
import { malformedFields } from './malformed-fields.ts';
import { readDay, readInstant } from './moment.ts';
import type { Names } from './names.ts';
import type { Problem } from './problem.ts';
import { readExpectation } from './read-expectation.ts';
import { shapeProblems, valueAt } from './shape-problems.ts';
import { writtenOut } from './written-out.ts';
import type { Path, Plain } from './yaml-source.ts';

const shapes: { readonly [Kind in ExpectKind]: z.ZodType<ExpectShape[Kind]> } = expectShapes;

/** Reads the lines of a story in their order; a line without an instant stands at the one before. */
export class Story {
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
      return Object.hasOwn(entry, 'expect') ? this.expected(path) : this.step(path);
    });
    return until === undefined ? moments : [...moments, ...this.end(until)];
  }
  /** The end of its last day. */
  private end(until: string): Moment[] {
    const day = readDay(until);
    if (day !== undefined) return [{ kind: 'until', ...this.dated(['until'], endOf(day)) }];
    this.names.report(['until'], 'BadDay', { word: until });
    return [];
  }

  private dated(path: Path, at: Instant) {
    return { case: this.names.name, file: this.file, line: this.names.line(path), at };
  }
  private shaped<Data>(schema: z.ZodType<Data>, path: Path): Data | undefined {
    const parsed = schema.safeParse(valueAt(this.plain.value, path));
    if (parsed.success) return parsed.data;
    this.problems.push(...shapeProblems({ file: this.file, plain: this.plain, base: path, schema }, parsed.error));
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

  private step(path: Path): Step[] {
    const shape = this.shaped(stepShape, path);
    if (!shape) return [];
    if (shape.refused?.code !== undefined) this.names.refusalCode(shape.refused.code, [...path, 'refused', 'code']);
    const resolved = this.resolved(shape, path);
    if (!resolved) return [];
    const { at, person, verb } = resolved;
    const before = this.names.problems.length;
    const data = writtenOut(verb, { names: this.names, on: shape.on, by: shape.by, given: shape.with, path: [...path, 'with'] });
    const isSound = this.names.problems.length === before;
    const actor = { person: person.id, roles: person.roles };
    for (const field of isSound ? malformedFields(verb, data, { actor, at }) : []) {
      const where = [...path, 'with', ...partsOf(field)];
      this.names.report(where, 'DataRefused', { verb: verb.labels.vi, fields: field }, 'key');
    }
    const commandId = this.names.idOf(shape.id ?? String(Number(path.at(-1)) + 1));
    return [
      {
        kind: 'step',
        ...this.dated(path, at),
        ...resolved,
        commandId,
        data,
        isSignal: shape.signal,
        ...(shape.refused && { refused: shape.refused }),
      },
    ];
  }
  /** Every name is looked up, so that all that are unknown are told at once. */
  private resolved(shape: StepShape, path: Path): Pick<Step, 'at' | 'person' | 'verb' | 'to' | 'onBehalfOf'> | undefined {
    const at = this.instant(shape.at, path);
    const person = this.names.person(shape.by, [...path, 'by']);
    const verb = this.names.verb(shape.do, [...path, 'do']);
    const to = verb && this.names.address(verb.aggregate, shape.on, [...path, 'on']);
    const holder = shape.onBehalfOf === undefined ? undefined : this.names.producer(shape.onBehalfOf, [...path, 'onBehalfOf']);
    if (at === undefined || !person || !to) return undefined;
    return { at, person, verb, to, ...(holder && { onBehalfOf: holder.id }) };
  }

  private expected(path: Path): Moment[] {
    const shape = this.shaped(waitShape, path);
    if (!shape) return [];
    const at = this.instant(shape.at, path);
    const places = Array.isArray(shape.expect) ? shape.expect.map((_, index) => [...path, 'expect', index]) : [[...path, 'expect']];
    return places.flatMap((where): Moment[] => {
      const expectation = this.expectation(where);
      return at === undefined || !expectation ? [] : [{ kind: 'expect', ...this.dated(where, at), expectation }];
    });
  }
  private expectation(path: Path): Expectation | undefined {
    const entry = valueAt(this.plain.value, path);
    const kind = typeof entry === 'object' && entry !== null ? expectKinds.find((each) => Object.hasOwn(entry, each)) : undefined;
    return kind === undefined ? this.names.report(path, 'MissingKey', { word: expectKinds.join(', ') }) : this.expectationOf(kind, path);
  }
  private expectationOf<Kind extends ExpectKind>(kind: Kind, path: Path): Expectation | undefined {
    const entry = this.shaped(shapes[kind], path);
    return entry && readExpectation[kind](entry, path, this.names);
  }
}

const partsOf = (field: string): Path =>
  field === '(all)' ? [] : field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
