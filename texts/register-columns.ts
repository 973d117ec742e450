/** The columns of a register of certificates, as an office heads them; both languages are read. `optional`: may be left out. */
export const registerColumns = {
  id: { vi: 'mã giấy', en: 'id', optional: true },
  name: { vi: 'tên sản phẩm', en: 'product', optional: false },
  producer: { vi: 'chủ thể', en: 'producer', optional: false },
  producerId: { vi: 'mã chủ thể', en: 'producer id', optional: true },
  kind: { vi: 'loại hình', en: 'kind', optional: false },
  province: { vi: 'mã tỉnh', en: 'province', optional: false },
  district: { vi: 'mã huyện', en: 'district', optional: true },
  commune: { vi: 'mã xã', en: 'commune', optional: false },
  star: { vi: 'hạng sao', en: 'stars', optional: false },
  level: { vi: 'cấp', en: 'level', optional: false },
  issuer: { vi: 'nơi cấp', en: 'issuer', optional: false },
  number: { vi: 'số quyết định', en: 'decision', optional: false },
  signedOn: { vi: 'ngày quyết định', en: 'signed on', optional: false },
  signatory: { vi: 'người ký', en: 'signatory', optional: false },
  effectiveOn: { vi: 'ngày hiệu lực', en: 'effective on', optional: true },
  lastDay: { vi: 'ngày cuối', en: 'last day', optional: true },
  productCode: { vi: 'mã sản phẩm', en: 'product code', optional: true },
  certificateNumber: { vi: 'số giấy chứng nhận', en: 'certificate number', optional: true },
  source: { vi: 'nguồn', en: 'source', optional: false },
} as const;
export type RegisterColumn = keyof typeof registerColumns;
