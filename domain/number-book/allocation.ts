import * as z from 'zod';
import { invariant } from '../kernel/invariant.ts';
import { rule } from '../kernel/rule.ts';
import { shape } from '../legal-act.ts';
import { theEngine } from '../people/actor.ts';
import type { Events } from './events.ts';
import { bookOf, command, from, type Book, type Changes, type NumberBook } from './state.ts';

/** A repetition of the same command is answered before it comes here; another command with a key already served uses up no number. */
const servedOnce = (clause: 'numbers.form' | 'numbers.serial' | 'numbers.certificate') =>
  rule({
    clause,
    otherwise: 'NumberAlreadyAllocated',
    holds: ({ key }: { key: string }, state: NumberBook) => {
      const number = servedTo(key, bookOf(state));
      return number === undefined || { key, number };
    },
  });
export const formNumberIsGivenOnce = servedOnce('numbers.form');
export const serialIsGivenOnce = servedOnce('numbers.serial');
export const certificateNumberIsGivenOnce = servedOnce('numbers.certificate');
const servedTo = (key: string, { given }: Book) => (Object.hasOwn(given, key) ? given[key] : undefined);
const next = (state: NumberBook) => bookOf(state).last + 1;

export const allocateFormNumber = command({
  data: z.strictObject({ key: shape.id }),
  clause: 'numbers.form',
  by: [theEngine],
  stage: ['unborn', 'form-numbers'],
  rules: [formNumberIsGivenOnce],
  then: ({ key }, state) => [{ type: 'FormNumberAllocated', data: { key, number: next(state) } }],
});
/** The serial of a commune and year, which makes the product code. */
export const allocateSerial = command({
  data: z.strictObject({ key: shape.id }),
  clause: 'numbers.serial',
  by: [theEngine],
  stage: ['unborn', 'serials'],
  rules: [serialIsGivenOnce],
  then: ({ key }, state) => [{ type: 'SerialAllocated', data: { key, number: next(state) } }],
});
/** Of the unit that issues and the year of the decision, where the office has its numbers allocated. */
export const allocateCertificateNumber = command({
  data: z.strictObject({ key: shape.id }),
  clause: 'numbers.certificate',
  by: [theEngine],
  stage: ['unborn', 'certificate-numbers'],
  rules: [certificateNumberIsGivenOnce],
  then: ({ key }, state) => [{ type: 'CertificateNumberAllocated', data: { key, number: next(state) } }],
});

const entered = (state: NumberBook, { key, number }: Events['SerialAllocated']): Book => {
  const { last, given } = bookOf(state);
  invariant(number === last + 1, `number ${number} after ${last}: a book has no gaps`);
  return { last: number, given: { ...given, [key]: number } };
};
export const changes = {
  FormNumberAllocated: from(['unborn', 'form-numbers'], (state, allocation) => ({ stage: 'form-numbers', ...entered(state, allocation) })),
  SerialAllocated: from(['unborn', 'serials'], (state, allocation) => ({ stage: 'serials', ...entered(state, allocation) })),
  CertificateNumberAllocated: from(['unborn', 'certificate-numbers'], (state, allocation) => ({
    stage: 'certificate-numbers',
    ...entered(state, allocation),
  })),
} satisfies Changes<keyof Events>;
