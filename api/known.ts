import { enrolling } from '../domain/annual-cycle/calls.ts';
import type { YearRound } from '../domain/annual-cycle/year-rounds.ts';
import type { Address } from '../domain/kernel/address.ts';
import { cycleOfCertificate, productOf } from '../domain/kernel/address.ts';
import type { ProductCycle } from '../domain/product-cycle/state.ts';
import { productCodeOf } from '../domain/product-cycle/product-code.ts';
import type { Database } from '../infra/db/database.ts';
import { findDueCertificate, listCalls } from '../projections/calls.ts';
import { certificatesOfProduct, type CertificateRow } from '../projections/certificate.ts';
import { listCycles } from '../projections/cycle.ts';
import { readCycleId } from '../projections/dry-run.ts';
import { pageSizeMax } from '../projections/page.ts';
import { cyclesOf, findProduct, isOpen } from '../projections/product.ts';
import { stateOf } from '../projections/state.ts';

/** What a command must know of other aggregates, read in the views: it is judged and recorded, and never comes from the client. */
export const knownFor = async (db: Database, { aggregate, id }: Address, command: string, data: Data): Promise<object | undefined> => {
  if (aggregate === 'product-cycle' && command === 'fileDossier') return whatIsHeld(db, id);
  if (aggregate === 'product-cycle' && command === 'moveToRound') return whatIsAnnounced(db, id, data['round']);
  if (aggregate === 'annual-cycle' && command === 'openAnnualCycle') return whatCalls(db, id);
  if (aggregate === 'annual-cycle' && command === 'enrol' && data['isCertificate'] === true) return whatIsDue(db, id, data['cycle']);
  return undefined;
};
type Data = Readonly<Record<string, unknown>>;

/** Opening is one commit of the log. What goes beyond it, some thousand products, the dry run still lists, and `enrol` takes in. */
const callsBytesMax = 400_000;
/** What the dry run lists and nothing hinders. */
async function whatCalls(db: Database, id: string): Promise<object> {
  const named = readCycleId(id);
  if (named === undefined) return {};
  let bytes = 0;
  const calls = enrolling(await listCalls(db, named.year, named.province)).filter((each) => {
    bytes += Buffer.byteLength(JSON.stringify({ type: 'ProductEnrolled', data: each }));
    return bytes <= callsBytesMax;
  });
  return { calls };
}
async function whatIsDue(db: Database, id: string, certificate: unknown): Promise<object> {
  const named = readCycleId(id);
  if (named === undefined || typeof certificate !== 'string') return {};
  const due = await findDueCertificate(db, named, certificate);
  return due === undefined ? {} : { held: { opens: due.opens, closes: due.closes, lastDay: due.lastDay } };
}

/** A round that the province's year has announced for the level that has the dossier; of two years with the same name the later. */
async function whatIsAnnounced(db: Database, cycle: string, round: unknown): Promise<object> {
  const found = await findProduct(db, cycle);
  if (!found) return {};
  const { rows } = await listCycles(db, { province: found.province }, { page: 1, size: pageSizeMax }); // the latest first
  const announced = rows
    .flatMap(({ rounds }) => rounds)
    .find(({ id, level, source }) => id === round && level === found.level && source !== 'edition');
  return announced === undefined ? {} : { announced: daysOf(announced) };
}
const daysOf = ({ requestsBefore, lastRequestDay, lastResultDay }: YearRound) => ({ requestsBefore, lastRequestDay, lastResultDay });

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
      ...(await recognised(db, certificate)),
    }),
    ...(open && { openCycle: open.id }),
  };
}
/** The recognised dossier, from which a renewal files only what changed. */
async function recognised(db: Database, { id, product_code: code }: CertificateRow): Promise<object> {
  const state: ProductCycle | undefined = await stateOf(db, 'product-cycle', cycleOfCertificate(id));
  // Of a certificate that was taken over only its code is known: the renewal files all its evidence.
  if (state?.stage !== 'recognised') return code === null ? {} : { dossier: { evidence: [], productCode: code } };
  const productCode = productCodeOf(state);
  return { dossier: { evidence: state.evidence, ...(productCode !== undefined && { productCode }) } };
}
