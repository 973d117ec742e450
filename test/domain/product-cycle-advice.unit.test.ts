import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { hasDossier } from '../../domain/product-cycle/state.ts';
import { advisoryTeam, at, committee, ocopAgency, producer } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import {
  act,
  atCentre,
  atCommune,
  atDistrict,
  atProvince,
  awaitedAt,
  commune,
  judgedFormer,
  onAgenda,
  province,
  received,
  renewalComplete,
  requested,
  scoring,
  supplementOf,
  type Cycle,
} from '../kit/product-cycle.ts';

const [team, agency, otherTeam] = [advisoryTeam(province), ocopAgency(province), advisoryTeam('01')];
const asked = atProvince().after('requestSupplement', supplementOf('story'), agency, at('2027-03-26'));
const opinion = { opinion: 'hồ sơ đủ minh chứng', points: { A: 33, B: 20, C: 28 } };
const visit = { on: '2027-03-28', results: 'xưởng sạch, đủ nhãn' };
const tests = { tests: ['vi sinh', 'kim loại nặng'], note: 'theo tiêu chuẩn đã công bố' };
const elsewhere: Rows[string]['elsewhere'] = [
  [requested(), 'NotReceived'],
  [asked, 'SupplementPending'],
  [scoring(), 'NotAtThisStage'],
];

const rows: Rows = {
  assess: {
    scene: atProvince(),
    data: opinion,
    by: team,
    on: '2027-03-30',
    events: ['DossierAssessed'],
    becomes: 'received',
    stranger: agency,
    otherUnit: otherTeam,
    elsewhere,
    clause: 'advice.assessment',
    basis: { article: '7.3.c' },
  },
  recordSiteVisit: {
    scene: onAgenda(),
    data: visit,
    by: team,
    on: '2027-04-10',
    events: ['SiteVisited'],
    becomes: 'on-agenda',
    stranger: committee(commune),
    otherUnit: otherTeam,
    elsewhere,
    clause: 'advice.siteVisit',
    basis: { article: '7.3.c, 7.6.c' },
  },
  requestTests: {
    scene: atProvince(),
    data: tests,
    by: agency,
    on: '2027-03-30',
    events: ['TestsRequested'],
    becomes: 'received',
    stranger: producer('htx'),
    otherUnit: ocopAgency('01'),
    elsewhere,
    clause: 'advice.tests',
    basis: { article: '7.3.c, 7.6.c' },
  },
};
whoThenStage(rows);

test('every command of the advice before the council has its row', () => {
  const names = Object.keys(productCycle.commands);
  expect(Object.keys(rows)).toEqual(names.slice(names.indexOf('assess'), names.indexOf('placeOnAgenda')));
});

const assessed = (scene = atProvince()): Cycle => scene.after('assess', opinion, team, at('2027-03-30'));

test('the team assesses with an opinion and may propose points, and never a star', () => {
  atProvince()
    .when('assess', { opinion: 'được' }, team, at('2027-03-30'))
    .thenEvents({ type: 'DossierAssessed', data: { opinion: 'được' } });
  atProvince()
    .when('assess', { ...opinion, star: 4 }, team, at('2027-03-30'))
    .thenRejected('Malformed', { fields: ['star'] });
  atProvince()
    .when('assess', { ...opinion, points: { A: 41, B: 20, C: 28 } }, team, at('2027-03-30'))
    .thenRejected('PartOutOfRange', { part: 'A', max: 40 }, { clause: 'scoring.parts', basis: { article: '3.1' } });
});

test('a level without an advisory team has no assessment', () => {
  const ground = { clause: 'advice.assessment', basis: { councilRegulation: 'advice' } } as const;
  atDistrict().when('assess', opinion, advisoryTeam('829'), at('2021-03-10')).thenRejected('NotThisLevel', undefined, ground);
  atCommune()
    .when('assess', opinion, advisoryTeam(commune), at('2027-03-10'))
    .thenRejected('NotThisLevel', { level: 'commune', unit: commune }, { clause: 'advice.assessment', basis: { article: '7.3.c' } });
  atCentre().when('assess', opinion, advisoryTeam('VN'), at('2027-05-12')).thenTypes('DossierAssessed');
});

test('a renewal is reported on by the agency instead; older rules know no such report and have the team assess', () => {
  renewalComplete(4)
    .when('assess', opinion, team, at('2029-03-05'))
    .thenRejected('NotYourPart', { who: ['ocopAgency'] }, { clause: 'agency.report', basis: { article: '7.6.c, 7.6.e' } });
  expect(awaitedAt(renewalComplete(4)).filter((row) => row.startsWith('assess'))).toEqual([]);
  const former = judgedFormer([52], atDistrict(), { level: 'district', unit: '829', on: '2021-03-20' })
    .after('requestNextLevel', act('2021-04-01'), committee('829'), at('2021-04-01'))
    .after('receive', received, ocopAgency('83'), at('2021-04-05'));
  former.when('assess', { opinion: 'được' }, advisoryTeam('83'), at('2021-04-06')).thenTypes('DossierAssessed');
  expect(
    awaitedAt(former).filter((row) => row.startsWith('assess')),
    'left to the council',
  ).toEqual([]);
});

test('visits and tests are of the levels that evaluate, for a renewal too', () => {
  const ground = (clause: 'advice.siteVisit' | 'advice.tests') => ({ clause, basis: { article: '7.3.c, 7.6.c' } }) as const;
  const here = ocopAgency(commune);
  const level = { level: 'commune', unit: commune };
  atCommune()
    .when('recordSiteVisit', { ...visit, on: '2027-03-02' }, here, at('2027-03-10'))
    .thenRejected('NotThisLevel', level, ground('advice.siteVisit'));
  atCommune().when('requestTests', tests, here, at('2027-03-10')).thenRejected('NotThisLevel', level, ground('advice.tests'));
  renewalComplete(5)
    .when('recordSiteVisit', { ...visit, on: '2029-03-05' }, agency, at('2029-03-05'))
    .thenTypes('SiteVisited');
});

test('a visit is recorded when it has been made', () => {
  atProvince()
    .when('recordSiteVisit', { ...visit, on: '2027-03-31' }, team, at('2027-03-30'))
    .thenRejected('DayInFuture', { on: '2027-03-31' }, { clause: 'legalAct.effectiveOn', basis: { setting: 'legalAct.effectiveOn' } });
});

test('the team is awaited until it has assessed this run, and the dossier goes on without it', () => {
  const due = `assess: advisoryTeam ${province} until 2027-06-29`;
  expect(awaitedAt(atProvince())).toContain(due);
  expect(awaitedAt(onAgenda())).toEqual([due]);
  expect(awaitedAt(assessed())).not.toContain(due);
  expect(awaitedAt(onAgenda(assessed()))).toEqual([]);
  expect(awaitedAt(atCentre())).toContain('assess: advisoryTeam VN until 2027-09-29');
});

test('what was found out stays with its run, whatever follows', () => {
  const { state } = assessed()
    .after('requestTests', tests, team, at('2027-03-30'))
    .after('recordSiteVisit', visit, agency, at('2027-03-31'));
  expect(hasDossier(state) && state.advice).toMatchObject([
    { is: 'assessment', run: { level: 'province', n: 1 }, on: '2027-03-30', opinion: opinion.opinion, points: opinion.points },
    { is: 'tests', tests: tests.tests },
    { is: 'site-visit', on: '2027-03-28', results: visit.results },
  ]);
  const withdrawn = assessed().after('withdrawDossier', {}, producer('htx'), at('2027-04-01'));
  expect(hasDossier(withdrawn.state) && withdrawn.state.advice).toHaveLength(1);
});
