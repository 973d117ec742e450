import { showMean, type Mean } from '../../domain/kernel/exact.ts';

/** The comma of Vietnamese: '90.75' → '90,75'. */
export const decimal = (shown: string): string => shown.replace('.', ',');
export const meanOf = (mean: Mean): string => decimal(showMean(mean));
