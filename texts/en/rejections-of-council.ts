import { showDay } from '../../domain/kernel/instant.ts';
import { listOf } from '../name-of.ts';
import type { RejectionSentences } from '../words.ts';
import { terms } from './terms.ts';

/** Refusals about councils, their sittings and their sheets. */
export const rejectionsOfCouncil = {
  ScoringNotOpen: () => 'Scoring has not opened or is closed. Ask the council chair.',
  NotOnPanel: ({ person }) => `${person} does not score this product or has no seat in the council. Check the list of members.`,
  MemberIsRecused: ({ person }) => `The member ${person} is recused (conflict of interest). Leave this product out.`,
  SecretaryDoesNotScore: ({ person }) =>
    `By the regulation the secretary ${person} does not score. Type in only paper sheets that have a scan.`,
  SheetAlreadySubmitted: ({ person }) => `The sheet of ${person} is submitted. Wait until the council scores again if it has to change.`,
  ScanMissing: () => 'What is typed in from paper has no scan. Attach a scan of the signed sheet or minutes.',
  PartOutOfRange: ({ part, max }) => `Part ${part} has 0 to ${max} points. Correct the points.`,
  SheetsMissing: ({ persons }) =>
    persons.length === 0
      ? 'There is no sheet to count. Have a sheet submitted before closing.'
      : `Present, but no sheet yet: ${persons.join(', ')}. Remind them before closing.`,
  MeetingRequired: () => 'This product is evaluated in a meeting of the council. Convene a meeting instead of asking for written opinions.',
  NotByWriting: () => 'The council does not write opinions on this product. Go on scoring in the sitting.',
  OpinionsDiffer: ({ reasons }) =>
    `The written opinions differ: ${listOf(terms.meetingReasons, reasons)}. Refer the product to a meeting of the council.`,
  OpinionsAgree: () => 'The opinions do not differ much and no member has asked to meet. Wait for all sheets or close the scoring.',

  CouncilChairNotSeated: () => 'A council has exactly one council chair. Correct the list of members.',
  SeatedTwice: ({ person }) => `${person} is on the list of members twice. Take one line out.`,
  SittingUnknown: ({ sitting }) => `The council has not convened the sitting ${sitting}. Check the code of the sitting.`,
  SittingExists: ({ sitting }) => `The sitting ${sitting} is convened already. Use another code.`,
  SittingNotOpen: ({ sitting }) => `The sitting ${sitting} has not opened or is closed. Check the sitting.`,
  SittingAlreadyOpen: ({ sitting }) => `The sitting ${sitting} is open already. Nothing has to be done.`,
  SittingDayNotLater: ({ sitting, on }) => `The sitting ${sitting} is to be on ${showDay(on)}. Choose a day after that.`,
  DispatchTooLate: ({ sitting, days }) =>
    `Papers have to be sent ${days} working days before the sitting ${sitting}. Dispatch them, then adjourn the sitting.`,
  AttendanceMissing: ({ sitting }) => `Attendance at the sitting ${sitting} is not recorded. Record it before opening.`,
  QuorumNotMet: ({ present, needed }) => `${present} present, ${needed} needed. Adjourn, or call more members in.`,
  CouncilChairAbsent: ({ sitting }) => `The council chair is absent from the sitting ${sitting}. Adjourn the sitting.`,
  SignedAlready: ({ sitting }) => `You have signed the minutes of the sitting ${sitting}. Nothing has to be done.`,
} satisfies Partial<RejectionSentences>;
