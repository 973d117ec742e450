import { lawOn } from '../edition/edition-for.ts';
import type { Level } from '../edition/terms.ts';
import type { DataOf } from '../kernel/form.ts';
import { dayOf } from '../kernel/instant.ts';
import * as adjournment from './adjournment.ts';
import * as calling from './calling.ts';
import * as correction from './correction.ts';
import * as dispatch from './dispatch.ts';
import { events } from './events.ts';
import * as formation from './formation.ts';
import * as membership from './membership.ts';
import * as minutes from './minutes.ts';
import * as answers from './obligations.ts';
import * as session from './session.ts';
import { aggregate, type Formed } from './state.ts';

const { formCouncil, issueRegulation, formAdvisoryTeam } = formation;
const { seatMember, endSeat, authoriseHead } = membership;
const { convene, declareConflict } = calling;
const { recordAttendance, openSitting, closeSitting } = session;
const { signMinutes } = minutes;
const { dispatchPapers } = dispatch;
const { adjournSitting } = adjournment;
const { correct } = correction;
const commands = {
  formCouncil,
  issueRegulation,
  formAdvisoryTeam,
  seatMember,
  endSeat,
  authoriseHead,
  convene,
  dispatchPapers,
  adjournSitting,
  declareConflict,
  recordAttendance,
  openSitting,
  closeSitting,
  signMinutes,
  correct,
};
export interface Commands extends DataOf<typeof commands> {}

/** The unit of a council stands under the name of its level, as a place has it. */
const provinceOf = ({ level, unit }: Pick<Formed, 'level' | 'unit'>) => {
  const { province }: { [At in Level]?: string } = { [level]: unit };
  return province === undefined ? {} : { province };
};

/** A council with its regulation, its seats and its sittings. Sheets and recusals of a product belong to the product's own cycle. */
export const council = aggregate<Commands>({
  name: 'council',
  unborn: { stage: 'unborn' },
  edition: (_, now) => lawOn(dayOf(now)),
  commands,
  events,
  changes: {
    ...formation.changes,
    ...membership.changes,
    ...calling.changes,
    ...dispatch.changes,
    ...adjournment.changes,
    ...session.changes,
    ...minutes.changes,
    ...correction.changes,
    ...answers.changes,
  },
  alive: ({ stage }) => stage !== 'unborn',
  deadlines: () => [],
  obligations: answers.obligations,
  facets: (state) => ({ stage: state.stage, ...('level' in state && provinceOf(state)) }),
});
