import type { ChangesOf } from '../kernel/aggregate.ts';
import type { Due } from '../kernel/due.ts';
import { grammar } from '../kernel/grammar.ts';
import type { Day } from '../kernel/instant.ts';
import { refusal, type Context, type Rejection } from '../kernel/rule.ts';
import type { StateOf } from '../kernel/stage.ts';
import { holds, type Party } from '../people/actor.ts';
import { unitAt } from '../territory/place.ts';
import { country } from '../territory/unit.ts';
import type { Events } from './events.ts';

type Level = Events['CertificateIssued']['level'];
/** What the certificate says today, issued here or taken over. */
interface Paper {
  certificate: Omit<Events['CertificateIssued'], 'productCycle'> & { source?: string | undefined };
}
/** A conclusion, or the commune's word that production has stopped: a ground to revoke, and until when. */
export interface Conclusion {
  ground: Events['RevocationProposed']['ground'];
  due: Due | null;
  level: Level;
  unit: string;
}
export interface InForce extends Paper {
  renewal: Events['RenewalNoted'] | null;
  extension: Events['ValidityExtended'] | null;
  /** Reminders of earlier days are not made up for: the certificate was not there yet, or a renewal was under way. */
  remindFrom: Day;
  reminded: readonly Day[];
  window: 'ahead' | 'open' | 'closed';
  conclusions: readonly Conclusion[];
  proposed: readonly Conclusion['ground'][];
  /** Its days as they were last recorded; null until somebody had them planned anew. */
  plan: Events['DeadlinesReplanned'] | null;
  /** How often its last day was corrected. */
  redated: number;
  /** What became of the recognition when the ministry had the evaluation done again, where that took its star away. */
  redo?: Events['RedoConcluded'] | undefined;
}
export type Certificate = StateOf<{ 'unborn': object; 'in-force': InForce; 'ended': Paper & { end: Events['CertificateEnded'] } }>;

/** A certificate as it begins. */
export const begunWith = (certificate: InForce['certificate'], remindFrom: Day): Certificate => ({
  stage: 'in-force',
  certificate,
  renewal: null,
  extension: null,
  remindFrom,
  reminded: [],
  window: 'ahead',
  conclusions: [],
  proposed: [],
  plan: null,
  redated: 0,
});
/** The last day on which it is in force: its own, or that of the extension. */
export const lastDayInForce = ({ certificate: { lastDay }, extension }: InForce): Day =>
  extension !== null && extension.until.day > lastDay ? extension.until.day : lastDay;

/** An ended certificate tells how it ended. */
export const endedAs = (state: Certificate): Rejection | undefined =>
  state.stage === 'ended' ? refusal('CertificateNotInForce', { how: state.end.how }) : undefined;

/** Whose reading and whose copies they are: the province's, or the ministry's own. */
export const provinceOrMinistry = (certificate: Pick<Paper['certificate'], 'place' | 'level'>): string =>
  unitAt(certificate.place, certificate.level) === country ? country : certificate.place.province;
/** The level at which somebody decides on this certificate under the law of the day, if at any. */
export const levelOfAuthority = (certificate: Pick<Paper['certificate'], 'place'>, { edition, actor }: Context): Level | undefined =>
  edition.levels.find(({ level }) => holds(actor, 'decidingAuthority', unitAt(certificate.place, level)))?.level;

const ofPaper =
  <Answer>(answer: (certificate: Paper['certificate']) => Answer) =>
  (state: Certificate): Answer | undefined =>
    'certificate' in state ? answer(state.certificate) : undefined;
interface Parties {
  producer: Party<Certificate>;
  commune: Party<Certificate>;
  agency: Party<Certificate>;
  ministryAgency: Party<Certificate>;
  issuer: Party<Certificate>;
  issuersHeir: Party<Certificate>;
  provincialAuthority: Party<Certificate>;
  administrator: Party<Certificate>;
  provincialAdministrator: Party<Certificate>;
}
export const parties: Parties = Object.freeze({
  producer: { role: 'producer', at: ofPaper(({ producer }) => producer.id) },
  commune: { role: 'committee', at: ofPaper(({ place }) => place.commune) },
  agency: { role: 'ocopAgency', at: ofPaper(({ place }) => place.province) },
  ministryAgency: { role: 'ocopAgency', at: () => country },
  issuer: { role: 'decidingAuthority', at: ofPaper(({ place, level }) => unitAt(place, level)) },
  issuersHeir: { role: 'decidingAuthority', at: ofPaper(provinceOrMinistry) },
  provincialAuthority: { role: 'decidingAuthority', at: ofPaper(({ place }) => place.province) },
  administrator: { role: 'administrator', at: () => country },
  provincialAdministrator: { role: 'administrator', at: ofPaper(({ place }) => place.province) },
});

export const { command, from, aggregate } = grammar<Certificate, Events>();
export type Changes<Type extends keyof Events> = ChangesOf<Certificate, Events, Type>;
