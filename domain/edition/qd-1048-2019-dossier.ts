import { article, unstated } from './clause.ts';
import type { Dossier, Evidence, Form, KindRules, UpwardRules } from './dossier-rules.ts';

const forms: readonly Form[] = [
  { number: 'Biểu 01', preparedBy: 'producer', title: { vi: 'Phiếu đăng ký sản phẩm mới', en: 'Registration of a new product' } },
  { number: 'Biểu 02', preparedBy: 'producer', title: { vi: 'Phiếu đăng ký sản phẩm đã có', en: 'Registration of an existing product' } },
  { number: 'Biểu 03', preparedBy: 'producer', title: { vi: 'Phương án, kế hoạch kinh doanh sản phẩm', en: 'Business plan' } },
  { number: 'Biểu 04', preparedBy: 'producer', title: { vi: 'Giới thiệu bộ máy tổ chức', en: 'Organisation' } },
];

/** Five are mandatory, the samples among them, which are no paper and travel with the request. */
const evidence: readonly Evidence[] = [
  { code: 'registration', mandatory: true, name: { vi: 'phiếu đăng ký (Biểu 01 hoặc 02)', en: 'registration form' } },
  { code: 'plan', mandatory: true, name: { vi: 'phương án, kế hoạch kinh doanh (Biểu 03)', en: 'business plan' } },
  { code: 'organisation', mandatory: true, name: { vi: 'giới thiệu bộ máy tổ chức (Biểu 04)', en: 'organisation chart' } },
  {
    code: 'business-registration',
    mandatory: true,
    name: { vi: 'giấy đăng ký kinh doanh (bản sao công chứng)', en: 'business registration, certified copy' },
  },
  { code: 'samples', mandatory: true, name: { vi: 'sản phẩm mẫu', en: 'five samples, not for services' } },
  {
    code: 'production-eligibility',
    mandatory: false,
    name: { vi: 'đủ điều kiện sản xuất, an toàn thực phẩm', en: 'production and food-safety eligibility' },
  },
  { code: 'quality-declaration', mandatory: false, name: { vi: 'công bố chất lượng', en: 'quality declaration' } },
  { code: 'standard', mandatory: false, name: { vi: 'tiêu chuẩn sản phẩm', en: 'product standard' } },
  { code: 'test-report', mandatory: false, name: { vi: 'phiếu kiểm nghiệm', en: 'test report' } },
  {
    code: 'barcode-ip',
    mandatory: false,
    name: { vi: 'mã vạch, truy xuất, sở hữu trí tuệ, chỉ dẫn địa lý', en: 'barcode, traceability, IP, geographical indication' },
  },
  {
    code: 'material-origin',
    mandatory: false,
    name: { vi: 'nguồn gốc nguyên liệu, liên kết chuỗi', en: 'origin of material, chain links' },
  },
  { code: 'quality-system', mandatory: false, name: { vi: 'hệ thống quản lý chất lượng tiên tiến', en: 'advanced quality system' } },
  { code: 'environment', mandatory: false, name: { vi: 'bảo vệ môi trường', en: 'environment' } },
  { code: 'accounting', mandatory: false, name: { vi: 'công tác kế toán', en: 'accounting' } },
  { code: 'market', mandatory: false, name: { vi: 'phát triển thị trường, quảng bá', en: 'market and promotion' } },
  { code: 'story', mandatory: false, name: { vi: 'câu chuyện sản phẩm', en: 'product story' } },
  {
    code: 'quality-plan',
    mandatory: false,
    name: { vi: 'kế hoạch kiểm soát chất lượng, hồ sơ lô', en: 'quality-control plan, batch records' },
  },
  { code: 'awards', mandatory: false, name: { vi: 'giải thưởng', en: 'awards' } },
];

/** Biểu 01 registers a new product, Biểu 02 an existing one; upgrade and renewal as for an existing product is our working answer. */
const kind = (registration: readonly string[]): KindRules => ({
  components: ['registration', 'plan', 'organisation', 'business-registration'],
  forms: [...registration, 'Biểu 03', 'Biểu 04'],
  adds: null,
  basis: { article: 'QĐ 1048' },
});

const upward: readonly UpwardRules[] = [
  {
    from: 'district',
    to: 'province',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['letter', 'council-minutes', 'product-dossier'],
    basis: { article: 'QĐ 1048' },
  },
  {
    from: 'province',
    to: 'central',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['letter', 'council-minutes', 'decision', 'certificate', 'product-dossier'],
    basis: { article: 'QĐ 1048' },
  },
];

export const dossier: Dossier = {
  kinds: { first: kind(['Biểu 01', 'Biểu 02']), upgrade: kind(['Biểu 02']), renewal: kind(['Biểu 02']) },
  forms,
  evidence: article('QĐ 1048', evidence),
  upward,
  // Services send none; they are the last of the 26 sets of the seed documents.
  samples: article('QĐ 1048', { count: 5, exceptSets: [26] }),
  copies: unstated(null),
  softwareHasPaperValue: unstated(null),
  findings: unstated([]),
};
