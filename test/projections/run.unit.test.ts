import { expect, test } from 'vitest';
import { product } from '../../projections/product.ts';
import { run } from '../../projections/run.ts';
import { scoring } from '../../projections/scoring.ts';
import { at, ocopAgency } from '../kit/domain.ts';
import {
  act,
  atCentre,
  atProvince,
  central,
  digest,
  judged,
  province,
  recognised,
  scoring as beingScored,
  sheetsIn,
} from '../kit/product-cycle.ts';

const about = { id: 'tra-1', position: 9, at: 0 };
const agency = ocopAgency(province);
const minutes = { source: 'paperMinutes', mean: { sum: 74, count: 1 }, scan: digest('c'), ...act('2027-04-10') };
const gate = { gate: 'stop-scoring', reason: 'tạp chất', scan: digest('c'), ...act('2027-04-10') };

test('each run stays with its result and sheets when a later one is open', () => {
  const { state } = recognised().after(
    'orderRedo',
    { level: 'province', reason: 'sai quy trình', ...act('2027-09-01') },
    ocopAgency('VN'),
    at('2027-09-01'),
  );
  expect(run.rows['product-cycle'](state, about)).toMatchObject([
    { id: 'tra-1', seq: 1, level: 'commune', n: 1, role: 'report', source: null, mean: null, sheets: null },
    {
      seq: 2,
      level: 'province',
      n: 1,
      trigger: 'first',
      source: 'sheets',
      mean: '74.20',
      star: 4,
      council: 'council',
      sheets: { P1: { kind: 'parts' } },
    },
    { seq: 3, level: 'province', n: 2, trigger: 'redoOrdered', round: 'province-2-2027', source: null, mean: null, sheets: null },
  ]);
});

test('a paper council is marked as such, with its scan and without sheets, in the run and in the product', () => {
  const { state } = atProvince().after('reportCouncilResult', minutes, agency, at('2027-04-10'));
  expect(run.rows['product-cycle'](state, about).at(-1)).toMatchObject({
    source: 'paperMinutes',
    mean: '74.00',
    star: 4,
    scan: digest('c'),
    sheets: null,
    council: null,
    document: { number: '12/BC-UBND' },
  });
  expect(product.rows['product-cycle'](state, about)).toMatchObject([{ source: 'paperMinutes', mean: '74.00', star: 4 }]);
  expect(scoring.rows['product-cycle'](state, about)).toEqual([]);
});

test('a closed gate shows its kind and reason in place of a mean', () => {
  const { state } = atProvince().after('closeGate', gate, agency, at('2027-04-10'));
  expect(run.rows['product-cycle'](state, about).at(-1)).toMatchObject({
    gate: 'stop-scoring',
    reason: 'tạp chất',
    mean: null,
    star: null,
  });
  expect(product.rows['product-cycle'](state, about)).toMatchObject([
    { stage: 'gate-closed', mean: null, star: null, source: 'paperMinutes' },
  ]);
});

test('points of a run that is being scored are nobody’s to see', () => {
  expect(JSON.stringify(run.rows['product-cycle'](sheetsIn([80, 81], beingScored()).state, about))).not.toContain('"A":');
});

test('a product that was sent down is at the level that has to answer, its run at the one that scored', () => {
  const { state } = judged([88], atCentre(), central).after('sendDown', act('2027-06-20'), ocopAgency('VN'), at('2027-06-20'));
  expect(product.rows['product-cycle'](state, about)).toMatchObject([{ level: 'province', mean: '88.00', stage: 'sent-down' }]);
  expect(scoring.rows['product-cycle'](state, about)).toMatchObject([{ level: 'central', mean: '88.00', star: 4, awaited: [] }]);
});
