import type { DomainEvent } from '../domain/kernel/aggregate.ts';

/** What the events of one decision may weigh as JSON in UTF-8. The log takes twelve kilobytes more, for what stands around them. */
export const decisionBytesMax = 512_000;

/** The log would refuse what is larger, and so end the run: such a decision is refused before it is appended. */
export const fits = (events: readonly DomainEvent[]): boolean => {
  const text = JSON.stringify(events);
  return text.length * 3 <= decisionBytesMax || encodeURIComponent(text).replaceAll(/%../g, '.').length <= decisionBytesMax;
};
export const tooLarge = Object.freeze({ fields: ['(size)'] });
