import * as z from 'zod';
import { form, type DataOf } from '../kernel/form.ts';
import { shape } from '../legal-act.ts';

const allocation = z.strictObject({ key: shape.id, number: z.int().min(1) });
export const events = Object.freeze({
  FormNumberAllocated: form(allocation),
  SerialAllocated: form(allocation),
  CertificateNumberAllocated: form(allocation),
});
export interface Events extends DataOf<typeof events> {}
