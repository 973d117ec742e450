import { certificateOf } from '../kernel/address.ts';
import type { Settled } from '../kernel/settlement.ts';

/** Each recognition of a cycle owes its own: the first 'certificate', the next 'certificate-2'. */
export const nthKey = (what: string, index: number): string => (index === 0 ? what : `${what}-${index + 1}`);
export const numberKey = (index: number): string => nthKey('number', index);
/** What the run, counted over all levels, made of a recognition that stood before it. */
export const redoKey = (index: number, run: number): string => `redo-${index + 1}-${run}`;
export const certificateKey = (index: number): string => nthKey('certificate', index);

/** The certificate that the cycle's last recognition has brought; undefined until one is issued. */
export const latestCertificate = (
  { recognitions, settled }: { recognitions: readonly unknown[]; settled: Settled },
  id: string,
): string | undefined =>
  recognitions.flatMap((_, index) => (settled[certificateKey(index)]?.ok === true ? [certificateOf(id, index + 1).id] : [])).at(-1);
