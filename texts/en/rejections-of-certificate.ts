import { isDay, showDay } from '../../domain/kernel/instant.ts';
import { groundName } from '../ground-name.ts';
import { nameOf } from '../name-of.ts';
import type { RejectionSentences } from '../words.ts';
import { terms } from './terms.ts';

const { holderChanges, certificateFields, correctable } = terms;
type Code =
  | 'DatesOutOfOrder'
  | 'GroundMissing'
  | 'RevocationNotProposed'
  | 'HolderUnchanged'
  | 'StarNotCorrectable'
  | 'CorrectionDoesNotMatch';

export const rejectionsOfCertificate: Pick<RejectionSentences, Code> = {
  DatesOutOfOrder: ({ effectiveOn, lastDay }) =>
    `The last day ${showDay(lastDay)} is not after the effective day ${showDay(effectiveOn)}. Check both days.`,
  GroundMissing: ({ ground }) =>
    `There is no conclusion or confirmation for ground ${ground} (${groundName(ground, 'en')}). Choose the right ground and record its conclusion first.`,
  RevocationNotProposed: ({ ground }) =>
    `The OCOP agency has not verified and proposed a revocation on ground ${ground} (${groundName(ground, 'en')}). Propose it before deciding.`,
  HolderUnchanged: ({ how, holder }) =>
    how === 'renamed'
      ? `A new name is that of the same producer ${holder}. Give the name after the change, or choose another reason.`
      : `"${nameOf(holderChanges, how)}" needs a producer other than ${holder}. Choose who takes over, or "${holderChanges.renamed}".`,
  StarNotCorrectable: () => 'A star or a mean cannot be corrected. Make a new decision.',
  CorrectionDoesNotMatch: ({ field, present }) =>
    `"${nameOf({ ...correctable, ...certificateFields }, field)}" is at present: ${shown(present)}. Give what stands there now, then correct it.`,
};
const shown = (present: string): string => (present === '' ? 'not there' : isDay(present) ? showDay(present) : present);
