import { invariant } from './invariant.ts';

/*
 * Means as fractions. 89.5 is four stars and 90 may be five, so a mean is never rounded before it is compared: division
 * happens once, for the eye, in `showMean`.
 */

/** An exact mean: `sum` of whole points over `count` sheets. A mean of paper minutes, '69.99', is { sum: 6999, count: 100 }. */
export interface Mean {
  readonly sum: number;
  readonly count: number;
}

/** The mean of the counted totals, in whole points; at least one. */
export const meanOf = (totals: readonly number[]): Mean =>
  checked({ sum: totals.reduce((sum, total) => sum + total, 0), count: totals.length });

/** The mean that a paper states as a decimal, '74.25' or '90'; undefined when the text is not one of 0 to 100 with up to 6 decimals. */
export const readMean = (text: string): Mean | undefined => {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const mean = { sum: Number(whole + decimals), count: 10 ** decimals.length };
  return compareWith(mean, 100) <= 0 ? mean : undefined;
};

/** −1, 0 or 1: below, at or above the limit, by cross-multiplication. Limits of every edition are whole points. */
export const compareWith = (mean: Mean, limit: number): -1 | 0 | 1 => {
  invariant(Number.isSafeInteger(limit), `the limit ${limit} is not whole`);
  const { sum, count } = checked(mean);
  const distance = sum - limit * count;
  return distance === 0 ? 0 : distance < 0 ? -1 : 1;
};

export const isAtLeast = (mean: Mean, limit: number): boolean => compareWith(mean, limit) >= 0;

/** For the eye only, half up, with a point: 363/4 → '90.75', 209/3 → '69.67'. The texts set the comma of Vietnamese. */
export const showMean = (mean: Mean, decimals = 2): string => {
  const { sum, count } = checked(mean);
  const scale = 10 ** decimals;
  const scaled = Math.floor((2 * sum * scale + count) / (2 * count));
  const digits = String(scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

function checked(mean: Mean): Mean {
  invariant(Number.isSafeInteger(mean.sum) && mean.sum >= 0, `the sum ${mean.sum} is not a whole number of points`);
  invariant(Number.isSafeInteger(mean.count) && mean.count > 0, `a mean of ${mean.count} sheets`);
  return mean;
}
