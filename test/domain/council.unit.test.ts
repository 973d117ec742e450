import { expect, test } from 'vitest';
import { council } from '../../domain/council/index.ts';
import { administrator, at, decidingAuthority, given, nobody, type Scene } from '../kit/domain.ts';

type Council = Scene<typeof council.unborn>;
const now = at('2027-04-01');
const document = { authority: 'UBND tỉnh', number: '5/QĐ-UBND', signedOn: '2027-03-30', signatory: 'A' };
const act = { document, effectiveOn: '2027-03-30' };
const regulation = { preset: 'default', document: { ...document, number: '6/QĐ-UBND' } };
const seatsOf = (members: number) => [
  { person: 'chu-tich', seat: 'chair' },
  ...Array.from({ length: members }, (_, index) => ({ person: `tv-${index + 1}`, seat: 'member' })),
  { person: 'thu-ky', seat: 'secretary', organisation: 'Văn phòng điều phối' },
];
const formation = { name: 'Hội đồng tỉnh', level: 'province', unit: '86', seats: seatsOf(8), regulation, ...act };
const formed = (seats: object[] = seatsOf(8)): Council =>
  given(council).after('formCouncil', { ...formation, seats }, decidingAuthority('86'), now);
const [chair, secretary] = [nobody('chu-tich'), nobody('thu-ky')];
const agenda = ['tra-1', 'mat-ong-1'];
const meeting = { sitting: 's1', mode: 'meeting', on: '2027-04-10', agenda };
const all = (members: number) => ['chu-tich', ...Array.from({ length: members }, (_, index) => `tv-${index + 1}`)];
const convened = (seats = seatsOf(8)): Council => formed(seats).after('convene', meeting, chair, now);
const attended = (present: readonly string[] = all(8), seats = seatsOf(8)): Council =>
  convened(seats).after('recordAttendance', { sitting: 's1', present }, secretary, now);
const open = (present: readonly string[] = all(8)): Council => attended(present).after('openSitting', { sitting: 's1' }, chair, now);
const closed = (): Council => open().after('closeSitting', { sitting: 's1' }, chair, now);

test('a council is formed together with its regulation, whose numbers it keeps', () => {
  const { regulation: _, ...decision } = formation;
  given(council)
    .when('formCouncil', formation, decidingAuthority('86'), now)
    .thenEvents(
      { type: 'CouncilFormed', data: decision },
      {
        type: 'RegulationIssued',
        data: {
          ...regulation,
          quorum: { of: 3, in: 4 },
          chairRequired: true,
          secretaryScores: false,
          spread: { max: 10, inclusive: true },
        },
      },
    );
  given(council)
    .when('formCouncil', { ...formation, regulation: { ...regulation, preset: 'tay-ninh' } }, decidingAuthority('86'), now)
    .thenTypes('CouncilFormed', 'RegulationIssued');
});

test('a council is formed by the deciding authority of its own unit', () => {
  given(council)
    .when('formCouncil', formation, decidingAuthority('52'), now)
    .thenRejected('NotYourUnit', { units: ['86'] }, { clause: 'council.formation', basis: { article: '7.3.b, 7.4.b' } });
  given(council)
    .when('formCouncil', formation, administrator('86'), now)
    .thenRejected('NotYourPart', { who: ['decidingAuthority'] });
});

test('a level without councils under the law of the day gets none', () => {
  const ofDistrict = { ...formation, level: 'district', unit: '829' };
  given(council)
    .when('formCouncil', ofDistrict, decidingAuthority('829'), now)
    .thenRejected('NotThisLevel', { level: 'district', unit: '829' }, { clause: 'council.formation', basis: { article: '7.3.b, 7.4.b' } });
  given(council)
    .when('formCouncil', { ...ofDistrict, effectiveOn: '2021-03-01' }, decidingAuthority('829'), at('2021-03-02'))
    .thenTypes('CouncilFormed', 'RegulationIssued');
});

test('a council has exactly one chair, and nobody sits in it twice', () => {
  const form = (seats: object[]) => given(council).when('formCouncil', { ...formation, seats }, decidingAuthority('86'), now);
  const ground = { clause: 'council.seat', basis: { article: '7.3.b, 7.4.b' } } as const;
  form(seatsOf(8).slice(1)).thenRejected('CouncilChairNotSeated', false, ground);
  form([...seatsOf(8), { person: 'khac', seat: 'chair' }]).thenRejected('CouncilChairNotSeated', false, ground);
  form([...seatsOf(8), { person: 'tv-3', seat: 'viceChair' }]).thenRejected('SeatedTwice', { person: 'tv-3' }, ground);
});

test('neither a council nor its regulation stands without a whole paper, or ahead of its day', () => {
  const form = (change: object) => given(council).when('formCouncil', { ...formation, ...change }, decidingAuthority('86'), now);
  const ground = { clause: 'legalAct.document', basis: { setting: 'legalAct.document' } } as const;
  form({ document: { ...document, number: '' } }).thenRejected('DocumentMissing', false, ground);
  form({ regulation: { ...regulation, document: { ...document, signatory: '' } } }).thenRejected('DocumentMissing', false, ground);
  form({ effectiveOn: '2027-04-02' }).thenRejected(
    'EffectiveDayInFuture',
    { effectiveOn: '2027-04-02' },
    { clause: 'legalAct.effectiveOn' },
  );
  form({ regulation: { preset: 'unheard-of', document } }).thenRejected('Malformed', { fields: ['regulation.preset'] });
});

test('a council is formed once, and before that nobody sits in it', () => {
  formed()
    .when('formCouncil', formation, decidingAuthority('86'), now)
    .thenRejected('NotAtThisStage', { stage: 'formed', stages: ['unborn'] }, { clause: 'council.formation' });
  given(council)
    .when('convene', meeting, chair, now)
    .thenRejected('CouncilNotFormed', false, { clause: 'sitting.convening', basis: { article: '7.3.d, 7.6.d' } });
});

test('chair and secretary convene a sitting, and nobody else', () => {
  formed().when('convene', meeting, chair, now).thenEvents({ type: 'SittingConvened', data: meeting });
  formed().when('convene', meeting, secretary, now).thenTypes('SittingConvened');
  formed()
    .when('convene', meeting, nobody('tv-1'), now)
    .thenRejected(
      'NotYourPart',
      { who: ['councilChair', 'councilSecretary'] },
      { clause: 'sitting.convening', basis: { article: '7.3.d, 7.6.d' } },
    );
});

test('a sitting is convened once, with each product once', () => {
  convened()
    .when('convene', { ...meeting, agenda: ['ca-phe-1'] }, chair, now)
    .thenRejected('SittingExists', { sitting: 's1' }, { clause: 'sitting.convening', basis: { article: '7.3.d, 7.6.d' } });
  for (const wrong of [['tra-1', 'tra-1'], [], Array.from({ length: 201 }, (_, index) => `p-${index}`)]) {
    formed()
      .when('convene', { ...meeting, agenda: wrong }, chair, now)
      .thenRejected('Malformed', { fields: ['agenda'] });
  }
});

test('whoever has a seat may declare a conflict, for himself', () => {
  const conflict = { product: 'tra-1', reason: 'vợ là chủ thể' };
  convened()
    .when('declareConflict', conflict, nobody('tv-2'), now)
    .thenEvents({ type: 'ConflictDeclared', data: { ...conflict, person: 'tv-2' } });
  convened()
    .when('declareConflict', conflict, nobody('nguoi-la'), now)
    .thenRejected('NotYourPart', { who: ['councilMember'] }, { clause: 'council.conflict', basis: { setting: 'council.recusalComputed' } });
});

test('attendance is taken by secretary or chair, of those who have a seat', () => {
  const present = { sitting: 's1', present: ['chu-tich', 'tv-1'] };
  convened().when('recordAttendance', present, secretary, now).thenEvents({ type: 'AttendanceRecorded', data: present });
  convened().when('recordAttendance', present, chair, now).thenTypes('AttendanceRecorded');
  convened()
    .when('recordAttendance', present, nobody('tv-1'), now)
    .thenRejected('NotYourPart', { who: ['councilSecretary', 'councilChair'] });
  const ground = { clause: 'sitting.attendance', basis: { councilRegulation: 'attendance' } } as const;
  convened()
    .when('recordAttendance', { ...present, sitting: 's9' }, secretary, now)
    .thenRejected('SittingUnknown', { sitting: 's9' }, ground);
  convened()
    .when('recordAttendance', { ...present, present: ['chu-tich', 'nguoi-la'] }, secretary, now)
    .thenRejected('NotOnPanel', { person: 'nguoi-la' }, ground);
  closed().when('recordAttendance', present, secretary, now).thenRejected('SittingNotOpen', { sitting: 's1' }, ground);
});

test('a quorum of 75 % is 7 of 9 and 6 of 8; a secretary who does not score is no part of it', () => {
  const opening = (members: number, present: readonly string[]) =>
    attended(present, seatsOf(members)).when('openSitting', { sitting: 's1' }, chair, now);
  const ground = { clause: 'sitting.quorum', basis: { councilRegulation: 'quorum' } } as const;
  opening(8, all(6)).thenTypes('SittingOpened');
  opening(8, [...all(5), 'thu-ky']).thenRejected('QuorumNotMet', { present: 6, needed: 7 }, ground);
  opening(7, all(5)).thenTypes('SittingOpened');
  opening(7, [...all(4), 'thu-ky']).thenRejected('QuorumNotMet', { present: 5, needed: 6 }, ground);
});

test('without its chair a quorum opens no sitting where the regulation requires the chair', () => {
  attended(all(8).slice(1))
    .when('openSitting', { sitting: 's1' }, chair, now)
    .thenRejected('CouncilChairAbsent', { sitting: 's1' }, { clause: 'sitting.chair', basis: { councilRegulation: 'chair' } });
});

test('a sitting is opened by the chair, once, after the attendance', () => {
  const ground = { clause: 'sitting.opening', basis: { councilRegulation: 'quorum' } } as const;
  attended()
    .when('openSitting', { sitting: 's1' }, chair, now)
    .thenEvents({ type: 'SittingOpened', data: { sitting: 's1' } });
  attended()
    .when('openSitting', { sitting: 's1' }, secretary, now)
    .thenRejected('NotYourPart', { who: ['councilChair'] }, ground);
  attended().when('openSitting', { sitting: 's9' }, chair, now).thenRejected('SittingUnknown', { sitting: 's9' }, ground);
  convened()
    .when('openSitting', { sitting: 's1' }, chair, now)
    .thenRejected('AttendanceMissing', { sitting: 's1' }, { clause: 'sitting.attendance', basis: { councilRegulation: 'attendance' } });
  for (const scene of [open(), closed()]) {
    scene.when('openSitting', { sitting: 's1' }, chair, now).thenRejected('SittingAlreadyOpen', { sitting: 's1' }, ground);
  }
});

test('only an open sitting is closed, and by the chair', () => {
  const ground = { clause: 'sitting.closing', basis: { councilRegulation: 'minutes' } } as const;
  open()
    .when('closeSitting', { sitting: 's1' }, chair, now)
    .thenEvents({ type: 'SittingClosed', data: { sitting: 's1' } });
  open()
    .when('closeSitting', { sitting: 's1' }, secretary, now)
    .thenRejected('NotYourPart', { who: ['councilChair'] }, ground);
  open().when('closeSitting', { sitting: 's9' }, chair, now).thenRejected('SittingUnknown', { sitting: 's9' }, ground);
  for (const scene of [attended(), closed()]) {
    scene.when('closeSitting', { sitting: 's1' }, chair, now).thenRejected('SittingNotOpen', { sitting: 's1' }, ground);
  }
});

test('a council lives on from its formation, and is found by its province', () => {
  expect([council.alive(council.unborn), council.alive(formed().state), council.alive(closed().state)]).toEqual([false, true, true]);
  expect(council.facets(closed().state, 'hd-86')).toEqual({ stage: 'formed', province: '86' });
  expect(council.nextDeadline(closed().state)).toBeUndefined();
});
