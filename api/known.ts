import { enrolling } from '../domain/annual-cycle/calls.ts';
import { calledAtOpeningMax } from '../domain/annual-cycle/opening.ts';
import type { Address } from '../domain/kernel/address.ts';
import { cycleOfCertificate, productOf } from '../domain/kernel/address.ts';
import type { ProductCycle } from '../domain/product-cycle/state.ts';
import { productCodeOf } from '../domain/product-cycle/product-code.ts';
import type { Database } from '../infra/db/database.ts';
import { findDueCertificate, listCalls } from '../projections/calls.ts';
import { certificatesOfProduct } from '../projections/certificate.ts';
import { readCycleId } from '../projections/dry-run.ts';
import { cyclesOf, isOpen } from '../projections/product.ts';
import { stateOf } from '../projections/state.ts';

/** What a command must know of other aggregates, read in the views: it is judged and recorded, and never comes from the client. */
export const knownFor = async (db: Database, { aggregate, id }: Address, command: string, data: Data): Promise<object | undefined> => {
  if (aggregate === 'product-cycle' && command === 'fileDossier') return whatIsHeld(db, id);
  if (aggregate === 'annual-cycle' && command === 'openAnnualCycle') return whatCalls(db, id);
  if (aggregate === 'annual-cycle' && command === 'enrol' && data['isCertificate'] === true) return whatIsDue(db, id, data['cycle']);
  return undefined;
};
type Data = Readonly<Record<string, unknown>>;

/** What the dry run lists and nothing hinders. */
async function whatCalls(db: Database, id: string): Promise<object> {
  const named = readCycleId(id);
  return named === undefined ? {} : { calls: enrolling(await listCalls(db, named.year, named.province)).slice(0, calledAtOpeningMax) };
}
async function whatIsDue(db: Database, id: string, certificate: unknown): Promise<object> {
  const named = readCycleId(id);
  if (named === undefined || typeof certificate !== 'string') return {};
  const due = await findDueCertificate(db, named.province, certificate);
  return due === undefined ? {} : { held: { opens: due.opens, closes: due.closes, lastDay: due.lastDay } };
}

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
      ...(await recognised(db, cycleOfCertificate(certificate.id))),
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
