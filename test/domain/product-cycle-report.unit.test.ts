import { expect, test } from 'vitest';
import type { Actor } from '../../domain/people/actor.ts';
import { at, committee, decidingAuthority, engineActor, ocopAgency } from '../kit/domain.ts';
import {
  act,
  approved,
  atCentre,
  atCommune,
  atDistrict,
  atProvince,
  commune,
  filed,
  findings,
  judged,
  judgedFormer,
  formerFiled,
  province,
  received,
  renewalAtProvince,
  renewalComplete,
  renewalFiled,
  reported,
  unsigned,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

const here = committee(commune);
const agency = ocopAgency(province);
const upward = { clause: 'request.forwarding', basis: { article: '7.3.e' } } as const;
const district: Sitting = { level: 'district', unit: '829', on: '2021-03-20' };
const paperless = { clause: 'legalAct.document', basis: { setting: 'legalAct.document' } } as const;
const ahead = { clause: 'legalAct.effectiveOn', basis: { setting: 'legalAct.effectiveOn' } } as const;

test('the commune reports its four findings and the paper that holds them', () => {
  const data = { findings, ...act('2027-03-19') };
  atCommune().when('report', data, here, at('2027-03-19')).thenEvents({ type: 'CommuneReported', data });
});

test('a report names the findings it has not made', () => {
  const { origin, labour } = findings;
  atCommune()
    .when('report', { findings: { origin, labour }, ...act('2027-03-19') }, here, at('2027-03-19'))
    .thenRejected(
      'FindingsMissing',
      { contents: ['idea', 'identity'] },
      { clause: 'commune.findings', basis: { article: '7.2, form 03' } },
    );
});

test('where a council judges, no committee reports in its stead', () => {
  atProvince()
    .when('report', { findings, ...act('2027-03-26') }, committee(province), at('2027-03-26'))
    .thenRejected('NotThisLevel', { level: 'province', unit: province }, { clause: 'commune.report', basis: { article: '7.2' } });
  atDistrict()
    .when('report', { findings, ...act('2021-03-05') }, committee('829'), at('2021-03-05'))
    .thenRejected('NotThisLevel', { level: 'district', unit: '829' }, { clause: 'commune.report', basis: { silent: true } });
});

test('a late report is taken: nothing lapses because nobody acted', () => {
  atCommune()
    .when('report', { findings, ...act('2027-06-01') }, here, at('2027-06-01'))
    .thenTypes('CommuneReported');
});

test('the agency reports renewals alone: for the council of five stars, into the papers of the others', () => {
  const ground = { clause: 'agency.report', basis: { article: '7.6.c, 7.6.e' } } as const;
  const data = { report: 'giữ vững', ...act('2029-03-10') };
  const intoPapers = renewalComplete(4).when('reportByAgency', data, agency, at('2029-03-10'));
  intoPapers.thenEvents({ type: 'AgencyReported', data });
  expect(intoPapers.state).toMatchObject({ stage: 'received', isComplete: true, due: { day: '2029-04-16' } });
  expect(renewalComplete(5).when('reportByAgency', data, agency, at('2029-03-10')).state.stage).toBe('reported');
  atProvince()
    .when('reportByAgency', { report: 'x', ...act('2027-03-26') }, agency, at('2027-03-26'))
    .thenRejected('NotThisLevel', { level: 'province', unit: province }, ground);
  atDistrict()
    .when('reportByAgency', { report: 'x', ...act('2021-03-05') }, ocopAgency('829'), at('2021-03-05'))
    .thenRejected('NotThisLevel', undefined, { clause: 'agency.report', basis: { silent: true } });
});

test('a renewal is reported on and put on an agenda when its request has been found complete', () => {
  const ground = { clause: 'request.complete', basis: { article: '7.6.g' } } as const;
  const agenda = { council: 'c', level: 'province', unit: province, sitting: 's', on: '2029-03-20' };
  renewalAtProvince(5)
    .when('reportByAgency', { report: 'x', ...act('2029-03-02') }, agency, at('2029-03-02'))
    .thenRejected('RequestNotComplete', false, ground);
  renewalAtProvince(4).when('placeOnAgenda', agenda, engineActor, at('2029-03-02')).thenRejected('RequestNotComplete', false, ground);
  renewalComplete(4).when('placeOnAgenda', agenda, engineActor, at('2029-03-03')).thenTypes('PlacedOnAgenda');
});

test('a request opens the run of the next level, in the round it falls into', () => {
  const data = act('2027-03-22');
  const run = { level: 'province', n: 1, role: 'council', mode: 'meeting', roundId: 'province-1-2027', trigger: 'first' };
  reported()
    .when('requestNextLevel', data, here, at('2027-03-22'))
    .thenEvents({ type: 'NextLevelRequested', data: { ...data, from: 'commune', to: 'province' } }, { type: 'ReviewRunOpened', data: run });
  const rounds = [
    ['2027-04-29', 'province-1-2027'],
    ['2027-04-30', 'province-2-2027'],
    ['2027-10-29', 'province-2-2027'],
    ['2027-10-30', 'province-1-2028'],
  ];
  for (const [day = '', roundId] of rounds)
    expect(reported().when('requestNextLevel', act(day), here, at(day)).state).toMatchObject({ run: { roundId } });
});

test('the agency of the level may send the request too', () => {
  const up = approved();
  up.when('requestNextLevel', act('2027-05-04'), agency, at('2027-05-04')).thenTypes('NextLevelRequested', 'ReviewRunOpened');
  up.when('requestNextLevel', act('2027-05-04'), here, at('2027-05-04')).thenRejected('NotYourUnit', { units: [province] });
});

test('five samples go up with the request, none for tourism', () => {
  const bare = (more: object) => reported(filed(more).after('receive', { ...received, samples: 4 }, here, at('2027-03-01')));
  bare({})
    .when('requestNextLevel', act('2027-03-22'), here, at('2027-03-22'))
    .thenRejected('SamplesMissing', { count: 5 }, { clause: 'dossier.samples', basis: { article: '6.2, 6.3' } });
  bare({ set: 26 }).when('requestNextLevel', act('2027-03-22'), here, at('2027-03-22')).thenTypes('NextLevelRequested', 'ReviewRunOpened');
  const handedIn = bare({}).when('requestNextLevel', { samples: 5, ...act('2027-03-22') }, here, at('2027-03-22'));
  handedIn.thenTypes('NextLevelRequested', 'ReviewRunOpened');
  bare({})
    .when('requestNextLevel', { samples: 1, ...act('2027-03-22') }, here, at('2027-03-22'))
    .thenRejected('SamplesMissing', { count: 5 });
  const former = judgedFormer(
    [52],
    formerFiled().after('receive', { ...received, samples: 0 }, committee('829'), at('2021-03-02')),
    district,
  );
  former
    .when('requestNextLevel', act('2021-04-01'), committee('829'), at('2021-04-01'))
    .thenRejected('SamplesMissing', { count: 5 }, { basis: { article: 'QĐ 1048' } });
});
test('under 1048 a district of less than 50 asks nobody, and needs no approval at 50', () => {
  judgedFormer([49], atDistrict(), district)
    .when('requestNextLevel', act('2021-04-01'), committee('829'), at('2021-04-01'))
    .thenRejected('BelowForwarding', { mean: '49.00' }, { clause: 'request.forwarding', basis: { setting: 'levels.forwardsWhen' } });
  judgedFormer([50], atDistrict(), district)
    .when('requestNextLevel', act('2021-04-01'), committee('829'), at('2021-04-01'))
    .thenTypes('NextLevelRequested', 'ReviewRunOpened');
});

test('the province asks the centre from 90 on, and only with an approved result', () => {
  judged([89, 90])
    .when('requestNextLevel', act('2027-04-20'), committee(province), at('2027-04-20'))
    .thenRejected('BelowForwarding', { mean: '89.50' }, upward);
  judged([90, 90])
    .when('requestNextLevel', act('2027-04-20'), committee(province), at('2027-04-20'))
    .thenRejected('MustGoUp', { mean: '90.00' }, { clause: 'decision.approval', basis: { article: '7.3.e' } });
  judged([90, 90])
    .after('approveResult', act('2027-04-20'), decidingAuthority(province), at('2027-04-20'))
    .when('requestNextLevel', act('2027-05-04'), committee(province), at('2027-05-04'))
    .thenTypes('NextLevelRequested', 'ReviewRunOpened');
});

test('from the centre nothing goes up', () => {
  judged([95], atCentre(), { level: 'central', unit: 'VN', on: '2027-06-10' })
    .when('requestNextLevel', act('2027-06-20'), committee('VN'), at('2027-06-20'))
    .thenRejected('BelowForwarding', { mean: '95.00' }, upward);
});

test('a renewal goes up apart from the rounds, and to a meeting of the centre from 90 on', () => {
  const up = judged([92], renewalComplete(4), { level: 'province', unit: province, on: '2029-04-10' })
    .after('approveResult', act('2029-04-12'), decidingAuthority(province), at('2029-04-12'))
    .when('requestNextLevel', act('2029-04-13'), committee(province), at('2029-04-13'));
  expect(up.state).toMatchObject({ stage: 'requested', run: { level: 'central', mode: 'meeting', roundId: null } });
  expect(renewalFiled(3).state).toMatchObject({ run: { level: 'commune', roundId: null } });
});

const acts: readonly [string, Cycle, object, Actor, string][] = [
  ['report', atCommune(), { findings }, here, '2027-03-19'],
  ['reportByAgency', renewalComplete(5), { report: 'x' }, agency, '2029-03-10'],
  ['requestNextLevel', reported(), {}, here, '2027-03-22'],
];
test.for(acts)('%s needs its whole paper, and takes effect no later than it is recorded', ([command, scene, data, by, day]) => {
  scene.when(command, { ...data, ...unsigned(day) }, by, at(day)).thenRejected('DocumentMissing', false, paperless);
  scene
    .when(command, { ...data, ...act('2031-01-01') }, by, at(day))
    .thenRejected('EffectiveDayInFuture', { effectiveOn: '2031-01-01' }, ahead);
});
