import { showDay } from '../../domain/kernel/instant.ts';
import { unitCalled } from '../../domain/territory/unit.ts';
import { fitting } from '../fitting.ts';
import { familyOf, listOf, nameOf } from '../name-of.ts';
import type { RejectionSentences } from '../words.ts';
import { rejectionsOfCertificate } from './rejections-of-certificate.ts';
import { rejectionsOfCouncil } from './rejections-of-council.ts';
import { decimal } from './decimal.ts';
import { roundName } from './paper.ts';
import { terms } from './terms.ts';

const { stages, aggregates, roles, levels, kinds, producerKinds, papers, findings, endings } = terms;
const quoted = (names: { readonly [name: string]: string }, codes: readonly string[]) =>
  codes.map((code) => `"${nameOf(names, code)}"`).join(', ');

const first = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Each says what was wrong and what to do. */
export const rejections: RejectionSentences = {
  ...rejectionsOfCouncil,
  ...rejectionsOfCertificate,
  Malformed: ({ fields }) => `Yêu cầu sai cấu trúc: ${fields.join(', ')}. Hãy sửa các mục này rồi gửi lại.`,
  UnknownCommand: ({ type }) => `Không có lệnh "${type}". Hãy kiểm tra lại tên lệnh.`,
  CommandIdReused: ({ commandId }) => `Mã yêu cầu ${commandId} đã dùng cho nội dung khác. Hãy dùng mã yêu cầu khác.`,
  WrongClock: ({ commanded }) =>
    commanded
      ? 'Không gian chạy thử cần ngày giờ do người gửi đặt. Hãy ghi ngày giờ của việc này.'
      : 'Không gian này không nhận ngày giờ do người gửi đặt. Hãy gửi lại, không kèm ngày giờ.',
  NotYourPart: ({ who }) => `Việc này do ${listOf(roles, who)} thực hiện. Hãy chuyển cho đúng người.`,
  NotYourUnit: ({ units, from }) =>
    `Việc này thuộc đơn vị ${units.map(unitCalled).join(', ')}${from === undefined ? '' : ` từ ngày ${showDay(from)}`}. Hãy chuyển cho đơn vị đó.`,
  NotAtThisStage: ({ stage, stages: possible }) => {
    const family = familyOf(stages, [stage, ...possible]);
    return (
      `${aggregates[family]} đang ở bước "${nameOf(stages[family], stage)}". Việc này làm được ở bước: ${quoted(stages[family], possible)}. ` +
      'Hãy xem việc cần làm ở bước hiện tại.'
    );
  },
  DocumentMissing: () => 'Thiếu cơ quan, số hoặc người ký của văn bản. Hãy nhập đủ.',
  EffectiveDayInFuture: ({ effectiveOn }) => `Ngày hiệu lực ${showDay(effectiveOn)} chưa đến. Hãy nhập khi văn bản có hiệu lực.`,
  DayInFuture: ({ on }) => `Ngày ${showDay(on)} chưa đến. Hãy ghi khi việc đã diễn ra.`,
  YearWithoutCalendar: ({ year }) => `Chưa có lịch làm việc năm ${year}. Hãy ban hành lịch trước.`,

  NoEditionForDay: ({ day }) => `Không có quy định nhận hồ sơ mới vào ngày ${showDay(day)}. Hãy kiểm tra lại ngày nộp.`,
  KindDoesNotFit: ({ held, kind }) =>
    `Sản phẩm ${held === 0 ? 'chưa có' : 'có'} giấy chứng nhận${held === 0 ? '' : ` ${held} sao`} còn hiệu lực, ` +
    `không nộp được loại "${nameOf(kinds, kind)}". Hãy chọn loại ${fitting(held, kind)
      .map((other) => `"${kinds[other]}"`)
      .join(' hoặc ')}.`,
  CycleAlreadyOpen: ({ cycle }) => `Sản phẩm đang có hồ sơ ${cycle}. Hãy tiếp tục hoặc rút hồ sơ đó.`,
  ProducerNotEligible: ({ kind }) =>
    `Loại hình "${nameOf(producerKinds, kind)}" không thuộc đối tượng tham gia với bộ sản phẩm này. Hãy kiểm tra loại hình chủ thể.`,
  ComponentsMissing: ({ items }) => `Hồ sơ thiếu: ${listOf(papers, items)}. Hãy bổ sung rồi nộp.`,
  WindowNotOpen: ({ opens, closes }) => `Chưa đến thời gian nộp đánh giá lại. Hãy nộp từ ${showDay(opens)} đến ${showDay(closes)}.`,
  CertificateAlreadyEnded: ({ lastDay }) => `Giấy chứng nhận đã hết hạn ngày ${showDay(lastDay)}. Hãy nộp hồ sơ đánh giá lần đầu.`,
  NotReceived: () => 'Hồ sơ chưa được tiếp nhận. Hãy tiếp nhận trước.',
  SamplesMissing: ({ count }) => `Cần ${count} sản phẩm mẫu (trừ du lịch). Hãy nhận đủ mẫu rồi ghi số mẫu trong đề nghị.`,
  SupplementPending: ({ items }) => `Đang chờ chủ thể bổ sung: ${listOf(papers, items)}. Hãy tiếp nhận bản bổ sung trước.`,
  FindingsMissing: ({ contents }) => `Chưa ghi đủ bốn nội dung đánh giá: ${listOf(findings, contents)}. Hãy ghi đủ rồi ký báo cáo.`,

  WithdrawalTooLate: () => 'Đã có quyết định, không rút hồ sơ được nữa. Hãy trả lại giấy chứng nhận nếu không dùng.',
  OnBehalfMissing: ({ producer }) => `Cán bộ xã làm việc này thay chủ thể ${producer}. Hãy ghi rõ làm thay chủ thể đó.`,
  OnBehalfDoesNotFit: ({ producer }) =>
    `Không làm thay ${producer} được ở việc này. Cán bộ UBND cấp xã chỉ làm thay chủ thể của chính hồ sơ. Hãy bỏ mục làm thay hoặc ghi đúng chủ thể.`,

  NotThisLevel: ({ level, unit }) =>
    `Việc này không thuộc phần việc của ${nameOf(levels, level)} (${unitCalled(unit)}) ở bước này. Hãy làm ở đúng cấp, đúng đơn vị đang giữ hồ sơ.`,
  RequestNotComplete: () => 'Chưa xác nhận hồ sơ đề nghị đầy đủ. Hãy xác nhận trước khi đánh giá lại.',
  CutoffPassed: ({ round, lastDay, next }) =>
    `Đã hết hạn đề nghị của ${roundName(round)} (ngày cuối ${showDay(lastDay)}). Hãy đề nghị vào ${roundName(next)}.`,
  RoundNotAhead: ({ round, ahead }) =>
    ahead.length === 0
      ? `Không chuyển được sang ${roundName(round)}: hồ sơ này không còn đợt nào phía sau. Hãy tiếp tục hồ sơ như hiện tại.`
      : `Không chuyển được sang ${roundName(round)}. Hãy chọn một trong các đợt: ${ahead.map(roundName).join('; ')}.`,

  ResultNotReported: () => 'Hội đồng chưa báo cáo kết quả. Hãy báo cáo trước khi trình.',
  SourceDoesNotFit: ({ source }) =>
    source === 'sheets'
      ? 'Chưa có phiếu chấm nào trên hệ thống. Hãy mở chấm điểm, hoặc nhập kết quả từ biên bản giấy kèm bản chụp.'
      : 'Hội đồng đã chấm bằng phiếu trên hệ thống. Hãy báo cáo kết quả từ phiếu chấm.',
  NothingToSendDown: ({ mean }) =>
    `Điểm trung bình ${decimal(mean)} không thuộc trường hợp chuyển về cấp dưới. Hãy quyết định hoặc thông báo ở cấp này.`,
  NotEvaluatedAgainHere: ({ level }) =>
    `${first(nameOf(levels, level))} không tổ chức đánh giá lại kết quả này. Hãy chấp nhận kết quả cấp trên.`,
  NotTheDecidingAuthority: ({ star, level }) =>
    `Hạng ${star} sao không do ${nameOf(levels, level)} quyết định. Hãy chuyển đúng thẩm quyền.`,
  StarDiffersFromResult: ({ star }) => `Kết quả là ${star} sao. Hãy công nhận đúng hạng này.`,
  MustGoUp: ({ mean }) =>
    `Điểm trung bình ${decimal(mean)} đạt mức chuyển lên cấp trên. Hãy phê duyệt kết quả và đề nghị cấp trên đánh giá.`,
  BelowForwarding: ({ mean }) => `Điểm trung bình ${decimal(mean)} chưa đạt mức chuyển lên cấp trên. Hãy quyết định ở cấp này.`,
  NothingToCertify: ({ star }) => `Hạng ${star} sao không có quyết định, giấy chứng nhận. Hãy gửi thông báo.`,
  DecisionPending: ({ star }) => `Kết quả ${star} sao chưa được quyết định hoặc chưa chuyển cấp. Hãy thông báo sau khi có quyết định.`,
  UpgradeNotReached: ({ star, held }) =>
    `Kết quả ${star} sao không cao hơn hạng ${held} sao đang có, nâng hạng không đạt. Hãy gửi thông báo; giấy chứng nhận đang có vẫn giữ nguyên.`,
  AlreadyDecided: ({ number }) => `Lượt đánh giá này đã có quyết định ${number}. Nếu sai sót, hãy đính chính.`,
  AlreadyNotified: () => 'Kết quả đã được thông báo. Không cần thông báo lại.',
  SentBackPending: ({ reason }) => `Hồ sơ trình đã được trả lại để xem xét: ${reason}. Hãy trình lại rồi mới quyết định.`,
  AlreadySubmitted: () => 'Hồ sơ đã được trình. Hãy chờ quyết định.',
  NothingToDecide: ({ star }) => `Kết quả ${star} sao không do cấp này quyết định. Hãy thông báo, hoặc chuyển đến đúng cấp.`,
  AlreadyPublished: ({ on }) => `Kết quả đã được công bố ngày ${showDay(on)}. Không cần công bố lại.`,
  CycleFinished: ({ outcome, star }) =>
    `Hồ sơ đã kết thúc: ${nameOf(stages['product-cycle'], outcome)}${star === 0 ? '' : `, ${star} sao`}. Không cần chuyển sang năm sau.`,
  CarriedOverAlready: ({ year }) => `Hồ sơ đã thuộc chu trình năm ${year}. Không cần chuyển lại.`,
  TransitionOver: ({ until }) => `Hạn chuyển tiếp đã hết ngày ${showDay(until)}. Hãy kết thúc và nộp lại theo quy định mới.`,
  TransitionNotOver: ({ until }) =>
    until === null
      ? 'Hồ sơ này không có hạn chuyển tiếp. Hãy tiếp tục theo quy định của hồ sơ.'
      : `Hồ sơ còn được hoàn thành theo quy định cũ đến hết ngày ${showDay(until)}. Hãy tiếp tục hồ sơ.`,
  UnitUnchanged: ({ unit }) => `Hồ sơ đang thuộc ${unitCalled(unit)}. Hãy chọn đơn vị nhận khác.`,

  CertificateNotInForce: ({ how }) =>
    `Giấy chứng nhận không còn hiệu lực (${nameOf(endings, how)}). Hãy để nguyên giấy này; chủ thể muốn được công nhận lại thì nộp hồ sơ đánh giá lần đầu.`,
  RenewalAlreadyNoted: ({ cycle }) => `Giấy chứng nhận đã ghi nhận hồ sơ đánh giá lại ${cycle}. Hãy tiếp tục hồ sơ đó.`,
  NoRenewalNoted: () => 'Giấy chứng nhận chưa ghi nhận hồ sơ đánh giá lại này. Hãy kiểm tra lại mã hồ sơ.',

  AnnualCycleNotOpen: ({ year, province }) =>
    `Chu trình năm ${year} của ${unitCalled(province)} chưa mở hoặc đã đóng. Hãy báo quản trị viên mở chu trình.`,
  AnnualCycleAlreadyOpen: ({ year, date }) => `Chu trình năm ${year} đã mở ngày ${showDay(date)}. Không cần mở lại.`,
  AnnualCycleOnHold: ({ year, province, since }) =>
    `Chu trình năm ${year} của ${unitCalled(province)} tạm dừng từ ngày ${showDay(since)}; các thời hạn vẫn tính. Hãy báo quản trị viên tiếp tục mở chu trình rồi gửi lại.`,
  RoundExists: ({ round }) => `Năm này đã có đợt "${round}". Hãy đặt mã khác cho đợt.`,
  RoundDaysOutOfOrder: ({ round, requestsBefore, resultsBefore }) =>
    `Đợt "${round}": hạn đề nghị (${showDay(requestsBefore)}) phải trước hạn có kết quả (${showDay(resultsBefore)}). Hãy sửa ngày.`,
  RoundOutsideYear: ({ round, year, requestsBefore }) =>
    `Đợt "${round}" (đề nghị trước ngày ${showDay(requestsBefore)}) không thuộc chu trình năm ${year}. Hãy sửa ngày hoặc ghi vào đúng năm.`,
  RoundContradictsEdition: ({ round, level, fixed }) =>
    fixed.length === 0
      ? `Đợt "${round}": ${nameOf(levels, level)} không có Hội đồng. Hãy chọn cấp có Hội đồng.`
      : `Đợt "${round}" trái với các đợt mà quy định đã ấn định ở ${nameOf(levels, level)} (đề nghị trước ngày ${fixed.map(showDay).join(', ')}). ` +
        'Hãy theo các đợt đó, hoặc công bố đợt thêm với ngày khác.',
  ExtraRoundNotAllowed: ({ round }) => `Đợt "${round}" là đợt thêm: cần Quy chế của Hội đồng cho phép. Hãy ghi văn bản của Quy chế.`,
  CertificateNotDue: ({ certificate, year }) =>
    `Giấy chứng nhận ${certificate} không có thời gian nộp đánh giá lại trong năm ${year}. Hãy đưa vào chu trình của đúng năm.`,
  ProductEnrolledAlready: ({ cycle }) => `Hồ sơ ${cycle} đã có trong chu trình. Không cần đưa vào lại.`,
  CouncilNotFormed: () => 'Hội đồng này chưa được thành lập. Hãy thành lập Hội đồng trước.',
  DeadlinesUnchanged: ({ lastDay }) => `Các thời hạn vẫn như đã ghi, ngày cuối ${showDay(lastDay)}. Không cần tính lại.`,
  NumberIsAllocated: ({ number }) =>
    `Đã nhập số giấy chứng nhận ${number} và cũng chọn để hệ thống cấp số. Hãy bỏ số đã nhập, hoặc bỏ chọn cấp số.`,
  NumberAlreadyAllocated: ({ key, number }) => `${key} đã được cấp số ${number}. Không cần cấp lại.`,
};
