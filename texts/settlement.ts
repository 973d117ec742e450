import type { Duty, Names } from './words.ts';

/** The answer to a duty that an aggregate had to another, as every aggregate records it. */
export interface Settlement {
  key: string;
  ok: boolean;
  code?: string | undefined;
  value?: string | number | undefined;
}

/** 'form-number-commune' and 'agenda.sitting-1.product-1' begin with what was owed. */
export const dutyOf = (duties: Names<Duty>, key: string): string => {
  const [name = ''] = key.split(/[-.]/);
  return Object.entries(duties).find(([duty]) => duty === name)?.[1] ?? key;
};
