import { Fenced } from './checkpoint.ts';
import { isWeather } from './weather.ts';

/** A view that threw, in its rows or in SQL: it stops alone, and the batch is done again without it. */
export class ViewFailed extends Error {
  readonly view: string;
  constructor(view: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.view = view;
  }

  /** For weather and a lost fence no view is to blame. */
  static unlessWeather(view: string, error: unknown): unknown {
    return error instanceof Fenced || isWeather(error) ? error : new ViewFailed(view, error);
  }
}
