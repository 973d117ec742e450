import type { Database } from '../infra/db/database.ts';
import { findCertificate } from '../projections/certificate.ts';
import { pageSizeMax } from '../projections/page.ts';
import { findProduct } from '../projections/product.ts';
import { runsOf } from '../projections/run.ts';
import { timelineOf } from '../projections/timeline.ts';
import { listWorklist } from '../projections/worklist.ts';
import { factsFor, isHis, mayReadProduct, productFor, runsFor, type Reader } from './reader.ts';

/* One thing with all that belongs to it, as its reader may see it. Undefined: it is not there, or not for him, which he is not told apart. */

const whole = { page: 1, size: pageSizeMax };

export async function productPage(db: Database, id: string, reader: Reader): Promise<object | undefined> {
  const [product, timeline] = [await findProduct(db, id), await timelineOf(db, 'product-cycle', id)];
  if (!product || !mayReadProduct(reader, product, timeline)) return undefined;
  return {
    product: productFor(reader, product),
    runs: runsFor(reader, await runsOf(db, id)),
    worklist: (await listWorklist(db, { id }, whole)).rows,
    timeline: factsFor(reader, timeline),
    certificate: (await findCertificate(db, product.certificate ?? id)) ?? null,
  };
}

/** The certificate itself is public. */
export async function certificatePage(db: Database, id: string, reader: Reader): Promise<object | undefined> {
  const certificate = await findCertificate(db, id);
  if (!certificate || !isHis(reader, certificate)) return certificate && { certificate, worklist: [], timeline: [] };
  return {
    certificate,
    worklist: (await listWorklist(db, { id, aggregate: 'certificate' }, whole)).rows,
    timeline: await timelineOf(db, 'certificate', id),
  };
}
