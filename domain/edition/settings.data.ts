/*
 * Where the texts are silent or doubtful, a working answer stands here and nowhere else, and a refusal that rests on one says so:
 * "chưa có quy định, áp dụng thiết lập …". `question` is the doubt in our words, `why` what the answer rests on.
 * The days of the reminder ladders stand only here.
 */
import type { EditionId, Fraction, Term } from './terms.ts';

/** Who may choose another value than ours: a release, an edition, a province (for the centre: the ministry), a council's regulation. */
export type Scope = 'system' | 'edition' | 'province' | 'council';

export interface Setting<Value> {
  readonly values: Readonly<Record<EditionId, Value>>;
  /** The values it may take; null where any value of its type will do. */
  readonly allowed: readonly Value[] | null;
  readonly scope: Scope;
  readonly question: string;
  readonly why: string | null;
}

interface Definition<Value> extends Omit<Setting<Value>, 'values'> {
  readonly value: Value;
  readonly byEdition?: Readonly<Partial<Record<EditionId, Value>>>;
}

const define = <Value>({ value, byEdition, ...rest }: Definition<Value>): Setting<Value> =>
  ({ ...rest, values: { 'qd-1048-2019': value, 'qd-26-2026': value, ...byEdition } });
const choice = <const Value extends string>(definition: Definition<Value>): Setting<Value> => define(definition);

export const settings = {
  'edition.selectBy': choice({
    value: 'filing-date', allowed: ['filing-date', 'round-date'], scope: 'system',
    question: 'Edition of a dossier: by the day of filing or of receipt?',
    why: 'Edition of a dossier: the day it was filed (`DossierFiled`), whatever the day of receipt; pinned for life.',
  }),
  'bands.gapPolicy': choice({
    value: 'lower-band', allowed: ['lower-band', 'hold'], scope: 'edition',
    question: 'Which star has a mean between printed integers (1048)?',
    why: 'Mean between printed integers in 1048.',
  }),
  'rank.roundBeforeBand': define<boolean>({
    value: false, allowed: [false], scope: 'system',
    question: 'Is a mean rounded before its band?',
    why: 'Never round before the band is chosen.',
  }),
  'display.decimals': define<number>({
    value: 2, allowed: [0, 1, 2], scope: 'province',
    question: 'How many decimals are shown?',
    why: 'Shown figures only.',
  }),
  'starMinima.mode': choice({
    value: 'cap', allowed: ['cap', 'reject', 'warn'], scope: 'edition',
    question: 'Which rank has a product with points but a missed star mark?',
    why: 'cap = highest star whose points and minima are met; reject = not passed; warn = band only.',
  }),
  'starMinima.cumulative': define<boolean>({
    value: true, allowed: [true, false], scope: 'edition',
    question: 'Are the marks cumulative?',
    why: null,
  }),
  'starMinima.judgedOn': choice({
    value: 'majority-of-sheets', allowed: ['majority-of-sheets', 'every-sheet', 'agreed-sheet'], scope: 'council',
    question: 'Members chose different options: is the minimum met?',
    why: 'agreed-sheet = a finding of the council (recordFinding), never one person\'s ruling; under the other two an '
      + 'agreed finding still overrides.',
  }),
  'starMinima.set26': choice({
    value: 'same-as-others', allowed: ['same-as-others', 'ignore'], scope: 'edition',
    question: 'Do the marks of set 26, printed without footnote, bind?',
    why: null,
  }),
  'gate.decidedBy': choice({
    value: 'majority-of-council', allowed: ['majority-of-council', 'any-member', 'advisory-team'], scope: 'council',
    question: 'Who closes a gate?',
    why: 'Who may close a rejecting or stopping gate.',
  }),
  'criterion.none': choice({
    value: 'explicit-zero', allowed: ['explicit-zero', 'forbidden'], scope: 'edition',
    question: 'What if no option fits?',
    why: 'No option fits: recorded as \'none\', 0 points, with a reason.',
  }),
  'council.members.min': define<number | null>({
    value: null, allowed: null, scope: 'council',
    question: 'How many members?',
    why: 'Warning only; a province of 26/2026 has at least 8 seats by its list, the centre 7 (derived).',
  }),
  'council.quorum.fraction': define<Fraction>({
    value: { of: 3, in: 4 }, allowed: null, scope: 'council',
    question: 'How many must be present?',
    why: 'Tây Ninh.',
  }),
  'council.quorum.chairRequired': define<boolean>({
    value: true, allowed: [true, false], scope: 'council',
    question: 'Must the council chair be present?',
    why: 'The council chair. Tây Ninh.',
  }),
  'council.spread.max': define<number>({
    value: 10, allowed: null, scope: 'council',
    question: 'How far apart may members be?',
    why: 'Tây Ninh, Đồng Tháp.',
  }),
  'council.spread.inclusive': define<boolean>({
    value: true, allowed: [true, false], scope: 'council',
    question: 'Does a spread of exactly the limit pass?',
    why: 'A spread of exactly the limit passes.',
  }),
  'council.spread.measure': choice({
    value: 'max-minus-min', allowed: ['max-minus-min', 'from-mean'], scope: 'council',
    question: 'Spread from highest to lowest, or from the mean?',
    why: null,
  }),
  'council.rescore.maxRounds': define<number | null>({
    value: null, allowed: null, scope: 'council',
    question: 'How often may be scored again?',
    why: 'No limit on record.',
  }),
  'council.mean': choice({
    value: 'arithmetic', allowed: ['arithmetic'], scope: 'council',
    question: 'Which mean?',
    why: 'No rule that drops the highest and lowest was found.',
  }),
  'council.secretaryScores': define<boolean>({
    value: false, allowed: [true, false], scope: 'council',
    question: 'Does the secretary score?',
    why: null,
  }),
  'council.absent': choice({
    value: 'not-counted', allowed: ['not-counted'], scope: 'council',
    question: 'How do absent members count?',
    why: 'Absent, recused and stopped members leave the denominator.',
  }),
  'council.dispatchLead': define<Term>({
    value: { value: 2, unit: 'working-days' }, allowed: null, scope: 'council',
    question: 'How long before a sitting are its papers sent?',
    why: '1 working day under 148 (district), 2 under 1048 (province).',
  }),
  'clock.countFirstDay': define<boolean>({
    value: false, allowed: [true, false], scope: 'system',
    question: 'Is the first day counted?',
    why: 'Civil Code 2015, art. 147.',
  }),
  'clock.deadlineOnHoliday': choice({
    value: 'next-working-day', allowed: ['next-working-day', 'keep'], scope: 'system',
    question: 'Does an authority\'s term end on a day off?',
    why: 'Civil Code 2015, art. 148; for authorities\' deadlines.',
  }),
  'expiry.lastValidDay': choice({
    value: 'anniversary', allowed: ['anniversary', 'day-before-anniversary'], scope: 'province',
    question: 'Which is the last valid day?',
    why: 'Thanh Hóa and the Civil Code; Nghệ An. By the province of the issuer; the ministry has its own value.',
  }),
  'expiry.rollOnHoliday': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Does a certificate\'s end move off a day off?',
    why: 'A certificate\'s end does not move to a working day.',
  }),
  'renewal.window.rollWeekend': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Does the last filing day move off a day off?',
    why: 'The last filing day does not move.',
  }),
  'renewal.outsideRounds': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'Are renewals bound to rounds?',
    why: 'Renewals run on their own 45 days.',
  }),
  'renewal.clockPerLevel': define<boolean>({
    value: true, allowed: [true, false], scope: 'edition',
    question: 'Are the 45 days for each level or in all?',
    why: '45 days at the province and 45 at the ministry.',
  }),
  'renewal.meetingWhen': define<readonly ('spread-over-limit' | 'stars-differ' | 'member-asks')[]>({
    value: ['spread-over-limit', 'stars-differ', 'member-asks'], allowed: null, scope: 'council',
    question: 'When do written opinions give way to a meeting?',
    why: 'When written opinions give way to a meeting.',
  }),
  'renewal.fiveStarProvincialCouncil': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Is there a provincial council in a 5-star renewal?',
    why: null,
  }),
  'lateFiling.scope': choice({
    value: 'all', allowed: ['all', 'transitional-only'], scope: 'edition',
    question: 'Does 12.3 outlive the transition?',
    why: 'transitional-only = certificates that ended before 19/9/2026.',
  }),
  'lateFiling.maxDays': define<number>({
    value: 180, allowed: null, scope: 'edition',
    question: 'How long does a certificate of a late filer live on?',
    why: '12.3, days after the last valid day.',
  }),
  'lateFiling.acceptAfterExpiry': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'May a renewal be filed after the end?',
    why: 'Filed after the last valid day: a first evaluation.',
  }),
  'cutoff.inclusive': define<boolean>({
    value: false, allowed: [true, false], scope: 'edition',
    question: 'Is a request on the cut-off day itself in time?',
    why: null,
  }),
  'round.missedCutoff': choice({
    value: 'next-round', allowed: ['next-round', 'refuse'], scope: 'province',
    question: 'What becomes of a request after the cut-off?',
    why: 'The cut-off binds the request (of the commune, of the province), not the producer\'s filing; a late request '
      + 'waits for the next round and says so.',
  }),
  'commune.clock.days': define<number | null>({
    value: 15, byEdition: { 'qd-1048-2019': null }, allowed: null, scope: 'edition',
    question: 'How long has the commune?',
    why: '7.2, working days, only under 26/2026; 1489: no term found, none runs.',
  }),
  'commune.clock.onReturn': choice({
    value: 'restart', allowed: ['restart', 'pause', 'run'], scope: 'province',
    question: 'What becomes of the commune\'s clock after a supplement?',
    why: 'A supplement ends the clock; the next receipt starts a new one of full length.',
  }),
  'supplement.days': define<Term | null>({
    value: null, allowed: null, scope: 'province',
    question: 'Is there a term for supplements?',
    why: 'No term in the text; a province may set one.',
  }),
  'fiveStarCandidate.interimRecognition': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Has a candidate a certificate while the ministry decides?',
    why: null,
  }),
  'central.below90': choice({
    value: 'deciding-authority-chooses', allowed: ['deciding-authority-chooses'], scope: 'edition',
    question: 'What may be done with a central result below 90, and below 50?',
    why: 'acceptCentralResult or evaluateAgain (7.4.g).',
  }),
  'levels.higherResultPrevails': define<boolean>({
    value: true, allowed: [true], scope: 'edition',
    question: 'A higher council scores lower than the lower one: which result stands?',
    why: 'The last council that scored decides the rank.',
  }),
  'levels.forwardsWhen': define<null>({
    value: null, allowed: null, scope: 'edition',
    question: 'Does a result of exactly 90 go up, or only one above 90 (1048)?',
    why: 'Thresholds are edition data.',
  }),
  'edition.effectiveTo': define<null>({
    value: null, allowed: null, scope: 'edition',
    question: 'Which day is the last in force?',
    why: null,
  }),
  'upgrade.newTerm': define<boolean>({
    value: true, allowed: [true, false], scope: 'edition',
    question: 'Does an upgrade start a new term?',
    why: null,
  }),
  'upgrade.failKeepsCertificate': define<boolean>({
    value: true, allowed: [true, false], scope: 'edition',
    question: 'Does the old certificate stay when an upgrade fails?',
    why: null,
  }),
  'transition.pendingUnfinished': choice({
    value: 'close-and-refile', allowed: ['close-and-refile', 'finish-late'], scope: 'province',
    question: 'What of an old dossier unfinished on 21/7/2026?',
    why: 'Needs a recorded decision.',
  }),
  'territory.successor': define<null>({
    value: null, allowed: null, scope: 'system',
    question: 'Which unit answers for an abolished one?',
    why: 'Old unit to new unit, with dates and the legal act; the responsible unit is that of the day of the act, the '
      + 'issuer stays as printed.',
  }),
  'productCode.reissueOnMerger': define<boolean>({
    value: false, allowed: [false], scope: 'system',
    question: 'Is the code given anew when units merge?',
    why: null,
  }),
  'ideas.reviewer': choice({
    value: 'commune', allowed: ['commune', 'province', 'none'], scope: 'province',
    question: 'Who judges ideas since 7/2025?',
    why: 'No legal owner since July 2025.',
  }),
  'complaint.enabled': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May a producer complain?',
    why: null,
  }),
  'dossier.withdrawByProducer': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May a producer withdraw a dossier?',
    why: 'Before the decision; not in the text.',
  }),
  'forward.requiresMinima': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Does 90 at the province go up when a 5-star mark is missed?',
    why: 'False: points alone send a product up, the gap list goes with it.',
  }),
  'central.minimaMissed': choice({
    value: 'send-down', allowed: ['send-down', 'not-passed'], scope: 'edition',
    question: 'What of 90 at the ministry when a 5-star mark is missed?',
    why: '90 or more at the ministry but a 5-star minimum missed.',
  }),
  'council.substitutes': define<boolean>({
    value: false, allowed: [true, false], scope: 'council',
    question: 'Who may be a member\'s substitute?',
    why: 'Only if the council regulation allows.',
  }),
  'display.rounding': choice({
    value: 'half-up', allowed: ['half-up', 'half-even'], scope: 'system',
    question: 'How is a shown mean rounded?',
    why: 'Shown means only; differs in ties (8 or 16 sheets).',
  }),
  'starMinima.has': choice({
    value: 'majority-reach', allowed: ['majority-reach', 'lowest-sheet'], scope: 'council',
    question: 'What does a gap say the product has?',
    why: 'What a gap says the product has when members chose differently: the highest step that more than half of the '
      + 'counted sheets reach.',
  }),
  'gate.base': choice({
    value: 'counted-sheets', allowed: ['counted-sheets', 'all-seats'], scope: 'council',
    question: 'Majority of what closes a gate?',
    why: 'Majority that closes a gate.',
  }),
  'gate.waterSensoryZero': choice({
    value: 'majority-any-item', allowed: ['majority-any-item', 'any-member'], scope: 'edition',
    question: 'When does a zero of set 16 close the gate?',
    why: 'Set 16: closed when more than half of the counted sheets have a zero in any of 6.1 to 6.4.',
  }),
  'criterion.storyStructureWithoutStory': choice({
    value: 'counts-zero', allowed: ['counts-zero', 'refused'], scope: 'edition',
    question: 'How does 5.2 score without a story?',
    why: '5.2 where 5.1 has no story.',
  }),
  'sets.case.choice': choice({
    value: 'per-criterion', allowed: ['per-criterion', 'per-product'], scope: 'edition',
    question: 'Is the case of set 26 chosen per criterion or per product?',
    why: 'Either/or of set 26.',
  }),
  'council.quorum.base': choice({
    value: 'voting-seats-not-recused', allowed: ['voting-seats-not-recused', 'all-seats'], scope: 'council',
    question: 'Who counts for the quorum?',
    why: 'Secretary without a vote, recused members and invited experts without a vote are outside.',
  }),
  'council.chairStandIn': define<readonly ('authorised-head' | 'vice-chair')[]>({
    value: ['authorised-head', 'vice-chair'], allowed: null, scope: 'council',
    question: 'Who stands for the council chair?',
    why: 'Who may stand for the council chair for the quorum, named before the sitting.',
  }),
  'council.expertsScore': define<boolean>({
    value: false, allowed: [true, false], scope: 'council',
    question: 'Do experts score?',
    why: 'Invited experts advise; they score only if the Quy chế seats them as members.',
  }),
  'expiry.leapDay': choice({
    value: 'clip-then-subtract', allowed: ['clip-then-subtract', 'subtract-then-clip'], scope: 'province',
    question: 'Last day of a certificate of 29/02 under day-before-anniversary?',
    why: '29/02 under day-before-anniversary: 27/02 or 28/02.',
  }),
  'upgrade.sameStar': choice({
    value: 'failure', allowed: ['failure', 'new-term'], scope: 'edition',
    question: 'What is an upgrade that ends in the star held?',
    why: 'An upgrade that ends in the star already held: the old certificate stays.',
  }),
  'nextStar.shown': choice({
    value: 'next-that-certifies', allowed: ['next-that-certifies', 'one-up'], scope: 'system',
    question: 'Which target is shown from 1 or 2 stars?',
    why: 'From 1 or 2 stars the useful target is 3.',
  }),
  'transition.rollOnHoliday': define<boolean>({
    value: false, allowed: [true, false], scope: 'edition',
    question: 'Do the dates of 12.2 move off a day off?',
    why: 'The printed end dates of Art. 12.2 do not move (21/6/2026 is a Sunday).',
  }),
  'certificate.rulesOf': choice({
    value: 'day-of-act', allowed: ['day-of-act', 'issuing-edition'], scope: 'system',
    question: 'Which law applies to a certificate of an older edition?',
    why: 'Renewal window, extension, ending and revocation: rules in force on the day of the act; a new edition re-plans '
      + 'the deadlines of certificates.',
  }),
  'validity.decisionPending': choice({
    value: 'extend', allowed: ['extend', 'end'], scope: 'province',
    question: 'A renewal filed in time, its decision later than the end: does the certificate live on?',
    why: 'Renewal filed in time, decision late: the text is silent. ValidityExtended with reason decisionPending.',
  }),
  'validity.decisionPendingMaxDays': define<number>({
    value: 180, allowed: null, scope: 'province',
    question: 'How long does it live on at most?',
    why: 'Days after the last valid day; as for late filers.',
  }),
  'reminders.ladderDays': define<readonly number[]>({
    value: [-210, -180, -150, -127, -120, -90, -30, -7, 0], allowed: null, scope: 'system',
    question: 'On which days is a holder reminded?',
    why: 'The only place of the ladder. Days from the last valid day, to producer and commune: prepare; window opens; '
      + 'still time; a week left; last day of the window; then what lapses; ended. Stops when a renewal is filed.',
  }),
  'reminders.ladderWithoutWindow': define<readonly number[]>({
    value: [-90, -30, -7], allowed: null, scope: 'system',
    question: 'On which days is a holder reminded where there is no window?',
    why: 'Acts before 22/5/2026: no window. Covers the issuer\'s warning of 148, at the latest 30 days before the end.',
  }),
  'reminders.workLadder': define<readonly number[]>({
    value: [-3, -1, 0, 1, 3], allowed: null, scope: 'system',
    question: 'On which days is who has a task reminded?',
    why: 'Working days from the due day of a task: to who has it; 1 = overdue; 3 = also to the superior. Silent while a '
      + 'supplement is awaited.',
  }),
  'renewal.forwardedMode': choice({
    value: 'meeting', allowed: ['meeting', 'written'], scope: 'edition',
    question: 'A 3- or 4-star renewal reaches 90: meeting or written opinions at the ministry?',
    why: 'Central step of a 3- or 4-star renewal that reaches 90.',
  }),
  'round.cycleYear': define<null>({
    value: null, allowed: null, scope: 'edition',
    question: 'Which cycle year has the ministry\'s round 2?',
    why: 'rounds.cutoffs[].cycleYearOffset: the ministry\'s round 2 belongs to the cycle year of the provincial round that feeds it.',
  }),
  'annualCycle.unfinished': choice({
    value: 'carry-over', allowed: ['carry-over'], scope: 'system',
    question: 'What if nobody acted?',
    why: 'Nothing lapses because nobody acted: overdue, shown to the superior, next round, carried over at the close.',
  }),
  'cycle.ideaRequired': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Must an idea come first?',
    why: 'fileDossier may open a product cycle without an idea.',
  }),
  'cycle.onePerProduct': define<boolean>({
    value: true, allowed: [true], scope: 'system',
    question: 'May a product have two open cycles?',
    why: 'One open cycle a product; a second dossier waits for the end or the withdrawal of the first.',
  }),
  'decision.sendBack': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May the deciding authority send a file back?',
    why: 'Back to agency or council with a reason, before the decision; the text is silent.',
  }),
  'certificate.reissueCopy': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May the issuer give a copy of a lost paper?',
    why: 'Lost or worn paper, change of holder: same number, same end.',
  }),
  'producer.onBehalf': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May an officer act for a producer?',
    why: 'A commune officer may do every producer\'s act; actor and producer are both recorded.',
  }),
  'commune.mayRefuse': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'May the commune refuse a dossier?',
    why: 'No power to refuse a dossier is stated; national status 3 stays unused.',
  }),
  'numbers.certificate': choice({
    value: 'typed', allowed: ['typed', 'allocated'], scope: 'province',
    question: 'Are certificate numbers typed or allocated?',
    why: 'Certificate numbers are the office\'s own; allocated gapless only where an office wants it.',
  }),
  'formNumber.order': choice({
    value: 'commune-then-province', allowed: ['commune-then-province', 'province-then-commune'], scope: 'province',
    question: 'Which of the two form numbers is whose?',
    why: 'Which of the two leading numbers is whose.',
  }),
  'productCode.allocateAt': choice({
    value: 'first-receipt', allowed: ['first-receipt', 'recognition'], scope: 'province',
    question: 'When is the product code given?',
    why: 'The score sheet of Appendix II prints the code.',
  }),
  'productCode.keepOnRenewal': define<boolean>({
    value: true, allowed: [true, false], scope: 'system',
    question: 'Does a renewed product keep its code?',
    why: 'Also on upgrade and on a merger of units.',
  }),
  'legalAct.document': choice({
    value: 'required', allowed: ['required', 'optional'], scope: 'province',
    question: 'Must a legal act carry its paper?',
    why: 'document {authority, number, signedOn, signatory, digest} on every legal act.',
  }),
  'legalAct.effectiveOn': choice({
    value: 'not-after-today', allowed: ['not-after-today'], scope: 'system',
    question: 'May the day of a legal act lie ahead?',
    why: 'A legal act may be typed in late, never ahead; terms count from effectiveOn.',
  }),
  'correction.stars': choice({
    value: 'new-decision-only', allowed: ['new-decision-only'], scope: 'system',
    question: 'Can a star be corrected?',
    why: 'correct {field, was, becomes, document} never changes a star.',
  }),
  'holder.changeKeepsTerm': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'Does a certificate go on with a new holder?',
    why: 'Sale, succession, death, new name: the certificate goes on to its own end with the office\'s document.',
  }),
  'certificate.surrender': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May a producer give a certificate back?',
    why: 'The text names no giving back.',
  }),
  'expiry.confirmByDecision': define<boolean>({
    value: false, allowed: [true, false], scope: 'province',
    question: 'Does a certificate that ended need a decision?',
    why: 'Some provinces also sign a withdrawal decision for certificates that ended (Đồng Tháp 2025).',
  }),
  'redo.freshPanel': define<boolean>({
    value: false, allowed: [true, false], scope: 'council',
    question: 'Does a redo have a new panel?',
    why: 'A redo or a complaint is scored by members who did not score the first run.',
  }),
  'council.adviserConflict': choice({
    value: 'warning', allowed: ['warning', 'recusal', 'none'], scope: 'council',
    question: 'Is an agency that advised the producer in conflict?',
    why: 'An OCOP agency that advised the producer is a member by 7.3.b: warned, not recused.',
  }),
  'council.recusalComputed': define<readonly ('same-person' | 'same-household' | 'same-organisation')[]>({
    value: ['same-person', 'same-household', 'same-organisation'], allowed: null, scope: 'council',
    question: 'Which conflicts are computed?',
    why: 'Besides what members declare.',
  }),
  'council.discussionShows': choice({
    value: 'over-limit-only', allowed: ['over-limit-only', 'spread-and-criteria', 'totals-without-names'], scope: 'council',
    question: 'What do members learn under seal before they score again?',
    why: 'What members learn under seal before they score again.',
  }),
  'council.special': define<boolean>({
    value: true, allowed: [true, false], scope: 'council',
    question: 'May a council have special councils?',
    why: 'Special councils under one council (centre, 2020: 24, 10 and 9 dossiers).',
  }),
  'result.paperMinutes': define<boolean>({
    value: true, allowed: [true, false], scope: 'province',
    question: 'May a result be typed in from a paper council?',
    why: 'CouncilResultReported with source paperMinutes: typed in from minutes, scan attached, marked everywhere.',
  }),
  'sheet.unit': define<null>({
    value: null, allowed: null, scope: 'edition',
    question: 'What does a sheet hold?',
    why: 'sheetUnit: options where the edition has rubrics (26/2026), else totals of parts A, B, C.',
  }),
  'sheet.enteredByOther': define<boolean>({
    value: true, allowed: [true, false], scope: 'council',
    question: 'May a paper sheet be typed in by another?',
    why: 'A paper sheet may be typed in by the secretary: enteredBy and scan digest are kept.',
  }),
  'scoring.order': define<readonly ('gate' | 'spread' | 'mean')[]>({
    value: ['gate', 'spread', 'mean'], allowed: null, scope: 'system',
    question: 'In which order is judged?',
    why: 'A closed gate has no mean, a spread over the limit none either.',
  }),
  'gate.precedence': define<readonly ('reject-dossier' | 'reject-product' | 'stop-scoring')[]>({
    value: ['reject-dossier', 'reject-product', 'stop-scoring'], allowed: null, scope: 'edition',
    question: 'Which of two closed gates counts?',
    why: 'Two gates closed at once.',
  }),
  'gate.zeroOption': choice({
    value: 'score', allowed: ['score', 'gate'], scope: 'edition',
    question: 'Is a 0 option for impurities a score or a gate?',
    why: 'A 0 for impurities, and the 0 option of set 19\'s criterion 6, is a score unless a gate is raised.',
  }),
  'calendar.outsideRange': choice({
    value: 'refuse', allowed: ['refuse'], scope: 'system',
    question: 'What of a term beyond the years of the calendar?',
    why: 'No term in working days, and none that rolls to a working day, is computed outside the years of the calendar; '
      + 'provisional years are marked tạm tính. Ends and windows of certificates need no calendar.',
  }),
  'calendar.cultureDay': define<boolean>({
    value: false, allowed: [true, false], scope: 'system',
    question: 'Is 24/11 a day off?',
    why: '24/11, Ngày Văn hóa Việt Nam: resolution, no law seen.',
  }),
  'figures.fiveStarCandidate': choice({
    value: 'own-category', allowed: ['own-category', 'as-four-stars'], scope: 'system',
    question: 'Where does a 5-star candidate count in figures?',
    why: '90 and more at the province, not yet decided by the ministry.',
  }),
};
