/*
 * Units of the country with their days: every province since the districts began to end, and of districts and communes those that the examples
 * and the tests of mergers need, in the form of the whole table. Codes of provinces are those of QĐ 19/2025/QĐ-TTg and, before 01/7/2025, of
 * QĐ 124/2004/QĐ-TTg; seven of them passed to a neighbour. Codes that begin with 999 are ours, for units whose code was not seen.
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
}

const lastDay = '2025-06-30';
const begins = '2025-07-01';
const mergers = 'Nghị quyết 202/2025/QH15';
const twoTiers = 'Nghị quyết 203/2025/QH15';
const mergersOfCommunes = 'sắp xếp cấp xã năm 2025';

type Kind = Unit['kind'];
const there = (code: string, kind: Kind, name: string): Unit => ({
  code,
  kind,
  name,
  from: null,
  to: null,
  successor: null,
  act: null,
});
const begun = (code: string, kind: Kind, name: string): Unit => ({ ...there(code, kind, name), from: begins });
const ended = (code: string, kind: Kind, name: string, by: { successor: string; act: string }): Unit => ({
  ...there(code, kind, name),
  to: lastDay,
  ...by,
});

export const units: readonly Unit[] = [
  ended('02', 'province', 'Hà Giang', { successor: '08', act: mergers }),
  ended('06', 'province', 'Bắc Kạn', { successor: '19', act: mergers }),
  ended('10', 'province', 'Lào Cai', { successor: '15', act: mergers }),
  ended('15', 'province', 'Yên Bái', { successor: '15', act: mergers }),
  ended('17', 'province', 'Hòa Bình', { successor: '25', act: mergers }),
  ended('24', 'province', 'Bắc Giang', { successor: '24', act: mergers }),
  ended('26', 'province', 'Vĩnh Phúc', { successor: '25', act: mergers }),
  ended('27', 'province', 'Bắc Ninh', { successor: '24', act: mergers }),
  ended('30', 'province', 'Hải Dương', { successor: '31', act: mergers }),
  ended('34', 'province', 'Thái Bình', { successor: '33', act: mergers }),
  ended('35', 'province', 'Hà Nam', { successor: '37', act: mergers }),
  ended('36', 'province', 'Nam Định', { successor: '37', act: mergers }),
  ended('44', 'province', 'Quảng Bình', { successor: '44', act: mergers }),
  ended('45', 'province', 'Quảng Trị', { successor: '44', act: mergers }),
  ended('49', 'province', 'Quảng Nam', { successor: '48', act: mergers }),
  ended('52', 'province', 'Bình Định', { successor: '52', act: mergers }),
  ended('54', 'province', 'Phú Yên', { successor: '66', act: mergers }),
  ended('58', 'province', 'Ninh Thuận', { successor: '56', act: mergers }),
  ended('60', 'province', 'Bình Thuận', { successor: '68', act: mergers }),
  ended('62', 'province', 'Kon Tum', { successor: '51', act: mergers }),
  ended('64', 'province', 'Gia Lai', { successor: '52', act: mergers }),
  ended('67', 'province', 'Đắk Nông', { successor: '68', act: mergers }),
  ended('70', 'province', 'Bình Phước', { successor: '75', act: mergers }),
  ended('72', 'province', 'Tây Ninh', { successor: '80', act: mergers }),
  ended('74', 'province', 'Bình Dương', { successor: '79', act: mergers }),
  ended('77', 'province', 'Bà Rịa - Vũng Tàu', { successor: '79', act: mergers }),
  ended('80', 'province', 'Long An', { successor: '80', act: mergers }),
  ended('82', 'province', 'Tiền Giang', { successor: '82', act: mergers }),
  ended('83', 'province', 'Bến Tre', { successor: '86', act: mergers }),
  ended('84', 'province', 'Trà Vinh', { successor: '86', act: mergers }),
  ended('87', 'province', 'Đồng Tháp', { successor: '82', act: mergers }),
  ended('89', 'province', 'An Giang', { successor: '91', act: mergers }),
  ended('91', 'province', 'Kiên Giang', { successor: '91', act: mergers }),
  ended('93', 'province', 'Hậu Giang', { successor: '92', act: mergers }),
  ended('94', 'province', 'Sóc Trăng', { successor: '92', act: mergers }),
  ended('95', 'province', 'Bạc Liêu', { successor: '96', act: mergers }),
  there('01', 'province', 'Hà Nội'),
  there('04', 'province', 'Cao Bằng'),
  there('08', 'province', 'Tuyên Quang'),
  there('11', 'province', 'Điện Biên'),
  there('12', 'province', 'Lai Châu'),
  there('14', 'province', 'Sơn La'),
  begun('15', 'province', 'Lào Cai'),
  there('19', 'province', 'Thái Nguyên'),
  there('20', 'province', 'Lạng Sơn'),
  there('22', 'province', 'Quảng Ninh'),
  begun('24', 'province', 'Bắc Ninh'),
  there('25', 'province', 'Phú Thọ'),
  there('31', 'province', 'Hải Phòng'),
  there('33', 'province', 'Hưng Yên'),
  there('37', 'province', 'Ninh Bình'),
  there('38', 'province', 'Thanh Hóa'),
  there('40', 'province', 'Nghệ An'),
  there('42', 'province', 'Hà Tĩnh'),
  begun('44', 'province', 'Quảng Trị'),
  there('46', 'province', 'Huế'),
  there('48', 'province', 'Đà Nẵng'),
  there('51', 'province', 'Quảng Ngãi'),
  begun('52', 'province', 'Gia Lai'),
  there('56', 'province', 'Khánh Hòa'),
  there('66', 'province', 'Đắk Lắk'),
  there('68', 'province', 'Lâm Đồng'),
  there('75', 'province', 'Đồng Nai'),
  there('79', 'province', 'TP. Hồ Chí Minh'),
  begun('80', 'province', 'Tây Ninh'),
  begun('82', 'province', 'Đồng Tháp'),
  there('86', 'province', 'Vĩnh Long'),
  begun('91', 'province', 'An Giang'),
  there('92', 'province', 'Cần Thơ'),
  there('96', 'province', 'Cà Mau'),
  ended('99910', 'district', 'huyện Đắk Song', { successor: '68', act: twoTiers }),
  ended('99911', 'commune', 'xã Thuận Hà', { successor: '99912', act: mergersOfCommunes }),
  begun('99912', 'commune', 'xã Thuận Hạnh'),
  ended('99920', 'district', 'huyện Sông Trong', { successor: '66', act: twoTiers }),
  ended('99921', 'commune', 'xã Bàu Sim', { successor: '99922', act: mergersOfCommunes }),
  begun('99922', 'commune', 'xã Bàu Sim'),
];
