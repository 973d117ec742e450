import type { VisitorObject } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { parse, sourcesOf, type Source } from '../../scripts/sources.ts';
import { root } from './house.ts';

export const sources: readonly Source[] = sourcesOf(root);

export interface Finding {
  path: string;
  line: number;
  says: string;
}
export interface Snippet {
  path: string;
  text: string;
}

/** A rule about our code, with the faults that prove that it bites. */
export interface Fence {
  name: string;
  /** The files it looks at. */
  field: (path: string) => boolean;
  find: (source: Source) => Finding[];
  /** Who alone may, with the reason. Files, or folders ending in `/`; each of them must really do it, or the fence stands around an empty field. */
  alone?: Readonly<Record<string, string>>;
  planted: readonly Snippet[];
  /** What looks like a fault and is none. */
  harmless?: readonly Snippet[];
}

type Report = (node: { start: number }, says: string) => void;
/** A search by a visitor of the syntax tree. */
export const seek =
  (visitor: (report: Report, source: Source) => VisitorObject) =>
  (source: Source): Finding[] => {
    const findings: Finding[] = [];
    const report: Report = ({ start }, says) => findings.push({ path: source.path, line: source.lineAt(start), says });
    source.visit(visitor(report, source));
    return findings;
  };

const show = ({ path, line, says }: Finding) => `${path}:${line} ${says}`;
const isWithin = (path: string, place: string) => (place.endsWith('/') ? path.startsWith(place) : path === place);

export const prove = ({ name, field, find, alone = {}, planted, harmless = [] }: Fence): void => {
  describe(`${name}`, () => {
    const places = Object.keys(alone);
    const inField = sources.filter(({ path }) => field(path));
    const fenced = inField.filter(({ path }) => !places.some((place) => isWithin(path, place)));

    test('is kept', () => {
      expect(fenced.length).toBeGreaterThan(0);
      expect(fenced.flatMap(find).map(show)).toEqual([]);
    });
    test.each(places)('is really needed by %s', (place) => {
      const found = inField.filter(({ path }) => isWithin(path, place)).flatMap(find);
      expect(found.length, `${place} was to be the only place that may`).toBeGreaterThan(0);
    });
    test.each(planted)('bites: $path: $text', ({ path, text }) => {
      expect(field(path)).toBe(true);
      expect(places.some((place) => isWithin(path, place))).toBe(false);
      expect(find(parse(path, text))).not.toEqual([]);
    });
    test.each(harmless)('lets pass: $path: $text', ({ path, text }) => {
      expect(find(parse(path, text))).toEqual([]);
    });
  });
};
