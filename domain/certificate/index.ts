import { lawOn } from '../edition/edition-for.ts';
import type { DataOf } from '../kernel/form.ts';
import { dayOf } from '../kernel/instant.ts';
import * as correction from './correction.ts';
import * as days from './deadlines.ts';
import * as ending from './ending.ts';
import { events } from './events.ts';
import * as holder from './holder.ts';
import * as issue from './issue.ts';
import * as renewal from './renewal.ts';
import * as replanning from './replanning.ts';
import * as revocation from './revocation.ts';
import { aggregate } from './state.ts';
import * as territory from './territory.ts';

const { issueCertificate, takeOverCertificate } = issue;
const { noteRenewal, concludeRenewal } = renewal;
const { changeHolder, reissueCopy } = holder;
const { correct } = correction;
const { replanDeadlines } = replanning;
const { recordConclusion, confirmProductionStopped, proposeRevocation, revoke } = revocation;
const { supersede, concludeRedo, withdrawRecognition, surrender } = ending;
const commands = {
  issueCertificate,
  takeOverCertificate,
  noteRenewal,
  concludeRenewal,
  concludeRedo,
  changeHolder,
  reissueCopy,
  replanDeadlines,
  correct,
  recordConclusion,
  confirmProductionStopped,
  proposeRevocation,
  revoke,
  withdrawRecognition,
  surrender,
  supersede,
};
export interface Commands extends DataOf<typeof commands> {}

/** The certificate that a product cycle has earned, or that another book has issued, from its decision to its end; ended, it stays readable. */
export const certificate = aggregate<Commands>({
  name: 'certificate',
  unborn: { stage: 'unborn' },
  edition: (_, now) => lawOn(dayOf(now)),
  commands,
  events,
  changes: {
    ...issue.changes,
    ...renewal.changes,
    ...holder.changes,
    ...correction.changes,
    ...revocation.changes,
    ...ending.changes,
    ...days.changes,
    ...territory.changes,
    ...replanning.changes,
  },
  alive: ({ stage }) => stage === 'in-force',
  deadlines: days.deadlines,
  obligations: () => [],
  facets: (state) => ({
    stage: state.stage,
    ...(state.stage !== 'unborn' && { province: state.certificate.place.province, stars: state.certificate.star }),
  }),
});
