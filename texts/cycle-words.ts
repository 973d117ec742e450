import type { Hindrance, Reason } from '../domain/annual-cycle/calls.ts';
import type { YearRound } from '../domain/annual-cycle/year-rounds.ts';
import { unitCalled } from '../domain/territory/unit.ts';
import type { Names } from './words.ts';

/** What the dry run and the report of an annual cycle say. */
export interface CycleWords {
  wouldOpen: (year: number, province: string) => string;
  isThere: (year: number, province: string, stage: string, since: string) => string;
  rounds: string;
  noRounds: string;
  sources: Names<Exclude<YearRound['source'], 'edition'>>;
  total: (enrols: number, products: number, certificates: number, problems: number) => string;
  reasons: Names<Reason>;
  hindrances: Names<Hindrance>;
  nothingWritten: string;
  result: (enrolled: number) => string;
  notClosedYet: string;
  adds: (sum: number, enrolled: number) => string;
  carried: string;
  notFiled: string;
  unanswered: string;
  awaitsRenewal: string;
  sum: string;
  yes: string;
  no: string;
  columns: Names<
    | 'round'
    | 'level'
    | 'requestedBy'
    | 'requests'
    | 'results'
    | 'source'
    | 'products'
    | 'certificates'
    | 'enrols'
    | 'problems'
    | 'problem'
    | 'reason'
    | 'outcome'
    | 'count'
  >;
}
const vi: CycleWords = {
  wouldOpen: (year, province) => `Chu trình năm ${year} của ${unitCalled(province)} chưa mở. Nếu mở bây giờ:`,
  isThere: (year, province, stage, since) => `Chu trình năm ${year} của ${unitCalled(province)}: ${stage}, mở ngày ${since}.`,
  rounds: 'Các đợt đánh giá',
  noRounds: 'Quy định không ấn định đợt nào; chưa có đợt theo kế hoạch.',
  sources: { local: 'kế hoạch của tỉnh', extra: 'đợt thêm theo Quy chế' },
  total: (enrols, products, certificates, problems) =>
    `Sẽ vào chu trình: ${enrols} (trong ${products} hồ sơ và ${certificates} giấy chứng nhận); ${problems} trường hợp cần xem.`,
  reasons: {
    'window-opens': 'mở thời gian nộp đánh giá lại trong năm',
    'window-still-open': 'còn thời gian nộp đánh giá lại từ năm trước',
    'carried-over': 'chuyển từ năm trước',
    'not-enrolled': 'của năm này nhưng chưa vào được chu trình',
    'unfinished': 'chưa xong từ năm trước',
  },
  hindrances: {
    'year-not-closed': 'đang thuộc chu trình năm trước chưa đóng; đóng chu trình đó thì chuyển sang',
    'renewal-filed': 'đã nộp hồ sơ đánh giá lại; hồ sơ đó vào chu trình',
    'former-unit': 'cấp khi còn cấp huyện; hãy kiểm tra xã hiện nay',
  },
  nothingWritten: 'Đây là xem trước: chưa ghi gì vào hệ thống.',
  result: (enrolled) => `Kết quả của ${enrolled} sản phẩm tham gia`,
  notClosedYet: 'Chu trình chưa đóng: chưa có số tổng kết.',
  adds: (sum, enrolled) =>
    sum === enrolled ? `Khớp: ${sum} = ${enrolled} sản phẩm tham gia.` : `KHÔNG KHỚP: ${sum}, tham gia ${enrolled}.`,
  carried: 'chuyển sang năm sau',
  notFiled: 'có giấy chứng nhận, chưa nộp đánh giá lại',
  unanswered: 'chưa có trả lời',
  awaitsRenewal: 'chờ nộp đánh giá lại',
  sum: 'Cộng',
  yes: 'có',
  no: 'không',
  columns: {
    round: 'Đợt',
    level: 'Cấp',
    requestedBy: 'Đề nghị bởi',
    requests: 'Ngày cuối đề nghị',
    results: 'Ngày cuối có kết quả',
    source: 'Theo',
    products: 'Hồ sơ',
    certificates: 'Giấy chứng nhận',
    enrols: 'Vào chu trình',
    problems: 'Cần xem',
    problem: 'Cần xem',
    reason: 'Lý do',
    outcome: 'Kết quả',
    count: 'Số sản phẩm',
  },
};
const en: CycleWords = {
  wouldOpen: (year, province) => `The annual cycle of ${year} of ${unitCalled(province)} is not open. If it were opened now:`,
  isThere: (year, province, stage, since) => `Annual cycle of ${year} of ${unitCalled(province)}: ${stage}, opened on ${since}.`,
  rounds: 'Rounds',
  noRounds: 'The law fixes no round, and no plan has one yet.',
  sources: { local: "the province's plan", extra: 'extra, by the council regulation' },
  total: (enrols, products, certificates, problems) =>
    `To be enrolled: ${enrols} (of ${products} dossiers and ${certificates} certificates); to be looked at: ${problems}.`,
  reasons: {
    'window-opens': 'its renewal is filed from this year on',
    'window-still-open': 'its renewal may still be filed, since last year',
    'carried-over': 'carried over from the year before',
    'not-enrolled': 'of this year, but it could not be enrolled',
    'unfinished': 'unfinished since an earlier year',
  },
  hindrances: {
    'year-not-closed': 'in an earlier year that has not closed; closing it carries it over',
    'renewal-filed': 'its renewal is filed, and that dossier is enrolled',
    'former-unit': 'issued when there were districts; look up its commune of today',
  },
  nothingWritten: 'This is a dry run: nothing was written.',
  result: (enrolled) => `What became of ${enrolled} products`,
  notClosedYet: 'The year has not closed: there are no final counts.',
  adds: (sum, enrolled) =>
    sum === enrolled ? `It adds up: ${sum} = ${enrolled} enrolled.` : `It does NOT add up: ${sum}, enrolled ${enrolled}.`,
  carried: 'carried over',
  notFiled: 'certificate, no renewal filed',
  unanswered: 'no answer',
  awaitsRenewal: 'renewal awaited',
  sum: 'Sum',
  yes: 'yes',
  no: 'no',
  columns: {
    round: 'Round',
    level: 'Level',
    requestedBy: 'Requested by',
    requests: 'Last day for requests',
    results: 'Last day for results',
    source: 'By',
    products: 'Dossiers',
    certificates: 'Certificates',
    enrols: 'Enrolled',
    problems: 'To look at',
    problem: 'To look at',
    reason: 'Reason',
    outcome: 'Outcome',
    count: 'Products',
  },
};
export const cycleWords = { vi, en } as const;
