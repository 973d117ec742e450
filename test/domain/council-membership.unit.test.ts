import { expect, test } from 'vitest';
import { assignmentsIn } from '../../domain/council/assignments.ts';
import { council } from '../../domain/council/index.ts';
import { at, decidingAuthority, given, nobody, ocopAgency, type Scene } from '../kit/domain.ts';

type Council = Scene<typeof council.unborn>;
const now = at('2027-04-01');
const document = { authority: 'UBND tỉnh', number: '5/QĐ-UBND', signedOn: '2027-03-30', signatory: 'A' };
const act = { document, effectiveOn: '2027-03-30' };
const leader = decidingAuthority('86');
const [chair, secretary, head] = [nobody('chu-tich'), nobody('thu-ky'), nobody('giam-doc-so')];
const seats = [
  { person: 'chu-tich', seat: 'chair' },
  { person: 'giam-doc-so', seat: 'member', organisation: 'Sở Công Thương' },
  { person: 'tv-1', seat: 'member' },
  { person: 'tv-2', seat: 'member', organisation: 'Sở Y tế' },
  { person: 'thu-ky', seat: 'secretary' },
];
const formation = { name: 'Hội đồng tỉnh', level: 'province', unit: '86', seats, regulation: { preset: 'default', document }, ...act };
const formed: Council = given(council).after('formCouncil', formation, leader, now);
const everybody = ['chu-tich', 'giam-doc-so', 'tv-1', 'tv-2'];
const convenedIn = (scene: Council, sitting = 's1'): Council =>
  scene.after('convene', { sitting, mode: 'meeting', on: '2027-04-12', agenda: ['tra-1'] }, secretary, now);
const attendedBy = (scene: Council, present: readonly string[], sitting = 's1'): Council =>
  scene.after('recordAttendance', { sitting, present }, secretary, now);
const openIn = (scene: Council, present: readonly string[] = everybody): Council =>
  attendedBy(convenedIn(scene), present).after('openSitting', { sitting: 's1' }, chair, now);
const seatsIn = ({ state }: Council) => (state.stage === 'formed' ? state.seats : []);
const panelOf = ({ state }: Council) =>
  council
    .obligations(
      // The products have answered that they are on the agenda.
      state.stage === 'formed' ? { ...state, settled: { 'agenda.s1.tra-1': { ok: true } } } : state,
      'hd-86',
    )
    .map(({ command }) => command.data);
const authorised = formed.after('authoriseHead', { person: 'giam-doc-so', ...act }, leader, now);

test('the deciding authority seats a member, nobody twice and no second chair', () => {
  const member = { person: 'tv-3', seat: 'member', organisation: 'Hội Nông dân', ...act };
  const ground = { clause: 'council.seat', basis: { article: '7.3.b, 7.4.b' } } as const;
  formed.when('seatMember', member, leader, now).thenEvents({ type: 'MemberSeated', data: member });
  formed.when('seatMember', { ...member, person: 'tv-1' }, leader, now).thenRejected('SeatedTwice', { person: 'tv-1' }, ground);
  formed.when('seatMember', { ...member, seat: 'chair' }, leader, now).thenRejected('CouncilChairNotSeated', false, ground);
  formed.when('seatMember', member, decidingAuthority('52'), now).thenRejected('NotYourUnit', { units: ['86'] }, ground);
  formed.when('seatMember', member, chair, now).thenRejected('NotYourPart', { who: ['decidingAuthority'] }, ground);
  formed
    .when('seatMember', { ...member, document: { ...document, number: '' } }, leader, now)
    .thenRejected('DocumentMissing', false, { clause: 'legalAct.document' });
  given(council).when('seatMember', member, leader, now).thenRejected('CouncilNotFormed', false, { clause: 'council.seat' });
});

test('who replaces a member takes the seat as it is; nobody sends a substitute himself', () => {
  const ending = { person: 'tv-2', replacedBy: 'tv-9', reason: 'nghỉ hưu', ...act };
  const ground = { clause: 'council.substitutes', basis: { setting: 'council.substitutes' } } as const;
  const replaced = formed.when('endSeat', ending, leader, now).thenEvents({ type: 'SeatEnded', data: ending });
  expect(seatsIn(replaced)).toContainEqual({ person: 'tv-9', seat: 'member', organisation: 'Sở Y tế' });
  expect(seatsIn(replaced).map(({ person }) => person)).not.toContain('tv-2');
  formed.when('endSeat', ending, nobody('tv-2'), now).thenRejected('NotYourPart', { who: ['decidingAuthority'] }, ground);
  formed.when('endSeat', { ...ending, person: 'nguoi-la' }, leader, now).thenRejected('NotOnPanel', { person: 'nguoi-la' }, ground);
  formed
    .when('endSeat', { ...ending, replacedBy: 'tv-1' }, leader, now)
    .thenRejected('SeatedTwice', { person: 'tv-1' }, { clause: 'council.seat' });
});

test('a member is released without a successor, the chair only with one', () => {
  const released = formed.after('endSeat', { person: 'tv-2', ...act }, leader, now);
  expect(seatsIn(released)).toHaveLength(4);
  formed
    .when('endSeat', { person: 'chu-tich', ...act }, leader, now)
    .thenRejected('CouncilChairNotSeated', false, { clause: 'council.seat' });
  const succeeded = formed.after('endSeat', { person: 'chu-tich', replacedBy: 'chu-tich-2', ...act }, leader, now);
  const calling = { sitting: 's1', mode: 'meeting', on: '2027-04-12', agenda: ['tra-1'] };
  succeeded.when('convene', calling, nobody('chu-tich-2'), now).thenTypes('SittingConvened');
  succeeded.when('convene', calling, chair, now).thenRejected('NotYourPart', { who: ['councilChair', 'councilSecretary'] });
});

test('an open sitting keeps its panel, the next one has the seats of its day', () => {
  const later = openIn(formed)
    .after('endSeat', { person: 'tv-2', replacedBy: 'tv-9', ...act }, leader, now)
    .after('endSeat', { person: 'chu-tich', replacedBy: 'chu-tich-2', ...act }, leader, now);
  expect(panelOf(later)).toEqual(panelOf(openIn(formed)));
  expect(panelOf(later)).toMatchObject([{ panel: { chair: 'chu-tich', members: everybody } }]);
  later.when('recordAttendance', { sitting: 's1', present: ['chu-tich', 'tv-2'] }, secretary, now).thenTypes('AttendanceRecorded');
  later
    .when('recordAttendance', { sitting: 's1', present: ['chu-tich', 'tv-9'] }, secretary, now)
    .thenRejected('NotOnPanel', { person: 'tv-9' });
  convenedIn(later, 's2')
    .when('recordAttendance', { sitting: 's2', present: ['chu-tich-2', 'tv-9'] }, secretary, now)
    .thenTypes('AttendanceRecorded');
});

test('when its chair has left, the successor closes the sitting and signs for it', () => {
  const later = openIn(formed).after('endSeat', { person: 'chu-tich', replacedBy: 'chu-tich-2', ...act }, leader, now);
  later.when('closeSitting', { sitting: 's1' }, chair, now).thenRejected('NotYourPart', { who: ['councilChair'] });
  const signed = later
    .after('closeSitting', { sitting: 's1' }, nobody('chu-tich-2'), now)
    .after('signMinutes', { sitting: 's1', ...act }, secretary, now);
  expect(council.worklist(signed.state)).toMatchObject([{ command: 'signMinutes', person: 'chu-tich-2' }]);
  signed.when('signMinutes', { sitting: 's1', ...act }, nobody('chu-tich-2'), now).thenTypes('MinutesSigned');
});

test('when its chair has left, the products being scored, or scored and not yet reported, hear who has the word', () => {
  const opened = ['agenda.s1.tra-1', 'scoring.s1.tra-1'].reduce(
    (scene, key) => scene.and(now, { type: 'ObligationSettled', data: { key, ok: true } }),
    openIn(formed),
  );
  const later = opened.after('endSeat', { person: 'chu-tich', replacedBy: 'chu-tich-2', ...act }, leader, now);
  expect(council.obligations(later.state, 'hd').map(({ key, command }) => [key, command])).toEqual([
    ['panel.s1.chair-chu-tich-2.tra-1', { type: 'changePanel', data: { chair: 'chu-tich-2' } }],
  ]);
  const another = opened.after('endSeat', { person: 'tv-2', replacedBy: 'tv-9', ...act }, leader, now);
  expect(council.obligations(another.state, 'hd')).toEqual([]);
});

test('a seat counts in the council, a place in its advisory team in the unit that it assists', () => {
  const { state } = formed.after('formAdvisoryTeam', { members: ['to-1', 'tv-1'], ...act }, leader, now);
  const of = (person: string) => (state.stage === 'formed' ? assignmentsIn('hd-86', state).filter((each) => each.person === person) : []);
  expect(of('chu-tich')).toEqual([{ person: 'chu-tich', role: 'councilChair', unit: 'hd-86' }]);
  expect(of('to-1')).toEqual([{ person: 'to-1', role: 'advisoryTeam', unit: '86' }]);
  expect(of('tv-1').map(({ role }) => role)).toEqual(['councilMember', 'advisoryTeam']);
});

test('an authorised head has a seat, and is authorised by the leader', () => {
  const ground = { clause: 'council.authorisation', basis: { article: '7.3.b, 7.4.b' } } as const;
  formed
    .when('authoriseHead', { person: 'giam-doc-so', ...act }, leader, now)
    .thenEvents({ type: 'HeadAuthorised', data: { person: 'giam-doc-so', ...act } });
  formed.when('authoriseHead', { person: 'nguoi-la', ...act }, leader, now).thenRejected('NotOnPanel', { person: 'nguoi-la' }, ground);
  formed
    .when('authoriseHead', { person: 'giam-doc-so', ...act }, chair, now)
    .thenRejected('NotYourPart', { who: ['decidingAuthority'] }, ground);
});

test('the authorised head chairs where the chair is absent, and only there', () => {
  const without = attendedBy(convenedIn(authorised), everybody.slice(1));
  expect(council.worklist(without.state)).toMatchObject([{ command: 'openSitting', person: 'giam-doc-so' }]);
  const open = without.after('openSitting', { sitting: 's1' }, head, now);
  expect(panelOf(open)).toMatchObject([{ panel: { chair: 'giam-doc-so' } }]);
  open
    .when('closeSitting', { sitting: 's1' }, chair, now)
    .thenRejected('NotYourPart', { who: ['councilChair'] }, { clause: 'sitting.chair', basis: { councilRegulation: 'chair' } });
  const signed = open.after('closeSitting', { sitting: 's1' }, head, now).after('signMinutes', { sitting: 's1', ...act }, secretary, now);
  signed.when('signMinutes', { sitting: 's1', ...act }, chair, now).thenRejected('NotYourPart', { who: ['councilChair'] });
  signed.when('signMinutes', { sitting: 's1', ...act }, head, now).thenTypes('MinutesSigned');
  attendedBy(convenedIn(authorised), everybody)
    .when('openSitting', { sitting: 's1' }, head, now)
    .thenRejected('NotYourPart', { who: ['councilChair'] });
  attendedBy(convenedIn(formed), everybody.slice(1))
    .when('openSitting', { sitting: 's1' }, chair, now)
    .thenRejected('CouncilChairAbsent', { sitting: 's1' });
});

test('a head whose seat has ended is authorised no longer', () => {
  const gone = authorised.after('endSeat', { person: 'giam-doc-so', ...act }, leader, now);
  gone
    .when('convene', { sitting: 's1', mode: 'meeting', on: '2027-04-12', agenda: ['tra-1'] }, head, now)
    .thenRejected('NotYourPart', { who: ['councilChair', 'councilSecretary'] });
});

test('another regulation is for sittings convened afterwards', () => {
  const paper = { preset: 'default', document: { ...document, number: '9/QĐ-UBND' }, effectiveOn: '2027-04-01', dispatchLeadDays: 2 };
  const ground = { clause: 'council.regulation', basis: { article: '7.3.b, 7.4.b' } } as const;
  const before = attendedBy(convenedIn(formed), everybody);
  const issued = before.after('issueRegulation', paper, leader, now);
  issued.when('openSitting', { sitting: 's1' }, chair, now).thenTypes('SittingOpened');
  attendedBy(convenedIn(issued, 's2'), everybody, 's2')
    .when('openSitting', { sitting: 's2' }, chair, now)
    .thenRejected('DispatchTooLate', { sitting: 's2', days: 2 });
  formed.when('issueRegulation', paper, ocopAgency('86'), now).thenRejected('NotYourPart', { who: ['decidingAuthority'] }, ground);
  formed
    .when('issueRegulation', { ...paper, effectiveOn: '2027-04-02' }, leader, now)
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2027-04-02' });
});

test('an advisory team is formed beside the council, by the same authority, and formed anew', () => {
  const team = { members: ['to-1', 'to-2'], ...act };
  const ground = { clause: 'council.advisoryTeam', basis: { article: '7.3.b, 7.4.b' } } as const;
  const first = formed.when('formAdvisoryTeam', team, leader, now).thenEvents({ type: 'AdvisoryTeamFormed', data: team });
  const second = first.after('formAdvisoryTeam', { ...team, members: ['to-3'] }, leader, now);
  expect(second.state).toMatchObject({ advisoryTeam: { members: ['to-3'] } });
  formed.when('formAdvisoryTeam', team, chair, now).thenRejected('NotYourPart', { who: ['decidingAuthority'] }, ground);
  formed.when('formAdvisoryTeam', { ...team, members: [] }, leader, now).thenRejected('Malformed', { fields: ['members'] });
});

test('the authority corrects a slip in the name of its council, and nobody else, and only what stands there', () => {
  const slip = { field: 'name', was: 'Hội đồng tỉnh', becomes: 'Hội đồng OCOP tỉnh', ...act };
  const { state } = formed.when('correct', slip, leader, now).thenEvents({ type: 'FieldCorrected', data: slip });
  expect(state).toMatchObject({ name: 'Hội đồng OCOP tỉnh', seats });
  const ground = { clause: 'correction.field', basis: { setting: 'correction.stars' } } as const;
  formed
    .when('correct', { ...slip, was: 'Hội đồng' }, leader, now)
    .thenRejected('CorrectionDoesNotMatch', { field: 'name', present: 'Hội đồng tỉnh' }, ground);
  formed.when('correct', slip, chair, now).thenRejected('NotYourPart');
  formed.when('correct', { ...slip, field: 'seats' }, leader, now).thenRejected('Malformed', { fields: ['field'] });
});
