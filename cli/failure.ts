import * as z from 'zod';

/** 0 ok, 1 failed, 2 usage, 3 degraded. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What went wrong, for the person at the terminal, with the exit code that tells a script. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  readonly problem: unknown;
  constructor(message: string, exitCode: ExitCode = 1, problem?: unknown) {
    super(message);
    this.exitCode = exitCode;
    this.problem = problem;
  }

  /** Of the API's problem, '' where there is none. */
  get code(): string {
    return problemShape.parse(this.problem).code;
  }

  /** From an answer of the API. */
  static of(problem: unknown): Failure {
    const { title, detail, code } = problemShape.parse(problem);
    return new Failure(`${title}: ${detail} [${code}]`, degraded.has(code) ? 3 : 1, problem);
  }
}
const problemShape = z
  .object({ title: z.string().catch(''), detail: z.string().catch(''), code: z.string().catch('') })
  .catch({ title: '', detail: '', code: '' });
/** Nothing is wrong with the request: the engine is not whole at the moment. */
const degraded = new Set(['outcome-unknown', 'not-ready', 'views-behind']);
