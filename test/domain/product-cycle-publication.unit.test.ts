import { expect, test } from 'vitest';
import { product } from '../../projections/product.ts';
import { at, decidingAuthority, ocopAgency } from '../kit/domain.ts';
import { act, awaitedAt, judged, province, recognised } from '../kit/product-cycle.ts';

const authority = decidingAuthority(province);
const publication = { on: '2027-04-22', channel: 'cổng thông tin của tỉnh' };
const published = () => recognised().after('publishResult', publication, authority, at('2027-04-23'));
const again = { star: 4, ...act('2027-10-20') };

test('a decision is published once', () => {
  recognised().when('publishResult', publication, authority, at('2027-04-23')).thenEvents({ type: 'ResultPublished', data: publication });
  published()
    .when('publishResult', { ...publication, on: '2027-04-23' }, authority, at('2027-04-24'))
    .thenRejected('AlreadyPublished', { on: '2027-04-22' }, { clause: 'result.publication', basis: { article: '7.3.e, 7.4.e' } });
});

test('a publication is recorded when it has been made', () => {
  recognised()
    .when('publishResult', publication, authority, at('2027-04-21'))
    .thenRejected('DayInFuture', { on: '2027-04-22' }, { clause: 'legalAct.effectiveOn', basis: { setting: 'legalAct.effectiveOn' } });
});

test('it is awaited until it is made, and the product shows its day', () => {
  const due = `publishResult: decidingAuthority ${province}`;
  expect(awaitedAt(recognised())).toContain(due);
  expect(awaitedAt(published())).not.toContain(due);
  const rows = product.rows['product-cycle'](published().state, { id: 'tra-1', position: 1, at: 0 });
  expect(rows).toMatchObject([{ published_on: '2027-04-22' }]);
});

test('a decision that follows a redo is published anew', () => {
  const ordered = published()
    .after('notifyResult', act('2027-04-25'), ocopAgency(province), at('2027-04-25'))
    .after('orderRedo', { level: 'province', reason: 'thiếu thành viên', ...act('2027-09-01') }, ocopAgency('VN'), at('2027-09-01'));
  const anew = judged([80], ordered, { level: 'province', unit: province, on: '2027-10-10' });
  const end = anew.after('recognise', again, authority, at('2027-10-20'));
  expect(awaitedAt(end)).toContain(`publishResult: decidingAuthority ${province}`);
  end.when('publishResult', { ...publication, on: '2027-10-21' }, authority, at('2027-10-21')).thenTypes('ResultPublished');
});
