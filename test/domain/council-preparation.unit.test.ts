import { expect, test } from 'vitest';
import { council } from '../../domain/council/index.ts';
import { at, decidingAuthority, given, nobody, ocopAgency, type Scene } from '../kit/domain.ts';

type Council = Scene<typeof council.unborn>;
const now = at('2027-04-01');
const document = { authority: 'UBND tỉnh', number: '5/QĐ-UBND', signedOn: '2027-03-30', signatory: 'A' };
const act = { document, effectiveOn: '2027-03-30' };
const [chair, secretary] = [nobody('chu-tich'), nobody('thu-ky')];
const present = ['chu-tich', 'tv-1'];
const seats = [
  { person: 'chu-tich', seat: 'chair' },
  { person: 'tv-1', seat: 'member' },
  { person: 'thu-ky', seat: 'secretary' },
];
const formedWith = (regulation: object = {}, seated: readonly object[] = seats): Council => {
  const paper = { preset: 'default', document, ...regulation };
  const formation = { name: 'Hội đồng tỉnh', level: 'province', unit: '86', seats: seated, regulation: paper, ...act };
  return given(council).after('formCouncil', formation, decidingAuthority('86'), now);
};
const meeting = { sitting: 's1', mode: 'meeting', on: '2027-04-12', agenda: ['tra-1'] };
const bound = formedWith({ dispatchLeadDays: 2 }).after('convene', meeting, chair, now);
const free = formedWith().after('convene', meeting, chair, now);
const attended = (scene: Council): Council => scene.after('recordAttendance', { sitting: 's1', present }, secretary, now);
const sitting = { sitting: 's1' };

test('papers are sent by the secretary or the agency, before the sitting opens', () => {
  const ground = { clause: 'sitting.dispatch', basis: { councilRegulation: 'dispatch' } } as const;
  free.when('dispatchPapers', sitting, secretary, now).thenEvents({ type: 'PapersDispatched', data: sitting });
  free.when('dispatchPapers', sitting, ocopAgency('86'), now).thenTypes('PapersDispatched');
  free.when('dispatchPapers', sitting, ocopAgency('52'), now).thenRejected('NotYourUnit', { units: ['86'] }, ground);
  free
    .when('dispatchPapers', sitting, nobody('tv-1'), now)
    .thenRejected('NotYourPart', { who: ['councilSecretary', 'ocopAgency'] }, ground);
  free.when('dispatchPapers', { sitting: 's9' }, secretary, now).thenRejected('SittingUnknown', { sitting: 's9' }, ground);
  attended(free)
    .after('openSitting', sitting, chair, now)
    .when('dispatchPapers', sitting, secretary, now)
    .thenRejected('NotAtThisStage', { stage: 'open', stages: ['convened'] }, ground);
});

test('a regulation that says how early papers are sent bars a sitting that opens too early after them', () => {
  const ground = { clause: 'sitting.dispatch', basis: { councilRegulation: 'dispatch' } } as const;
  const sentOn = (day: string) => attended(bound.after('dispatchPapers', sitting, secretary, at(day)));
  const opening = (scene: Council) => scene.when('openSitting', sitting, chair, at('2027-04-12'));
  opening(sentOn('2027-04-08')).thenTypes('SittingOpened');
  // Friday to Monday is one working day.
  opening(sentOn('2027-04-09')).thenRejected('DispatchTooLate', { sitting: 's1', days: 2 }, ground);
  opening(attended(bound)).thenRejected('DispatchTooLate', { sitting: 's1', days: 2 }, ground);
  opening(attended(free)).thenTypes('SittingOpened');
});

test('papers sent again do not count as sent later', () => {
  attended(
    bound.after('dispatchPapers', sitting, secretary, at('2027-04-05')).after('dispatchPapers', sitting, secretary, at('2027-04-12')),
  )
    .when('openSitting', sitting, chair, at('2027-04-12'))
    .thenTypes('SittingOpened');
});

test('no dispatch is counted in a year without calendar', () => {
  attended(bound)
    .when('openSitting', sitting, chair, at('2099-04-12'))
    .thenRejected('YearWithoutCalendar', { year: 2099 }, { clause: 'calendar.range' });
});

test('whoever has to send the papers is awaited, until the day that the regulation leaves', () => {
  const duties = ({ state }: Council) => council.worklist(state).filter(({ command }) => command === 'dispatchPapers');
  expect(duties(bound)).toMatchObject([{ role: 'councilSecretary', person: 'thu-ky', due: { day: '2027-04-08' } }]);
  const without = formedWith({ dispatchLeadDays: 2 }, seats.slice(0, 2)).after('convene', meeting, chair, now);
  expect(duties(without)).toMatchObject([{ role: 'ocopAgency', unit: '86' }]);
  expect(duties(bound.after('dispatchPapers', sitting, secretary, now))).toEqual([]);
  expect(duties(free)).toEqual([]);
});

test('a sitting that has not opened is adjourned to a later day, where attendance is taken anew', () => {
  const adjournment = { sitting: 's1', on: '2027-04-20', reason: 'bão' };
  const ground = { clause: 'sitting.adjournment', basis: { councilRegulation: 'convening' } } as const;
  const adjourned = attended(free)
    .when('adjournSitting', adjournment, chair, now)
    .thenEvents({ type: 'SittingAdjourned', data: adjournment });
  adjourned.when('openSitting', sitting, chair, at('2027-04-20')).thenRejected('AttendanceMissing', { sitting: 's1' });
  attended(adjourned).when('openSitting', sitting, chair, at('2027-04-20')).thenTypes('SittingOpened');
  free.when('adjournSitting', adjournment, secretary, now).thenRejected('NotYourPart', { who: ['councilChair'] }, ground);
  free.when('adjournSitting', { ...adjournment, sitting: 's9' }, chair, now).thenRejected('SittingUnknown', { sitting: 's9' }, ground);
  free
    .when('adjournSitting', { ...adjournment, on: '2027-04-12' }, chair, now)
    .thenRejected('SittingDayNotLater', { sitting: 's1', on: '2027-04-12' }, ground);
  attended(free)
    .after('openSitting', sitting, chair, now)
    .when('adjournSitting', adjournment, chair, now)
    .thenRejected('NotAtThisStage', { stage: 'open', stages: ['convened'] }, ground);
});

test('the products of an adjourned sitting stay on its agenda, and are told nothing twice', () => {
  const adjourned = free.after('adjournSitting', { sitting: 's1', on: '2027-04-20', reason: 'bão' }, chair, now);
  expect(council.obligations(adjourned.state, 'hd-86').map(({ key, command }) => ({ key, command }))).toEqual(
    council.obligations(free.state, 'hd-86').map(({ key, command }) => ({ key, command })),
  );
});
