import * as fc from 'fast-check';
import type * as z from 'zod';
import { addDays, type Day } from '../../domain/kernel/instant.ts';
import type { RejectionCode, Rejections } from '../../domain/rejections.ts';

/*
 * Data for sentences. Those of events come from the schemas of the events themselves, so an event that is added is tried without another line here;
 * a refusal has types only, so each has its own arbitrary, in a total map.
 */

type Schema = z.core.JSONSchema.BaseSchema | boolean;

const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2019-08-21', days));
const id = fc.constantFrom('che-shan-1', 'p001', 'HTX_Suoi-Giang', '28780');
const text = fc.constantFrom('Chè Shan tuyết', 'Hợp tác xã Suối Giàng', 'đã sửa theo góp ý', '12/BC-HĐ');
const dayFields = [
  'day',
  'on',
  'by',
  'due',
  'signedOn',
  'effectiveOn',
  'lastDay',
  'filedOn',
  'validUntil',
  'skipped',
  'from',
  'until',
  'requestsBefore',
  'resultsBefore',
  'opens',
  'closes',
  'reminders',
  'lastRequestDay',
  'lastResultDay',
];

const textOf = ({ pattern }: { pattern?: string | undefined }, field: string): fc.Arbitrary<string> => {
  if (pattern !== undefined) return pattern.startsWith('^sha256') ? fc.constant(`sha256:${'a'.repeat(64)}`) : id;
  return dayFields.includes(field) ? day : text;
};
const numberOf = ({ minimum = 0, maximum = 120 }: { minimum?: number | undefined; maximum?: number | undefined }) =>
  fc.integer({ min: Math.max(minimum, -1_000), max: Math.min(maximum, 5_000) });
const listOf = ({ items, minItems = 0 }: z.core.JSONSchema.ArraySchema, field: string) =>
  fc.uniqueArray(one(typeof items === 'object' && !Array.isArray(items) ? items : true, field), {
    minLength: minItems,
    maxLength: minItems + 2,
    comparator: 'SameValueZero',
  });
const recordOf = ({
  properties = {},
  required = [],
  propertyNames,
  additionalProperties,
}: z.core.JSONSchema.ObjectSchema): fc.Arbitrary<object> => {
  const keys: readonly unknown[] = typeof propertyNames === 'object' ? (propertyNames.enum ?? []) : [];
  if (keys.length > 0)
    return fc.dictionary(fc.constantFrom(...keys.map(String)), one(additionalProperties ?? true, ''), { noNullPrototype: true });
  const parts = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, one(schema, name)]));
  return fc.record(parts, { requiredKeys: required });
};

type Typed = z.core.JSONSchema.BaseSchema;
const byType: { readonly [type: string]: (schema: Typed, field: string) => fc.Arbitrary<unknown> } = {
  object: (schema) => recordOf({ ...schema, type: 'object' }),
  array: (schema, field) => listOf({ ...schema, type: 'array' }, field),
  string: textOf,
  integer: numberOf,
  number: numberOf,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};
const typesOf = ({ type }: { type?: string | readonly string[] | undefined }): readonly string[] =>
  typeof type === 'string' ? [type] : (type ?? ['string']);
function one(schema: Schema, field: string): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return text;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => one(choice, field)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  return fc.oneof(...typesOf(schema).map((type) => byType[type]?.(schema, field) ?? text));
}
export const bySchema = (schema: Schema): fc.Arbitrary<unknown> => one(schema, '');

const person = fc.constantFrom('ba-lan', 'ong-minh');
const sitting = fc.record({ sitting: fc.constantFrom('phien-1', 'phien-2') });
const by = fc.record({ person });
const star = fc.constantFrom<1 | 2 | 3 | 4 | 5>(1, 2, 3, 4, 5);
const year = fc.integer({ min: 2018, max: 2100 });
const unit = fc.constantFrom('28780', '34');
const mean = fc.record({ mean: fc.constantFrom('89.50', '90.00', '69.99') });
const level = fc.constantFrom('commune', 'district', 'province', 'central');
const some = (...items: readonly string[]) => fc.subarray([...items], { minLength: 1 });
const nothing = fc.constant<false>(false);
const stages = fc.constantFrom(
  { stage: 'filed', stages: ['received', 'reported'] },
  { stage: 'open', stages: ['closed'] },
  { stage: 'unborn', stages: ['formed'] },
  { stage: 'convened', stages: ['closed'] },
  { stage: 'unborn', stages: ['open'] },
  { stage: 'serials', stages: ['unborn', 'form-numbers'] },
);

const round = fc.constantFrom('province-1-2027', 'central-2-2027', 'dot-bo-sung');
const ground = fc.constantFrom('a', 'đ');
export const refusals: { readonly [C in RejectionCode]: fc.Arbitrary<Rejections[C]> } = {
  Malformed: fc.record({ fields: some('place.commune', 'name') }),
  UnknownCommand: fc.record({ type: fc.constant('abc') }),
  CommandIdReused: fc.record({ commandId: fc.constant('c-1') }),
  WrongClock: fc.record({ commanded: fc.boolean() }),
  NotYourPart: fc.record({ who: fc.constant(['committee', 'anyone'] as const) }),
  NotYourUnit: fc.record({ units: some('28780', 'HTX-1'), from: day }, { requiredKeys: ['units'] }),
  NotAtThisStage: stages,
  DocumentMissing: nothing,
  EffectiveDayInFuture: fc.record({ effectiveOn: day }),
  DayInFuture: fc.record({ on: day }),
  YearWithoutCalendar: fc.record({ year }),
  NoEditionForDay: fc.record({ day }),
  KindDoesNotFit: fc.record({ held: fc.oneof(star, fc.constant<0>(0)), kind: fc.constantFrom('first', 'upgrade', 'renewal') }),
  CycleAlreadyOpen: fc.record({ cycle: id }),
  ProducerNotEligible: fc.record({ kind: fc.constantFrom('family', 'association') }),
  ComponentsMissing: fc.record({ items: some('registration', 'plan', 'giấy khác') }),
  WindowNotOpen: fc.record({ opens: day, closes: day }),
  CertificateAlreadyEnded: fc.record({ lastDay: day }),
  NotReceived: nothing,
  SamplesMissing: fc.record({ count: fc.constant(5) }),
  SupplementPending: fc.record({ items: some('test-report', 'ảnh nhà xưởng') }),
  FindingsMissing: fc.record({ contents: some('origin', 'labour', 'idea', 'identity') }),
  WithdrawalTooLate: nothing,
  OnBehalfMissing: fc.record({ producer: id }),
  OnBehalfDoesNotFit: fc.record({ producer: id }),
  NotThisLevel: fc.record({ level, unit }),
  RequestNotComplete: nothing,
  CutoffPassed: fc.record({ round, lastDay: day, next: round }),
  RoundNotAhead: fc.record({ round, ahead: fc.subarray(['province-2-2027', 'central-2-2027']) }),
  ScoringNotOpen: nothing,
  NotOnPanel: by,
  MemberIsRecused: by,
  SecretaryDoesNotScore: by,
  SheetAlreadySubmitted: by,
  ScanMissing: nothing,
  PartOutOfRange: fc.record({ part: fc.constantFrom('A', 'B', 'C'), max: fc.constantFrom(25, 35, 40) }),
  SheetsMissing: fc.record({ persons: fc.subarray(['ba-lan', 'ong-minh']) }),
  MeetingRequired: nothing,
  NotByWriting: nothing,
  OpinionsDiffer: fc.record({ reasons: some('spread-over-limit', 'stars-differ', 'member-asks') }),
  OpinionsAgree: nothing,
  ResultNotReported: nothing,
  SourceDoesNotFit: fc.record({ source: fc.constantFrom('sheets', 'paperMinutes') }),
  NothingToSendDown: mean,
  NotEvaluatedAgainHere: fc.record({ level }),
  NotTheDecidingAuthority: fc.record({ star, level }),
  StarDiffersFromResult: fc.record({ star }),
  MustGoUp: mean,
  BelowForwarding: mean,
  NothingToCertify: fc.record({ star }),
  DecisionPending: fc.record({ star }),
  UpgradeNotReached: fc.record({ star, held: star }),
  AlreadyDecided: fc.record({ number: fc.constant('12/QĐ-UBND') }),
  AlreadyNotified: nothing,
  SentBackPending: fc.record({ reason: text }),
  AlreadySubmitted: nothing,
  NothingToDecide: fc.record({ star }),
  AlreadyPublished: fc.record({ on: day }),
  StarNotCorrectable: nothing,
  CycleFinished: fc.record({
    outcome: fc.constantFrom('recognised', 'not-passed', 'returned', 'withdrawn'),
    star: fc.oneof(star, fc.constant<0>(0)),
  }),
  CarriedOverAlready: fc.record({ year }),
  TransitionOver: fc.record({ until: day }),
  TransitionNotOver: fc.record({ until: fc.option(day) }),
  UnitUnchanged: fc.record({ unit }),
  CouncilChairNotSeated: nothing,
  SeatedTwice: by,
  SittingUnknown: sitting,
  SittingExists: sitting,
  SittingNotOpen: sitting,
  SittingAlreadyOpen: sitting,
  SittingDayNotLater: fc.record({ sitting: fc.constant('phien-1'), on: day }),
  DispatchTooLate: fc.record({ sitting: fc.constant('phien-1'), days: fc.integer({ min: 1, max: 10 }) }),
  AttendanceMissing: sitting,
  QuorumNotMet: fc.record({ present: fc.constant(5), needed: fc.constant(7) }),
  CouncilChairAbsent: sitting,
  SignedAlready: sitting,
  CertificateNotInForce: fc.record({ how: fc.constantFrom('expired', 'superseded') }),
  RenewalAlreadyNoted: fc.record({ cycle: id }),
  NoRenewalNoted: nothing,
  DatesOutOfOrder: fc.record({ effectiveOn: day, lastDay: day }),
  GroundMissing: fc.record({ ground }),
  RevocationNotProposed: fc.record({ ground }),
  HolderUnchanged: fc.record({ how: fc.constantFrom('renamed', 'death'), holder: text }),
  CorrectionDoesNotMatch: fc.record({
    field: fc.constantFrom('name', 'lastDay', 'productCode'),
    present: fc.oneof(text, day, fc.constant('')),
  }),
  AnnualCycleNotOpen: fc.record({ year, province: unit }),
  AnnualCycleAlreadyOpen: fc.record({ year, date: day }),
  AnnualCycleOnHold: fc.record({ year, province: unit, since: day }),
  RoundExists: fc.record({ round: id }),
  RoundDaysOutOfOrder: fc.record({ round: id, requestsBefore: day, resultsBefore: day }),
  RoundOutsideYear: fc.record({ round: id, year, requestsBefore: day }),
  RoundContradictsEdition: fc.record({ round: id, level, fixed: fc.uniqueArray(day, { maxLength: 2 }) }),
  ExtraRoundNotAllowed: fc.record({ round: id }),
  CertificateNotDue: fc.record({ certificate: id, year }),
  ProductEnrolledAlready: fc.record({ cycle: id }),
  CouncilNotFormed: fc.constant(false),
  DeadlinesUnchanged: fc.record({ lastDay: day }),
  NumberIsAllocated: fc.record({ number: fc.constant('5S-2027-031') }),
  NumberAlreadyAllocated: fc.record({ key: id, number: fc.constant(12) }),
};
