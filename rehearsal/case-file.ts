import type { Address } from '../domain/kernel/address.ts';
import type { Day, Instant } from '../domain/kernel/instant.ts';
import type { Assignment } from '../domain/people/actor.ts';
import type { Verb } from './words.ts';

/** A story read, checked and resolved: every name has become an id, every date an instant. What the player plays. */
export interface CaseFile { name: string; file: string; title: string; sources: readonly string[]; assumed: readonly string[]; moments: readonly Moment[] }
export type Moment = Step | Expected | Until;
interface Dated { case: string; file: string; line: number; at: Instant }

export interface Person { id: string; name: string; roles: readonly Assignment[] }
/** Where the law has to say it. */
export interface Ground { article?: string | undefined; setting?: string | undefined; councilRegulation?: string | undefined }
export interface Refused extends Ground { code?: string | undefined }
export interface Step extends Dated {
  kind: 'step'; person: Person; onBehalfOf?: string; verb: Verb; to: Address; commandId: string; data: Readonly<Record<string, unknown>>;
  isSignal: boolean; refused?: Refused;
}
export interface Expected extends Dated { kind: 'expect'; expectation: Expectation }
/** No act, only the clock: deadlines after the last act pass. */
export interface Until extends Dated { kind: 'until' }

export interface RefusalExpected extends Ground { command: string; person?: string | undefined; code: string }
export interface Counts { state?: string; enrolled?: number; stars?: Readonly<Record<string, number>>; notPassed?: number; returned?: number; carriedOver?: number }
export interface ProductExpected {
  absent?: boolean; stage?: string; level?: string; star?: number; mean?: string; productCode?: string; formNumber?: string; round?: string; edition?: string;
  kind?: string; name?: string;
}
export interface CertificateExpected {
  absent?: boolean; state?: string; how?: string; star?: number; lastDay?: Day; opens?: Day; closes?: Day; reminders?: readonly Day[]; number?: string;
  productCode?: string;
}
/** `person` where one is named, with all roles that the file gives him. */
export interface WorklistExpected { who: string; person?: Person; seat?: Assignment; on: Address; command: string; due?: Day; absent: boolean }
export type Expectation =
  | { about: 'product'; of: Address; says: string; is: ProductExpected }
  | { about: 'certificate'; of: Address; says: string; is: CertificateExpected }
  | { about: 'cycle'; of: Address; says: string; is: Counts }
  | { about: 'worklist'; says: string; is: WorklistExpected }
  | { about: 'refusals'; of: Address; says: string; are: readonly RefusalExpected[] }
  | { about: 'events'; of: Address; says: string; name?: string; count: number };
