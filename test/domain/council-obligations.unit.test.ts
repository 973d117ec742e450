import { expect, test } from 'vitest';
import { council } from '../../domain/council/index.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { refusal } from '../../domain/kernel/rule.ts';
import { at, decidingAuthority, engineActor, given, nobody, type Scene } from '../kit/domain.ts';

type Council = Scene<typeof council.unborn>;
const now = at('2027-04-01');
const document = { authority: 'UBND tỉnh', number: '5/QĐ-UBND', signedOn: '2027-03-30', signatory: 'A' };
const members = ['tv-1', 'tv-2', 'tv-3', 'tv-4'];
const formed = given(council).after(
  'formCouncil',
  {
    name: 'Hội đồng tỉnh',
    level: 'province',
    unit: '86',
    regulation: { preset: 'default', document },
    document,
    effectiveOn: '2027-03-30',
    seats: [
      { person: 'chu-tich', seat: 'chair' },
      ...members.map((person) => ({ person, seat: 'member' })),
      { person: 'thu-ky', seat: 'secretary' },
    ],
  },
  decidingAuthority('86'),
  now,
);
const [chair, secretary] = [nobody('chu-tich'), nobody('thu-ky')];
const meeting = { sitting: 's1', mode: 'meeting', on: '2027-04-10', agenda: ['tra-1', 'mat-ong-1'] };
const convened = formed.after('convene', meeting, chair, now);

const owed = ({ state }: Council) => council.obligations(state, 'hd-86');
const keys = (scene: Council) => owed(scene).map(({ key }) => key);
const commandOf = (scene: Council, key: string) => owed(scene).find((duty) => duty.key === key)?.command;
const yes = { ok: true as const, position: 1, events: [] };
const no = { ok: false as const, rejection: refusal('ScoringNotOpen', false) };
/** The products answer what they are asked. */
const answered = (scene: Council, answer: typeof yes | typeof no, ...which: readonly string[]): Council =>
  owed(scene)
    .filter(({ key }) => which.includes(key))
    .reduce((after, { settle }) => after.and(now, ...settle(answer)), scene);
const allAnswered = (scene: Council): Council => answered(scene, yes, ...keys(scene));
const open = (scene: Council, present: readonly string[]): Council =>
  scene.after('recordAttendance', { sitting: 's1', present }, secretary, now).after('openSitting', { sitting: 's1' }, chair, now);
const scoringOf = (scene: Council, product: string) => commandOf(scene, `scoring.s1.${product}`);

test('convening asks each product onto the agenda', () => {
  expect(keys(convened)).toEqual(['agenda.s1.tra-1', 'agenda.s1.mat-ong-1']);
  expect(owed(convened)[0]).toMatchObject({
    to: { aggregate: 'product-cycle', id: 'tra-1' },
    command: {
      type: 'placeOnAgenda',
      data: { council: 'hd-86', level: 'province', unit: '86', sitting: 's1', on: '2027-04-10', mode: 'meeting' },
    },
  });
});

test('what is asked of a product is a command that a product knows', () => {
  const sitting = allAnswered(open(allAnswered(convened), ['chu-tich', ...members]))
    .after('declareConflict', { product: 'tra-1', reason: 'họ hàng' }, nobody('tv-1'), now)
    .after('recordAttendance', { sitting: 's1', present: ['chu-tich', 'tv-2', 'tv-3', 'tv-4'] }, secretary, now);
  const told = [
    commandOf(convened, 'agenda.s1.tra-1'),
    scoringOf(open(allAnswered(convened), ['chu-tich', ...members]), 'tra-1'),
    commandOf(sitting, 'recuse.s1.tra-1.tv-1'),
    commandOf(sitting, 'panel.s1.1.mat-ong-1'),
  ];
  expect(told.map((command) => command?.type)).toEqual(['placeOnAgenda', 'openScoring', 'recuse', 'changePanel']);
  for (const command of told) {
    const verdict = productCycle.judge(productCycle.unborn, { type: '', data: {}, ...command }, engineActor, now);
    const code = 'rejection' in verdict ? verdict.rejection.code : 'none';
    expect(code, 'read, and refused for its stage alone').toMatch(/^(NotAtThisStage|ScoringNotOpen)$/);
  }
});

test('scoring opens with the sitting, where the product came onto the agenda', () => {
  const placed = answered(answered(convened, yes, 'agenda.s1.tra-1'), no, 'agenda.s1.mat-ong-1');
  expect(keys(placed)).toEqual([]);
  const opened = open(placed, ['chu-tich', 'tv-1', 'tv-2', 'tv-3', 'thu-ky']);
  expect(keys(opened)).toEqual(['scoring.s1.tra-1']);
  expect(scoringOf(opened, 'tra-1')).toEqual({
    type: 'openScoring',
    data: {
      panel: {
        council: 'hd-86',
        sitting: 's1',
        chair: 'chu-tich',
        secretary: 'thu-ky',
        members: ['chu-tich', 'tv-1', 'tv-2', 'tv-3'],
        recused: [],
      },
      regulation: { preset: 'default', secretaryScores: false, spread: { max: 10, inclusive: true } },
    },
  });
});

test('a refusal stays in sight, and nothing that rests on it follows', () => {
  const opened = open(allAnswered(convened), ['chu-tich', ...members]);
  const refused = answered(answered(opened, no, 'scoring.s1.tra-1'), yes, 'scoring.s1.mat-ong-1').after(
    'recordAttendance',
    { sitting: 's1', present: ['chu-tich', 'tv-1', 'tv-2', 'tv-3'] },
    secretary,
    now,
  );
  expect(refused.state).toMatchObject({
    settled: { 'scoring.s1.tra-1': { ok: false, code: 'ScoringNotOpen' }, 'scoring.s1.mat-ong-1': { ok: true } },
  });
  expect(keys(refused)).toEqual(['panel.s1.1.mat-ong-1']);
});

test('a sitting that opens before the products have answered waits for them', () => {
  const opened = open(convened, ['chu-tich', ...members]);
  expect(keys(opened)).toEqual(['agenda.s1.tra-1', 'agenda.s1.mat-ong-1']);
  expect(keys(answered(opened, yes, 'agenda.s1.tra-1'))).toEqual(['scoring.s1.tra-1', 'agenda.s1.mat-ong-1']);
});

test('written opinions need no meeting: who votes is asked as soon as the product is on the agenda', () => {
  const written = formed
    .after('declareConflict', { product: 'tra-1', reason: 'họ hàng' }, nobody('tv-4'), now)
    .after('convene', { ...meeting, mode: 'written' }, secretary, now);
  expect(keys(written)).toEqual(['agenda.s1.tra-1', 'agenda.s1.mat-ong-1']);
  const placed = allAnswered(written);
  expect(scoringOf(placed, 'tra-1')).toMatchObject({ data: { panel: { members: ['chu-tich', ...members], recused: ['tv-4'] } } });
  written.when('openSitting', { sitting: 's1' }, chair, now).thenRejected('SittingAlreadyOpen', { sitting: 's1' });
  written.when('closeSitting', { sitting: 's1' }, chair, now).thenTypes('SittingClosed');
});

test('a conflict declared before the opening leaves the member out of that product alone', () => {
  const declared = allAnswered(convened).after('declareConflict', { product: 'tra-1', reason: 'họ hàng' }, nobody('tv-1'), now);
  const opened = open(declared, ['chu-tich', ...members]);
  expect(scoringOf(opened, 'tra-1')).toMatchObject({ data: { panel: { recused: ['tv-1'] } } });
  expect(scoringOf(opened, 'mat-ong-1')).toMatchObject({ data: { panel: { recused: [] } } });
});

test('a conflict declared after the opening is told to the product, once, and what was sent before does not change', () => {
  const opened = open(allAnswered(convened), ['chu-tich', ...members]);
  const conflict = { product: 'tra-1', reason: 'họ hàng' };
  const late = opened.after('declareConflict', conflict, nobody('tv-1'), now).after('declareConflict', conflict, nobody('tv-1'), now);
  expect(scoringOf(late, 'tra-1')).toEqual(scoringOf(opened, 'tra-1'));
  const scoring = allAnswered(late);
  expect(keys(scoring)).toEqual(['recuse.s1.tra-1.tv-1']);
  expect(commandOf(scoring, 'recuse.s1.tra-1.tv-1')).toEqual({ type: 'recuse', data: { person: 'tv-1', reason: 'họ hàng' } });
  expect(keys(allAnswered(scoring))).toEqual([]);
});

test('who was absent when he declared a conflict is recused as he comes in', () => {
  const scoring = allAnswered(open(allAnswered(convened), ['chu-tich', 'tv-1', 'tv-2', 'tv-3'])).after(
    'declareConflict',
    { product: 'tra-1', reason: 'họ hàng' },
    nobody('tv-4'),
    now,
  );
  expect(keys(scoring)).toEqual([]);
  const joined = scoring.after('recordAttendance', { sitting: 's1', present: ['chu-tich', ...members] }, secretary, now);
  expect(keys(joined)).toEqual(['panel.s1.1.tra-1', 'panel.s1.1.mat-ong-1']);
  expect(commandOf(joined, 'panel.s1.1.tra-1')).toEqual({ type: 'changePanel', data: { members: ['chu-tich', ...members] } });
  expect(keys(allAnswered(joined))).toEqual(['recuse.s1.tra-1.tv-4']);
});

test('each attendance taken after the opening changes the panels, in order', () => {
  const scoring = allAnswered(open(allAnswered(convened), ['chu-tich', ...members]));
  const twice = scoring
    .after('recordAttendance', { sitting: 's1', present: ['chu-tich', 'tv-1', 'tv-2', 'tv-3'] }, secretary, now)
    .after('recordAttendance', { sitting: 's1', present: ['chu-tich', 'tv-1'] }, secretary, now);
  expect(keys(twice)).toEqual(['panel.s1.1.tra-1', 'panel.s1.1.mat-ong-1']);
  expect(keys(allAnswered(twice))).toEqual(['panel.s1.2.tra-1', 'panel.s1.2.mat-ong-1']);
  const nobodyVotes = scoring.after('recordAttendance', { sitting: 's1', present: ['thu-ky'] }, secretary, now);
  expect(keys(nobodyVotes), 'a panel is never emptied').toEqual([]);
});

test('a product is asked by one sitting at a time', () => {
  const twice = convened.after('convene', { ...meeting, sitting: 's2', agenda: ['tra-1', 'ca-phe-1'] }, chair, now);
  expect(keys(twice)).toEqual(['agenda.s1.tra-1', 'agenda.s1.mat-ong-1', 'agenda.s2.ca-phe-1']);
  expect(keys(answered(twice, no, 'agenda.s1.tra-1'))).toEqual(['agenda.s1.mat-ong-1', 'agenda.s2.tra-1', 'agenda.s2.ca-phe-1']);
});

test('no key would be taken for a subject or an id of the loop', () => {
  const scoring = allAnswered(open(allAnswered(convened), ['chu-tich', ...members]))
    .after('declareConflict', { product: 'tra-1', reason: 'họ hàng' }, nobody('tv-1'), now)
    .after('recordAttendance', { sitting: 's1', present: ['chu-tich', 'tv-1', 'tv-2', 'tv-3'] }, secretary, now);
  expect([...keys(convened), ...keys(scoring), ...keys(allAnswered(scoring))].filter((key) => /[:/~]/.test(key))).toEqual([]);
});
