import { expect, test } from 'vitest';
import { at, chair, engineActor, given, member, nobody, secretary } from '../kit/domain.ts';
import { productCycle } from '../../domain/product-cycle/index.ts';
import {
  act,
  atCommune,
  atDistrict,
  atProvince,
  digest,
  judged,
  judgedFormer,
  onAgenda,
  panelOf,
  province,
  regulation,
  renewalComplete,
  scored,
  scoring,
  sheetOf,
  sheetsIn,
  unsigned,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

const now = at('2027-04-10');
const sheet = sheetOf(80);
const P1 = member('P1');
const agenda = { council: 'council', level: 'province', unit: province, sitting: 'sitting-1', on: '2027-04-10' };
const open = (panel: object, rules: object = {}): Cycle =>
  onAgenda().after('openScoring', { panel: panelOf(['P1', 'P2', 'P3'], panel), regulation: { ...regulation, ...rules } }, engineActor, now);

test('a council puts on its agenda what has reached its own level and unit', () => {
  const ground = { clause: 'agenda.place', basis: { councilRegulation: 'agenda' } } as const;
  const placed = { council: 'council', sitting: 'sitting-1', on: '2027-04-10' };
  atProvince().when('placeOnAgenda', agenda, engineActor, now).thenEvents({ type: 'PlacedOnAgenda', data: placed });
  for (const wrong of [{ unit: '01' }, { level: 'central', unit: 'VN' }, { level: 'district' }]) {
    atProvince()
      .when('placeOnAgenda', { ...agenda, ...wrong }, engineActor, now)
      .thenRejected('NotThisLevel', { level: 'province', unit: province }, ground);
  }
  atDistrict()
    .when('placeOnAgenda', { ...agenda, level: 'district', unit: '829' }, engineActor, at('2021-03-10'))
    .thenTypes('PlacedOnAgenda');
});

test('where a report is due, no council judges', () => {
  atCommune()
    .when('placeOnAgenda', { ...agenda, level: 'commune', unit: '28780' }, engineActor, now)
    .thenRejected('NotThisLevel');
  renewalComplete(5).when('placeOnAgenda', agenda, engineActor, at('2029-03-10')).thenRejected('NotThisLevel');
});

test('only the panel hands in sheets, each member his own', () => {
  const scene = scoring();
  scene.when('submitSheet', { member: 'P1', sheet }, P1, now).thenEvents({ type: 'SheetSubmitted', data: { member: 'P1', sheet } });
  scene
    .when('submitSheet', { member: 'X', sheet }, member('X'), now)
    .thenRejected('NotOnPanel', { person: 'X' }, { clause: 'scoring.panel', basis: { councilRegulation: 'panel' } });
  scene
    .when('submitSheet', { member: 'P1', sheet }, nobody('minh'), now)
    .thenRejected('NotYourPart', { who: ['councilMember', 'councilSecretary'] }, { clause: 'scoring.sheet' });
});

test('a paper sheet is typed in by the secretary, with its scan', () => {
  const typed = (data: object) => scoring().when('submitSheet', { member: 'P1', sheet, ...data }, secretary('S'), now);
  typed({}).thenRejected('ScanMissing', false, { clause: 'scoring.sheet', basis: { article: '7.3.d, 7.6.d, App. II' } });
  typed({ scan: digest('b') }).thenEvents({ type: 'SheetSubmitted', data: { member: 'P1', sheet, scan: digest('b'), enteredBy: 'S' } });
});

test('the secretary scores where the regulation lets him', () => {
  const own = { member: 'S', sheet };
  scoring()
    .when('submitSheet', own, secretary('S'), now)
    .thenRejected('SecretaryDoesNotScore', { person: 'S' }, { clause: 'scoring.secretary', basis: { councilRegulation: 'secretary' } });
  open({}, { secretaryScores: true }).when('submitSheet', own, secretary('S'), now).thenTypes('SheetSubmitted');
});

test('who is recused hands in no sheet, and one handed in before does not count', () => {
  const one = scoring()
    .after('submitSheet', { member: 'P2', sheet: sheetOf(20) }, member('P2'), now)
    .after('recuse', { person: 'P2', reason: 'người nhà' }, chair('P1'), now);
  one
    .when('submitSheet', { member: 'P2', sheet }, member('P2'), now)
    .thenRejected('MemberIsRecused', { person: 'P2' }, { clause: 'scoring.recusal', basis: { setting: 'council.recusalComputed' } });
  const three = ['P1', 'P3', 'P4'].reduce(
    (scene, person) => scene.after('submitSheet', { member: person, sheet }, member(person), now),
    one,
  );
  expect(three.when('closeScoring', {}, chair('P1'), now).state).toMatchObject({ mean: { sum: 240, count: 3 } });
});

test('who is not on the panel cannot be recused; the engine may recuse, too', () => {
  scoring()
    .when('recuse', { person: 'X', reason: 'y' }, chair('P1'), now)
    .thenRejected('NotOnPanel', { person: 'X' }, { clause: 'scoring.panel' });
  scoring().when('recuse', { person: 'P2', reason: 'y' }, engineActor, now).thenTypes('MemberRecused');
});

test('a member has one sheet', () => {
  sheetsIn([80])
    .when('submitSheet', { member: 'P1', sheet }, P1, now)
    .thenRejected('SheetAlreadySubmitted', { person: 'P1' }, { clause: 'scoring.sheet' });
});

test('parts keep within their edition: 40/25/35 now, 35/25/40 under 1048', () => {
  const former = scoring(onAgenda(atDistrict(), { level: 'district', unit: '829', on: '2021-03-20' }), '2021-03-20');
  const give = (scene: Cycle, parts: object) =>
    scene.when(
      'submitSheet',
      { member: 'P1', sheet: { kind: 'parts', A: 0, B: 0, C: 0, ...parts } },
      P1,
      scene === former ? at('2021-03-20') : now,
    );
  give(scoring(), { A: 40, B: 25, C: 35 }).thenTypes('SheetSubmitted');
  give(scoring(), { C: 36 }).thenRejected('PartOutOfRange', { part: 'C', max: 35 }, { clause: 'scoring.parts', basis: { article: '3.1' } });
  give(former, { A: 35, B: 25, C: 40 }).thenTypes('SheetSubmitted');
  give(former, { A: 36 }).thenRejected(
    'PartOutOfRange',
    { part: 'A', max: 35 },
    { clause: 'scoring.parts', basis: { article: 'QĐ 1048' } },
  );
  give(scoring(), { A: -1 }).thenRejected('Malformed', { fields: ['sheet.A'] });
  give(scoring(), { B: 2.5 }).thenRejected('Malformed', { fields: ['sheet.B'] });
});

test('scoring closes when everybody present and not recused has handed in', () => {
  sheetsIn([80, 81])
    .when('closeScoring', {}, chair('P1'), now)
    .thenRejected('SheetsMissing', { persons: ['P3', 'P4'] }, { clause: 'scoring.allSheets', basis: { councilRegulation: 'sheets' } });
  sheetsIn([80, 81])
    .after('changePanel', { members: ['P1', 'P2'] }, engineActor, now)
    .when('closeScoring', {}, chair('P1'), now)
    .thenTypes('ScoringClosed');
});

test('without a single sheet there is no mean, whoever is recused', () => {
  const none = ['P1', 'P2', 'P3', 'P4'].reduce(
    (scene, person) => scene.after('recuse', { person, reason: 'x' }, engineActor, now),
    scoring(),
  );
  none.when('closeScoring', {}, chair('P1'), now).thenRejected('SheetsMissing', { persons: [] });
});

test('who has left the panel leaves the denominator, and counts again when he is back', () => {
  const three = sheetsIn([60, 80, 90, 70]).after('changePanel', { members: ['P1', 'P2', 'P3'] }, engineActor, now);
  expect(three.when('closeScoring', {}, chair('P1'), now).state).toMatchObject({ mean: { sum: 230, count: 3 } });
  const back = three.after('changePanel', { members: ['P1', 'P2', 'P3', 'P4'] }, engineActor, now);
  expect(back.when('closeScoring', {}, chair('P1'), now).state).toMatchObject({ mean: { sum: 300, count: 4 } });
});

test('the secretary stays out of the mean: 536/6, not 635/7', () => {
  const members = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
  const result = scored([89, 90, 88, 90, 89, 90], scoring(onAgenda(), '2027-04-10', [...members, 'S']));
  expect(result.state).toMatchObject({ mean: { sum: 536, count: 6 } });
});

test('the result is the exact mean and its star, with the paper of the council', () => {
  const paper = act('2027-04-10', '07/BC-HĐ');
  scored([89, 90, 89, 90])
    .when('reportCouncilResult', paper, chair('P1'), now)
    .thenEvents({ type: 'CouncilResultReported', data: { ...paper, source: 'sheets', mean: { sum: 358, count: 4 }, star: 4 } });
  scored([80, 80, 80, 80]).when('reportCouncilResult', unsigned('2027-04-10'), chair('P1'), now).thenRejected('DocumentMissing', false);
  scored([80, 80, 80, 80])
    .when('reportCouncilResult', act('2027-04-11'), chair('P1'), now)
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2027-04-11' });
});

test.for([
  [100, 5],
  [90, 5],
  [89, 4],
  [70, 4],
  [69, 3],
  [50, 3],
  [49, 2],
  [30, 2],
  [29, 1],
  [0, 1],
] as const)('%i points are %i stars in both editions', ([total, star]) => {
  const district: Sitting = { level: 'district', unit: '829', on: '2021-03-20' };
  for (const scene of [judged([total]), judgedFormer([total], atDistrict(), district)])
    expect(scene.state).toMatchObject({ result: { star, mean: { sum: total, count: 1 } } });
});

test('a person called after a property of every object is a person like any other', () => {
  const scene = onAgenda().after(
    'openScoring',
    { panel: panelOf(['__proto__', 'constructor'], { chair: 'constructor' }), regulation },
    engineActor,
    now,
  );
  const both = scene
    .after('submitSheet', { member: 'constructor', sheet }, member('constructor'), now)
    .after('submitSheet', { member: '__proto__', sheet }, member('__proto__'), now);
  expect(both.when('closeScoring', {}, chair('constructor'), now).state).toMatchObject({ mean: { sum: 160, count: 2 } });
  expect(given(productCycle).state).toEqual({ stage: 'unborn' });
});

test('when its chair has left the council, another has the word, also over a scoring that is closed, and its members stand', () => {
  const closed = scored([60, 80, 90, 70]);
  const later = closed.when('changePanel', { chair: 'P2' }, engineActor, now).thenEvents({ type: 'PanelChanged', data: { chair: 'P2' } });
  const minutes = act('2027-04-12');
  later.when('reportCouncilResult', minutes, nobody('P2'), at('2027-04-12')).thenTypes('CouncilResultReported');
  later.when('reportCouncilResult', minutes, nobody('P1'), at('2027-04-12')).thenRejected('NotYourPart');
  closed.when('changePanel', { members: ['P1'] }, engineActor, now).thenRejected('ScoringNotOpen', false, { clause: 'scoring.panel' });
});
