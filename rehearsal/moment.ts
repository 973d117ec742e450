import { isDay, startOf, type Day, type Instant } from '../domain/kernel/instant.ts';

/* Days and instants as an office writes them: 22/03/2027, 22/3/2027 08:30; as ISO too. Local time is that of Hanoi. */

const minuteMs = 60_000;
const officeOpens = { hours: 8, minutes: 0 };

export const readDay = (text: string): Day | undefined => {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const day = year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
};

/** A day alone is the morning when offices open. */
export const readInstant = (text: string): Instant | undefined => {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : at;
  }
  const [dayText = '', time] = text.trim().split(/[ T]+/);
  const day = readDay(dayText);
  const clock = time === undefined ? officeOpens : readClock(time);
  return day === undefined || clock === undefined ? undefined : startOf(day) + (clock.hours * 60 + clock.minutes) * minuteMs;
};
const readClock = (text: string): { hours: number; minutes: number } | undefined => {
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === '' ? undefined : { hours: Number(hours), minutes: Number(minutes) };
};

const pad = (value: number): string => String(value).padStart(2, '0');
const hanoiMs = 7 * 60 * minuteMs;
/** 09:30, in Hanoi. */
export const showClock = (at: Instant): string => {
  const minutes = Math.floor((at + hanoiMs) / minuteMs) % (24 * 60);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};
