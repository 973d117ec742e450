import { levels, type Level } from '../domain/edition/terms.ts';

/** The parts of a round's id, `<level>-<no>-<cycle year>`; undefined for one of another form. */
export const roundParts = (id: string): { level: Level; no: string; year: string } | undefined => {
  const [, name, no, year] = /^([a-z]+)-(\d+)-(\d{4})$/.exec(id) ?? [];
  const level = levels.find((each) => each === name);
  return level === undefined || no === undefined || year === undefined ? undefined : { level, no, year };
};
