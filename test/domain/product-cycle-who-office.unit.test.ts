import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, chair, committee, decidingAuthority, given, ocopAgency, producer } from '../kit/domain.ts';
import { whoThenStage, type Rows } from '../kit/product-cycle-rows.ts';
import { act, atCommune, atProvince, commune, dossier, onAgenda, place, province, recognised, scoring } from '../kit/product-cycle.ts';

/* Acts of the offices around a review: its round, its agenda, its end by transition, its unit. */

const [here, agency, authority] = [committee(commune), ocopAgency(province), decidingAuthority(province)];
const otherAgency = ocopAgency('01');
const unborn = given(productCycle);
const underFormerRules = given(productCycle).after('fileDossier', { ...dossier, place }, producer('htx'), at('2026-04-01'));

const rows: Rows = {
  moveToRound: {
    scene: atProvince(),
    data: { round: 'province-2-2027', reason: 'chờ kiểm nghiệm' },
    by: agency,
    on: '2027-05-10',
    events: ['MovedToRound'],
    becomes: 'received',
    stranger: here,
    otherUnit: otherAgency,
    elsewhere: [
      [onAgenda(), 'NotAtThisStage'],
      [recognised(), 'NotAtThisStage'],
    ],
    clause: 'agenda.round',
    basis: { article: '5' },
  },
  takeOffAgenda: {
    scene: onAgenda(),
    data: { reason: 'vắng mẫu' },
    by: agency,
    on: '2027-04-09',
    events: ['TakenOffAgenda'],
    becomes: 'received',
    stranger: chair('P1'),
    otherUnit: otherAgency,
    elsewhere: [
      [atProvince(), 'NotAtThisStage'],
      [scoring(), 'NotAtThisStage'],
    ],
    clause: 'agenda.place',
    basis: { councilRegulation: 'agenda' },
  },
  closeByTransition: {
    scene: underFormerRules,
    data: act('2026-07-24'),
    by: authority,
    on: '2026-07-24',
    events: ['ClosedByTransition'],
    becomes: 'closed-by-transition',
    stranger: agency,
    otherUnit: decidingAuthority('01'),
    elsewhere: [
      [unborn, 'NotAtThisStage'],
      [recognised(), 'NotAtThisStage'],
    ],
    clause: 'transition.closing',
    basis: { setting: 'transition.pendingUnfinished' },
  },
  handOver: {
    scene: atCommune(),
    data: { commune: '11111', note: 'chia tách xã' },
    by: here,
    on: '2027-03-05',
    events: ['ResponsibilityHandedOver'],
    becomes: 'received',
    stranger: producer('htx'),
    otherUnit: committee('22222'),
    elsewhere: [
      [unborn, 'NotAtThisStage'],
      [recognised(), 'NotAtThisStage'],
    ],
    clause: 'territory.unit',
    basis: { setting: 'territory.successor' },
  },
};
whoThenStage(rows);

test('every command from the move to another round on has its row', () => {
  const names = Object.keys(productCycle.commands);
  expect(Object.keys(rows)).toEqual(names.slice(names.indexOf('moveToRound')));
});
