import { classify } from '../edition/classify.ts';
import { editions } from '../edition/edition-for.ts';
import type { Edition } from '../edition/edition.ts';
import { setting } from '../edition/settings.ts';
import type { Events } from './events.ts';
import type { Scoring } from './state.ts';

export type MeetingReason = Events['ReferredToMeeting']['reasons'][number];

const isOver = (totals: readonly number[], { regulation }: Scoring, edition: Edition): boolean => {
  const { max, inclusive } = regulation.spread ?? {
    max: setting('council.spread.max', edition),
    inclusive: setting('council.spread.inclusive', edition),
  };
  const spread = Math.max(...totals) - Math.min(...totals);
  return inclusive ? spread > max : spread >= max;
};
const starsDiffer = (totals: readonly number[], edition: Edition): boolean =>
  new Set(totals.map((total) => classify({ sum: total, count: 1 }, edition).star)).size > 1;

/** Why written opinions do not settle the matter (`renewal.meetingWhen`); empty where they do, and where the council meets anyway. */
export const disagreement = (state: Scoring, totals: readonly number[], memberAsks: boolean): MeetingReason[] => {
  if (state.run.mode !== 'written') return [];
  const edition = editions[state.edition];
  const found = {
    'spread-over-limit': totals.length > 1 && isOver(totals, state, edition),
    'stars-differ': starsDiffer(totals, edition),
    'member-asks': memberAsks,
  };
  return setting('renewal.meetingWhen', edition).filter((reason) => found[reason]);
};
