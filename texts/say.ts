import { events as annualCycleEvents } from '../domain/annual-cycle/events.ts';
import { events as certificateEvents } from '../domain/certificate/events.ts';
import { events as councilEvents } from '../domain/council/events.ts';
import { commandRefused } from '../domain/kernel/decide.ts';
import { read, type Forms, type OneOf } from '../domain/kernel/form.ts';
import type { AggregateName } from '../domain/kernel/address.ts';
import type { DomainEvent } from '../domain/kernel/aggregate.ts';
import type { Rejection } from '../domain/kernel/rule.ts';
import { events as numberBookEvents } from '../domain/number-book/events.ts';
import { events as productCycleEvents } from '../domain/product-cycle/events.ts';
import type { RejectionCode } from '../domain/rejections.ts';
import { nameOf } from './name-of.ts';
import type { Refused, Sentences, Words } from './words.ts';

/** A refusal in one sentence or two, with the place that says so. */
export const say = <Code extends RejectionCode>({ rejections, basis }: Words, { code, data, basis: ground }: Rejection<Code>): string =>
  `${rejections[code](data)}${ground === undefined ? '' : ` (${basis(ground)})`}`;

const tellOne = <Events, Type extends keyof Events>(sentences: Sentences<Events>, { type, data }: OneOf<Events, Type>): string =>
  sentences[type](data);
const tellFrom =
  <Events>(forms: Forms<Events>, sentences: Sentences<NoInfer<Events>>) =>
  (type: string, data: unknown): string | undefined => {
    const event = read(forms, type, data);
    return event && 'read' in event ? tellOne(sentences, event.read) : undefined;
  };
const isRefused = (data: unknown): data is Refused =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  typeof data.type === 'string' &&
  'code' in data &&
  typeof data.code === 'string';

type Teller = (type: string, data: unknown) => string | undefined;
const tellersOf = ({ events }: Words): { readonly [A in AggregateName]: Teller } => ({
  'product-cycle': tellFrom(productCycleEvents, events['product-cycle']),
  'council': tellFrom(councilEvents, events.council),
  'certificate': tellFrom(certificateEvents, events.certificate),
  'annual-cycle': tellFrom(annualCycleEvents, events['annual-cycle']),
  'number-book': tellFrom(numberBookEvents, events['number-book']),
});
const isName = (tellers: { readonly [A in AggregateName]: Teller }, name: string): name is AggregateName => Object.hasOwn(tellers, name);

/** One recorded event, as the log and the timeline hold it, in a sentence; what cannot be read is shown by its name. */
export const tell = (words: Words, aggregate: string, { type, data }: DomainEvent): string => {
  const tellers = tellersOf(words);
  if (!isName(tellers, aggregate)) return type;
  const refused = type === commandRefused && isRefused(data) ? words.events[aggregate].CommandRefused(data) : undefined;
  return refused ?? tellers[aggregate](type, data) ?? nameOf(words.eventNames[aggregate], type);
};
