/** The five kinds of aggregate; workflow id `<aggregate>:<id>`, subject `ev.<space>.<aggregate>.<id>`. */
export type AggregateName = 'product-cycle' | 'council' | 'certificate' | 'annual-cycle' | 'number-book';
export interface Address {
  aggregate: AggregateName;
  id: string;
}

/*
 * Ids are deterministic, so that whoever computes one twice meets in one aggregate.
 */

/** Of a product cycle: its first certificate bears the name of the cycle; one of a recognition after a redo adds which it is: `tra-1_2`. */
export const certificateOf = (productCycle: string, nth = 1): Address => ({
  aggregate: 'certificate',
  id: nth === 1 ? productCycle : `${productCycle}_${nth}`,
});
export const cycleOfCertificate = (id: string): string => id.replace(/_\d+$/, '');
export const annualCycleOf = (year: number, province: string): Address => ({ aggregate: 'annual-cycle', id: `${year}-${province}` });
export const numberBookOf = (series: 'form' | 'serial' | 'certificate', unit: string, year: number): Address => ({
  aggregate: 'number-book',
  id: `${series}-${unit}-${year}`,
});
export const productCycleOf = (id: string): Address => ({ aggregate: 'product-cycle', id });
/** A product lives through its cycles `<product>-<n>`. */
export const productOf = (cycle: string): string => cycle.slice(0, cycle.lastIndexOf('-'));
