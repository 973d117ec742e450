import { lawOn } from '../edition/edition-for.ts';
import { renewalWindow } from '../edition/validity.ts';
import type { Duty } from '../kernel/command.ts';
import { dueOn, type Due } from '../kernel/due.ts';
import { dayOf, type Day } from '../kernel/instant.ts';
import { refusal, rule } from '../kernel/rule.ts';
import { theEngine } from '../people/actor.ts';
import { windowOf } from './deadlines.ts';
import { shape } from './events.ts';
import { extensionOf } from './extension.ts';
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
/** The last day in time, or when that is over the last day of all. */
const filingDay = (state: InForce): Due => {
  const { lastDay, effectiveOn } = state.certificate;
  const window = state.window === 'closed' ? undefined : windowOf(state);
  return window
    ? dueOn(window.closes, window.opens, 'certificate.window', window.edition.clauses['certificate.window'])
    : dueOn(lastDay, effectiveOn, 'certificate.expiry', lawOn(lastDay).clauses['certificate.expiry']);
};
/** Once reminded, the holder is awaited for his dossier, and the commune for its help; a filed renewal ends it. */
const toFile = (state: InForce): Duty[] => {
  if (state.renewal !== null || state.reminded.length === 0) return [];
  const { producer, place } = state.certificate;
  const filing = { command: 'fileDossier', due: filingDay(state) };
  return [
    { role: 'producer', unit: producer.id, ...filing },
    { role: 'committee', unit: place.commune, ...filing },
  ];
};
export const noteRenewal = command({
  data: shape.renewal,
  clause: 'certificate.renewal',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: tooLate,
  duty: toFile,
  rules: [filedInForce, windowHadOpened, noRenewalIsNoted],
  then: (data, state) => {
    const { cycle, filedOn } = data;
    const window = renewalWindow(state.certificate.lastDay, lawOn(filedOn));
    const isLate = window !== undefined && window.closes < filedOn;
    const extended = isLate ? extensionOf('lateFiling', state, { cycle, day: filedOn }) : undefined;
    return [{ type: 'RenewalNoted', data }, ...(extended ? [{ type: 'ValidityExtended' as const, data: extended }] : [])];
  },
});
export const concludeRenewal = command({
  data: shape.conclusion,
  clause: 'certificate.renewal',
  by: [theEngine],
  stage: ['in-force'],
  elsewhere: endedAs,
  rules: [renewalIsNoted],
  // An extension lasts until the result: a certificate whose own last day has passed ends with it.
  then: (data, { certificate: { lastDay } }, { now }) => [
    { type: 'RenewalConcluded', data },
    ...(dayOf(now) > lastDay ? [{ type: 'CertificateEnded' as const, data: { how: 'expired' as const, on: dayOf(now) } }] : []),
  ],
});

export const changes = {
  RenewalNoted: from(['in-force'], (state, renewal) => ({ ...state, renewal })),
  ValidityExtended: from(['in-force'], (state, extension) => ({ ...state, extension })),
  RenewalConcluded: from(['in-force'], (state, _, at) => ({ ...state, renewal: null, extension: null, remindFrom: dayOf(at) })),
} satisfies Changes<'RenewalNoted' | 'ValidityExtended' | 'RenewalConcluded'>;
