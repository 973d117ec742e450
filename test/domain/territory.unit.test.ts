import { expect, test } from 'vitest';
import { changesOn, goneUnits, placeOn } from '../../domain/territory/place.ts';
import { goneSince, successorOn, unitCalled, unitOn, withPredecessors } from '../../domain/territory/unit.ts';
import { units } from '../../domain/territory/units.data.ts';
import { addDays, isDay, type Day } from '../../domain/kernel/instant.ts';

const before = { commune: '99911', district: '99910', province: '67' };

test('each line of the table has real days in their order, and a unit that ended has a successor that was there the day after', () => {
  for (const { code, from, to, successor, act } of units) {
    for (const day of [from, to]) expect(day === null || isDay(day), code).toBe(true);
    expect(from === null || to === null || from <= to, code).toBe(true);
    expect([to === null, successor === null, act === null], code).toEqual(to === null ? [true, true, true] : [false, false, false]);
    expect(to === null || successor === null || unitOn(successor, addDays(to, 1)) !== undefined, code).toBe(true);
  }
});

test('63 provinces became 34, seven of them under the code of a neighbour', () => {
  const provincesOn = (day: Day) => units.filter(({ code, kind, name }) => kind === 'province' && unitOn(code, day)?.name === name).length;
  expect([provincesOn('2025-06-30'), provincesOn('2025-07-01')]).toEqual([63, 34]);
  expect([unitOn('15', '2025-06-30')?.name, unitOn('15', '2025-07-01')?.name, successorOn('15', '2030-01-01')]).toEqual([
    'Yên Bái',
    'Lào Cai',
    '15',
  ]);
  expect(withPredecessors('15').toSorted()).toEqual(['10', '15']);
});

test('a unit is there to its last day, and its successor answers from the next', () => {
  expect(unitOn('67', '2025-06-30')).toMatchObject({ name: 'Đắk Nông' });
  expect(unitOn('67', '2025-07-01')).toBeUndefined();
  expect([successorOn('67', '2025-06-30'), successorOn('67', '2025-07-01')]).toEqual(['67', '68']);
  expect([goneSince('67', '2025-06-30'), goneSince('67', '2030-01-01')]).toEqual([undefined, '2025-07-01']);
});

test('a unit that the table does not know is taken to be there', () => {
  expect([unitOn('28780', '2030-01-01'), successorOn('28780', '2030-01-01'), goneSince('28780', '2030-01-01')]).toEqual([
    undefined,
    '28780',
    undefined,
  ]);
});

test('a unit is called by its name and its code, an unknown one by its code', () => {
  expect([unitCalled('67'), unitCalled('28780')]).toEqual(['Đắk Nông (67)', '28780']);
});

test('a place of the three levels becomes one of two: new commune, no district, new province', () => {
  expect(placeOn(before, '2025-06-30')).toEqual(before);
  expect(placeOn(before, '2025-07-01')).toEqual({ commune: '99912', province: '68' });
  expect(changesOn(before)).toBe('2025-07-01');
  expect(changesOn({ commune: '99912', province: '68' })).toBeUndefined();
  expect(goneUnits(before, '2025-07-01').map(({ unit, successor }) => [unit, successor])).toEqual([
    ['99911', '99912'],
    ['99910', '68'],
    ['67', '68'],
  ]);
});

test('under a unit all that it has succeeded is found, and nothing else', () => {
  expect(withPredecessors('99912')).toEqual(['99912', '99911']);
  expect(withPredecessors('68')).toEqual(expect.arrayContaining(['68', '67']));
  expect(withPredecessors('67')).toEqual(['67']);
  expect(withPredecessors('42')).toEqual(['42']);
});
