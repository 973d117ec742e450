import type { DomainEvent } from '../domain/kernel/aggregate.ts';

/** What the events of one decision may weigh as JSON in UTF-8. The log takes twelve kilobytes more, for what stands around them. */
export const decisionBytesMax = 512_000;
export const tooLarge = Object.freeze({ fields: ['(size)'] });

/** The log would refuse what is larger, and so end the run: such a decision is refused before it is appended. */
export const fits = (events: readonly DomainEvent[]): boolean => {
  const text = JSON.stringify(events);
  return text.length * 3 <= decisionBytesMax || encodeURIComponent(text).replaceAll(/%../g, '.').length <= decisionBytesMax;
};

const unfitCharacter = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu;
/** Control characters and halves of characters become a mark: what a stranger signalled is recorded, and no database may stumble over it. */
export const readable = (text: string): string => text.replaceAll(unfitCharacter, '\uFFFD');
export const allReadable = (events: readonly DomainEvent[]): DomainEvent[] =>
  JSON.parse(JSON.stringify(events, (_, value: unknown) => (typeof value === 'string' ? readable(value) : value))) as DomainEvent[];
