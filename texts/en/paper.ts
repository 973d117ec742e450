import { showDay, type Day } from '../../domain/kernel/instant.ts';
import type { Document } from '../../domain/legal-act.ts';
import { nameOf, verbsIn } from '../name-of.ts';
import { dutyOf, type Settlement } from '../settlement.ts';
import { roundParts } from '../round-name.ts';
import type { Refused } from '../words.ts';
import { commands } from './commands.ts';
import { rejectionNames } from './rejection-names.ts';
import { terms } from './terms.ts';

/** The paper of a legal act; its day of effect where that is another day. */
export const paper = ({ number, signedOn }: Document): string => `paper ${number} of ${showDay(signedOn)}`;
export const act = ({ document, effectiveOn }: { document: Document; effectiveOn: Day }): string =>
  `(${paper(document)}${effectiveOn === document.signedOn ? '' : `, in effect from ${showDay(effectiveOn)}`})`;
export const noted = (note = ''): string => (note === '' ? '' : `: ${note}`);

export const roundName = (id: string): string => {
  const parts = roundParts(id);
  return parts === undefined ? `round ${id}` : `round ${parts.no} of ${parts.year} of the ${terms.levels[parts.level]} level`;
};

const verbs = verbsIn(commands);
export const refused = ({ type, code }: Refused): string => `"${nameOf(verbs, type)}" was refused: ${nameOf(rejectionNames, code)}`;
export const settled = ({ key, ok, code }: Settlement): string => {
  const duty = dutyOf(terms.duties, key);
  return ok
    ? `Done elsewhere: ${duty}`
    : `Could not be done elsewhere: ${duty}${code === undefined ? '' : ` (${nameOf(rejectionNames, code)})`}`;
};
