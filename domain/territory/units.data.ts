/*
 * Units of the country with their days, in the form of the whole table; here are those that the examples and the tests of mergers need. Codes
 * of provinces are those of QĐ 19/2025/QĐ-TTg and, before 01/7/2025, of the statistics office. Codes that begin with 999 are ours, for units
 * whose code was not seen: `isProvisional` says so.
 */

export interface Unit {
  readonly code: string;
  readonly kind: 'province' | 'district' | 'commune';
  readonly name: string;
  /** First day; null: longer than we have to know. */
  readonly from: string | null;
  /** Last day; null: it is there today. */
  readonly to: string | null;
  /** Who answers for what was its own from the day after; a district, which nothing succeeds at its level, has its province here. */
  readonly successor: string | null;
  /** The act that ended it. */
  readonly act: string | null;
  readonly isProvisional: boolean;
}

const lastDay = '2025-06-30';
const begins = '2025-07-01';
const mergers = 'Nghị quyết 202/2025/QH15';
const twoTiers = 'Nghị quyết 203/2025/QH15';
const stays = { from: null, to: null, successor: null, act: null } as const;
const ended = (successor: string, act: string) => ({ from: null, to: lastDay, successor, act });

export const units: readonly Unit[] = [
  { code: '38', kind: 'province', name: 'Thanh Hóa', ...stays, isProvisional: false },
  { code: '44', kind: 'province', name: 'Quảng Trị', ...stays, isProvisional: false },
  { code: '15', kind: 'province', name: 'Lào Cai', from: begins, to: null, successor: null, act: null, isProvisional: false },
  { code: '66', kind: 'province', name: 'Đắk Lắk', ...stays, isProvisional: false },
  { code: '68', kind: 'province', name: 'Lâm Đồng', ...stays, isProvisional: false },
  { code: '67', kind: 'province', name: 'Đắk Nông', ...ended('68', mergers), isProvisional: false },
  { code: '83', kind: 'province', name: 'Bến Tre', ...ended('86', mergers), isProvisional: false },
  { code: '86', kind: 'province', name: 'Vĩnh Long', ...stays, isProvisional: false },
  { code: '99910', kind: 'district', name: 'huyện Đắk Song', ...ended('68', twoTiers), isProvisional: true },
  { code: '99911', kind: 'commune', name: 'xã Thuận Hà', ...ended('99912', 'sắp xếp cấp xã năm 2025'), isProvisional: true },
  {
    code: '99912',
    kind: 'commune',
    name: 'xã Thuận Hạnh',
    from: begins,
    to: null,
    successor: null,
    act: null,
    isProvisional: true,
  },
  { code: '99920', kind: 'district', name: 'huyện Sông Trong', ...ended('66', twoTiers), isProvisional: true },
  { code: '99921', kind: 'commune', name: 'xã Bàu Sim', ...ended('99922', 'sắp xếp cấp xã năm 2025'), isProvisional: true },
  {
    code: '99922',
    kind: 'commune',
    name: 'xã Bàu Sim',
    from: begins,
    to: null,
    successor: null,
    act: null,
    isProvisional: true,
  },
];
