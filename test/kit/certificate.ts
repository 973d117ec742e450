import { certificate } from '../../domain/certificate/index.ts';
import type { Events } from '../../domain/certificate/events.ts';
import { editionFor } from '../../domain/edition/edition-for.ts';
import type { Document } from '../../domain/legal-act.ts';
import { at, engineActor, given, ocopAgency, type Scene } from './domain.ts';

export type CertificateScene = Scene<typeof certificate.unborn>;
type Issued = Omit<Events['CertificateIssued'], 'lastDay'>;
type TakenOver = Omit<Events['CertificateTakenOver'], 'lastDay' | 'issuedUnder'> & { lastDay?: string };

export const holder = { id: 'htx', name: 'HTX Trà', kind: 'cooperative' } as const;
export const home = { commune: '28780', province: '86' };
const paper = (signedOn: string, number = '12/QĐ-UBND'): Document => ({ authority: 'UBND tỉnh', number, signedOn, signatory: 'A' });
/** The paper of a legal act, of the day that it takes effect. */
export const act = (effectiveOn: string, number?: string) => ({ document: paper(effectiveOn, number), effectiveOn });

export const issuedPaper = (effectiveOn: string, more: Partial<Issued> = {}): Issued => ({
  productCycle: 'tra-1',
  product: 'tra',
  name: 'Trà shan',
  star: 4,
  issuedUnder: editionFor(effectiveOn)?.id ?? 'qd-1048-2019',
  issuer: '86',
  level: 'province',
  producer: holder,
  place: home,
  ...act(effectiveOn),
  ...more,
});
export const issued = (effectiveOn: string, more: Partial<Issued> = {}, typedInOn = effectiveOn): CertificateScene =>
  given(certificate).after('issueCertificate', issuedPaper(effectiveOn, more), engineActor, at(typedInOn));

/** A certificate of a district that is no more. */
export const foreignPaper = (effectiveOn: string, more: Partial<TakenOver> = {}): TakenOver => ({
  product: 'tra',
  name: 'Trà shan',
  star: 3,
  issuer: 'UBND huyện Tiểu Cần',
  level: 'district',
  producer: holder,
  place: home,
  source: 'Sổ theo dõi của huyện',
  ...act(effectiveOn),
  ...more,
});
export const takenOver = (effectiveOn: string, on: string, more: Partial<TakenOver> = {}): CertificateScene =>
  given(certificate).after('takeOverCertificate', foreignPaper(effectiveOn, more), ocopAgency('86'), at(on));

/** The clock alone: each due deadline is made an event, as the loop does it, until `until`. */
export const passing = (scene: CertificateScene, until = Infinity): CertificateScene => {
  let passed = scene;
  for (let due = certificate.nextDeadline(passed.state); due && due.at <= until; due = certificate.nextDeadline(passed.state))
    passed = passed.and(due.at, due.event);
  return passed;
};
