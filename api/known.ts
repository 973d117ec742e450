import type { Address } from '../domain/kernel/address.ts';
import { productOf } from '../domain/kernel/address.ts';
import type { ProductCycle } from '../domain/product-cycle/state.ts';
import { productCodeOf } from '../domain/product-cycle/product-code.ts';
import type { Database } from '../infra/db/database.ts';
import { certificatesOfProduct } from '../projections/certificate.ts';
import { cyclesOf, isOpen } from '../projections/product.ts';
import { stateOf } from '../projections/state.ts';

/** What a command must know of other aggregates, read in the views: it is judged and recorded, and never comes from the client. */
export const knownFor = async (db: Database, { aggregate, id }: Address, command: string): Promise<object | undefined> =>
  aggregate === 'product-cycle' && command === 'fileDossier' ? whatIsHeld(db, id) : undefined;

async function whatIsHeld(db: Database, cycle: string): Promise<object> {
  const product = productOf(cycle);
  const [certificate] = await certificatesOfProduct(db, product); // newest first
  const open = (await cyclesOf(db, product)).find((row) => row.id !== cycle && isOpen(row));
  return {
    ...(certificate && {
      held: {
        certificate: certificate.id,
        star: certificate.star,
        lastDay: certificate.last_day,
        ...(certificate.how !== null && { ended: certificate.how }),
      },
      ...(await recognised(db, certificate.id)),
    }),
    ...(open && { openCycle: open.id }),
  };
}
/** The recognised dossier, from which a renewal files only what changed. */
async function recognised(db: Database, cycle: string): Promise<object> {
  const state: ProductCycle | undefined = await stateOf(db, 'product-cycle', cycle);
  if (state?.stage !== 'recognised') return {};
  const productCode = productCodeOf(state);
  return { dossier: { evidence: state.evidence, ...(productCode !== undefined && { productCode }) } };
}
