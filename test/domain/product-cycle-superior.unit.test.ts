import { expect, test } from 'vitest';
import { superiorOf } from '../../domain/product-cycle/superior.ts';
import { worklist } from '../../projections/worklist.ts';
import { at, committee, ocopAgency } from '../kit/domain.ts';
import {
  act,
  atCommune,
  atProvince,
  commune,
  filed,
  province,
  received,
  renewalComplete,
  reported,
  supplementOf,
  type Cycle,
} from '../kit/product-cycle.ts';

const passed = (scene: Cycle, what: string, due: string, ...steps: readonly number[]): Cycle =>
  scene.and(at(due), ...steps.map((step) => ({ type: 'DeadlinePassed', data: { what, step, due } })));
const rows = ({ state }: Cycle) =>
  worklist.rows['product-cycle'](state, { id: 'tra-1', position: 1, at: 0 }).map(
    ({ command, role, unit, due_day: day, oversees }) => `${command} ${role}@${unit} ${day ?? ''}${oversees ? ' oversees' : ''}`,
  );

test('until a task is overdue only the officer has it', () => {
  const soon = passed(atCommune(), 'commune-report', '2027-03-22', -3, -1, 0);
  expect(superiorOf(soon.state)).toBeUndefined();
  expect(rows(soon)).toEqual([`report committee@${commune} 2027-03-22`]);
  expect([filed(), reported()].map(({ state }) => superiorOf(state))).toEqual([undefined, undefined]);
});

test('from the first overdue step on the superior sees it as well, with the same day, as long as it is not done', () => {
  const late = passed(atCommune(), 'commune-report', '2027-03-22', -3, -1, 0, 1);
  expect(rows(late)).toEqual([`report committee@${commune} 2027-03-22`, `report ocopAgency@${province} 2027-03-22 oversees`]);
  expect(superiorOf(passed(late, 'commune-report', '2027-03-22', 3).state)).toEqual({ role: 'ocopAgency', unit: province });
  expect(superiorOf(reported(late).state)).toBeUndefined();
});

test('a supplement ends the clock, and a later receipt begins anew', () => {
  const late = passed(atCommune(), 'commune-report', '2027-03-22', 1);
  const asked = late.after('requestSupplement', supplementOf('story'), committee(commune), at('2027-03-25'));
  expect(superiorOf(asked.state)).toBeUndefined();
});

test('what the province is late with is seen by whoever takes in from it, and at the highest level by its own authority', () => {
  const due = '2029-04-16';
  expect(superiorOf(passed(renewalComplete(4), 'renewal-evaluation', due, 1).state)).toEqual({ role: 'ocopAgency', unit: 'VN' });
  const atTheCentre = renewalComplete(5)
    .after('reportByAgency', { report: 'x', ...act('2029-03-10') }, ocopAgency(province), at('2029-03-10'))
    .after('requestNextLevel', act('2029-03-12'), committee(province), at('2029-03-12'))
    .after('receive', received, ocopAgency('VN'), at('2029-03-15'))
    .after('confirmComplete', {}, ocopAgency('VN'), at('2029-03-15'));
  expect(superiorOf(passed(atTheCentre, 'renewal-evaluation', '2029-04-29', 1).state)).toEqual({ role: 'decidingAuthority', unit: 'VN' });
});

test('what is late for a round is seen by the superior as well: the request at the province, the result at the ministry', () => {
  const unasked = passed(reported(), 'request', '2027-04-29', 1);
  expect(superiorOf(unasked.state)).toEqual({ role: 'ocopAgency', unit: province });
  const unjudged = passed(atProvince(), 'round-result', '2027-06-29', 1);
  expect(superiorOf(unjudged.state)).toEqual({ role: 'ocopAgency', unit: 'VN' });
  expect(rows(unjudged)).toContain('placeOnAgenda ocopAgency@VN 2027-06-29 oversees');
});
