import { annualCycleOf, certificateOf, productCycleOf, type Address } from '../../domain/kernel/address.ts';
import { administrator, at, chair, committee, decidingAuthority, member, ocopAgency, producer, secretary } from '../kit/domain.ts';
import { act, commune, dossier, findings, province, received, sheetOf } from '../kit/product-cycle.ts';
import type { World } from './world.ts';

/* One province in 2027: a year, a council with one sitting on two products, and what came of them. */

export const council: Address = { aggregate: 'council', id: 'hd-86' };
export const tea = productCycleOf('tra-1');
export const honey = productCycleOf('mat-1');
export const idea = productCycleOf('nem-1');
export const year = annualCycleOf(2027, province);
export const paper = certificateOf(tea.id);
const seats = [
  { person: 'P1', seat: 'chair' },
  { person: 'P2', seat: 'viceChair' },
  { person: 'P3', seat: 'member' },
  { person: 'S', seat: 'secretary', organisation: 'Sở' },
];
const regulation = { preset: 'tay-ninh', document: act('2027-01-10').document };

export async function formed(world: World): Promise<void> {
  const plan = { year: 2027, province, plan: 'Kế hoạch OCOP 2027', rounds: [] };
  await world.must(year, 'openAnnualCycle', { ...plan, ...act('2027-01-05') }, { actor: administrator(province), at: at('2027-01-05') });
  const data = { name: 'Hội đồng tỉnh', level: 'province', unit: province, seats, regulation, ...act('2027-01-10') };
  await world.must(council, 'formCouncil', data, { actor: decidingAuthority(province), at: at('2027-01-10') });
}
export async function proposed(world: World, to = idea, name = 'Nem Lai Vung'): Promise<void> {
  await world.must(
    to,
    'proposeIdea',
    { place: { commune, province }, name, idea: 'gói nhỏ' },
    { actor: producer('htx'), at: at('2027-02-01') },
  );
}
export async function filed(world: World, to = tea, name = 'Chè Shan Đỏ'): Promise<void> {
  await world.must(to, 'fileDossier', { ...dossier, name }, { actor: producer('htx'), at: at('2027-03-01 08:00') });
}
export async function receivedAtCommune(world: World, to = tea): Promise<void> {
  await world.must(to, 'receive', received, { actor: committee(commune), at: at('2027-03-01 09:00') });
}
export async function atProvince(world: World, to = tea): Promise<void> {
  await world.must(to, 'report', { findings, ...act('2027-03-19') }, { actor: committee(commune), at: at('2027-03-19') });
  await world.must(to, 'requestNextLevel', act('2027-03-22'), { actor: committee(commune), at: at('2027-03-22') });
  await world.must(to, 'receive', received, { actor: ocopAgency(province), at: at('2027-03-25') });
}
export async function convened(world: World, agenda = [tea.id, honey.id]): Promise<void> {
  await world.must(
    council,
    'convene',
    { sitting: 'phien-1', mode: 'meeting', on: '2027-04-10', agenda },
    { actor: chair('P1'), at: at('2027-04-01') },
  );
}
export async function opened(world: World): Promise<void> {
  await world.must(
    council,
    'recordAttendance',
    { sitting: 'phien-1', present: ['P1', 'P2', 'P3', 'S'] },
    { actor: secretary('S'), at: at('2027-04-10 08:00') },
  );
  await world.must(council, 'openSitting', { sitting: 'phien-1' }, { actor: chair('P1'), at: at('2027-04-10 08:30') });
  await world.settle(at('2027-04-10 08:30'));
}
/** While the sitting is open: another member for P3, a head who may chair, an advisory team. */
export async function changed(world: World): Promise<void> {
  const actor = decidingAuthority(province);
  const paper = act('2027-04-10', '44/QĐ-UBND');
  await world.must(council, 'endSeat', { person: 'P3', replacedBy: 'P4', ...paper }, { actor, at: at('2027-04-10 10:30') });
  await world.must(council, 'authoriseHead', { person: 'P2', ...paper }, { actor, at: at('2027-04-10 10:30') });
  await world.must(council, 'formAdvisoryTeam', { members: ['T1', 'T2'], ...paper }, { actor, at: at('2027-04-10 10:30') });
}
export async function sheetFrom(world: World, person: string, total = 74, to = tea): Promise<void> {
  await world.must(to, 'submitSheet', { member: person, sheet: sheetOf(total) }, { actor: member(person), at: at('2027-04-10 10:00') });
}
export async function recognised(world: World): Promise<void> {
  await world.must(tea, 'closeScoring', {}, { actor: chair('P1'), at: at('2027-04-10 11:00') });
  await world.must(tea, 'reportCouncilResult', act('2027-04-10', '07/BC-HĐ'), { actor: chair('P1'), at: at('2027-04-10 12:00') });
  await world.must(
    tea,
    'recognise',
    { star: 4, certificateNumber: 'GCN-4', ...act('2027-04-20', '100/QĐ-UBND') },
    { actor: decidingAuthority(province), at: at('2027-04-20') },
  );
  await world.settle(at('2027-04-20'));
}

/** Everything, up to the certificate of the tea. */
export async function wholeStory(world: World): Promise<void> {
  await formed(world);
  await proposed(world);
  for (const [to, name] of [
    [tea, 'Chè Shan Đỏ'],
    [honey, 'Mật ong'],
  ] as const) {
    await filed(world, to, name);
    await receivedAtCommune(world, to);
  }
  await world.settle(at('2027-03-01 10:00'));
  await atProvince(world);
  await world.settle(at('2027-03-25'));
  await convened(world);
  await opened(world);
  for (const person of ['P1', 'P2', 'P3']) await sheetFrom(world, person);
  await recognised(world);
}
