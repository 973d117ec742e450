import { editions } from '../edition/edition-for.ts';
import { annualCycleOf, certificateOf, numberBookOf, productOf, type Address } from '../kernel/address.ts';
import type { Ack, Obligation } from '../kernel/aggregate.ts';
import type { OneOf, Some } from '../kernel/form.ts';
import { yearOf } from '../kernel/instant.ts';
import { successorOn } from '../territory/unit.ts';
import type { Events } from './events.ts';
import { certificateKey, nthKey, numberKey, redoKey } from './certificate-key.ts';
import { allocatedNumber } from './certificate-number.ts';
import { productCodeOf } from './product-code.ts';
import { unitAt } from '../territory/place.ts';
import { hasDossier, type ProductCycle } from './state.ts';

type Owed = Obligation<OneOf<Events>>;
type WithDossier = Extract<ProductCycle, { run: unknown }>;

const valueOf = (events: Extract<Ack, { ok: true }>['events']): { value?: number } => {
  const [first] = events;
  const data: unknown = first?.data;
  return typeof data === 'object' && data !== null && 'number' in data && typeof data.number === 'number' ? { value: data.number } : {};
};
const settleAs =
  (key: string) =>
  (answer: Ack): Some<OneOf<Events>> => [
    {
      type: 'ObligationSettled',
      data: answer.ok ? { key, ok: true, ...valueOf(answer.events) } : { key, ok: false, code: answer.rejection.code },
    },
  ];
const owed = (key: string, to: Address, type: string, data: object): Owed => ({ key, to, command: { type, data }, settle: settleAs(key) });

/** In the year of its birth the province that it was born in, in later ones whoever has succeeded that. */
export const provinceIn = ({ birth: { on, province } }: Exclude<ProductCycle, { stage: 'unborn' }>, year: number): string =>
  yearOf(on) === year ? province : successorOn(province, `${year}-01-01`);
/** A cycle enrols in the year of its first event, and in each year that it is carried over to. */
const enrolments = (state: Exclude<ProductCycle, { stage: 'unborn' }>, id: string): Owed[] =>
  [yearOf(state.birth.on), ...state.carriedTo].map((year) =>
    owed(`enrol-${year}`, annualCycleOf(year, provinceIn(state, year)), 'enrol', {
      cycle: id,
      name: state.birth.name,
      year,
      province: provinceIn(state, year),
    }),
  );

/** A refused note is no mishap of delivery: the certificate contests the filing, which goes back. */
const renewalNote = ({ held, kind, filedOn }: WithDossier, id: string): Owed[] => {
  if (kind !== 'renewal' || !held) return [];
  const note = owed('renewal', certificateOf(held.certificate), 'noteRenewal', { cycle: id, filedOn });
  return [
    {
      ...note,
      settle: (answer) => (answer.ok ? note.settle(answer) : [{ type: 'FilingContested', data: { code: answer.rejection.code } }]),
    },
  ];
};

/** Form 01 has a number of the commune and one of the province; the serial makes the product code and is given once in a product's life. */
const numbers = ({ receipts, place, productCode, edition }: WithDossier, id: string): Owed[] => {
  const first = receipts[0];
  const desks = editions[edition].formNumber.value?.givenBy ?? [];
  const forms = desks.flatMap((level) => {
    const receipt = receipts.find((each) => each.level === level);
    return receipt
      ? [
          owed(
            `form-number-${level}`,
            numberBookOf('form', unitAt(receipt.place ?? place, level), yearOf(receipt.on)),
            'allocateFormNumber',
            { key: id },
          ),
        ]
      : [];
  });
  const serial =
    first && productCode === undefined
      ? [owed('serial', numberBookOf('serial', (first.place ?? place).commune, yearOf(first.on)), 'allocateSerial', { key: productOf(id) })]
      : [];
  return [...forms, ...serial];
};

/** A recognition after a redo has a certificate of its own, which takes the place of the one before where that is still in force. */
const certificateFor = (state: WithDossier, id: string, index: number): Owed[] => {
  const { held, settled } = state;
  const recognition = state.recognitions[index];
  if (!recognition) return [];
  const { level, decision, name, producer, place } = recognition;
  const { star, document, effectiveOn, numbering } = decision;
  const own = certificateOf(id, index + 1);
  const issuer = unitAt(place, level);
  const number = settled[numberKey(index)];
  if (numbering === 'allocated' && number === undefined)
    return [owed(numberKey(index), numberBookOf('certificate', issuer, yearOf(effectiveOn)), 'allocateCertificateNumber', { key: own.id })];
  const replaces = index === 0 ? held?.certificate : certificateOf(id, index).id;
  const key = certificateKey(index);
  const certificateNumber = number?.value === undefined ? decision.certificateNumber : allocatedNumber(number.value, issuer, decision);
  const issue = owed(key, own, 'issueCertificate', {
    productCycle: id,
    product: productOf(id),
    name,
    producer,
    place,
    star,
    document,
    effectiveOn,
    issuedUnder: state.edition,
    issuer,
    level,
    ...optional({ productCode: productCodeOf(state), certificateNumber, replaces }),
  });
  const supersede =
    replaces !== undefined && settled[key]?.ok === true
      ? [owed(nthKey('supersede', index), certificateOf(replaces), 'supersede', { by: own.id, on: effectiveOn })]
      : [];
  return [issue, ...supersede];
};
/** How a renewal ended that brought no certificate. */
const outcomeWithoutStar = (state: WithDossier) => {
  if (state.stage === 'withdrawn' || state.stage === 'closed-by-transition') return state.stage;
  return 'notice' in state ? 'not-passed' : undefined;
};
/** A recognition outlives the redo that takes its star away: its certificate is told, and told again if a further redo bears the recognition out. */
const redoConclusion = (state: WithDossier, id: string): Owed[] => {
  const { recognitions, runs, settled } = state;
  const index = recognitions.length - 1;
  if (index < 0 || settled[certificateKey(index)]?.ok !== true) return [];
  const conclude = (outcome: 'not-passed' | 'stands') => [
    owed(redoKey(index, runs.length), certificateOf(id, index + 1), 'concludeRedo', { cycle: id, outcome }),
  ];
  if ('notice' in state) return conclude('not-passed');
  const hadNoStar = runs.some((_, before) => settled[redoKey(index, before + 1)]?.ok === true);
  return state.stage === 'recognised' && hadNoStar ? conclude('stands') : [];
};
const certificates = (state: WithDossier, id: string): Owed[] => {
  const { held, settled, recognitions } = state;
  const outcome = outcomeWithoutStar(state);
  const conclude =
    outcome !== undefined && held && recognitions.length === 0 && settled['renewal']?.ok === true
      ? [owed('conclude', certificateOf(held.certificate), 'concludeRenewal', { cycle: id, outcome })]
      : [];
  return [...recognitions.flatMap((_, index) => certificateFor(state, id, index)), ...conclude, ...redoConclusion(state, id)];
};
const optional = (fields: { [name: string]: string | undefined }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What this cycle owes to others. A number must be there before the certificate that prints it. */
export const obligations = (state: ProductCycle, id: string): readonly Owed[] => {
  if (state.stage === 'unborn' || state.stage === 'opening') return [];
  const all = hasDossier(state)
    ? [...enrolments(state, id), ...renewalNote(state, id), ...numbers(state, id), ...certificates(state, id)]
    : enrolments(state, id);
  const open = all.filter(({ key }) => state.settled[key] === undefined);
  const numbersPend = open.some(({ key }) => key === 'serial');
  return numbersPend ? open.filter(({ command }) => command.type !== 'issueCertificate') : open;
};
