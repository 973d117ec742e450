import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, decidingAuthority, given, ocopAgency, producer } from '../kit/domain.ts';
import {
  act,
  dossier,
  findings,
  formerPlace,
  judged,
  place,
  province,
  received,
  commune,
  settled,
  type Cycle,
  type Sitting,
} from '../kit/product-cycle.ts';

/* Whole ways under the two editions between 1048 and 26/2026, as far as the acts exist: sending down is not built. */

const district: Sitting = { level: 'district', unit: '829', on: '2024-03-20' };
const formerProvince: Sitting = { level: 'province', unit: '83', on: '2024-05-20' };
const filedUnder148 = (): Cycle =>
  given(productCycle).after('fileDossier', { ...dossier, place: formerPlace }, producer('htx'), at('2024-03-01'));
const atDistrict = (scene = filedUnder148()): Cycle => scene.after('receive', received, committee('829'), at('2024-03-02'));
const atFormerProvince = (): Cycle =>
  judged([72], atDistrict(), district)
    .after('approveResult', act('2024-03-25'), decidingAuthority('829'), at('2024-03-25'))
    .after('requestNextLevel', act('2024-04-01'), committee('829'), at('2024-04-01'))
    .after('receive', received, ocopAgency('83'), at('2024-04-05'));
const owedBy = ({ state }: Cycle) => productCycle.obligations(state, 'tra-1').map(({ key }) => key);
const awaited = ({ state }: Cycle) => productCycle.worklist(state).map(({ command, role, unit }) => `${command}: ${role} ${unit}`);

test('under 148 a district mean of 66 makes three stars of the district, and a certificate of the district is owed', () => {
  const decided = judged([66], atDistrict(), district);
  expect(awaited(decided)).toContain('recognise: decidingAuthority 829');
  decided
    .when('requestNextLevel', act('2024-04-01'), committee('829'), at('2024-04-01'))
    .thenRejected('BelowForwarding', { mean: '66.00' }, { basis: { setting: 'levels.forwardsWhen' } });
  const end = decided
    .and(at('2024-03-21'), settled('serial', 3))
    .after('recognise', { star: 3, ...act('2024-04-01') }, decidingAuthority('829'), at('2024-04-01'));
  expect(end.state).toMatchObject({ stage: 'recognised', edition: 'qd-148-2023', decision: { star: 3 } });
  expect(productCycle.obligations(end.state, 'tra-1').find(({ key }) => key === 'certificate')?.command.data).toMatchObject({
    star: 3,
    issuer: '829',
    level: 'district',
    issuedUnder: 'qd-148-2023',
    productCode: '83-829-28780-3-2024',
  });
  expect(owedBy(end), 'no form number of 148 was found').not.toContain('form-number-district');
});

test('under 148 a district mean of 72 goes up, and 75 at the province makes four stars there', () => {
  judged([72], atDistrict(), district)
    .when('recognise', { star: 4, ...act('2024-03-25') }, decidingAuthority('829'), at('2024-03-25'))
    .thenRejected('MustGoUp', { mean: '72.00' });
  const end = judged([75], atFormerProvince(), formerProvince).after(
    'recognise',
    { star: 4, ...act('2024-06-01') },
    decidingAuthority('83'),
    at('2024-06-01'),
  );
  expect(end.state).toMatchObject({ stage: 'recognised', edition: 'qd-148-2023', decision: { star: 4 }, run: { level: 'province' } });
  expect(end.state.stage === 'recognised' && end.state.results.map((each) => [each.run.level, 'mean' in each && each.mean])).toEqual([
    ['district', { sum: 72, count: 1 }],
  ]);
});

test('under 148 three stars at the province are not its own to give: it waits for sending down', () => {
  judged([66], atFormerProvince(), formerProvince)
    .when('recognise', { star: 3, ...act('2024-06-01') }, decidingAuthority('83'), at('2024-06-01'))
    .thenRejected('NotTheDecidingAuthority', { star: 3, level: 'province' }, { basis: { article: 'QĐ 148' } });
});

test('under 1489 the commune reports without a due day, and 75 at the province makes four stars', () => {
  const atCommune = given(productCycle)
    .after('fileDossier', { ...dossier, place }, producer('htx'), at('2025-09-01'))
    .after('receive', received, committee(commune), at('2025-09-02'));
  expect(atCommune.state).toMatchObject({ stage: 'received', edition: 'qd-1489-2025', due: null });
  expect(productCycle.deadlines(atCommune.state).map(({ event }) => event.type)).toEqual(['TransitionBegan']);
  expect(productCycle.worklist(atCommune.state).find(({ command }) => command === 'report')).not.toHaveProperty('due');
  atCommune
    .when('report', { findings: {}, ...act('2025-10-20') }, committee(commune), at('2025-10-20'))
    .thenRejected('FindingsMissing', { contents: ['origin', 'labour', 'idea', 'identity'] }, { basis: { article: 'QĐ 1489' } });
  const atProvince = atCommune
    .after('report', { findings, ...act('2025-10-20') }, committee(commune), at('2025-10-20'))
    .after('requestNextLevel', act('2025-10-21'), committee(commune), at('2025-10-21'))
    .after('receive', received, ocopAgency(province), at('2025-10-25'));
  expect(atProvince.state).toMatchObject({ run: { level: 'province', role: 'council', mode: 'meeting', roundId: null } });
  const end = judged([75], atProvince, { level: 'province', unit: province, on: '2025-11-20' }).after(
    'recognise',
    { star: 4, ...act('2025-12-01') },
    decidingAuthority(province),
    at('2025-12-01'),
  );
  expect(end.state).toMatchObject({ stage: 'recognised', edition: 'qd-1489-2025', decision: { star: 4 } });
});
