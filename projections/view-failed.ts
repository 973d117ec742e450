import { Fenced } from './checkpoint.ts';

/** A view that threw, in its rows or in SQL: it stops alone, and the batch is done again without it. */
export class ViewFailed extends Error {
  readonly view: string;
  constructor(view: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.view = view;
  }

  /** Lost connections, serialisation failures, deadlocks, shutdowns, a lost fence: no view is to blame, the projector starts again. */
  static unlessWeather(view: string, error: unknown): unknown {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const isWeather = error instanceof Fenced || code.startsWith('08') || weather.has(code) || (error instanceof Error && /Connection terminated|timeout/.test(error.message));
    return isWeather ? error : new ViewFailed(view, error);
  }
}
const weather = new Set(['40001', '40P01', '57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE']);
