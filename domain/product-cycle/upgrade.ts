import { setting } from '../edition/settings.ts';
import { editions } from '../edition/edition-for.ts';
import { rule } from '../kernel/rule.ts';
import type { Decided } from './state.ts';

/** An upgrade that does not raise the star fails, and what is held stays as it is. */
const staysLower = ({ kind, held, edition, result }: Decided): boolean =>
  kind === 'upgrade' && held !== undefined && result.star < held.star && setting('upgrade.failKeepsCertificate', editions[edition]);
const staysSame = ({ kind, held, edition, result }: Decided): boolean =>
  kind === 'upgrade' && held !== undefined && result.star === held.star && setting('upgrade.sameStar', editions[edition]) === 'failure';
export const missesUpgrade = (state: Decided): boolean => staysLower(state) || staysSame(state);

const raises = (fails: (state: Decided) => boolean, clause: 'upgrade.lowerStar' | 'upgrade.sameStar') =>
  rule({
    clause,
    otherwise: 'UpgradeNotReached',
    holds: (_: unknown, state: Decided) => !fails(state) || { star: state.result.star, held: state.held?.star ?? 0 },
  });
export const upgradeIsNotLower = raises(staysLower, 'upgrade.lowerStar');
export const upgradeIsNotTheSame = raises(staysSame, 'upgrade.sameStar');
