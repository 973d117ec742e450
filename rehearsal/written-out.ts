import { createHash } from 'node:crypto';
import { aggregates } from '../domain/aggregates.ts';
import type { Document } from '../domain/legal-act.ts';
import type { Names } from './names.ts';
import { readMean } from '../domain/kernel/exact.ts';
import { readDay } from './moment.ts';
import { valueIn, type Verb } from './words.ts';
import type { Path } from './yaml-source.ts';

/*
 * From what stands under `with` to a command's data: short forms are written out, names become ids, and what the file has said already (the
 * product's name and place, a council's seats) is filled in. What is left is judged by the command's own form.
 */

export type Fields = Readonly<Record<string, unknown>>;
type Coercion = (value: unknown, path: Path, names: Names) => unknown;
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Evidence of a rehearsal is assumed: a title stands for the paper. */
const digestOf = (title: string): string =>
  /^sha256:[0-9a-f]{64}$/.test(title) ? title : `sha256:${createHash('sha256').update(title.normalize('NFC')).digest('hex')}`;
const day: Coercion = (value, path, names) =>
  isText(value) || typeof value === 'number' ? (readDay(String(value)) ?? names.report(path, 'BadDay', { word: String(value) })) : value;
/** What is corrected is a text, or a day where it is written as one. */
const dayOrText: Coercion = (value) => (isText(value) ? (readDay(value) ?? value) : value);
const digest: Coercion = (value) => (isText(value) ? digestOf(value) : value);
const person: Coercion = (value, path, names) => (isText(value) ? names.person(value, path)?.id : value);
const cycle: Coercion = (value, path, names) => (isText(value) ? names.cycleId(value, path) : value);
const each =
  (one: Coercion): Coercion =>
  (value, path, names) =>
    Array.isArray(value) ? value.map((item: unknown, index) => one(item, [...path, index], names)) : value;

/** '12/BC-UBND, 22/03/2027, UBND xã Suối Giàng, Nguyễn Văn A'. */
export const readDocument = (text: string): Document | undefined => {
  const [number = '', signed = '', ...rest] = text.split(',').map((part) => part.trim());
  const [signatory = '', authority] = [rest.at(-1), rest.slice(0, -1).join(', ')];
  const signedOn = readDay(signed);
  return number === '' || signedOn === undefined || signatory === '' || authority === ''
    ? undefined
    : { authority, number, signedOn, signatory };
};
const document: Coercion = (value, path, names) =>
  isText(value) ? (readDocument(value) ?? names.report(path, 'BadDocument', {})) : fieldsIn(value, path, names);

const evidence: Coercion = (value, path, names) => {
  const piece = isText(value) ? { title: value } : fieldsIn(value, path, names);
  return isRecord(piece) && isText(piece['title']) ? { digest: digestOf(piece['title']), criteria: [], ...piece } : piece;
};
const findings: Coercion = (value) =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([content, found]) => [content, isText(found) ? { met: true, reason: found } : found]))
    : value;
const sheet: Coercion = (value) => (isRecord(value) ? { kind: 'parts', ...value } : value);
/** A mean as minutes print it, '88,25'; or its sum and the number of sheets. */
const mean: Coercion = (value, path, names) =>
  isText(value) || typeof value === 'number' ? (readMean(String(value).replace(',', '.')) ?? value) : fieldsIn(value, path, names);
const form: Coercion = (value) => (value === true ? {} : value);
const named =
  (key: string): Coercion =>
  (value) =>
    isText(value) ? valueIn(key, value) : value;

/** A declared producer, or the same one under another name: `{ chủ thể: htx, tên: … }`. */
const holder: Coercion = (value, path, names) => {
  if (isText(value)) return names.producer(value, path);
  const { producer: key, title: name } = isRecord(value) ? value : {};
  return isText(key) ? { ...names.producer(key, [...path, 'producer']), name } : value;
};

const coercions: Readonly<Record<string, Coercion>> = {
  effectiveOn: day,
  signedOn: day,
  validUntil: day,
  by: day,
  on: day,
  requestsBefore: day,
  resultsBefore: day,
  lastDay: day,
  was: dayOrText,
  becomes: dayOrText,
  holder,
  digest,
  scan: digest,
  document,
  allowedBy: document,
  evidence: each(evidence),
  findings,
  sheet,
  mean,
  registration: form,
  selfAssessment: form,
  member: person,
  person,
  proposer: person,
  replacedBy: person,
  members: each(person),
  present: each(person),
  product: cycle,
  cycle,
  agenda: each(cycle),
  producer: (value, path, names) => (isText(value) ? names.producer(value, path) : value),
  criteria: each(named('criteria')),
  components: each(named('components')),
  item: named('criteria'),
};
function fieldsIn(value: unknown, path: Path, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => fieldsIn(item, [...path, index], names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const coerce = Object.hasOwn(coercions, key) ? coercions[key] : undefined;
      return [key, (coerce ?? fieldsIn)(inner, [...path, key], names)];
    }),
  );
}

interface Filling {
  names: Names;
  on: string;
  by: string;
  given: Fields;
  path: Path;
}
const placeOf = ({ names, on, path }: Filling): Fields | undefined => {
  const { province, district, commune } = names.shape.place;
  const product = names.product(on, path);
  return product && { province: province.code, ...(district && { district: district.code }), commune: (product.commune ?? commune).code };
};
const producerOf = ({ names, on, path }: Filling) => names.producer(names.product(on, path)?.producer ?? '', path);
const productOf = (filling: Filling): Fields => {
  const product = filling.names.product(filling.on, filling.path);
  return product ? { name: product.name, place: placeOf(filling) } : {};
};
const councilOf = ({ names, on, path, given }: Filling): Fields => {
  const council = names.council(on, path);
  if (!council) return {};
  const { name, level, unit = level, chair, viceChairs, members, secretary, regulation: preset = 'default' } = council;
  const seats = [
    [chair, 'chair'],
    ...viceChairs.map((key) => [key, 'viceChair']),
    ...members.map((key) => [key, 'member']),
    ...(secretary === undefined ? [] : [[secretary, 'secretary']]),
  ].map(([key = '', seat]) => ({ person: names.person(key, ['councils', on])?.id, seat }));
  const paper = given['regulation'];
  const regulation = isText(paper) ? { preset, document: document(paper, [...path, 'regulation'], names) } : paper;
  return { name, level, unit: names.unit(unit, ['councils', on]), seats, regulation };
};

/** What the file has said before the step. */
const fillings: Readonly<Record<string, (filling: Filling) => Fields>> = {
  proposeIdea: productOf,
  submitPlan: (filling) => ({ producer: producerOf(filling) }),
  fileDossier: (filling) => ({
    ...productOf(filling),
    set: filling.names.product(filling.on, filling.path)?.set,
    producer: producerOf(filling),
  }),
  takeOverCertificate: (filling) => ({
    ...productOf(filling),
    product: filling.names.idOf(filling.on.split('#')[0] ?? ''),
    producer: producerOf(filling),
  }),
  submitSheet: ({ names, by }) => ({ member: names.idOf(by) }),
  formCouncil: councilOf,
  issueRegulation: () => ({ preset: 'default' }),
  enrol: ({ names, on, given, path }) => ({
    year: Number(on),
    province: names.shape.place.province.code,
    name: isText(given['cycle']) ? names.product(given['cycle'], [...path, 'cycle'])?.name : undefined,
  }),
  openAnnualCycle: ({ names, on }) => ({ year: Number(on), province: names.shape.place.province.code, rounds: [] }),
};
const takesDay = ({ aggregate, command }: Verb): boolean => {
  const card = (aggregates[aggregate].commands as Readonly<Record<string, { schema: () => { properties?: object } }>>)[command];
  return Object.hasOwn(card?.schema().properties ?? {}, 'effectiveOn');
};
/** A paper that names no other day takes effect when it is signed. */
const effective = (verb: Verb, fields: Fields): Fields => {
  const paper = fields['document'];
  return takesDay(verb) && isRecord(paper) && !Object.hasOwn(fields, 'effectiveOn')
    ? { ...fields, effectiveOn: paper['signedOn'] }
    : fields;
};

export const writtenOut = (verb: Verb, filling: Filling): Fields => {
  const { given, path, names } = filling;
  const filled = (Object.hasOwn(fillings, verb.command) ? fillings[verb.command] : undefined)?.(filling) ?? {};
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => verb.command !== 'formCouncil' || key !== 'regulation'));
  const data = fieldsIn(own, path, names);
  const whole = effective(verb, { ...filled, ...(isRecord(data) ? data : {}) });
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
};
