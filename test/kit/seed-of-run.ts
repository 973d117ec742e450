import { inject } from 'vitest';

/** Another one each run, and printed; `vitest run <file> --sequence.seed=<seed>` repeats its plan. */
export const seedOfRun = (): number => {
  const seed = inject('seed');
  console.info(`seed ${seed}`);
  return seed;
};
