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

  /** From an answer of the API. */
  static of(problem: unknown): Failure {
    const { title = '', detail = '', code = '', status = 0 } = typeof problem === 'object' && problem !== null ? problem as Partial<Record<'title' | 'detail' | 'code', string>> & { status?: number } : {};
    return new Failure(`${title}: ${detail} [${code}]`, status === 503 ? 3 : 1, problem);
  }
}
