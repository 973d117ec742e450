/** One report about a step which takes long: sent every two seconds while it lasts, never for a step that is quickly over. */
export type ProgressEvent = { step: string; elapsedMs: number; detail?: string };
export type Progress = (event: ProgressEvent) => void;

/** What the steps of one start share: where to report, and the environment of the person who started it (PATH, HOME, proxies). */
export type Environment = Readonly<Record<string, string | undefined>>;

const reportEveryMs = 2_000;

export type Step<T> = { step: string; progress?: Progress | undefined; detail?: () => string | undefined; work: () => Promise<T> };

export async function reported<T>({ step, progress, detail, work }: Step<T>): Promise<T> {
  if (progress === undefined) return work();
  const startedAt = Date.now();
  const timer = setInterval(() => {
    const words = detail?.();
    progress({ step, elapsedMs: Date.now() - startedAt, ...(words === undefined ? {} : { detail: words }) });
  }, reportEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Asks again until the answer is true or the time is over; says which of the two. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number, everyMs = 25): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() >= deadline) return false;
    await sleep(everyMs);
  }
}
