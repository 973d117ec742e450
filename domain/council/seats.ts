import { invariant } from '../kernel/invariant.ts';
import type { Events } from './events.ts';

export type Seat = Events['CouncilFormed']['seats'][number];
export interface Seated {
  seats: readonly Seat[];
  regulation: Events['RegulationIssued'];
}

export interface Standing {
  authorisedHead: Events['HeadAuthorised'] | null;
}

/** Who holds a seat of one of these kinds; without a kind, whichever. */
export const personsOn = ({ seats }: Pick<Seated, 'seats'>, ...kinds: readonly Seat['seat'][]): string[] =>
  seats.filter(({ seat }) => kinds.length === 0 || kinds.includes(seat)).map(({ person }) => person);
export const chairOf = (council: Pick<Seated, 'seats'>): string => {
  const [chair] = personsOn(council, 'chair');
  invariant(chair !== undefined, 'a council is formed with a chair');
  return chair;
};

/** Who may chair a sitting: the council chair, and who is authorised to stand for him. */
export const chairsOf = (council: Pick<Seated, 'seats'> & Standing): string[] => [
  chairOf(council),
  ...(council.authorisedHead ? [council.authorisedHead.person] : []),
];

/** Every seat votes, but a secretary only where the regulation lets him score. */
export const votersOf = ({ seats, regulation: { secretaryScores } }: Seated): string[] =>
  personsOn({ seats: seats.filter(({ seat }) => secretaryScores || seat !== 'secretary') });
export const votersPresent = (council: Seated, present: readonly string[]): string[] =>
  votersOf(council).filter((person) => present.includes(person));
