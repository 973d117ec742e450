import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, given, holding, nobody, onBehalf, producer } from '../kit/domain.ts';
import {
  act,
  atCommune,
  commune,
  dossier,
  filed,
  findings,
  htx,
  piece,
  place,
  received,
  supplementOf,
  type Cycle,
} from '../kit/product-cycle.ts';

const [here, now] = [committee(commune), at('2027-03-05')];
const unborn = given(productCycle);
const ground = { clause: 'producer.onBehalf', basis: { setting: 'producer.onBehalf' } } as const;
const accepted = unborn
  .after('proposeIdea', { place, name: 'Trà', idea: 'trà của làng' }, nobody('lan'), at('2027-01-05'))
  .after('acceptIdea', {}, here, at('2027-01-06'));
const plan = { producer: htx, summary: 'ba năm' };
const planAccepted = accepted.after('submitPlan', plan, producer('htx'), at('2027-01-10')).after('acceptPlan', {}, here, at('2027-01-11'));
const asked = atCommune().after('requestSupplement', supplementOf('story'), here, at('2027-03-04'));

const acts: readonly [string, Cycle, object][] = [
  ['submitPlan', accepted, plan],
  ['reportImplementation', planAccepted, { results: 'xong' }],
  ['fileDossier', unborn, dossier],
  ['supplement', asked, { evidence: [piece('story')] }],
  ['withdrawDossier', filed(), {}],
];

test.for(acts)("%s is the producer's, or done by an officer of the commune who names him", ([command, scene, data]) => {
  scene.after(command, data, producer('htx'), now);
  scene.after(command, data, onBehalf(here, 'htx'), now);
  scene.when(command, data, here, now).thenRejected('OnBehalfMissing', { producer: 'htx' }, ground);
  scene.when(command, data, onBehalf(here, 'khac'), now).thenRejected('OnBehalfDoesNotFit', { producer: 'khac' }, ground);
  scene.when(command, data, onBehalf(committee('11111'), 'htx'), now).thenRejected('NotYourUnit');
  scene.when(command, data, onBehalf(holding('ocopAgency', '86'), 'htx'), now).thenRejected('NotYourPart');
});

test('every act that a producer and the commune share is on the list', () => {
  const shared = Object.entries(productCycle.commands).flatMap(([name, { roles }]) =>
    roles.includes('producer') && roles.includes('committee') ? [name] : [],
  );
  expect(shared.toSorted()).toEqual(acts.map(([name]) => name).toSorted());
});

test('nobody says that he acts for a producer where no producer acts, or for another than his own', () => {
  filed().when('receive', received, onBehalf(here, 'htx'), now).thenRejected('OnBehalfDoesNotFit', { producer: 'htx' }, ground);
  atCommune()
    .when('report', { findings, ...act('2027-03-05') }, onBehalf(here, 'htx'), now)
    .thenRejected('OnBehalfDoesNotFit', { producer: 'htx' }, ground);
  asked
    .when('supplement', { evidence: [piece('story')] }, onBehalf(producer('htx'), 'khac'), now)
    .thenRejected('OnBehalfDoesNotFit', { producer: 'khac' });
});
