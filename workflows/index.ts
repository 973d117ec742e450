import { aggregates } from '../domain/aggregates.ts';
import { entity } from './entity.ts';
import type { EntityInput } from './messages.ts';

export const productCycle = (input: EntityInput): Promise<void> => entity(aggregates['product-cycle'], input);
export const council = (input: EntityInput): Promise<void> => entity(aggregates.council, input);
export const certificate = (input: EntityInput): Promise<void> => entity(aggregates.certificate, input);
export const annualCycle = (input: EntityInput): Promise<void> => entity(aggregates['annual-cycle'], input);
export const numberBook = (input: EntityInput): Promise<void> => entity(aggregates['number-book'], input);
