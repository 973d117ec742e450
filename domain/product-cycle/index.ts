import { annualCycleOf } from '../kernel/address.ts';
import type { DataOf } from '../kernel/form.ts';
import { yearOf } from '../kernel/instant.ts';
import * as advice from './advice.ts';
import * as agenda from './agenda.ts';
import * as communeReport from './commune-report.ts';
import * as correction from './correction.ts';
import { deadlines } from './deadlines.ts';
import * as councilResult from './council-result.ts';
import * as decision from './decision.ts';
import * as dossier from './dossier.ts';
import * as ending from './ending.ts';
import { events } from './events.ts';
import * as idea from './idea.ts';
import { obligations, provinceIn } from './obligations.ts';
import * as plan from './plan.ts';
import * as publication from './publication.ts';
import * as receipt from './receipt.ts';
import * as redo from './redo.ts';
import * as roundMove from './round-move.ts';
import * as sendingDown from './sending-down.ts';
import * as sheets from './sheets.ts';
import { aggregate, pinnedEdition, type Born, type ProductCycle } from './state.ts';
import * as submission from './submission.ts';
import * as territory from './territory.ts';
import * as transition from './transition.ts';
import * as withdrawal from './withdrawal.ts';
import * as writtenOpinions from './written-opinions.ts';

const { proposeIdea, acceptIdea, returnIdea } = idea;
const { submitPlan, acceptPlan, returnPlan, reportImplementation } = plan;
const { fileDossier, supplement } = dossier;
const { receive, requestSupplement, confirmComplete } = receipt;
const { report, reportByAgency, requestNextLevel } = communeReport;
const { withdrawDossier } = withdrawal;
const { assess, recordSiteVisit, requestTests } = advice;
const { placeOnAgenda, takeOffAgenda } = agenda;
const { openScoring, changePanel, recuse, submitSheet, closeScoring } = sheets;
const { referToMeeting } = writtenOpinions;
const { reportCouncilResult, closeGate } = councilResult;
const { submitForDecision, sendBack } = submission;
const { recognise, approveResult, notifyResult } = decision;
const { publishResult } = publication;
const { sendDown, acceptCentralResult, evaluateAgain } = sendingDown;
const { orderRedo } = redo;
const { correct } = correction;
const { carryOver } = ending;
const { moveToRound } = roundMove;
const { closeByTransition } = transition;
const { handOver } = territory;
const commands = {
  proposeIdea,
  acceptIdea,
  returnIdea,
  submitPlan,
  acceptPlan,
  returnPlan,
  reportImplementation,
  fileDossier,
  supplement,
  receive,
  requestSupplement,
  confirmComplete,
  report,
  reportByAgency,
  requestNextLevel,
  withdrawDossier,
  assess,
  recordSiteVisit,
  requestTests,
  placeOnAgenda,
  openScoring,
  changePanel,
  recuse,
  submitSheet,
  referToMeeting,
  closeScoring,
  reportCouncilResult,
  closeGate,
  submitForDecision,
  sendBack,
  recognise,
  approveResult,
  sendDown,
  acceptCentralResult,
  evaluateAgain,
  orderRedo,
  notifyResult,
  publishResult,
  correct,
  carryOver,
  moveToRound,
  takeOffAgenda,
  closeByTransition,
  handOver,
};
export interface Commands extends DataOf<typeof commands> {}

const yearIn = ({ carriedTo, birth }: Born): number => carriedTo.at(-1) ?? yearOf(birth.on);
/** Closed: the outcome is known and told, and nothing is owed. */
const alive = (state: ProductCycle): boolean =>
  !(
    state.stage === 'unborn' ||
    state.stage === 'not-passed' ||
    state.stage === 'rejected' ||
    state.stage === 'stopped' ||
    state.stage === 'returned' ||
    state.stage === 'withdrawn' ||
    state.stage === 'closed-by-transition' ||
    (state.stage === 'recognised' && state.isNotified)
  );

export const productCycle = aggregate<Commands>({
  name: 'product-cycle',
  unborn: { stage: 'unborn' },
  edition: pinnedEdition,
  commands,
  events,
  changes: {
    ...idea.changes,
    ...plan.changes,
    ...dossier.changes,
    ...receipt.changes,
    ...communeReport.changes,
    ...withdrawal.changes,
    ...advice.changes,
    ...agenda.changes,
    ...sheets.changes,
    ...writtenOpinions.changes,
    ...councilResult.changes,
    ...submission.changes,
    ...decision.changes,
    ...publication.changes,
    ...sendingDown.changes,
    ...redo.changes,
    ...correction.changes,
    ...ending.changes,
    ...roundMove.changes,
    ...transition.changes,
    ...territory.changes,
  },
  alive,
  bars: transition.barredByTransition,
  awaits: transition.awaitedInTransition,
  deadlines,
  obligations,
  facets: (state) => ({
    stage: state.stage,
    ...('place' in state && {
      province: state.place.province,
      cycle: annualCycleOf(yearIn(state), provinceIn(state, yearIn(state))).id,
    }),
    ...(state.stage === 'recognised' && { stars: state.decision.star }),
  }),
});
