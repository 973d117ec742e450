import { addDays, addMonths, dateOf, type Day } from '../kernel/instant.ts';
import type { Edition } from './edition.ts';
import { choicesOf, setting, type SettingValue } from './settings.ts';

/*
 * The days of a certificate. They are days and months of the calendar and roll to no working day (`expiry.rollOnHoliday`,
 * `renewal.window.rollWeekend`), so they need no holiday table and reach as far as anybody asks. `edition` is the law of the day of the
 * act, not the one the certificate was issued under.
 */

/** How the province of the issuer (for 5 stars: the ministry) reads "36 months". */
export interface ExpiryReading {
  readonly lastValidDay: SettingValue<'expiry.lastValidDay'>;
  readonly leapDay: SettingValue<'expiry.leapDay'>;
}

const readingUnder = (edition: Edition): ExpiryReading => ({
  lastValidDay: setting('expiry.lastValidDay', edition),
  leapDay: setting('expiry.leapDay', edition),
});

/** What the province of the issuer, or the ministry, has chosen for itself; empty where it goes by our working answer. */
export const readingOf = (unit: string): Partial<ExpiryReading> => {
  const [days, leapDays] = [
    new Map(Object.entries(choicesOf('expiry.lastValidDay'))),
    new Map(Object.entries(choicesOf('expiry.leapDay'))),
  ];
  const [lastValidDay, leapDay] = [days.get(unit), leapDays.get(unit)];
  return { ...(lastValidDay && { lastValidDay }), ...(leapDay && { leapDay }) };
};

/** The last day on which a certificate effective on this day is valid. What `reading` leaves out is our working answer: the anniversary. */
export const lastValidDay = (effectiveOn: Day, edition: Edition, reading: Partial<ExpiryReading> = {}): Day => {
  const chosen = { ...readingUnder(edition), ...reading };
  const anniversary = addMonths(effectiveOn, edition.certificate.months.value);
  if (chosen.lastValidDay === 'anniversary') return anniversary;
  // Of 29/02 the anniversary is already a clipped 28/02; whoever subtracts before clipping stays on it.
  const clipped = dateOf(anniversary) !== dateOf(effectiveOn);
  return clipped && chosen.leapDay === 'subtract-then-clip' ? anniversary : addDays(anniversary, -1);
};

/** First and last day on which a renewal is filed in time, both in; undefined where the law of the day knows no window. */
export const renewalWindow = (lastDay: Day, edition: Edition): { readonly opens: Day; readonly closes: Day } | undefined => {
  const window = edition.renewal.window.value;
  return window === null
    ? undefined
    : { opens: addDays(lastDay, -window.earliestDaysBefore), closes: addDays(lastDay, -window.latestDaysBefore) };
};

/** Why a certificate lives on past its end: its renewal was filed late (12.3), or in time and the decision is late. */
export type ExtensionReason = keyof Edition['renewal']['extensionDays'];

/** The day until which a certificate lives on at most while a late-filed renewal, or a decision on one filed in time, is awaited. */
export const extensionEnd = (lastDay: Day, edition: Edition, reason: ExtensionReason = 'lateFiling'): Day | undefined => {
  const days = edition.renewal.extensionDays[reason].value;
  return days === null ? undefined : addDays(lastDay, days);
};

/** What a reminder is about; the texts have a sentence for each. */
export type ReminderTopic = 'prepare' | 'window-opens' | 'still-time' | 'window-closes' | 'last-filing-day' | 'lapsing' | 'ended';
export interface Reminder {
  readonly day: Day;
  /** Days from the last valid day, as the ladder has it. */
  readonly step: number;
  readonly topic: ReminderTopic;
}

/** The days on which holder and commune are reminded, earliest first, by the ladder of the law of the day; a filed renewal stops them. */
export const reminderDays = (lastDay: Day, edition: Edition): readonly Reminder[] => {
  const ladder = setting(edition.renewal.window.value ? 'reminders.ladderDays' : 'reminders.ladderWithoutWindow', edition);
  return ladder.map((step) => ({ day: addDays(lastDay, step), step, topic: topicOf(step, edition) }));
};

// Within the last week before the window closes, "still time" would be misleading.
const weekDays = 7;
const topicOf = (
  step: number,
  {
    renewal: {
      window: { value: window },
    },
  }: Edition,
): ReminderTopic => {
  if (step >= 0) return 'ended';
  if (window === null || step > -window.latestDaysBefore) return 'lapsing';
  if (step === -window.latestDaysBefore) return 'last-filing-day';
  if (step >= -window.latestDaysBefore - weekDays) return 'window-closes';
  if (step > -window.earliestDaysBefore) return 'still-time';
  return step === -window.earliestDaysBefore ? 'window-opens' : 'prepare';
};
