import { lawOn } from '../edition/edition-for.ts';
import { annualCycleOf } from '../kernel/address.ts';
import type { DataOf } from '../kernel/form.ts';
import { dayOf } from '../kernel/instant.ts';
import * as closing from './closing.ts';
import * as correction from './correction.ts';
import * as enrolment from './enrolment.ts';
import { events } from './events.ts';
import * as opening from './opening.ts';
import * as pausing from './pausing.ts';
import * as rounds from './rounds.ts';
import { aggregate } from './state.ts';

const { openAnnualCycle } = opening;
const { announceRound } = rounds;
const { enrol } = enrolment;
const { pause, resume } = pausing;
const { closeAnnualCycle } = closing;
const { correct } = correction;
const commands = { openAnnualCycle, announceRound, enrol, pause, resume, closeAnnualCycle, correct };
export interface Commands extends DataOf<typeof commands> {}

/** One province's year: its plan, its own rounds, the products in it, and what became of them when it closes. */
export const annualCycle = aggregate<Commands>({
  name: 'annual-cycle',
  unborn: { stage: 'unborn' },
  edition: (_, now) => lawOn(dayOf(now)),
  commands,
  events,
  changes: { ...opening.changes, ...rounds.changes, ...enrolment.changes, ...pausing.changes, ...closing.changes, ...correction.changes },
  alive: ({ stage }) => stage === 'open' || stage === 'paused' || stage === 'closing',
  deadlines: () => [],
  obligations: closing.obligations,
  facets: (state) => ({
    stage: state.stage,
    ...(state.stage !== 'unborn' && { province: state.province, cycle: annualCycleOf(state.year, state.province).id }),
  }),
});
