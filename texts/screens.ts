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

/** What stands around every answer and listing. */
export interface Screens {
  product: string;
  /** On every page, listing and paper of a rehearsal. */
  rehearsalMark: string;
  problems: { readonly [Name in ProblemName]: Problem };
}
