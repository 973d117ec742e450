import type { HeldStar, Kind, Star } from '../domain/edition/edition.ts';

/** The kinds of dossier that fit the star held in force, but for the one that was just refused. */
export const fitting = (held: HeldStar | Star, refused: string): Kind[] => {
  const all: Kind[] = held === 0 ? ['first'] : held === 5 ? ['renewal'] : ['upgrade', 'renewal'];
  const others = all.filter((kind) => kind !== refused);
  return others.length === 0 ? all : others;
};
