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
export const paper = ({ number, signedOn }: Document): string => `văn bản ${number} ngày ${showDay(signedOn)}`;
export const act = ({ document, effectiveOn }: { document: Document; effectiveOn: Day }): string =>
  `(${paper(document)}${effectiveOn === document.signedOn ? '' : `, có hiệu lực từ ${showDay(effectiveOn)}`})`;
export const noted = (note = ''): string => (note === '' ? '' : `: ${note}`);

export const roundName = (id: string): string => {
  const parts = roundParts(id);
  return parts === undefined ? `đợt ${id}` : `đợt ${parts.no} năm ${parts.year} của ${terms.levels[parts.level]}`;
};

const verbs = verbsIn(commands);
export const refused = ({ type, code }: Refused): string => `Việc "${nameOf(verbs, type)}" bị từ chối: ${nameOf(rejectionNames, code)}`;
export const settled = ({ key, ok, code }: Settlement): string => {
  const duty = dutyOf(terms.duties, key);
  return ok
    ? `Đã xong việc liên quan: ${duty}`
    : `Việc liên quan không thực hiện được: ${duty}${code === undefined ? '' : ` (${nameOf(rejectionNames, code)})`}`;
};
