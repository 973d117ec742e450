import { lawOn } from '../edition/edition-for.ts';
import { setting } from '../edition/settings.ts';
import type { ExtensionReason } from '../edition/validity.ts';
import { dueInDays } from '../kernel/due.ts';
import type { Day } from '../kernel/instant.ts';
import type { Events } from './events.ts';
import type { InForce } from './state.ts';

type Extension = Events['ValidityExtended'];
const clauses = { lateFiling: 'certificate.lateFiling', decisionPending: 'certificate.decisionPending' } as const;

/** Counted from the own last day, by the law of `day`; undefined where it knows no such extension. Not an authority's term: it does not roll. */
export const extensionOf = (
  reason: ExtensionReason,
  { certificate: { lastDay } }: Pick<InForce, 'certificate'>,
  { cycle, day }: { cycle: string; day: Day },
): Extension | undefined => {
  const law = lawOn(day);
  const { value: days } = law.renewal.extensionDays[reason];
  const clause = clauses[reason];
  return days === null ? undefined : { reason, cycle, until: dueInDays(lastDay, days, clause, law.clauses[clause]) };
};

/** Filed in time and undecided when the own last day is over: no article says what then, a setting does. */
export const extensionAtTheEnd = (state: InForce): Extension | undefined => {
  const { renewal, extension, certificate } = state;
  const { lastDay } = certificate;
  const isExtended = setting('validity.decisionPending', lawOn(lastDay)) === 'extend';
  return renewal !== null && extension === null && isExtended
    ? extensionOf('decisionPending', state, { cycle: renewal.cycle, day: lastDay })
    : undefined;
};
