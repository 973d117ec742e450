import type { Clause } from '../edition/clause.ts';
import { editions, lawOn } from '../edition/edition-for.ts';
import type { Edition } from '../edition/edition.ts';
import { reminderDays, renewalWindow } from '../edition/validity.ts';
import type { Deadline } from '../kernel/aggregate.ts';
import type { OneOf } from '../kernel/form.ts';
import { addDays, daysBetween, startOf, type Day } from '../kernel/instant.ts';
import type { Events } from './events.ts';
import { extensionAtTheEnd } from './extension.ts';
import { succession } from './territory.ts';
import { from, lastDayInForce, type Certificate, type InForce, type Changes } from './state.ts';

type Dated = Deadline<OneOf<Events>>;

/*
 * A certificate outlives editions, and each of its days follows the law in force on that day, as far as it is known today. So every edition
 * is asked for its days, and only those stay that it rules; a new edition moves what lies ahead without a command.
 */
const everyEdition: readonly Edition[] = Object.values(editions);
const rules = (edition: Edition, day: Day) => lawOn(day).id === edition.id;

/** Every day of the ladder, whether it has come or not. */
export const ladderOf = ({ certificate: { lastDay } }: InForce): readonly Day[] =>
  everyEdition.flatMap((edition) =>
    reminderDays(lastDay, edition)
      .map(({ day }) => day)
      .filter((day) => rules(edition, day)),
  );
const reminders = (state: InForce): Dated[] => {
  const {
    certificate: { lastDay },
    renewal,
    remindFrom,
    reminded,
  } = state;
  if (renewal !== null) return [];
  return ladderOf(state)
    .filter((day) => day >= remindFrom && !reminded.includes(day))
    .map((day) => ({
      key: `reminder.${day}`,
      at: startOf(day),
      event: { type: 'HolderReminded', data: { daysBefore: daysBetween(day, lastDay), day } },
    }));
};

/** The window and the edition that knows it. A window that had begun before the law that knows it opens with that law; one that had closed before never opens. */
export const windowOf = ({ certificate: { lastDay } }: InForce): { opens: Day; closes: Day; edition: Edition } | undefined => {
  for (const edition of everyEdition) {
    const window = renewalWindow(lastDay, edition);
    const begun = edition.effectiveFrom.value;
    if (window && rules(edition, window.closes))
      return { opens: window.opens < begun ? begun : window.opens, closes: window.closes, edition };
  }
  return undefined;
};
/** A corrected last day may come back to a day that it had before; no key may. */
const againOf = ({ redated }: InForce): string => (redated === 0 ? '' : `.${redated}`);
const windowEvents = (state: InForce): Dated[] => {
  const window = windowOf(state);
  if (window === undefined || state.window === 'closed') return [];
  const { opens, closes } = window;
  const again = againOf(state);
  const opening: Dated = {
    key: `window-opens.${opens}${again}`,
    at: startOf(opens),
    event: { type: 'RenewalWindowOpened', data: { day: opens } },
  };
  const closing: Dated = {
    key: `window-closes.${closes}${again}`,
    at: startOf(addDays(closes, 1)),
    event: { type: 'RenewalWindowClosed', data: { day: closes } },
  };
  return state.window === 'open' ? [closing] : [opening, closing];
};

/** When its own last day has passed a certificate lives on while the decision on its renewal is awaited, or it ends. */
const end = (state: InForce): Dated => {
  const { lastDay } = state.certificate;
  const extended = extensionAtTheEnd(state);
  if (extended)
    return {
      key: `extension.${lastDay}${againOf(state)}`,
      at: startOf(addDays(lastDay, 1)),
      event: { type: 'ValidityExtended', data: extended },
    };
  const last = lastDayInForce(state);
  const on = addDays(last, 1);
  return { key: `expiry.${last}`, at: startOf(on), event: { type: 'CertificateEnded', data: { how: 'expired', on } } };
};

/** The sentence of the law by which each of these days comes. */
export const restsOn = {
  ResponsibilityHandedOver: 'territory.unit',
  HolderReminded: 'certificate.reminders',
  RenewalWindowOpened: 'certificate.window',
  RenewalWindowClosed: 'certificate.window',
  ValidityExtended: 'certificate.decisionPending',
  CertificateEnded: 'certificate.expiry',
} as const satisfies { readonly [Type in keyof Events]?: Clause };

/** Of several at one instant the first is told first: a window is open before its reminder says so. */
export const deadlines = (state: Certificate): readonly Dated[] =>
  state.stage === 'in-force' ? [...succession(state), ...windowEvents(state), ...reminders(state), end(state)] : [];

export const changes = {
  HolderReminded: from(['in-force'], (state, { day }) => ({ ...state, reminded: [...state.reminded, day] })),
  RenewalWindowOpened: from(['in-force'], (state) => ({ ...state, window: 'open' })),
  RenewalWindowClosed: from(['in-force'], (state) => ({ ...state, window: 'closed' })),
} satisfies Changes<'HolderReminded' | 'RenewalWindowOpened' | 'RenewalWindowClosed'>;
