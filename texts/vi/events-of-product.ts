import { showDay } from '../../domain/kernel/instant.ts';
import { listOf, nameOf } from '../name-of.ts';
import type { EventSentences } from '../words.ts';
import { basis } from './basis.ts';
import { meanOf } from './decimal.ts';
import { waiting } from './due.ts';
import { act, noted, refused, roundName, settled } from './paper.ts';
import { unitsOf } from '../units-of.ts';
import { rejectionNames } from './rejection-names.ts';
import { terms } from './terms.ts';

const { kinds, levels, papers, findings, outcomes, editions, runRoles, modes, producerKinds, meetingReasons, correctable } = terms;
const { triggers, sources, gates } = terms;
const first = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const onPaper = (source: keyof typeof sources) => (source === 'paperMinutes' ? ` (${sources[source]})` : '');

export const eventsOfProduct: EventSentences['product-cycle'] = {
  CommandRefused: refused,
  ObligationSettled: settled,
  IdeaProposed: ({ name, proposer }) => `${proposer} đề xuất ý tưởng sản phẩm "${name}"`,
  IdeaAccepted: ({ note }) => `Ý tưởng được chấp nhận${noted(note)}`,
  IdeaReturned: ({ note }) => `Ý tưởng được trả lại để hoàn thiện: ${note}`,
  PlanSubmitted: ({ producer: { name, kind } }) => `Chủ thể ${name} (${producerKinds[kind]}) nộp phương án sản xuất, kinh doanh`,
  PlanAccepted: ({ note }) => `Phương án được chấp nhận${noted(note)}`,
  PlanReturned: ({ note }) => `Phương án được trả lại để hoàn thiện: ${note}`,
  ImplementationReported: ({ results }) => `Báo cáo thực hiện phương án: ${results}`,
  DossierFiled: ({ kind, name, producer, set, edition, evidence }) =>
    `Chủ thể ${producer.name} nộp hồ sơ ${kinds[kind]} cho sản phẩm "${name}", bộ sản phẩm ${set}, ${evidence.length} minh chứng, theo ${editions(edition)}`,
  ReviewRunOpened: ({ level, n, role, mode, roundId, missed, trigger, freshPanel }) =>
    `Mở lượt đánh giá thứ ${n} ở ${levels[level]}: ${runRoles[role]}` +
    `${mode === null ? '' : `, ${modes[mode]}`}${roundId === null ? '' : `, ${roundName(roundId)}`}` +
    (missed === undefined ? '' : ` (đã quá ngày cuối ${showDay(missed.lastDay)} của ${roundName(missed.roundId)})`) +
    `${trigger === 'first' ? '' : `, ${triggers[trigger]}`}${freshPanel ? ', người đã chấm không chấm lại' : ''}`,
  DossierReceived: ({ level, copies, samples, due }) =>
    `Tiếp nhận hồ sơ ở ${levels[level]}: ${copies} bộ hồ sơ, ${samples} sản phẩm mẫu` +
    `${due === null ? '' : `, hạn ${showDay(due.day)}${due.provisional ? ' (tạm tính)' : ''}`}`,
  SupplementRequested: ({ items, by }) =>
    `Yêu cầu bổ sung, chậm nhất ngày ${showDay(by)}: ${items.map(({ item, note }) => `${nameOf(papers, item)} (${note})`).join('; ')}`,
  DossierSupplemented: ({ evidence, note }) => `Chủ thể bổ sung ${evidence.length} minh chứng${noted(note)}`,
  CommuneReported: ({ findings: found, ...legal }) => {
    const told = Object.entries(found).map(
      ([content, { met, reason }]) => `${nameOf(findings, content)}: ${met ? 'đạt' : 'không đạt'} (${reason})`,
    );
    return `UBND cấp xã báo cáo đánh giá ${act(legal)}${noted(told.join('; '))}`;
  },
  NextLevelRequested: ({ from, to, samples, ...legal }) =>
    `${first(levels[from])} đề nghị ${levels[to]} đánh giá${samples === undefined ? '' : `, kèm ${samples} sản phẩm mẫu,`} ${act(legal)}`,
  DossierWithdrawn: ({ reason }) => `Chủ thể rút hồ sơ${noted(reason)}`,
  RequestFoundComplete: ({ due }) => `Hồ sơ đề nghị đầy đủ, hạn đánh giá lại ${showDay(due.day)}`,
  AgencyReported: ({ report, ...legal }) => `Cơ quan tham mưu báo cáo ${act(legal)}: ${report}`,
  DossierAssessed: ({ opinion, points }) =>
    `Tổ tư vấn đánh giá: ${opinion}` +
    (points === undefined ? '' : ` (điểm đề xuất: phần A ${points.A}, phần B ${points.B}, phần C ${points.C})`),
  SiteVisited: ({ on, results }) => `Khảo sát thực tế ngày ${showDay(on)}: ${results}`,
  TestsRequested: ({ tests, note }) => `Yêu cầu kiểm nghiệm: ${tests.join('; ')}${note === undefined ? '' : ` (${note})`}`,
  MovedToRound: ({ round, former, reason }) =>
    `${former === '' ? 'Đưa vào' : `Chuyển từ ${roundName(former)} sang`} ${roundName(round)}: ${reason}`,
  PlacedOnAgenda: ({ council, sitting, on }) => `Đưa vào chương trình phiên họp ${sitting} ngày ${showDay(on)} của Hội đồng ${council}`,
  TakenOffAgenda: ({ council, sitting, reason }) => `Rút khỏi chương trình phiên họp ${sitting} của Hội đồng ${council}: ${reason}`,
  ScoringOpened: ({ panel: { sitting, members, recused } }) =>
    `Mở chấm điểm tại phiên họp ${sitting}: ${members.length} thành viên chấm${recused.length === 0 ? '' : `, ${recused.length} không tham gia chấm`}`,
  PanelChanged: ({ members, chair }) =>
    `Cập nhật thành viên chấm${members === undefined ? '' : `: ${members.join(', ')}`}${chair === undefined ? '' : `; chủ trì chấm điểm từ nay: ${chair}`}`,
  MemberRecused: ({ person, reason }) => `${person} không tham gia chấm (xung đột lợi ích): ${reason}`,
  // Whoever reads the timeline must not learn a member's points here.
  SheetSubmitted: ({ member, enteredBy }) =>
    `${member} nộp phiếu chấm điểm${enteredBy === undefined ? '' : `, ${enteredBy} nhập hộ từ phiếu giấy`}`,
  ScoringClosed: () => 'Kết thúc chấm điểm',
  ReferredToMeeting: ({ reasons, askedBy, note }) =>
    `Chuyển sang họp Hội đồng: ${listOf(meetingReasons, reasons)}${askedBy === undefined ? '' : ` (${askedBy})`}${noted(note)}`,
  CouncilResultReported: ({ mean, star, betweenBands, source, ...legal }) =>
    `Hội đồng báo cáo kết quả: ${meanOf(mean)} điểm, ${star} sao${onPaper(source)} ${act(legal)}` +
    (betweenBands === true ? `; điểm nằm giữa hai khung điểm, lấy khung dưới (${basis({ setting: 'bands.gapPolicy' })})` : ''),
  GateClosed: ({ gate, reason, source, ...legal }) => `Hội đồng kết luận ${gates[gate]}${onPaper(source)}: ${reason} ${act(legal)}`,
  SubmittedForDecision: (legal) => `Cơ quan tham mưu trình quyết định ${act(legal)}`,
  SentBack: ({ reason }) => `Người có thẩm quyền quyết định trả lại để xem xét: ${reason}`,
  ProductRecognised: ({ star, certificateNumber, numbering, ...legal }) =>
    `Công nhận sản phẩm ${star} sao${certificateNumber === undefined ? '' : `, giấy chứng nhận số ${certificateNumber}`}` +
    `${numbering === undefined ? '' : ', đang cấp số giấy chứng nhận'} ${act(legal)}`,
  SentDown: ({ from, to, ...legal }) => `${first(levels[from])} chuyển kết quả về ${levels[to]} ${act(legal)}`,
  CentralResultAccepted: ({ level, star, ...legal }) => `${first(levels[level])} chấp nhận kết quả cấp trên: ${star} sao ${act(legal)}`,
  EvaluationReopened: ({ level, ...legal }) => `${first(levels[level])} tổ chức đánh giá lại sau kết quả cấp trên ${act(legal)}`,
  RedoOrdered: ({ level, reason, ...legal }) => `Bộ yêu cầu ${levels[level]} thực hiện lại việc đánh giá: ${reason} ${act(legal)}`,
  ResultApproved: (legal) => `Phê duyệt kết quả đánh giá ${act(legal)}`,
  ResultNotified: ({ outcome, ...legal }) => `Thông báo kết quả: ${outcomes[outcome]} ${act(legal)}`,
  ResultPublished: ({ on, channel }) => `Công bố kết quả ngày ${showDay(on)}: ${channel}`,
  FieldCorrected: ({ field, was, becomes, ...legal }) => `Đính chính ${correctable[field]}: "${was}" thành "${becomes}" ${act(legal)}`,
  TransitionBegan: ({ edition, until }) =>
    `${editions(edition)} bắt đầu áp dụng: hồ sơ được hoàn thành theo quy định cũ đến hết ngày ${showDay(until)}`,
  ClosedByTransition: ({ until, ...legal }) => `Kết thúc do chuyển tiếp, chưa xong khi hết hạn ngày ${showDay(until)} ${act(legal)}`,
  ResponsibilityHandedOver: ({ from, to, on, note }) =>
    `Từ ngày ${showDay(on)} hồ sơ do ${unitsOf(to)} chịu trách nhiệm, thay cho ${unitsOf(from)}${noted(note)}`,
  CarriedOver: ({ year }) => `Chuyển sang chu trình năm ${year}`,
  FilingContested: ({ code }) => `Hồ sơ được trả lại: ${nameOf(rejectionNames, code)}`,
  DeadlinePassed: waiting,
};
