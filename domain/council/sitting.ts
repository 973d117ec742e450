import { invariant } from '../kernel/invariant.ts';
import type { StateOf } from '../kernel/stage.ts';
import type { Events } from './events.ts';
import { chairOf, chairsOf, votersOf, votersPresent, type Seated, type Standing } from './seats.ts';

type Conflict = Events['ConflictDeclared'];
interface Called {
  id: string;
  mode: 'meeting' | 'written';
  on: string;
  agenda: readonly string[];
  present: readonly string[] | null;
  /** For which day the products were called; a sitting that is adjourned keeps it. */
  calledFor: string;
  /** The one that was in force when it was convened. */
  regulation: Events['RegulationIssued'];
  papersSentOn: string | null;
}
/** What happened to the panel after scoring had been opened, in order; each step is told to the products it concerns. */
export type PanelStep =
  | { step: 'members'; n: number; members: readonly string[] }
  | { step: 'recusal'; product: string; person: string; reason: string }
  | { step: 'chair'; chair: string };
/** `chair`, `seats`, `members`, `conflicts`: at the opening. What was sent to the products rests on them, so they never change; `steps` follow. */
interface Opened extends Called {
  chair: string;
  seats: Seated['seats'];
  members: readonly string[];
  conflicts: readonly Conflict[];
  steps: readonly PanelStep[];
}
export type Sitting = StateOf<{ convened: Called; open: Opened; closed: Opened & { signed: readonly Events['MinutesSigned'][] } }>;
export type OpenedSitting = Extract<Sitting, { stage: 'open' | 'closed' }>;

export const findSitting = ({ sittings }: { sittings: readonly Sitting[] }, id: string): Sitting | undefined =>
  sittings.find((sitting) => sitting.id === id);
export const isOpened = (sitting: Sitting): sitting is OpenedSitting => sitting.stage !== 'convened';
export const recusedFrom = ({ conflicts }: OpenedSitting, product: string): string[] => [
  ...new Set(conflicts.filter((conflict) => conflict.product === product).map(({ person }) => person)),
];

/** Where opinions are written nobody meets: all who vote are asked, and scoring opens with the calling. */
const membersOf = (council: Seated, { mode, present }: Called): string[] =>
  mode === 'written' && present === null ? votersOf(council) : votersPresent(council, present ?? []);
type Convening = Seated & Standing & { conflicts: readonly Conflict[] };
export const opened = (council: Convening, called: Called): Sitting => {
  const conflicts = council.conflicts.filter(({ product }) => called.agenda.includes(product));
  const { seats } = council;
  const members = membersOf({ seats, regulation: called.regulation }, called);
  return { ...called, stage: 'open', chair: chairAt(council, called), seats, members, conflicts, steps: [] };
};

/** The authorised head chairs where the council chair is not there. */
const chairAt = (council: Seated & Standing, { present }: Called): string => {
  const there = chairsOf(council).filter((person) => present?.includes(person) === true);
  return there[0] ?? chairOf(council);
};
/** Whose word closes it and signs for it: who opened it, as long as he may chair; afterwards the council chair. */
export const chairOfSitting = (council: Seated & Standing, sitting: Sitting): string => {
  if (!isOpened(sitting)) return chairAt(council, sitting);
  return chairsOf(council).includes(sitting.chair) ? sitting.chair : chairOf(council);
};
/** An open sitting keeps its seats; another one has those of today, under the regulation it was convened with. */
export const seatedAt = ({ seats }: Pick<Seated, 'seats'>, sitting: Sitting): Seated =>
  isOpened(sitting) ? sitting : { seats, regulation: sitting.regulation };

const latestMembers = ({ members, steps }: OpenedSitting): readonly string[] =>
  steps.reduce((latest, step) => (step.step === 'members' ? step.members : latest), members);
const isRecused = (sitting: OpenedSitting, { product, person }: Conflict): boolean =>
  recusedFrom(sitting, product).includes(person) ||
  sitting.steps.some((step) => step.step === 'recusal' && step.product === product && step.person === person);
const follow = <Kind extends OpenedSitting>(sitting: Kind, step: PanelStep): Kind => ({ ...sitting, steps: [...sitting.steps, step] });

/** A conflict known only after the opening. Who is absent cannot be recused yet; he is, should he come in later. */
export const withConflict = (sitting: OpenedSitting, conflict: Conflict): OpenedSitting =>
  sitting.agenda.includes(conflict.product) && latestMembers(sitting).includes(conflict.person) && !isRecused(sitting, conflict)
    ? follow(sitting, { step: 'recusal', ...conflict })
    : sitting;
/** Attendance taken again. Without anybody who votes there is no panel to change to: it stays, and waits for them. */
export const withMembers = (sitting: OpenedSitting, members: readonly string[], conflicts: readonly Conflict[]): OpenedSitting => {
  if (members.length === 0) return sitting;
  const n = sitting.steps.filter(({ step }) => step === 'members').length + 1;
  return conflicts.reduce(withConflict, follow(sitting, { step: 'members', n, members }));
};

/** Whoever chairs it leaves the council: from then on the council chair has the word, for its products as for itself. */
export const withChair = (sitting: Sitting, left: string, council: Seated & Standing): Sitting => {
  if (!isOpened(sitting) || isSigned(sitting) || latestChair(sitting) !== left) return sitting;
  return follow(sitting, { step: 'chair', chair: chairOf(council) });
};
const isSigned = (sitting: OpenedSitting): boolean => sitting.stage === 'closed' && sitting.signed.length > 1;
const latestChair = ({ chair, steps }: OpenedSitting): string =>
  steps.reduce((latest, step) => (step.step === 'chair' ? step.chair : latest), chair);

/** The change of one sitting by an event that names it. */
export const inSitting = <Found extends { sittings: readonly Sitting[] }>(
  state: Found,
  id: string,
  change: (sitting: Sitting) => Sitting,
): Found => {
  invariant(findSitting(state, id) !== undefined, `an event of the sitting ${id}, which was never convened`);
  return { ...state, sittings: state.sittings.map((sitting) => (sitting.id === id ? change(sitting) : sitting)) };
};
