import { lawOn } from '../edition/edition-for.ts';
import type { DataOf } from '../kernel/form.ts';
import { dayOf } from '../kernel/instant.ts';
import * as days from './deadlines.ts';
import * as ending from './ending.ts';
import { events } from './events.ts';
import * as issue from './issue.ts';
import * as renewal from './renewal.ts';
import { aggregate } from './state.ts';

const { issueCertificate } = issue;
const { noteRenewal, concludeRenewal } = renewal;
const { supersede } = ending;
const commands = { issueCertificate, noteRenewal, concludeRenewal, supersede };
export interface Commands extends DataOf<typeof commands> {}

/** The certificate that a product cycle has earned, from its decision to its end; ended, it stays readable. */
export const certificate = aggregate<Commands>({
  name: 'certificate',
  unborn: { stage: 'unborn' },
  edition: (_, now) => lawOn(dayOf(now)),
  commands,
  events,
  changes: { ...issue.changes, ...renewal.changes, ...ending.changes, ...days.changes },
  alive: ({ stage }) => stage === 'in-force',
  deadlines: days.deadlines,
  obligations: () => [],
  facets: (state) => ({
    stage: state.stage,
    ...(state.stage !== 'unborn' && { province: state.certificate.place.province, stars: state.certificate.star }),
  }),
});
