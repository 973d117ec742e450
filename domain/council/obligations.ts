import { productCycleOf } from '../kernel/address.ts';
import type { Obligation } from '../kernel/aggregate.ts';
import type { OneOf } from '../kernel/form.ts';
import type { Events } from './events.ts';
import { personsOn } from './seats.ts';
import { isOpened, recusedFrom, type OpenedSitting, type PanelStep, type Sitting } from './sitting.ts';
import { from, type Changes, type Council, type Formed } from './state.ts';

type Owed = Obligation<OneOf<Events>>;
interface Here {
  id: string;
  state: Formed;
}

const owed = (key: string, product: string, command: Owed['command']): Owed => ({
  key,
  to: productCycleOf(product),
  command,
  settle: (answer) => [
    { type: 'ObligationSettled', data: answer.ok ? { key, ok: true } : { key, ok: false, code: answer.rejection.code } },
  ],
});

const calling = ({ id: council, state: { level, unit } }: Here, { id: sitting, calledFor: on, mode }: Sitting, product: string): Owed =>
  owed(`agenda.${sitting}.${product}`, product, { type: 'placeOnAgenda', data: { council, level, unit, sitting, on, mode } });
const scoring = ({ id }: Here, sitting: OpenedSitting, product: string): Owed => {
  const { preset, secretaryScores, spread } = sitting.regulation;
  const regulation = { preset, secretaryScores, spread };
  const panel = {
    council: id,
    sitting: sitting.id,
    chair: sitting.chair,
    secretary: personsOn(sitting, 'secretary')[0] ?? null,
    members: sitting.members,
    recused: recusedFrom(sitting, product),
  };
  return owed(`scoring.${sitting.id}.${product}`, product, { type: 'openScoring', data: { panel, regulation } });
};
const following = (sitting: OpenedSitting, product: string, step: PanelStep): Owed[] => {
  if (step.step === 'members') {
    return [owed(`panel.${sitting.id}.${step.n}.${product}`, product, { type: 'changePanel', data: { members: step.members } })];
  }
  if (step.step === 'chair')
    return [owed(`panel.${sitting.id}.chair-${step.chair}.${product}`, product, { type: 'changePanel', data: { chair: step.chair } })];
  const { person, reason } = step;
  return step.product === product
    ? [owed(`recuse.${sitting.id}.${product}.${person}`, product, { type: 'recuse', data: { person, reason } })]
    : [];
};

/** All that one product is ever told of one sitting, in the order in which it has to hear it. */
const story = (here: Here, sitting: Sitting, product: string): Owed[] => {
  const called = calling(here, sitting, product);
  if (!isOpened(sitting)) return [called];
  return [called, scoring(here, sitting, product), ...sitting.steps.flatMap((step) => following(sitting, product, step))];
};
/**
 * The next thing to tell. After a refused calling or opening there is nothing more, for what follows rests on it; a step that came too late for a
 * product holds no later one back. The refusal stays in `settled`.
 */
const nextOf = ([called, opened, ...steps]: readonly Owed[], { settled }: Formed): Owed | undefined => {
  const first = [called, opened].find((each) => each !== undefined && settled[each.key]?.ok !== true);
  if (first) return settled[first.key] === undefined ? first : undefined;
  return steps.find(({ key }) => settled[key] === undefined);
};

/** A product hears one thing at a time, also of two sittings. */
export const obligations = (state: Council, id: string): readonly Owed[] => {
  if (state.stage !== 'formed') return [];
  const firsts = new Map<string, Owed>();
  for (const sitting of state.sittings) {
    for (const product of sitting.agenda) {
      const next = firsts.has(product) ? undefined : nextOf(story({ id, state }, sitting, product), state);
      if (next) firsts.set(product, next);
    }
  }
  return [...firsts.values()];
};

export const changes = {
  ObligationSettled: from(['formed'], (state, { key, ...answer }) => ({ ...state, settled: { ...state.settled, [key]: answer } })),
} satisfies Changes<'ObligationSettled'>;
