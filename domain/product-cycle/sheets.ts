import * as z from 'zod';
import { meanOf as exactMean, type Mean } from '../kernel/exact.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { anyone, theEngine } from '../people/actor.ts';
import { disagreement } from './disagreement.ts';
import { shape, type Sheet } from './events.ts';
import { panelChair } from './parties.ts';
import { command, from, type Changes, type Panel, type ProductCycle } from './state.ts';

type Scoring = Extract<ProductCycle, { stage: 'scoring' }>;
interface Submission {
  member: string;
  sheet: Sheet;
  scan?: string | undefined;
}

const parts = ['A', 'B', 'C'] as const;
export const totalOf = ({ A, B, C }: Sheet): number => A + B + C;
/** The mean of the members' totals decides; the denominator leaves out who was recused or is absent. */
export const meanOf = (sheets: Scoring['sheets']): Mean => exactMean(Object.values(sheets).map(totalOf));
/** Of who left the panel the sheet is kept and does not count. */
const counted = ({ panel: { members, secretary }, sheets }: Scoring): Scoring['sheets'] =>
  Object.fromEntries(Object.entries(sheets).filter(([person]) => members.includes(person) || person === secretary));
export const countedTotals = (state: Scoring): number[] => Object.values(counted(state)).map(totalOf);
/** Present, not recused, no sheet yet: "chưa nộp". */
export const awaitedMembers = ({ panel, sheets, regulation }: Scoring): string[] =>
  scorers(panel, regulation.secretaryScores).filter((person) => !panel.recused.includes(person) && !Object.hasOwn(sheets, person));
const scorers = ({ members, secretary }: Panel, secretaryScores: boolean): string[] =>
  members.filter((person) => secretaryScores || person !== secretary);

export const sheetIsOnesOwn = rule({
  clause: 'scoring.sheet',
  otherwise: 'NotYourPart',
  holds: ({ member }: Submission, { panel }: Scoring, { actor }) =>
    actor.person === member || actor.person === panel.secretary || { who: ['councilMember', 'councilSecretary'] as const },
});
export const memberIsOnPanel = rule({
  clause: 'scoring.panel',
  otherwise: 'NotOnPanel',
  holds: ({ member }: Submission, { panel }: Scoring) => panel.members.includes(member) || member === panel.secretary || { person: member },
});
export const secretaryMayScore = rule({
  clause: 'scoring.secretary',
  otherwise: 'SecretaryDoesNotScore',
  holds: ({ member }: Submission, { panel, regulation }: Scoring) =>
    member !== panel.secretary || regulation.secretaryScores || { person: member },
});
export const memberIsNotRecused = rule({
  clause: 'scoring.recusal',
  otherwise: 'MemberIsRecused',
  holds: ({ member }: Submission, { panel }: Scoring) => !panel.recused.includes(member) || { person: member },
});
export const oneSheetAMember = rule({
  clause: 'scoring.sheet',
  otherwise: 'SheetAlreadySubmitted',
  holds: ({ member }: Submission, { sheets }: Scoring) => !Object.hasOwn(sheets, member) || { person: member },
});
/** A paper sheet typed in by the secretary keeps who entered it and its scan. */
export const paperHasItsScan = rule({
  clause: 'scoring.sheet',
  otherwise: 'ScanMissing',
  holds: ({ member, scan }: Submission, _: Scoring, { actor }) => actor.person === member || scan !== undefined || false,
});
export const partsAreInRange = rule({
  clause: 'scoring.parts',
  otherwise: 'PartOutOfRange',
  holds: ({ sheet }: Submission, _: Scoring, { edition }) => {
    const over = parts.find((part) => sheet[part] > edition.parts.value[part].max);
    return over === undefined || { part: over, max: edition.parts.value[over].max };
  },
});
export const everybodyHasSubmitted = rule({
  clause: 'scoring.allSheets',
  otherwise: 'SheetsMissing',
  holds: (_: unknown, state: Scoring) => {
    const persons = awaitedMembers(state);
    return (persons.length === 0 && Object.keys(counted(state)).length > 0) || { persons };
  },
});

/** Where opinions are written and differ much, the council meets before anything is concluded (7.6.d). */
export const writtenOpinionsAgree = rule({
  clause: 'opinions.differ',
  otherwise: 'OpinionsDiffer',
  holds: (_: unknown, state: Scoring) => {
    const reasons = disagreement(state, countedTotals(state), false);
    return reasons.length === 0 || { reasons };
  },
});

const notOpen = () => refusal('ScoringNotOpen', false);
/** Where a redo has a fresh panel, whoever scored this product at this level before is recused from it (`redo.freshPanel`). */
const scoredBefore = ({ run, results }: Extract<ProductCycle, { stage: 'on-agenda' }>): string[] =>
  run.freshPanel ? results.filter((each) => each.run.level === run.level).flatMap(({ sheets }) => Object.keys(sheets)) : [];
export const openScoring = command({
  data: z.strictObject({ panel: shape.panel, regulation: shape.regulation }),
  clause: 'scoring.open',
  by: [theEngine],
  stage: ['on-agenda'],
  then: ({ panel, regulation }, state) => [
    { type: 'ScoringOpened', data: { panel: { ...panel, recused: [...new Set([...panel.recused, ...scoredBefore(state)])] }, regulation } },
  ],
});
/** Once the scoring is closed its members stand; who has the word for them may still change. */
export const membersChangeWhileScoring = rule({
  clause: 'scoring.panel',
  otherwise: 'ScoringNotOpen',
  holds: ({ members }: { members?: readonly string[] | undefined }, { stage }: Extract<ProductCycle, { stage: 'scoring' | 'scored' }>) =>
    stage === 'scoring' || members === undefined || false,
});
export const changePanel = command({
  data: z.strictObject(shape.panelChange),
  clause: 'scoring.panel',
  by: [theEngine],
  stage: ['scoring', 'scored'],
  elsewhere: notOpen,
  rules: [membersChangeWhileScoring],
  then: (data) => [{ type: 'PanelChanged', data }],
});
export const recuse = command({
  data: z.strictObject({ person: shape.id, reason: shape.text }),
  clause: 'scoring.recusal',
  by: [panelChair, theEngine],
  stage: ['scoring'],
  elsewhere: notOpen,
  rules: [
    rule({
      clause: 'scoring.panel',
      otherwise: 'NotOnPanel',
      holds: ({ person }: { person: string }, { panel }: Scoring) => panel.members.includes(person) || { person },
    }),
  ],
  then: (data) => [{ type: 'MemberRecused', data }],
});
export const submitSheet = command({
  data: z.strictObject({ member: shape.id, sheet: shape.sheet, scan: shape.digest.optional() }),
  clause: 'scoring.sheet',
  by: [anyone],
  stage: ['scoring'],
  elsewhere: notOpen,
  duty: (state) => awaitedMembers(state).map((person) => ({ role: 'councilMember', unit: state.panel.council, person })),
  rules: [memberIsOnPanel, sheetIsOnesOwn, secretaryMayScore, memberIsNotRecused, oneSheetAMember, paperHasItsScan, partsAreInRange],
  then: (data, _, { actor }) => [
    { type: 'SheetSubmitted', data: { ...data, ...(actor.person !== data.member && { enteredBy: actor.person }) } },
  ],
});
const theChair = ({ panel }: { panel: Panel }) => [{ role: 'councilChair', unit: panel.council, person: panel.chair }] as const;
export const closeScoring = command({
  data: z.strictObject({}),
  clause: 'scoring.close',
  by: [panelChair],
  stage: ['scoring'],
  elsewhere: notOpen,
  rules: [everybodyHasSubmitted, writtenOpinionsAgree],
  duty: (state) =>
    awaitedMembers(state).length === 0 && disagreement(state, countedTotals(state), false).length === 0 ? theChair(state) : [],
  then: () => [{ type: 'ScoringClosed', data: {} }],
});

export const changes = {
  ScoringOpened: from(['on-agenda'], (state, { panel, regulation }) => ({ ...state, stage: 'scoring', panel, regulation, sheets: {} })),
  PanelChanged: from(['scoring', 'scored'], (state, { members, chair }) => ({
    ...state,
    panel: { ...state.panel, ...(members && { members }), ...(chair !== undefined && { chair }) },
  })),
  MemberRecused: from(['scoring'], ({ sheets, ...state }, { person }) => ({
    ...state,
    panel: { ...state.panel, recused: [...state.panel.recused.filter((other) => other !== person), person] },
    sheets: Object.fromEntries(Object.entries(sheets).filter(([member]) => member !== person)),
  })),
  SheetSubmitted: from(['scoring'], (state, { member, sheet }) => ({ ...state, sheets: { ...state.sheets, [member]: sheet } })),
  ScoringClosed: from(['scoring'], (state) => ({ ...state, stage: 'scored', mean: meanOf(counted(state)) })),
} satisfies Changes<'ScoringOpened' | 'PanelChanged' | 'MemberRecused' | 'SheetSubmitted' | 'ScoringClosed'>;
