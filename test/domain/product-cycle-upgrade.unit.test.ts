import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, decidingAuthority, given, ocopAgency, producer } from '../kit/domain.ts';
import {
  act,
  atCentre,
  central,
  formerDossier,
  held,
  judged,
  piece,
  province,
  settled,
  upgrade,
  upgradeAtProvince,
  upgradeFiled,
  type Cycle,
} from '../kit/product-cycle.ts';

const [lan, now, authority] = [producer('htx'), at('2027-03-01'), decidingAuthority(province)];
const unborn = given(productCycle);
const holding = (star: 3 | 4 | 5, lastDay = '2029-08-05') => unborn.knowing({ held: held(star, lastDay) });
const keys = ({ state }: Cycle) => productCycle.obligations(state, 'tra-2').map(({ key }) => key);
const decided = at('2027-04-20');
const recognising = (scene: Cycle, star: number) => scene.when('recognise', { star, ...act('2027-04-20') }, authority, decided);
const dutiesOf = ({ state }: Cycle) => productCycle.worklist(state).map(({ command }) => command);

test('an upgrade needs a certificate in force below five stars', () => {
  const ground = { clause: 'dossier.kind', basis: { article: '6.1' } } as const;
  for (const star of [3, 4] as const) holding(star).when('fileDossier', upgrade, lan, now).thenTypes('DossierFiled', 'ReviewRunOpened');
  unborn.when('fileDossier', upgrade, lan, now).thenRejected('KindDoesNotFit', { held: 0, kind: 'upgrade' }, ground);
  holding(5).when('fileDossier', upgrade, lan, now).thenRejected('KindDoesNotFit', { held: 5, kind: 'upgrade' }, ground);
  holding(3, '2027-02-28')
    .when('fileDossier', upgrade, lan, now)
    .thenRejected('CertificateAlreadyEnded', { lastDay: '2027-02-28' }, { clause: 'certificate.inForce' });
});

test('an edition that knows no kinds upgrades what is held, too, and nothing else', () => {
  const former = { ...formerDossier, kind: 'upgrade' };
  const on = at('2021-03-01');
  holding(4, '2022-03-01').when('fileDossier', former, lan, on).thenTypes('DossierFiled', 'ReviewRunOpened');
  unborn.when('fileDossier', former, lan, on).thenRejected('KindDoesNotFit', { held: 0, kind: 'upgrade' }, { basis: { silent: true } });
  holding(5, '2022-03-01').when('fileDossier', former, lan, on).thenRejected('KindDoesNotFit', { held: 5, kind: 'upgrade' });
});

test('an upgrade files the difference, keeps its code, waits for no window and is bound to rounds', () => {
  const evidence = [piece('hợp đồng', ['1.4']), piece('kiểm nghiệm', ['8'], { validUntil: '2027-02-01' })];
  const again = upgradeFiled(3, { dossier: { evidence, productCode: '86-28780-3-2026' } });
  expect(again.state).toMatchObject({ kind: 'upgrade', productCode: '86-28780-3-2026', held: held(3, '2029-08-05') });
  expect(again.state.stage === 'filed' && again.state.evidence).toEqual([
    piece('hợp đồng', ['1.4'], { reusedFrom: 'tra-1' }),
    ...upgrade.evidence,
  ]);
  expect(upgradeAtProvince().state).toMatchObject({ run: { level: 'province', mode: 'meeting', roundId: 'province-1-2027' } });
});

test('an upgrade is noted on no certificate: the one held runs on and reminds as before', () => {
  expect(keys(upgradeFiled())).toEqual(['enrol-2027']);
});

test('a higher star is recognised: a certificate of its own takes the place of the one held', () => {
  const raised = recognising(judged([74, 75, 73], upgradeAtProvince(3)), 4).thenTypes('ProductRecognised');
  const numbered = raised.and(decided, settled('serial', 3));
  expect(productCycle.obligations(numbered.state, 'tra-2').find(({ key }) => key === 'certificate')?.command.data).toMatchObject({
    star: 4,
    effectiveOn: '2027-04-20',
    replaces: 'tra-1',
  });
  expect(
    productCycle.obligations(numbered.and(decided, settled('certificate')).state, 'tra-2').find(({ key }) => key === 'supersede'),
  ).toMatchObject({
    to: { aggregate: 'certificate', id: 'tra-1' },
    command: { data: { by: 'tra-2', on: '2027-04-20' } },
  });
});

test.for([
  [3, [60, 61], 3, 'upgrade.sameStar', 'upgrade.sameStar'],
  [4, [60, 61], 3, 'upgrade.lowerStar', 'upgrade.failKeepsCertificate'],
] as const)(
  '%i stars held: a result of %j fails, is told in a notice, and leaves the certificate alone',
  ([star, totals, result, clause, setting]) => {
    const scene = judged(totals, upgradeAtProvince(star));
    recognising(scene, result).thenRejected('UpgradeNotReached', { star: result, held: star }, { clause, basis: { setting } });
    expect(dutiesOf(scene)).toEqual(['notifyResult']);
    const told = scene.after('notifyResult', act('2027-04-22'), ocopAgency(province), at('2027-04-22'));
    expect(told.state).toMatchObject({ stage: 'not-passed' });
    expect(keys(told.and(decided, settled('serial', 3)))).not.toContain('conclude');
    expect(keys(told).filter((key) => ['certificate', 'supersede', 'conclude'].includes(key))).toEqual([]);
  },
);

test('an upgrade that succeeds is decided before it is told', () => {
  const scene = judged([74, 75, 73], upgradeAtProvince(3));
  scene.when('notifyResult', act('2027-04-22'), ocopAgency(province), at('2027-04-22')).thenRejected('DecisionPending', { star: 4 });
  expect(dutiesOf(scene)).toEqual(['recognise']);
});

test('from 90 on an upgrade goes up as a first evaluation does, and five stars are given by the ministry', () => {
  const approved = judged([90, 92], upgradeAtProvince(4)).after('approveResult', act('2027-04-20'), authority, decided);
  const up = atCentre(approved);
  expect(up.state).toMatchObject({ run: { level: 'central', mode: 'meeting', roundId: 'central-1-2027' } });
  judged([91, 92], up, central)
    .when('recognise', { star: 5, ...act('2027-06-20') }, decidingAuthority('VN'), at('2027-06-20'))
    .thenTypes('ProductRecognised');
  expect(productCycle.worklist(approved.state).map(({ command, role, unit }) => [command, role, unit])).toContainEqual([
    'requestNextLevel',
    committee(province).roles[0]?.role,
    province,
  ]);
});
