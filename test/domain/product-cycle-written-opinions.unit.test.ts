import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, chair, engineActor, member, ocopAgency } from '../kit/domain.ts';
import {
  act,
  atProvince,
  onAgenda,
  panelOf,
  province,
  regulation,
  renewalComplete,
  scoring,
  sheetOf,
  sheetsIn,
  writing,
  writtenSheets,
  type Cycle,
} from '../kit/product-cycle.ts';

const now = at('2029-04-11');
const [head, lan] = [chair('P1'), member('P2')];
const calling = (mode?: 'meeting' | 'written') => ({
  council: 'council',
  level: 'province',
  unit: province,
  sitting: 'sitting-2',
  on: '2029-04-15',
  ...(mode && { mode }),
});
const awaitedFrom = ({ state }: Cycle) => productCycle.worklist(state).map(({ command, person }) => `${command} ${person ?? ''}`.trim());
const closing = (scene: Cycle) => scene.when('closeScoring', {}, head, now);

test('opinions are written on renewals alone; a council may always meet', () => {
  const ground = { clause: 'agenda.mode', basis: { article: '7.3.d, 7.4.d, 7.6.d' } } as const;
  atProvince().when('placeOnAgenda', calling('written'), engineActor, at('2027-04-01')).thenRejected('MeetingRequired', false, ground);
  atProvince().when('placeOnAgenda', calling('meeting'), engineActor, at('2027-04-01')).thenTypes('PlacedOnAgenda');
  for (const mode of ['written', 'meeting', undefined] as const)
    renewalComplete(4).when('placeOnAgenda', calling(mode), engineActor, now).thenTypes('PlacedOnAgenda');
});

test('opinions that agree are concluded without a meeting', () => {
  const agreed = writtenSheets([80, 84, 89]);
  expect(awaitedFrom(agreed)).toEqual(['closeScoring P1']);
  agreed
    .when('referToMeeting', {}, head, now)
    .thenRejected('OpinionsAgree', false, { clause: 'opinions.differ', basis: { setting: 'renewal.meetingWhen' } });
  closing(agreed).thenTypes('ScoringClosed');
});

test.for([
  ['a spread over the limit', [72, 83], {}, ['spread-over-limit']],
  ['stars that differ', [88, 91], {}, ['stars-differ']],
  ['both', [79, 90], {}, ['spread-over-limit', 'stars-differ']],
  ["a spread over the council's own limit", [80, 84], { spread: { max: 3, inclusive: true } }, ['spread-over-limit']],
  ['a spread that may not be reached', [80, 84], { spread: { max: 4, inclusive: false } }, ['spread-over-limit']],
] as const)('%s: nothing is concluded before the council has met', ([, totals, limits, reasons]) => {
  const differing = writtenSheets(totals, limits);
  expect(awaitedFrom(differing)).toEqual(['referToMeeting P1']);
  closing(differing).thenRejected('OpinionsDiffer', { reasons }, { clause: 'opinions.differ', basis: { setting: 'renewal.meetingWhen' } });
  differing.when('referToMeeting', {}, head, now).thenEvents({ type: 'ReferredToMeeting', data: { reasons } });
});

test('a spread of exactly the limit is none over it', () => {
  closing(writtenSheets([72, 82])).thenTypes('ScoringClosed');
});

test('a member may ask for a meeting at any time; somebody else may not', () => {
  writing(['P1', 'P2'])
    .when('referToMeeting', { askedBy: 'P2', note: 'vùng nguyên liệu đã đổi' }, head, now)
    .thenEvents({ type: 'ReferredToMeeting', data: { reasons: ['member-asks'], askedBy: 'P2', note: 'vùng nguyên liệu đã đổi' } });
  writing(['P1', 'P2']).when('referToMeeting', { askedBy: 'X' }, head, now).thenRejected('NotOnPanel', { person: 'X' });
  writing(['P1', 'P2'])
    .when('referToMeeting', { askedBy: 'P2' }, lan, now)
    .thenRejected('NotYourPart', { who: ['councilChair'] });
});

test('who meets already has nothing to refer, however far apart the sheets are', () => {
  const meeting = sheetsIn([60, 90], scoring(onAgenda(), '2027-04-10', ['P1', 'P2']));
  meeting
    .when('referToMeeting', { askedBy: 'P2' }, head, at('2027-04-10'))
    .thenRejected('NotByWriting', false, { clause: 'opinions.referral', basis: { article: '7.6.d' } });
  meeting.when('closeScoring', {}, head, at('2027-04-10')).thenTypes('ScoringClosed');
});

test('referred, the product waits for a meeting with fresh sheets, its 45 days run on, and no more opinions are written', () => {
  const before = renewalComplete(4).state;
  const referred = writtenSheets([72, 83]).after('referToMeeting', {}, head, now);
  expect(referred.state).toMatchObject({ stage: 'received', isComplete: true, run: { mode: 'meeting', n: 1 } });
  expect('due' in referred.state && 'due' in before && referred.state.due).toEqual('due' in before && before.due);
  for (const field of ['sheets', 'panel', 'agenda', 'regulation']) expect(referred.state).not.toHaveProperty(field);
  expect(productCycle.worklist(referred.state)[0]).toMatchObject({ command: 'placeOnAgenda', role: 'ocopAgency', unit: province });
  referred.when('placeOnAgenda', calling('written'), engineActor, now).thenRejected('MeetingRequired');
  const met = referred
    .after('placeOnAgenda', calling('meeting'), engineActor, now)
    .after('openScoring', { panel: panelOf(['P1', 'P2'], { sitting: 'sitting-2' }), regulation }, engineActor, now)
    .after('submitSheet', { member: 'P1', sheet: sheetOf(72) }, head, now)
    .after('submitSheet', { member: 'P2', sheet: sheetOf(83) }, lan, now)
    .after('closeScoring', {}, head, now)
    .after('reportCouncilResult', act('2029-04-11'), head, now);
  expect(met.state).toMatchObject({ stage: 'result-reported', result: { star: 4, mean: { sum: 155, count: 2 } } });
  expect(referred.when('reportByAgency', { report: 'đã trao đổi', ...act('2029-04-11') }, ocopAgency(province), now).state.stage).toBe(
    'received',
  );
});
