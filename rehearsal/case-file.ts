import type { Address } from '../domain/kernel/address.ts';
import type { Day, Instant } from '../domain/kernel/instant.ts';
import type { Assignment } from '../domain/people/actor.ts';
import type { ExpectShape } from './case-shape.ts';
import type { Verb } from './words.ts';

/** A story read, checked and resolved: every name has become an id, every date an instant. What the player plays. */
export interface CaseFile {
  name: string;
  file: string;
  title: string;
  sources: readonly string[];
  /** What is invented in it. */
  assumed: readonly string[];
  moments: readonly Moment[];
  /** What ids of this case are called: of people, councils, producers and products. */
  names: Readonly<Record<string, string>>;
}
export type Moment = Step | Expected | Until;
interface Dated {
  case: string;
  file: string;
  line: number;
  at: Instant;
}

export interface Person {
  id: string;
  name: string;
  roles: readonly Assignment[];
}
/** Where the law has to say it. */
export interface Ground {
  article?: string | undefined;
  setting?: string | undefined;
  councilRegulation?: string | undefined;
}
export interface Refused extends Ground {
  code?: string | undefined;
}
export interface Step extends Dated {
  kind: 'step';
  person: Person;
  onBehalfOf?: string;
  verb: Verb;
  to: Address;
  commandId: string;
  data: Readonly<Record<string, unknown>>;
  isSignal: boolean;
  /** The step has to be refused, and so. */
  refused?: Refused;
}
export interface Expected extends Dated {
  kind: 'expect';
  expectation: Expectation;
}
/** No act, only the clock: deadlines after the last act pass. */
export interface Until extends Dated {
  kind: 'until';
}

export interface RefusalExpected extends Ground {
  command: string;
  person?: string;
  code: string;
}
/** Who is awaited: the person named, with all roles that the file gives him, or whoever holds the seat. */
export type Whom = { person: Person } | { seat: Assignment };
export type WorklistExpected = Whom & { on: Address; command: string; due?: Day; absent: boolean };
/** What was written, with days as days and means as they are shown. */
type Written<Kind extends 'product' | 'certificate' | 'cycle'> = Omit<ExpectShape[Kind], Kind>;
export type Expectation =
  | { about: 'product'; of: Address; is: Written<'product'> }
  | { about: 'certificate'; of: Address; is: Written<'certificate'> }
  | { about: 'cycle'; of: Address; is: Written<'cycle'> }
  | { about: 'worklist'; is: WorklistExpected }
  | { about: 'refusals'; of: Address; are: readonly RefusalExpected[] }
  | { about: 'events'; of: Address; name?: string; count: number };
