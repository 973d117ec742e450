import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import {
  at,
  chair,
  committee,
  decidingAuthority,
  engineActor,
  given,
  holding,
  member,
  nobody,
  ocopAgency,
  producer,
} from '../kit/domain.ts';
import {
  act,
  approved,
  atCentre,
  atCommune,
  atDistrict,
  atProvince,
  central,
  commune,
  filed,
  htx,
  judged,
  judgedFormer,
  formerFiled,
  onAgenda,
  panelOf,
  place,
  province,
  recognised,
  regulation,
  renewalAtProvince,
  renewalComplete,
  reported,
  requested,
  scored,
  scoring,
  sheetsIn,
  supplementOf,
  type Cycle,
} from '../kit/product-cycle.ts';

/** "command: role unit [person] [until day]" */
const awaited = ({ state }: Cycle): string[] =>
  productCycle
    .worklist(state)
    .map(({ command, role, unit, person, due }) =>
      [`${command}:`, role, unit, person, due && `until ${due.day}`].filter(Boolean).join(' '),
    );
const here = committee(commune);
const idea = given(productCycle).after('proposeIdea', { place, name: 'Trà', idea: 'trà của làng' }, nobody('lan'), at('2027-01-05'));
const accepted = idea.after('acceptIdea', {}, here, at('2027-01-06'));
const planned = accepted.after('submitPlan', { producer: htx, summary: 'ba năm' }, producer('htx'), at('2027-01-10'));
const planAccepted = planned.after('acceptPlan', {}, here, at('2027-01-11'));
const asked = atCommune().after('requestSupplement', supplementOf('story'), here, at('2027-03-05'));
const district = { level: 'district', unit: '829', on: '2021-03-20' } as const;

const table: readonly [string, Cycle, readonly string[]][] = [
  ['unborn', given(productCycle), []],
  ['an idea', idea, [`acceptIdea: committee ${commune}`]],
  ['an accepted idea', accepted, [`submitPlan: producer ${commune} lan`]],
  ['a plan', planned, [`acceptPlan: committee ${commune}`]],
  ['a returned plan', planned.after('returnPlan', { note: 'x' }, here, at('2027-01-11')), ['submitPlan: producer htx']],
  ['an accepted plan', planAccepted, ['reportImplementation: producer htx', 'fileDossier: producer htx']],
  ['filed', filed(), [`receive: committee ${commune}`]],
  ['received on 01/03/2027', atCommune(), [`report: committee ${commune} until 2027-03-22`]],
  ['a supplement', asked, ['supplement: producer htx until 2027-03-31']],
  ['reported', reported(), [`requestNextLevel: committee ${commune} until 2027-04-29`]],
  ['requested', requested(), [`receive: ocopAgency ${province} until 2027-06-29`]],
  [
    'at the province',
    atProvince(),
    [`assess: advisoryTeam ${province} until 2027-06-29`, `placeOnAgenda: ocopAgency ${province} until 2027-06-29`],
  ],
  ['on the agenda', onAgenda(), [`assess: advisoryTeam ${province} until 2027-06-29`]],
  ['scoring', sheetsIn([80, 80]), ['submitSheet: councilMember council P3', 'submitSheet: councilMember council P4']],
  ['every sheet in', sheetsIn([80, 80, 80, 80]), ['closeScoring: councilChair council P1']],
  ['scored', scored([80, 80, 80, 80]), ['reportCouncilResult: councilChair council P1']],
  ['four stars', judged([80]), [`recognise: decidingAuthority ${province} until 2027-06-29`]],
  ['five stars at the province', judged([90]), [`approveResult: decidingAuthority ${province} until 2027-06-29`]],
  ['two stars', judged([49]), [`notifyResult: ocopAgency ${province}`]],
  ['approved', approved(), [`requestNextLevel: committee ${province} until 2027-07-29`, `notifyResult: ocopAgency ${province}`]],
  ['at the centre', atCentre(), ['assess: advisoryTeam VN until 2027-09-29', 'placeOnAgenda: ocopAgency VN until 2027-09-29']],
  ['five stars at the centre', judged([95], atCentre(), central), ['recognise: decidingAuthority VN until 2027-09-29']],
  ['recognised', recognised(), [`notifyResult: ocopAgency ${province}`, `publishResult: decidingAuthority ${province}`]],
  [
    'notified',
    recognised().after('notifyResult', act('2027-04-25'), ocopAgency(province), at('2027-04-25')),
    [`publishResult: decidingAuthority ${province}`],
  ],
  ['filed under 1048', formerFiled(), ['receive: committee 829']],
  ['52 points of a district', judgedFormer([52], atDistrict(), district), ['requestNextLevel: committee 829']],
  ['49 points of a district', judgedFormer([49], atDistrict(), district), ['notifyResult: committee 829']],
  ['a renewal at the province', renewalAtProvince(), [`confirmComplete: ocopAgency ${province}`]],
  ['a complete renewal of five stars', renewalComplete(5), [`reportByAgency: ocopAgency ${province} until 2029-04-16`]],
];
test.for(table)('%s: the right person in the right unit is awaited, until the right day', ([, scene, expected]) => {
  expect(awaited(scene)).toEqual(expected);
});

test('whoever is awaited may act: every duty is also a permission, but for what a council does by convening', () => {
  for (const [, { state }] of table) {
    for (const { command, role, unit, person } of productCycle.worklist(state)) {
      if (command === 'placeOnAgenda') continue;
      expect(productCycle.availableCommands(state, holding(role, unit, person))).toContain(command);
    }
  }
});

test('a due day tells its whole computation, and that 2027 has no official calendar yet', () => {
  expect(productCycle.worklist(atCommune().state)[0]?.due).toEqual({
    day: '2027-03-22',
    from: '2027-03-01',
    count: 15,
    unit: 'working-days',
    skipped: [],
    provisional: true,
    clause: 'commune.report',
    basis: { article: '7.2' },
  });
  expect(productCycle.worklist(asked.state)[0]?.due).toMatchObject({
    day: '2027-03-31',
    from: '2027-03-01',
    unit: 'fixed',
    provisional: false,
    basis: { article: '7.3.a, 7.3.c' },
  });
});

test('recused and absent members are awaited no more, the secretary only where he scores', () => {
  const one = scoring()
    .after('recuse', { person: 'P2', reason: 'x' }, chair('P1'), at('2027-04-10'))
    .after('changePanel', { members: ['P1', 'P2', 'P3'] }, engineActor, at('2027-04-10'));
  expect(awaited(one)).toEqual(['submitSheet: councilMember council P1', 'submitSheet: councilMember council P3']);
  const withSecretary = (secretaryScores: boolean) =>
    onAgenda().after(
      'openScoring',
      {
        panel: panelOf(['P1', 'S']),
        regulation: { ...regulation, secretaryScores },
      },
      engineActor,
      at('2027-04-10'),
    );
  expect(awaited(withSecretary(false))).toEqual(['submitSheet: councilMember council P1']);
  expect(awaited(withSecretary(true))).toEqual(['submitSheet: councilMember council P1', 'submitSheet: councilMember council S']);
});

test('each sees what he may do here, and only that', () => {
  const may = (scene: Cycle, actor: typeof here) => productCycle.availableCommands(scene.state, actor);
  expect(may(given(productCycle), nobody())).toEqual(['proposeIdea']);
  expect(may(given(productCycle), producer('htx'))).toEqual(['proposeIdea', 'fileDossier']);
  expect(may(atCommune(), here)).toEqual([
    'requestSupplement',
    'report',
    'withdrawDossier',
    'reportCouncilResult',
    'closeGate',
    'correct',
    'handOver',
  ]);
  expect(may(atCommune(), committee('11111'))).toEqual([]);
  expect(may(atCommune(), engineActor)).toEqual(['placeOnAgenda', 'carryOver']);
  expect(may(atProvince(), ocopAgency(province))).toEqual([
    'requestSupplement',
    'confirmComplete',
    'reportByAgency',
    'recordSiteVisit',
    'requestTests',
    'reportCouncilResult',
    'closeGate',
    'correct',
    'moveToRound',
  ]);
  expect(may(scoring(), member('P2'))).toEqual(['submitSheet']);
  expect(may(scoring(), chair('P1'))).toEqual(['recuse', 'submitSheet', 'referToMeeting', 'closeScoring', 'closeGate']);
  expect(may(judged([80]), decidingAuthority(province))).toEqual([
    'sendBack',
    'recognise',
    'approveResult',
    'sendDown',
    'correct',
    'closeByTransition',
  ]);
  expect(may(asked, producer('htx'))).toEqual(['supplement', 'withdrawDossier']);
});
