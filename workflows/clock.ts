/** A real space runs on Temporal's clock; in a rehearsal each command brings its instant and no timer is armed. */
export type Clock = 'wall' | 'commanded';
/** Wake-ups that fall due together are spread over ten minutes; the legal instant is not touched. */
export const jitterMs = 600_000;
