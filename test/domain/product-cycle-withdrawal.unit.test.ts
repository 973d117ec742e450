import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, chair, committee, engineActor, onBehalf, producer } from '../kit/domain.ts';
import {
  approved,
  atCentre,
  atCommune,
  atProvince,
  commune,
  filed,
  judged,
  onAgenda,
  recognised,
  renewalComplete,
  renewalFiled,
  requested,
  scored,
  scoring,
  settled,
  type Cycle,
} from '../kit/product-cycle.ts';

const now = at('2027-07-01');
const withdrawn = (scene: Cycle): Cycle => scene.after('withdrawDossier', {}, producer('htx'), now);
const keys = ({ state }: Cycle) => productCycle.obligations(state, 'tra-1').map(({ key }) => key);

test('at whatever stage before the decision a dossier is withdrawn, nobody has it any more and no clock runs', () => {
  for (const scene of [
    filed(),
    atCommune(),
    requested(),
    atProvince(),
    onAgenda(),
    scoring(),
    scored([80, 80, 80, 80]),
    judged([80]),
    approved(),
    atCentre(),
  ]) {
    const { state } = withdrawn(scene);
    expect(state).toMatchObject({ stage: 'withdrawn', producer: { id: 'htx' }, kind: 'first' });
    expect([productCycle.alive(state), productCycle.worklist(state), productCycle.deadlines(state)]).toEqual([false, [], []]);
    for (const field of ['due', 'panel', 'sheets', 'agenda']) expect(state).not.toHaveProperty(field);
  }
});

test('after the decision it is too late', () => {
  recognised()
    .when('withdrawDossier', {}, producer('htx'), now)
    .thenRejected('WithdrawalTooLate', false, { clause: 'dossier.withdrawal', basis: { setting: 'dossier.withdrawByProducer' } });
  withdrawn(filed()).when('withdrawDossier', {}, producer('htx'), now).thenRejected('NotAtThisStage');
});

test('an officer of the commune withdraws for the producer, and says so', () => {
  filed()
    .when('withdrawDossier', { reason: 'thôi tham gia' }, onBehalf(committee(commune), 'htx'), now)
    .thenEvents({ type: 'DossierWithdrawn', data: { reason: 'thôi tham gia' } });
  filed()
    .when('withdrawDossier', {}, onBehalf(committee('11111'), 'htx'), now)
    .thenRejected('NotYourUnit', { units: [commune] });
});

test('the certificate hears that its renewal was withdrawn, once it has heard that it was filed', () => {
  const early = withdrawn(renewalFiled());
  expect(keys(early)).toEqual(['enrol-2029', 'renewal']);
  const heard = early.and(now, settled('renewal'));
  expect(keys(heard)).toEqual(['enrol-2029', 'conclude']);
  expect(productCycle.obligations(heard.state, 'tra-2').find(({ key }) => key === 'conclude')).toMatchObject({
    to: { aggregate: 'certificate', id: 'tra-1' },
    command: { type: 'concludeRenewal', data: { cycle: 'tra-2', outcome: 'withdrawn' } },
  });
  expect(keys(heard.and(now, settled('conclude')))).toEqual(['enrol-2029']);
  const contested = early.and(now, { type: 'FilingContested', data: { code: 'WindowNotOpen' } });
  expect([contested.state.stage, keys(contested)]).toEqual(['returned', ['enrol-2029']]);
  expect(keys(withdrawn(renewalComplete()).and(now, settled('renewal')))).toContain('conclude');
});

test('a closing year hears the outcome, and what a council still sends is turned away', () => {
  const ended = withdrawn(scoring());
  ended.when('carryOver', { year: 2028 }, engineActor, at('2027-12-31')).thenRejected('CycleFinished', { outcome: 'withdrawn', star: 0 });
  ended.when('recuse', { person: 'P2', reason: 'người nhà' }, engineActor, now).thenRejected('ScoringNotOpen');
  ended.when('closeScoring', {}, chair('P1'), now).thenRejected('NotYourPart');
});
