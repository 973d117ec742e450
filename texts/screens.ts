import type { Day } from '../domain/kernel/instant.ts';

/** An answer that is no refusal of the law: what happened, and what whoever asked can do. */
export type ProblemName =
  | 'outcome-unknown'
  | 'not-found'
  | 'no-such-page'
  | 'unauthorised'
  | 'forbidden'
  | 'malformed'
  | 'too-large'
  | 'too-many'
  | 'not-ready'
  | 'views-behind'
  | 'read-only'
  | 'defect';
export interface Problem {
  title: string;
  advice: string;
}

/** How far a server or a process has come. */
export type Health = 'ready' | 'starting' | 'degraded' | 'failed' | 'stopped';

export interface Screens {
  product: string;
  /** On every page and paper of a rehearsal. */
  rehearsalMark: string;
  language: string;
  answers: { yes: string; no: string; none: string; nobody: string; unknown: string };
  problems: { readonly [Name in ProblemName]: Problem };
  headings: {
    worklist: string;
    products: string;
    product: string;
    timeline: string;
    councils: string;
    certificates: string;
    annualCycles: string;
    refusals: string;
    verification: string;
    search: string;
    status: string;
    commands: string;
  };
  worklist: {
    code: string;
    name: string;
    producer: string;
    task: string;
    due: string;
    left: string;
    holder: string;
    appointment: string;
    none: string;
    overdue: string;
    provisional: string;
    daysLeft: (days: number) => string;
  };
  timeline: {
    at: string;
    recordedAt: string;
    effectiveOn: string;
    person: string;
    onBehalfOf: string;
    event: string;
    document: string;
    basis: string;
    none: string;
  };
  fields: {
    code: string;
    name: string;
    stage: string;
    producer: string;
    commune: string;
    province: string;
    level: string;
    kind: string;
    edition: string;
    set: string;
    mean: string;
    star: string;
    round: string;
    productCode: string;
    formNumber: string;
    certificate: string;
    certificateNumber: string;
    issuer: string;
    effectiveOn: string;
    lastDay: string;
    filedOn: string;
    year: string;
    plan: string;
    quorum: string;
    members: string;
    present: string;
    sheets: string;
    holder: string;
    nextStep: string;
    computation: string;
    rule: string;
    documentNumber: string;
    signedOn: string;
    signatory: string;
  };
  /** The public check of a certificate. */
  validity: { inForce: string; expired: string; superseded: string; numberPending: string; notFound: string; until: (day: Day) => string };
  done: { accepted: string; nextStep: (task: string, holder: string) => string; recordedAt: (position: number) => string };
  paging: { next: string; previous: string; counted: (count: number) => string };
  rehearsal: {
    title: (story: string) => string;
    day: string;
    step: string;
    person: string;
    act: string;
    expected: string;
    actual: string;
    result: string;
    passed: string;
    failed: string;
    line: string;
    accepted: string;
    refused: (name: string) => string;
    events: string;
    nothing: string;
    notKnown: (verb: string) => string;
    summary: (count: { steps: number; passed: number; failed: number; seconds: number }) => string;
    stoppedAt: (line: number) => string;
  };
  operation: {
    component: string;
    state: string;
    address: string;
    position: string;
    behind: (events: number) => string;
    health: { readonly [State in Health]: string };
    starting: (name: string) => string;
    ready: (address: string) => string;
    stopping: string;
    stopped: string;
    nothingToDo: string;
    usage: string;
    cause: string;
    whatToDo: string;
    nodeTooOld: string;
    alreadyRunning: (pid: number) => string;
  };
}
