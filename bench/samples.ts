/** Times of one kind of call, in milliseconds. */
export class Samples {
  private readonly all = new Map<string, number[]>();

  add(name: string, ms: number): void {
    const known = this.all.get(name) ?? [];
    known.push(ms);
    this.all.set(name, known);
  }
  /** By name, the slowest median first. */
  rows(): readonly { name: string; count: number; p50: number; p95: number }[] {
    return [...this.all]
      .map(([name, times]) => ({ name, count: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }))
      .toSorted((a, b) => b.p50 - a.p50);
  }
  of(name: string): readonly number[] {
    return this.all.get(name) ?? [];
  }
}
export const quantile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};
export const timed = async <Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> => {
  const begun = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begun };
};
