import { lawOn } from '../edition/edition-for.ts';
import { renewalWindow } from '../edition/validity.ts';
import { dayOf, type Day } from '../kernel/instant.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { theEngine } from '../people/actor.ts';
import { shape } from './events.ts';
import { command, endedAs, from, type Certificate, type InForce, type Changes } from './state.ts';

interface Filing {
  filedOn: Day;
}

/*
 * The filing was judged by what the views knew of this certificate. Here it is judged again, by the certificate itself and by the day of
 * the filing, not of this note; a refusal sends the filing back. After the window a renewal may still be filed, to the last day.
 */
export const filedInForce = rule({
  clause: 'certificate.inForce',
  otherwise: 'CertificateAlreadyEnded',
  holds: ({ filedOn }: Filing, { certificate: { lastDay } }: InForce) => filedOn <= lastDay || { lastDay },
});
export const windowHadOpened = rule({
  clause: 'certificate.window',
  otherwise: 'WindowNotOpen',
  holds: ({ filedOn }: Filing, { certificate: { lastDay } }: InForce) => {
    const window = renewalWindow(lastDay, lawOn(filedOn));
    return window === undefined || window.opens <= filedOn || window;
  },
});
export const noRenewalIsNoted = rule({
  clause: 'certificate.renewal',
  otherwise: 'RenewalAlreadyNoted',
  holds: (_: Filing, { renewal }: InForce) => renewal === null || { cycle: renewal.cycle },
});
export const renewalIsNoted = rule({
  clause: 'certificate.renewal',
  otherwise: 'NoRenewalNoted',
  holds: ({ cycle }: { cycle: string }, { renewal }: InForce) => renewal?.cycle === cycle || false,
});

const tooLate = (state: Certificate) =>
  state.stage === 'ended' && state.end.how === 'expired'
    ? refusal('CertificateAlreadyEnded', { lastDay: state.certificate.lastDay })
    : endedAs(state);
export const noteRenewal = command({
  data: shape.renewal,
  clause: 'certificate.renewal',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: tooLate,
  rules: [filedInForce, windowHadOpened, noRenewalIsNoted],
  then: (data) => [{ type: 'RenewalNoted', data }],
});
export const concludeRenewal = command({
  data: shape.conclusion,
  clause: 'certificate.renewal',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [renewalIsNoted],
  then: (data) => [{ type: 'RenewalConcluded', data }],
});

export const changes = {
  RenewalNoted: from(['in-force'], (state, renewal) => ({ ...state, renewal })),
  RenewalConcluded: from(['in-force'], (state, _, at) => ({ ...state, renewal: null, remindFrom: dayOf(at) })),
} satisfies Changes<'RenewalNoted' | 'RenewalConcluded'>;
