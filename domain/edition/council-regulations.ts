import { meanOf } from '../kernel/exact.ts';
import type { Day } from '../kernel/instant.ts';
import type { Edition } from './edition.ts';
import { setting, type SettingName, type SettingValue } from './settings.ts';
import type { EditionId } from './terms.ts';

/*
 * No national text fixes a quorum, a spread or a mean: a council works by its own regulation (Quy chế). A regulation here is a value for
 * each matter that the settings leave to a council; what its paper does not say stays our working answer, and the setting's name tells
 * so.
 */

/** Each matter of a regulation with the setting that answers it where the paper is silent. */
export const regulationSettings = {
  membersMin: 'council.members.min',
  quorum: 'council.quorum.fraction',
  quorumBase: 'council.quorum.base',
  chairRequired: 'council.quorum.chairRequired',
  chairStandIns: 'council.chairStandIn',
  substitutes: 'council.substitutes',
  expertsScore: 'council.expertsScore',
  secretaryScores: 'council.secretaryScores',
  sheetEnteredByOther: 'sheet.enteredByOther',
  absent: 'council.absent',
  mean: 'council.mean',
  spreadMax: 'council.spread.max',
  spreadInclusive: 'council.spread.inclusive',
  spreadMeasure: 'council.spread.measure',
  rescoreRoundsMax: 'council.rescore.maxRounds',
  discussionShows: 'council.discussionShows',
  dispatchLead: 'council.dispatchLead',
  recusalComputed: 'council.recusalComputed',
  adviserConflict: 'council.adviserConflict',
  special: 'council.special',
  freshPanelOnRedo: 'redo.freshPanel',
  renewalMeetingWhen: 'renewal.meetingWhen',
  gateDecidedBy: 'gate.decidedBy',
  gateBase: 'gate.base',
  minimaJudgedOn: 'starMinima.judgedOn',
  minimaHas: 'starMinima.has',
} as const satisfies Readonly<Record<string, SettingName>>;

export type CouncilRegulation = { readonly [Matter in keyof typeof regulationSettings]: SettingValue<(typeof regulationSettings)[Matter]> };

/** The regulation that says nothing of its own: our working answers. */
export const defaultRegulation = (edition: Pick<Edition, 'id'>): CouncilRegulation => {
  const answer = <Matter extends keyof typeof regulationSettings>(matter: Matter) => setting(regulationSettings[matter], edition);
  return {
    membersMin: answer('membersMin'),
    quorum: answer('quorum'),
    quorumBase: answer('quorumBase'),
    chairRequired: answer('chairRequired'),
    chairStandIns: answer('chairStandIns'),
    substitutes: answer('substitutes'),
    expertsScore: answer('expertsScore'),
    secretaryScores: answer('secretaryScores'),
    sheetEnteredByOther: answer('sheetEnteredByOther'),
    absent: answer('absent'),
    mean: answer('mean'),
    spreadMax: answer('spreadMax'),
    spreadInclusive: answer('spreadInclusive'),
    spreadMeasure: answer('spreadMeasure'),
    rescoreRoundsMax: answer('rescoreRoundsMax'),
    discussionShows: answer('discussionShows'),
    dispatchLead: answer('dispatchLead'),
    recusalComputed: answer('recusalComputed'),
    adviserConflict: answer('adviserConflict'),
    special: answer('special'),
    freshPanelOnRedo: answer('freshPanelOnRedo'),
    renewalMeetingWhen: answer('renewalMeetingWhen'),
    gateDecidedBy: answer('gateDecidedBy'),
    gateBase: answer('gateBase'),
    minimaJudgedOn: answer('minimaJudgedOn'),
    minimaHas: answer('minimaHas'),
  };
};

/** A regulation on record, with what is known of it; the rest of its paper was not seen. */
export interface RecordedRegulation {
  readonly province: string;
  readonly instrument_vi: string;
  readonly date: Day | null;
  readonly edition: EditionId;
  readonly known: Partial<CouncilRegulation>;
}

export const regulationsOnRecord: readonly RecordedRegulation[] = [
  {
    province: 'Tây Ninh',
    instrument_vi: 'quy chế của tỉnh (theo 1048 và 781)',
    date: null,
    edition: 'qd-1048-2019',
    known: { mean: 'arithmetic', spreadMax: 10, spreadInclusive: true, quorum: { of: 3, in: 4 }, chairRequired: true },
  },
  {
    province: 'Đồng Tháp',
    instrument_vi: 'trang thông tin của tỉnh',
    date: null,
    edition: 'qd-1048-2019',
    known: { mean: 'arithmetic', spreadMax: 10, spreadInclusive: true },
  },
];

/** The regulation of a place: what is on record of it, and our working answers for the rest. */
export const regulationOf = ({ edition, known }: RecordedRegulation): CouncilRegulation => ({
  ...defaultRegulation({ id: edition }),
  ...known,
});

/** Seats that must be present: the fraction of the voting seats, rounded up. 75 % of 9 is 7, of 8 exactly 6. */
export const quorumFor = ({ quorum }: Pick<CouncilRegulation, 'quorum'>, votingSeats: number): number =>
  Math.ceil((quorum.of * votingSeats) / quorum.in);

type SpreadRule = Pick<CouncilRegulation, 'spreadMax' | 'spreadInclusive' | 'spreadMeasure'>;

/**
 * How far the counted totals lie apart, as the regulation measures it, exactly: `points` / `count`; from the mean the count is that of
 * the sheets.
 */
const spreadOf = ({ spreadMeasure }: SpreadRule, totals: readonly number[]): { points: number; count: number } => {
  const [highest, lowest] = [Math.max(...totals), Math.min(...totals)];
  if (spreadMeasure === 'max-minus-min') return { points: highest - lowest, count: 1 };
  const { sum, count } = meanOf(totals);
  return { points: Math.max(highest * count - sum, sum - lowest * count), count };
};

/** Whether the counted totals of the members lie too far apart, so that there is no mean yet; no sheets lie nowhere. */
export const isSpreadOver = (regulation: SpreadRule, totals: readonly number[]): boolean => {
  if (totals.length === 0) return false;
  const { points, count } = spreadOf(regulation, totals);
  const limit = regulation.spreadMax * count;
  return regulation.spreadInclusive ? points > limit : points >= limit;
};
