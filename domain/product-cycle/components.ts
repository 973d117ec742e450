import type { Edition, Kind } from '../edition/edition.ts';
import type { Evidence, Events } from './events.ts';

/** What a filing puts on the table, as far as completeness goes. */
export interface Evidenced {
  evidence: readonly Evidence[];
}
type Filed = Evidenced & { kind: Kind } & Pick<Events['DossierFiled'], 'registration' | 'selfAssessment'>;

const cites = (evidence: readonly Evidence[], item: string): boolean => evidence.some(({ criteria }) => criteria.includes(item));

/**
 * Components without which the edition takes no dossier (6.1): the forms as data, every other one as evidence that cites it. Samples are no paper
 * and travel with the request (`dossier.samples`).
 */
export const missingComponents = (edition: Edition, { kind, registration, selfAssessment, evidence }: Filed): string[] => {
  const mandatory = edition.dossier.evidence.value
    .filter(({ mandatory: wanted, code }) => wanted && code !== 'samples')
    .map(({ code }) => code);
  const wanted = new Set<string>([...edition.dossier.kinds[kind].components, ...mandatory]);
  const given = (item: string) =>
    (item === 'registration' && registration !== undefined) ||
    (item === 'self-assessment' && selfAssessment !== undefined) ||
    cites(evidence, item);
  return [...wanted].filter((item) => !given(item));
};
