/* The words that editions, settings and everything above them share. They stand apart so that settings need not know what an edition is. */

/** Every edition of the rules that this build can decide under, oldest first. */
export const editionIds = ['qd-1048-2019', 'qd-148-2023', 'qd-1489-2025', 'qd-26-2026'] as const;
export type EditionId = (typeof editionIds)[number];

/** Which of these exist, and what each may do, is data of the edition: the district was abolished on 01/7/2025. */
export const levels = ['commune', 'district', 'province', 'central'] as const;
export type Level = (typeof levels)[number];
/** First evaluation, upgrade (nâng hạng), renewal (đánh giá lại). */
export const kinds = ['first', 'upgrade', 'renewal'] as const;
export type Kind = (typeof kinds)[number];
export type Star = 1 | 2 | 3 | 4 | 5;
/** The rank of a product, as rejections and events tell it. */
export type Stars = Star;
/** The stars that a decision and a certificate can name. */
export type CertifiedStar = 3 | 4 | 5;
/** The star of the certificate in force when a dossier is filed; 0 = none. */
export type HeldStar = 0 | CertifiedStar;

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** A length of time; working days need a calendar, days and months do not. */
export interface Term {
  readonly value: number;
  readonly unit: 'working-days' | 'days' | 'months';
}

/** 3 of 4 is { of: 3, in: 4 }: whole numbers, so that 75 % of 8 seats is exactly 6. */
export interface Fraction {
  readonly of: number;
  readonly in: number;
}
