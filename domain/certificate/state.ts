import type { ChangesOf } from '../kernel/aggregate.ts';
import { grammar } from '../kernel/grammar.ts';
import type { Day } from '../kernel/instant.ts';
import { refusal, type Rejection } from '../kernel/rule.ts';
import type { StateOf } from '../kernel/stage.ts';
import type { Events } from './events.ts';

interface Paper {
  certificate: Events['CertificateIssued'];
}
export interface InForce extends Paper {
  renewal: Events['RenewalNoted'] | null;
  /** Reminders of earlier days are not made up for: the certificate was not there yet, or a renewal was under way. */
  remindFrom: Day;
  reminded: readonly Day[];
  window: 'ahead' | 'open' | 'closed';
}
export type Certificate = StateOf<{ 'unborn': object; 'in-force': InForce; 'ended': Paper & { end: Events['CertificateEnded'] } }>;

/** An ended certificate tells how it ended. */
export const endedAs = (state: Certificate): Rejection | undefined =>
  state.stage === 'ended' ? refusal('CertificateNotInForce', { how: state.end.how }) : undefined;

export const { command, from, aggregate } = grammar<Certificate, Events>();
export type Changes<Type extends keyof Events> = ChangesOf<Certificate, Events, Type>;
