import { expect, test } from 'vitest';
import { productCycle } from '../../domain/product-cycle/index.ts';
import { at, committee, decidingAuthority, ocopAgency } from '../kit/domain.ts';
import {
  act,
  atCommune,
  atProvince,
  commune,
  filed,
  htx,
  judged,
  province,
  recognised,
  scoring,
  settled,
  unsigned,
} from '../kit/product-cycle.ts';

const now = at('2027-06-01');
const [agency, authority] = [ocopAgency(province), decidingAuthority(province)];
const rename = { field: 'name', was: 'Trà Tân Phú', becomes: 'Trà xanh Tân Phú', ...act('2027-06-01') };

test('an entry is corrected by whoever has the file, with a document, and the place where it stands follows', () => {
  const corrected = atCommune().after('correct', rename, committee(commune), now);
  expect(corrected.state).toMatchObject({ name: 'Trà xanh Tân Phú', stage: 'received' });
  expect(
    atProvince().after('correct', { ...rename, field: 'producerName', was: htx.name, becomes: 'HTX Tân Phú Đông' }, agency, now).state,
  ).toMatchObject({ producer: { id: 'htx', name: 'HTX Tân Phú Đông' } });
  expect(
    filed({ registration: { representative: 'Lê Thị Lan' } }).after(
      'correct',
      { ...rename, field: 'representative', was: 'Lê Thị Lan', becomes: 'Lê Thị Lân' },
      committee(commune),
      now,
    ).state,
  ).toMatchObject({ representative: 'Lê Thị Lân' });
  atCommune()
    .when('correct', { ...rename, ...unsigned('2027-06-01') }, committee(commune), now)
    .thenRejected('DocumentMissing');
});

test('a correction says what stands there now', () => {
  const ground = { clause: 'correction.field', basis: { setting: 'correction.stars' } } as const;
  const wrong = { ...rename, was: 'Chè Tân Phú' };
  atProvince().when('correct', wrong, agency, now).thenRejected('WasDiffers', { field: 'name', present: 'Trà Tân Phú' }, ground);
  atProvince()
    .when('correct', { ...rename, field: 'representative', was: 'ai đó' }, agency, now)
    .thenRejected('WasDiffers', { field: 'representative', present: '' });
  atProvince().after('correct', rename, agency, now).when('correct', rename, agency, now).thenRejected('WasDiffers');
});

test('a star or a mean changes only by a new decision', () => {
  const ground = { clause: 'correction.stars', basis: { setting: 'correction.stars' } } as const;
  for (const scene of [judged([80]), recognised()]) {
    for (const field of ['star', 'mean'])
      scene.when('correct', { ...rename, field, was: '4', becomes: '5' }, authority, now).thenRejected('StarNotCorrectable', false, ground);
  }
  judged([80])
    .when('correct', { ...rename, field: 'set', was: '11', becomes: '12' }, authority, now)
    .thenRejected('Malformed');
});

test('what a decision says its authority corrects', () => {
  recognised()
    .when('correct', rename, agency, now)
    .thenRejected('NotYourPart', { who: ['decidingAuthority'] }, { clause: 'correction.field' });
  recognised()
    .when('correct', rename, decidingAuthority('01'), now)
    .thenRejected('NotYourUnit', { units: [province] });
  const { state } = recognised().after('correct', rename, authority, now);
  expect(state).toMatchObject({ stage: 'recognised', name: 'Trà xanh Tân Phú', decision: { star: 4 } });
});

test('a certificate that is still on its way is issued in the words of the decision, whatever is corrected meanwhile', () => {
  const before = recognised().and(now, settled('serial', 7));
  const asked = (scene: typeof before) => productCycle.obligations(scene.state, 'tra-1').find(({ key }) => key === 'certificate')?.command;
  const once = before.after('correct', rename, authority, now);
  const twice = once.after('correct', { ...rename, field: 'producerName', was: htx.name, becomes: 'HTX khác tên' }, authority, now);
  expect(asked(before)).toMatchObject({ data: { name: 'Trà Tân Phú', producer: htx } });
  expect([asked(once), asked(twice)]).toEqual([asked(before), asked(before)]);
});

test('a correction moves neither sheets nor result', () => {
  const sheets = scoring().after('correct', rename, agency, now).state;
  expect(sheets).toEqual({ ...scoring().state, name: 'Trà xanh Tân Phú' });
});
