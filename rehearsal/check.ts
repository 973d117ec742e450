import type { Address } from '../domain/kernel/address.ts';
import type { ApiClient } from './api-client.ts';
import type { Expectation, WorklistExpected } from './case-file.ts';
import {
  compareCertificate,
  compareCycle,
  compareEvents,
  compareProduct,
  compareRefusals,
  compareWorklist,
  type Difference,
} from './compare.ts';
import { certificatePage, cycleRow, listOf, productPage, refusalRow, timelineRow, worklistRow, type WorklistRow } from './rows.ts';

const pageMax = 200;

/** Reads what the expectation is about and says what differs. */
export async function check(api: ApiClient, expectation: Expectation): Promise<Difference[]> {
  switch (expectation.about) {
    case 'product':
      return compareProduct(expectation, await api.read(`/products/${expectation.of.id}`, productPage));
    case 'certificate':
      return compareCertificate(expectation, await api.read(`/certificates/${expectation.of.id}`, certificatePage));
    case 'cycle':
      return compareCycle(expectation, await api.read(`/cycles/${expectation.of.id}`, cycleRow));
    case 'worklist':
      return compareWorklist(expectation, await duties(api, expectation.is));
    case 'refusals':
      return compareRefusals(expectation, await rowsOf(api, `/refusals?${of(expectation.of)}&size=${pageMax}`, refusalRow));
    case 'events':
      return compareEvents(expectation, await rowsOf(api, `/timeline/${expectation.of.aggregate}/${expectation.of.id}`, timelineRow));
  }
}

const of = ({ aggregate, id }: Address): string => new URLSearchParams({ aggregate, id }).toString();
const rowsOf = async <Row>(api: ApiClient, path: string, row: Parameters<typeof listOf<Row>>[0]): Promise<Row[]> =>
  (await api.read(path, listOf(row)))?.rows ?? [];
/** Whom the product, its certificate or the council awaits. */
const duties = async (api: ApiClient, is: WorklistExpected): Promise<WorklistRow[]> => {
  const { on } = is;
  if (on.aggregate === 'product-cycle') return (await api.read(`/products/${on.id}`, productPage))?.worklist ?? [];
  if (on.aggregate === 'certificate') return (await api.read(`/certificates/${on.id}`, certificatePage))?.worklist ?? [];
  const filter = 'person' in is ? { person: is.person.id } : { role: is.seat.role, unit: is.seat.unit };
  const rows = await rowsOf(api, `/worklist?${new URLSearchParams({ ...filter, size: String(pageMax) }).toString()}`, worklistRow);
  return rows.filter(({ aggregate, id }) => aggregate === on.aggregate && id === on.id);
};
