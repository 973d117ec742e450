import { article } from './clause.ts';
import type { Dossier, Evidence, Form, KindRules, ProducerRules, UpwardRules } from './dossier-rules.ts';

/** Set 26 is the only one of services. */
const tourism = [26];

const forms: readonly Form[] = [
  {
    number: 'Mẫu số 01',
    preparedBy: 'producer',
    title: { vi: 'Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP', en: 'Registration form' },
  },
  { number: 'Mẫu số 02', preparedBy: 'producer', title: { vi: 'Báo cáo tự đánh giá về sản phẩm', en: 'Self-assessment report' } },
  { number: 'Mẫu số 03', preparedBy: 'commune', title: { vi: 'Báo cáo đánh giá một số nội dung của hồ sơ đăng ký', en: 'Commune report' } },
];

/** The list of form 02. Which of it a product needs, its rubric says. */
const evidence: readonly Evidence[] = [
  { code: 'business-registration', mandatory: false, name: { vi: 'giấy đăng ký kinh doanh', en: 'business registration' } },
  {
    code: 'production-eligibility',
    mandatory: false,
    name: { vi: 'cơ sở đủ điều kiện sản xuất', en: 'certificate of an eligible production facility, where the product needs one' },
  },
  {
    code: 'material-origin',
    mandatory: false,
    name: {
      vi: 'nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi',
      en: 'origin of material, growing area, chain contracts and invoices',
    },
  },
  {
    code: 'environment-technology',
    mandatory: false,
    name: { vi: 'bảo vệ môi trường, công nghệ bền vững', en: 'environmental papers, pictures of measures, sustainable technology' },
  },
  {
    code: 'local-labour',
    mandatory: false,
    name: { vi: 'sử dụng lao động địa phương', en: 'list of insured workers with place of residence' },
  },
  {
    code: 'growth',
    mandatory: false,
    name: { vi: 'tăng trưởng sản xuất kinh doanh', en: 'cooperative rating, or accounts of the last two years' },
  },
  {
    code: 'intellectual-property',
    mandatory: false,
    name: { vi: 'sở hữu trí tuệ', en: 'trademark application or certificate, geographical indication, patents, designs' },
  },
  {
    code: 'market',
    mandatory: false,
    name: { vi: 'phát triển thị trường, xúc tiến thương mại', en: 'contracts, orders, invoices, export papers' },
  },
  { code: 'promotion', mandatory: false, name: { vi: 'quảng bá sản phẩm', en: 'website and promotion' } },
  { code: 'story', mandatory: false, name: { vi: 'câu chuyện sản phẩm', en: 'leaflet, pictures, film or sound of the product story' } },
  { code: 'quality-declaration', mandatory: false, name: { vi: 'công bố chất lượng sản phẩm', en: 'declaration of product quality' } },
  { code: 'test-report', mandatory: false, name: { vi: 'phiếu kết quả kiểm nghiệm', en: 'test reports against the declared standard' } },
  {
    code: 'barcode-traceability',
    mandatory: false,
    name: { vi: 'mã số mã vạch, tem truy xuất nguồn gốc', en: 'barcode and traceability stamp' },
  },
  { code: 'quality-system', mandatory: false, name: { vi: 'hệ thống quản lý chất lượng', en: 'advanced quality-management certificates' } },
  { code: 'awards', mandatory: false, name: { vi: 'giải thưởng, bình chọn', en: 'awards and votes' } },
];

export const producers: readonly ProducerRules[] = [
  { kind: 'cooperative', onlySets: null, name: { vi: 'hợp tác xã, liên hiệp hợp tác xã', en: 'cooperative, union of cooperatives' } },
  { kind: 'cooperative-group', onlySets: null, name: { vi: 'tổ hợp tác', en: 'cooperative group' } },
  { kind: 'enterprise', onlySets: null, name: { vi: 'doanh nghiệp nhỏ và vừa', en: 'small or medium enterprise' } },
  { kind: 'farm', onlySets: null, name: { vi: 'trang trại', en: 'farm' } },
  {
    kind: 'registered-facility',
    onlySets: null,
    name: { vi: 'cơ sở, hộ sản xuất có đăng ký kinh doanh', en: 'registered production facility or household' },
  },
  { kind: 'family', onlySets: null, name: { vi: 'hộ gia đình', en: 'family household' } },
  { kind: 'association', onlySets: tourism, name: { vi: 'hội, hiệp hội', en: 'association' } },
  {
    kind: 'operating-centre',
    onlySets: tourism,
    name: { vi: 'trung tâm điều hành, ban quản lý điểm du lịch', en: 'operating centre of a tourism site' },
  },
];

const kind = (place: string, adds: KindRules['adds']): KindRules => ({
  components: ['registration', 'self-assessment'],
  forms: ['Mẫu số 01', 'Mẫu số 02'],
  adds,
  basis: { article: place },
});

const upward: readonly UpwardRules[] = [
  {
    from: 'commune',
    to: 'province',
    kinds: ['first', 'upgrade', 'renewal'],
    papers: ['request', 'commune-report', 'product-dossier', 'samples'],
    basis: { article: '6.2' },
  },
  {
    from: 'province',
    to: 'central',
    kinds: ['first', 'upgrade'],
    papers: ['letter', 'advisory-report', 'council-report', 'approving-decision', 'product-dossier', 'extra-tests', 'samples'],
    basis: { article: '6.3.a' },
  },
  {
    from: 'province',
    to: 'central',
    kinds: ['renewal'],
    papers: ['letter', 'agency-report', 'product-dossier', 'extra-tests', 'samples'],
    basis: { article: '6.3.b' },
  },
];

export const dossier: Dossier = {
  kinds: {
    first: kind('6.1.a', null),
    upgrade: kind('6.1.b', {
      vi: 'nội dung thay đổi so với khi được công nhận, kèm minh chứng',
      en: 'content and evidence of what changed since recognition',
    }),
    renewal: kind('6.1.c', {
      vi: 'nội dung cập nhật, kết quả từ khi được công nhận; giấy tờ có thời hạn đã được làm mới',
      en: 'updates and results since recognition; renewed time-limited papers',
    }),
  },
  forms,
  evidence: article('form 02', evidence),
  upward,
  samples: article('6.2', { count: 5, exceptSets: tourism }),
  copies: article('7.1', { paper: 1, electronic: 1 }),
  softwareHasPaperValue: article('7.1', true),
  findings: article('7.2, form 03', [
    { code: 'origin', name: { vi: 'nguồn gốc sản phẩm, nguyên liệu địa phương', en: 'origin of the product and local material' } },
    { code: 'labour', name: { vi: 'sử dụng lao động địa phương', en: 'local labour' } },
    { code: 'idea', name: { vi: 'nguồn gốc ý tưởng sản phẩm', en: 'origin of the idea' } },
    { code: 'identity', name: { vi: 'bản sắc, trí tuệ địa phương', en: 'local identity and knowledge' } },
  ]),
};
